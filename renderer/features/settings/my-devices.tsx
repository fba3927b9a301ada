import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, PersonLogView, SessionView } from '#core/contract/answers.ts';
import type { MethodOutput } from '#core/contract/methods.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { ShownCode, namePart } from './code-dialog.tsx';
import { deviceWords } from './device-words.ts';
import { DeviceRequests } from './join-requests.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { SettingsGroup } from './settings-row.tsx';

const stateLooks = {
  open: ['checkCircle', 'text-success'],
  retired: ['close', 'text-ink-3'],
  closed: ['shieldCross', 'text-danger'],
} as const;

/** The PCs on which the person signed in works: a further one is taken into use, this one is given up. */
export function MyDevices({ session }: { readonly session: SessionView }): ReactNode {
  const t = useWords(deviceWords);
  const office = useAsk('office.status', undefined);
  const add = useAct('office.add-device');
  const [made, setMade] = useState<MethodOutput<'office.add-device'> | null>(null);
  const [isRetiring, setRetiring] = useState(false);
  const { me } = session;
  if (me === null || office.data === undefined) return null;
  const logs = office.data.people.find(({ user }) => user === me.user)?.logs ?? [];
  const writer = office.data.writer?.name;
  const addOne = async () => {
    const answer = await add.run(undefined);
    if (answer?.ok === true) setMade(answer.value);
  };
  return (
    <>
      <DeviceRequests />
      <SettingsGroup
        title={t('title')}
        actions={
          <Button
            variant="secondary"
            size="dense"
            icon="plus"
            isDisabled={add.isBusy}
            onPress={() => void addOne()}
          >
            {add.isBusy ? t('adding') : t('add')}
          </Button>
        }
      >
        <DeviceTable logs={logs} onRetire={() => setRetiring(true)} />
        <p className="px-2 pt-2 text-12 text-ink-3">
          {writer === undefined ? t('lostSomebody') : t('lost', { name: writer })}
        </p>
        <ErrorNote error={add.error} />
      </SettingsGroup>
      {made === null ? null : <DeviceCode made={made} session={session} onClose={() => setMade(null)} />}
      {isRetiring ? (
        <RetireDialog
          device={session.device?.name ?? ''}
          isLast={logs.every(({ isThisPc, state }) => isThisPc || state !== 'open')}
          onClose={() => setRetiring(false)}
        />
      ) : null}
    </>
  );
}

function DeviceTable(props: {
  readonly logs: OfficeView['people'][number]['logs'];
  readonly onRetire: () => void;
}): ReactNode {
  const t = useWords(deviceWords);
  return (
    <table aria-label={t('title')} className="w-full table-fixed border-collapse text-13">
      <thead>
        <tr className="h-7 border-b border-line-strong text-left text-11 text-ink-2">
          <th className="px-2 font-medium">{t('device')}</th>
          <th className="w-44 px-2 font-medium">{t('state')}</th>
          <th className="w-36 px-2 text-right font-medium">{t('seen')}</th>
          <th className="w-44">
            <span className="sr-only">{t('acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.logs.map((log) => (
          <DeviceRow key={log.log} log={log} onRetire={props.onRetire} />
        ))}
      </tbody>
    </table>
  );
}

function DeviceRow(props: { readonly log: PersonLogView; readonly onRetire: () => void }): ReactNode {
  const t = useWords(deviceWords);
  const format = useFormat();
  const { device, lastSeen, state, isThisPc } = props.log;
  const [icon, tone] = stateLooks[state];
  return (
    <tr className="h-[34px] border-b border-line">
      <th scope="row" className="truncate px-2 text-left font-medium text-ink" title={device}>
        {device}
        {isThisPc ? <span className="pl-2 text-12 font-normal text-ink-3">{t('thisPc')}</span> : null}
      </th>
      <td className="px-2 text-ink-2">
        <span className="flex items-center gap-1">
          <Icon name={icon} size={14} className={tone} />
          {t(state)}
        </span>
      </td>
      <td className="px-2 text-right text-12 text-ink-3">{format.shortDateTime(lastSeen)}</td>
      <td className="pr-1 text-right">
        {isThisPc && state === 'open' ? (
          <Button size="dense" label={t('retireOf', { device })} onPress={props.onRetire}>
            {t('retire')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function DeviceCode(props: {
  readonly made: MethodOutput<'office.add-device'>;
  readonly session: SessionView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(deviceWords);
  const format = useFormat();
  const { code, expires } = props.made;
  const name = props.session.me?.name ?? '';
  const office = props.session.office?.name ?? '';
  const words = {
    title: t('codeTitle'),
    text: t('codeText'),
    saveTitle: t('saveTitle'),
    fileName: t('fileName', { name: namePart(name) }),
    fileText: t('fileText', { office, name, date: format.dayDateTime(expires), code }),
  };
  return <ShownCode code={code} expires={expires} words={words} onClose={props.onClose} />;
}
