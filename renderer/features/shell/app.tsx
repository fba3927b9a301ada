import { type ReactNode, Suspense, lazy, useEffect, useState } from 'react';

import { FaultBoundary } from '#renderer/features/errors/index.ts';
import { HelpSheet } from '#renderer/features/help/index.ts';
import type { EngineLink } from '#renderer/lib/office/engine-link.ts';
import { OfficeProvider, useEngineState } from '#renderer/lib/office/office-context.tsx';
import { recallLock } from '#renderer/lib/office/remembered-lock.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useAppliedSettings, useRememberedLock } from '#renderer/lib/settings.tsx';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { ToastRegion } from '#renderer/ui/toast.tsx';

import { speakOurWords } from './aria-words.ts';
import { EngineBanner, EngineFailed } from './engine-banner.tsx';
import { LockScreen } from './lock-screen.tsx';
import { PassphraseGate } from './passphrase-gate.tsx';
import { shellWords } from './shell-words.ts';
import { TitleBar } from './title-bar.tsx';

speakOurWords();

const FirstRun = lazy(async () => ({
  default: (await import('#renderer/features/first-run/index.ts')).FirstRun,
}));

/** Lists, letters and the PDF viewer are most of the program: the lock screen does not wait for them. */
const loadRooms = async () => ({ default: (await import('./office-rooms.tsx')).OfficeRooms });
const OfficeRooms = lazy(loadRooms);

/** The sample office is being made: how far it is. */
function SampleProgress({ share }: { readonly share: number }): ReactNode {
  const t = useWords(shellWords);
  return (
    <div className="flex w-80 flex-col gap-3">
      <p className="text-14 text-ink-2">{t('filling')}</p>
      <ProgressBar label={t('filling')} share={share} className="w-full" />
    </div>
  );
}

/** Which of the four first screens: the engine refused, no office yet, locked, or the office itself. */
function Gate(): ReactNode {
  const [lastLock] = useState(() => recallLock());
  useAppliedSettings();
  useRememberedLock();
  const engine = useEngineState();
  const session = useAsk('session.state', undefined);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isLocked = session.data?.state === 'locked';
  useEffect(() => {
    // While the passphrase is typed there is time to fetch what lies behind it.
    if (isLocked) void loadRooms();
  }, [isLocked]);
  if (engine.state === 'failed') {
    return (
      <>
        <TitleBar />
        <EngineFailed />
      </>
    );
  }
  const view = session.data;
  if (view === undefined && lastLock !== null && engine.state === 'starting') {
    return (
      <>
        <TitleBar officeName={lastLock.officeName} />
        <LockScreen officeName={lastLock.officeName} users={lastLock.users} />
      </>
    );
  }
  if (view === undefined) {
    return (
      <>
        <TitleBar />
        <main className="flex flex-1 items-center justify-center bg-desk" aria-busy="true">
          {engine.filling === undefined ? null : <SampleProgress share={engine.filling} />}
        </main>
      </>
    );
  }
  if (view.state === 'open') {
    return (
      <PassphraseGate>
        <Suspense fallback={<main className="flex-1 bg-desk" aria-busy="true" />}>
          <OfficeRooms />
        </Suspense>
      </PassphraseGate>
    );
  }
  if (view.state === 'locked') {
    return (
      <>
        <TitleBar officeName={view.office?.name} isDemo={view.demo} />
        <LockScreen officeName={view.office?.name ?? ''} users={view.users} />
      </>
    );
  }
  return (
    <>
      <TitleBar />
      <Suspense fallback={<main className="flex-1 bg-desk" />}>
        <FirstRun
          session={view}
          onHelp={() => {
            setHelpOpen(true);
          }}
        />
      </Suspense>
      <HelpSheet
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
    </>
  );
}

function Notices(): ReactNode {
  const t = useWords(shellWords);
  return <ToastRegion label={t('notices')} closeLabel={t('closeToast')} />;
}

/** The whole window. */
export function App({ link }: { readonly link: EngineLink }): ReactNode {
  return (
    <OfficeProvider link={link}>
      <div className="relative flex h-full flex-col">
        <FaultBoundary>
          <Gate />
        </FaultBoundary>
        <EngineBanner />
      </div>
      <Notices />
    </OfficeProvider>
  );
}
