import type { ReactNode } from 'react';

import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { errorWords } from './words.ts';

/** Whether a screen's code could not be fetched, as after an update under a running window. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script/iu.test(error.message)
  );
}

/** In place of a screen that broke: what happened, what is safe, what to do. */
export function FaultScreen({ error }: { readonly error: unknown }): ReactNode {
  const t = useWords(errorWords);
  const isPart = isMissingPart(error);
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <main className="flex h-full min-w-0 flex-1 items-center justify-center overflow-y-auto bg-sheet p-6">
      <div role="alert" className="flex w-120 max-w-full gap-4">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full border border-danger-line bg-danger-soft text-danger">
          <Icon name="alertCircle" size={20} />
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <div className="flex flex-col gap-1">
            <h1 className="pt-1 text-16 font-semibold text-ink">
              {isPart ? t('partTitle') : t('faultTitle')}
            </h1>
            <p className="text-13 text-ink-2">{t('safe')}</p>
            <p className="text-13 text-ink-2">{isPart ? t('partTodo') : t('faultTodo')}</p>
          </div>
          <div className="flex gap-2">
            <Button
              variant="primary"
              icon="refresh"
              autoFocus
              onPress={() => {
                window.location.reload();
              }}
            >
              {t('reload')}
            </Button>
            <Button
              onPress={() => {
                window.location.hash = '#/';
                window.location.reload();
              }}
            >
              {t('goHome')}
            </Button>
          </div>
          <details className="text-12 text-ink-3">
            <summary className="w-fit rounded-chip hover:text-ink">{t('detail')}</summary>
            <p className="selectable pt-1 font-mono text-11 break-words">{detail}</p>
          </details>
        </div>
      </div>
    </main>
  );
}
