import { type ReactNode, useState } from 'react';

import type { ArchiveHealth } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Table } from '#renderer/ui/table.tsx';

import { archiveWords } from './archive-words.ts';
import { KeepArchiveDialog } from './keep-archive-dialog.tsx';
import { SyncSection } from './sync-section.tsx';

type Keeper = ArchiveHealth['keepers'][number];

const stateLooks = {
  whole: ['check', 'text-success'],
  filling: ['clock', 'text-warning'],
  silent: ['offline', 'text-warning'],
  closed: ['close', 'text-ink-3'],
} as const;

/** Who keeps the office's documents, how many have too few copies, and whether this PC is one of the keepers. */
export function ArchiveSection(): ReactNode {
  const t = useWords(archiveWords);
  const format = useFormat();
  const { data: health } = useAsk('sync.archive', undefined);
  const [isAsking, setAsking] = useState(false);
  if (health === undefined) return null;
  const { keepers, keepsHere } = health;
  return (
    <SyncSection
      id="sync-archive"
      title={t('title')}
      detail={keepers.length === 0 ? undefined : format.number(keepers.length)}
    >
      <Copies health={health} />
      {keepers.length === 0 ? (
        <p className="pb-2 text-13 text-ink-2">{t('none')}</p>
      ) : (
        <Table
          label={t('title')}
          rows={keepers}
          rowKey={(keeper) => keeper.device}
          columns={[
            { id: 'device', label: t('device'), cell: keeperName },
            { id: 'state', label: t('state'), width: '128px', cell: keeperState },
            {
              id: 'seen',
              label: t('seen'),
              width: '116px',
              isRight: true,
              cell: (keeper) => format.shortDateTime(keeper.lastSeen),
            },
          ]}
        />
      )}
      <Facts health={health} />
      <Button size="dense" icon="archive" onPress={() => setAsking(true)}>
        {t(keepsHere ? 'stop' : 'keep')}
      </Button>
      {isAsking ? <KeepArchiveDialog keeps={!keepsHere} onClose={() => setAsking(false)} /> : null}
    </SyncSection>
  );
}

function Copies({ health }: { readonly health: ArchiveHealth }): ReactNode {
  const t = useWords(archiveWords);
  const { documents, fewerCopies } = health;
  if (documents === 0) return <p className="pt-2 text-13 text-ink-2">{t('noDocuments')}</p>;
  const isEnough = fewerCopies === 0;
  return (
    <div className="flex gap-2 py-2">
      <Icon
        name={isEnough ? 'shieldCheck' : 'shieldAlert'}
        className={`mt-0.5 ${isEnough ? 'text-success' : 'text-warning'}`}
      />
      <div className="min-w-0 flex-1">
        <p className="text-13 font-medium text-ink">
          {isEnough ? t('enough') : t('fewer', { count: fewerCopies })}
        </p>
        {isEnough ? null : <p className="text-12 text-ink-2">{t('fewerText')}</p>}
      </div>
    </div>
  );
}

function Facts({ health }: { readonly health: ArchiveHealth }): ReactNode {
  const t = useWords(archiveWords);
  const format = useFormat();
  const facts: readonly (readonly [string, string])[] = [
    [t('documents'), format.number(health.documents)],
    [t('here'), t(health.fetchesAll ? 'hereAll' : 'hereSome', { count: health.here })],
    ...(health.awaited === 0 ? [] : [[t('awaited'), format.number(health.awaited)] as const]),
    ...(health.destroyed === 0 ? [] : [[t('destroyed'), format.number(health.destroyed)] as const]),
  ];
  return (
    <dl className="selectable grid grid-cols-[136px_minmax(0,1fr)] gap-y-0.5 py-2 text-13">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function keeperName(keeper: Keeper): ReactNode {
  return <KeeperName keeper={keeper} />;
}

function KeeperName({ keeper }: { readonly keeper: Keeper }): ReactNode {
  const t = useWords(archiveWords);
  const people = keeper.people.map((person) => person.split(',')[0]).join(', ');
  return (
    <span title={keeper.people.join(', ')}>
      {keeper.name} <span className="text-ink-3">{keeper.here ? t('thisPc') : people}</span>
    </span>
  );
}

function keeperState(keeper: Keeper): ReactNode {
  return <KeeperState state={keeper.state} />;
}

function KeeperState({ state }: { readonly state: Keeper['state'] }): ReactNode {
  const t = useWords(archiveWords);
  const [icon, tone] = stateLooks[state];
  return (
    <span className="inline-flex items-center gap-1 text-ink-2" title={t(`stateText_${state}`)}>
      <Icon name={icon} size={14} className={tone} />
      {t(state)}
    </span>
  );
}
