import { type ReactNode, useEffect, useState } from 'react';

import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useEngineState } from '#renderer/lib/office/office-context.tsx';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';

import { shellWords } from './shell-words.ts';

/** Below the title bar: the engine is being restarted, or the window was loaded again. Work goes on. */
export function EngineBanner(): ReactNode {
  const t = useWords(shellWords);
  const engine = useEngineState();
  const [wasRecovered, setRecovered] = useState(false);
  useEffect(() => {
    void shell.wasRecovered().then(setRecovered);
  }, []);
  if (engine.state === 'restarting') {
    return (
      <div className="absolute top-10 left-1/2 z-50 w-140 -translate-x-1/2 shadow-popover">
        <Banner tone="warning" title={t('restarting')} />
      </div>
    );
  }
  if (!wasRecovered) return null;
  return (
    <div className="absolute top-10 left-1/2 z-50 w-140 -translate-x-1/2 shadow-popover">
      <Banner
        tone="accent"
        title={t('recovered')}
        actions={
          <Button
            size="dense"
            onPress={() => {
              setRecovered(false);
            }}
          >
            {t('recoveredClose')}
          </Button>
        }
      />
    </div>
  );
}

/** The whole window when the engine refuses to open the data: why, what is safe, what to do. */
export function EngineFailed(): ReactNode {
  const t = useWords(shellWords);
  const engine = useEngineState();
  return (
    <main className="flex flex-1 items-center justify-center bg-desk p-6">
      <div className="w-150 bg-page p-10 shadow-paper">
        <h1 className="pb-4 text-18 font-semibold text-ink">{t('failed')}</h1>
        <ErrorNote
          error={engine.error ?? { code: 'engine-stopped' }}
          actions={<Button onPress={() => void shell.restartEngine()}>{t('tryAgain')}</Button>}
        />
      </div>
    </main>
  );
}
