import type { ReactNode } from 'react';

import type { DeviceView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Table } from '#renderer/ui/table.tsx';

import { SyncSection } from './sync-section.tsx';
import { syncWords } from './words.ts';

/** Who uses a PC, by the bare name: the degrees would cost it its end. */
function withoutDegrees({ person }: DeviceView): ReactNode {
  return <span title={person}>{person.split(',')[0]}</span>;
}

function deviceName({ name }: DeviceView): ReactNode {
  return <span title={name}>{name}</span>;
}

function received(device: DeviceView): ReactNode {
  return <Received device={device} />;
}

function Received({ device }: { readonly device: DeviceView }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  if (device.isThisPc) return <span className="text-ink-3">{t('thisPc')}</span>;
  if (device.behind === 0 || device.behind === null) {
    return (
      <span className="inline-flex items-center gap-1 text-ink-2">
        <Icon name="check" size={14} className="text-success" />
        {t('hasAll')}
      </span>
    );
  }
  return <span title={t('behindText')}>{t('behind', { entries: format.number(device.behind) })}</span>;
}

/** The office's PCs: when they were seen, and whether they have what was written here. */
export function DeviceTable({ devices }: { readonly devices: readonly DeviceView[] }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  return (
    <SyncSection id="sync-devices" title={t('devices')} detail={format.number(devices.length)}>
      {devices.length === 0 ? (
        <p className="py-2 text-13 text-ink-2">{t('devicesNone')}</p>
      ) : (
        <Table
          label={t('devices')}
          rows={devices}
          rowKey={(row) => row.log}
          columns={[
            {
              id: 'name',
              label: t('device'),
              width: '84px',
              cell: deviceName,
            },
            { id: 'person', label: t('person'), cell: withoutDegrees },
            {
              id: 'seen',
              label: t('lastSeen'),
              width: '116px',
              isRight: true,
              cell: (row) => format.shortDateTime(row.lastSeen),
            },
            { id: 'has', label: t('has'), width: '108px', cell: received },
          ]}
        />
      )}
    </SyncSection>
  );
}
