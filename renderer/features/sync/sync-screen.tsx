import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { AlertList } from './alert-list.tsx';
import { furtherProblem, otherEntries, syncState } from './explain.ts';
import type { SyncState } from './explain.ts';
import { syncWords } from './words.ts';

const looks: Record<SyncState['tone'], { readonly icon: IconName; readonly look: string }> = {
  success: { icon: 'checkCircle', look: 'border-success-line bg-success-soft text-success' },
  plain: { icon: 'arrowUp', look: 'border-line-strong bg-page text-ink-2' },
  warning: { icon: 'offline', look: 'border-warning-line bg-warning-soft text-warning' },
  danger: { icon: 'alertCircle', look: 'border-danger-line bg-danger-soft text-danger' },
};

/** What waits, since when, why, and what to do: sync that is honest about itself. */
export function SyncScreen(): ReactNode {
  const t = useWords(syncWords);
  const sync = useAsk('sync.status', undefined);
  const { run, isBusy, error } = useAct('sync.now');
  const syncNow = async () => {
    const answer = await run(undefined);
    if (answer?.ok === true) {
      const { published, ingested } = answer.value;
      showToast({ text: published + ingested === 0 ? t('doneNothing') : t('done', { published, ingested }) });
    }
  };
  useCommands([
    {
      id: 'sync.now',
      label: t('now'),
      keys: ['F5'],
      group: 'app',
      icon: 'refresh',
      isEnabled: !isBusy,
      run: () => void syncNow(),
    },
  ]);
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <header className="flex h-11 shrink-0 items-center px-6">
        <h1 className="flex-1 text-16 font-semibold text-ink">{t('title')}</h1>
        <Button
          variant="primary"
          size="dense"
          icon="refresh"
          shortcut="F5"
          isDisabled={isBusy}
          onPress={() => void syncNow()}
        >
          {isBusy ? t('working') : t('now')}
        </Button>
      </header>
      <GarisKop />
      <ScrollArea className="flex-1" isFocusable label={t('title')}>
        <div className="px-6 py-4">
          {error === null ? null : <ErrorNote error={error} />}
          {sync.error === null ? null : <ErrorNote error={sync.error.officeError} />}
          {sync.data === undefined ? null : <SyncContent view={sync.data} />}
        </div>
      </ScrollArea>
    </main>
  );
}

/** Who uses a PC, by the bare name: the degrees would cost it its end. */
function withoutDegrees({ person }: { readonly person: string }): ReactNode {
  return <span title={person}>{person.split(',')[0]}</span>;
}

/** Goes on after the program stopped by itself: a person looked at the folder first. */
function ResumeButton(): ReactNode {
  const t = useWords(syncWords);
  const { run, isBusy, error } = useAct('sync.resume');
  return (
    <div className="flex flex-col items-start gap-2 pt-3">
      <Button variant="secondary" isDisabled={isBusy} onPress={() => void run(undefined)}>
        {t('resume')}
      </Button>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}

function SyncContent({ view }: { readonly view: SyncView }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const go = useGo();
  const state = syncState(view);
  const { icon, look } = looks[state.tone];
  const problem = furtherProblem(view);
  const others = otherEntries(view);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_352px] gap-x-6 gap-y-5">
      <section className="col-span-2 flex gap-3" role="status">
        <span className={`flex size-9 shrink-0 items-center justify-center rounded-full border ${look}`}>
          <Icon name={icon} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-16 font-semibold text-ink">
            {state.key === 'sending' ? t('sending', { count: view.waiting }) : t(state.key)}
          </h2>
          <p className="max-w-[720px] text-13 text-ink-2">{t(`${state.key}Text`)}</p>
          <dl className="selectable grid grid-cols-[136px_1fr] gap-y-0.5 pt-2 text-12">
            <dt className="text-ink-3">{t('path')}</dt>
            <dd className="truncate text-ink" title={view.path}>
              {view.path}
            </dd>
            <dt className="text-ink-3">{t('lastSync')}</dt>
            <dd className="text-ink">
              {view.lastSync === null ? t('never') : format.dayDateTime(view.lastSync)}
            </dd>
          </dl>
          {view.share === 'stopped' ? <ResumeButton /> : null}
          {problem === null ? null : (
            <div className="max-w-[720px] pt-3">
              <ErrorNote error={problem} />
            </div>
          )}
        </div>
      </section>
      <div className="flex min-w-0 flex-col gap-5">
        <section aria-labelledby="sync-alerts">
          <Heading id="sync-alerts" title={t('alerts')} />
          <AlertList alerts={view.alerts} />
        </section>
        <section aria-labelledby="sync-waiting">
          <Heading
            id="sync-waiting"
            title={t('waiting')}
            detail={view.waiting === 0 ? '' : t('waitingCount', { count: view.waiting })}
          />
          {view.waitingLetters.length === 0 ? (
            <p className="py-2 text-13 text-ink-2">
              {others === 0 ? t('waitingNone') : t('waitingOthers', { count: others })}
            </p>
          ) : (
            <>
              <Table
                label={t('waiting')}
                rows={view.waitingLetters}
                rowKey={(row) => row.letter}
                onOpen={(row) => go.letter(row.letter)}
                columns={[
                  { id: 'letter', label: t('letter'), cell: (row) => row.subject },
                  {
                    id: 'since',
                    label: t('since'),
                    width: '136px',
                    isRight: true,
                    cell: (row) => format.dayDateTime(row.since),
                  },
                ]}
              />
              {others === 0 ? null : (
                <p className="pt-2 text-12 text-ink-3">{t('waitingOthers', { count: others })}</p>
              )}
            </>
          )}
          {view.notReceived === 0 ? null : (
            <p className="pt-2 text-12 text-ink-3">{t('notReceived', { count: view.notReceived })}</p>
          )}
        </section>
      </div>
      <section aria-labelledby="sync-devices">
        <Heading id="sync-devices" title={t('devices')} />
        {view.devices.length === 0 ? (
          <p className="py-2 text-13 text-ink-2">{t('devicesNone')}</p>
        ) : (
          <Table
            label={t('devices')}
            rows={view.devices}
            rowKey={(row) => `${row.name}${row.person}`}
            columns={[
              { id: 'name', label: t('device'), width: '88px', cell: (row) => row.name },
              {
                id: 'person',
                label: t('person'),
                cell: withoutDegrees,
              },
              {
                id: 'seen',
                label: t('lastSeen'),
                width: '96px',
                isRight: true,
                cell: (row) => format.shortDateTime(row.lastSeen),
              },
            ]}
          />
        )}
      </section>
    </div>
  );
}

function Heading(props: {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
}): ReactNode {
  return (
    <h2
      id={props.id}
      className="flex items-baseline gap-2 border-b border-line-strong pb-1 text-14 font-semibold text-ink"
    >
      {props.title}
      {props.detail === undefined || props.detail === '' ? null : (
        <span className="text-12 font-normal text-ink-3">{props.detail}</span>
      )}
    </h2>
  );
}
