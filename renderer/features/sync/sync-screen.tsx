import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { ArchiveSection } from './archive-section.tsx';
import { AlertList } from './alert-list.tsx';
import { DeviceTable } from './device-table.tsx';
import { QuarantineList } from './quarantine-list.tsx';
import { ReplayPanel } from './replay-panel.tsx';
import { ShareFacts } from './share-facts.tsx';
import { StopQuestion } from './stop-question.tsx';
import { SyncLedger } from './sync-ledger.tsx';
import { SyncSection } from './sync-section.tsx';
import { SyncVerdict } from './sync-verdict.tsx';
import { WaitingList } from './waiting-list.tsx';
import { syncWords } from './words.ts';

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

function SyncContent({ view }: { readonly view: SyncView }): ReactNode {
  const t = useWords(syncWords);
  const isWriter = useMe()?.isRosterWriter ?? false;
  // What the question above them asks need not stand there twice.
  const alerts = view.alerts.filter(({ code }) => view.stop === null || code !== 'share-stopped');
  return (
    <div className="flex flex-col gap-4">
      <SyncVerdict view={view} />
      {view.stop === null ? null : <StopQuestion stop={view.stop} />}
      <ReplayPanel replay={view.replay} readingPaused={view.readingPaused} />
      <SyncLedger view={view} alerts={alerts.length} />
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,432px)] items-start gap-x-8 gap-y-5 pt-1 max-[1099px]:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-5">
          <SyncSection id="sync-alerts" title={t('alerts')}>
            <AlertList alerts={alerts} />
          </SyncSection>
          <WaitingList view={view} />
          {isWriter ? <QuarantineList /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <DeviceTable devices={view.devices} />
          <ArchiveSection />
          <ShareFacts view={view} />
        </div>
      </div>
    </div>
  );
}
