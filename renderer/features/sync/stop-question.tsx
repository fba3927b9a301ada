import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { syncWords } from './words.ts';

/** The program stopped writing by itself: what it saw, what to look for, and the one question. */
export function StopQuestion({ stop }: { readonly stop: NonNullable<SyncView['stop']> }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const { run, isBusy, error } = useAct('sync.resume');
  const since = format.dayDateTime(stop.since);
  return (
    <section
      aria-labelledby="sync-stop"
      className="rounded-control border border-danger-line bg-page px-4 py-3"
    >
      <h2 id="sync-stop" className="flex items-center gap-2 text-14 font-semibold text-danger">
        <Icon name="shieldAlert" />
        {t('stopQuestion')}
      </h2>
      <p className="selectable max-w-[760px] pt-1 pl-6 text-13 text-ink">
        {t('stopFacts', { ill: format.number(stop.ill), known: format.number(stop.known), since })}
      </p>
      <ol className="max-w-[760px] list-decimal pt-1.5 pl-10 text-13 text-ink-2 marker:text-ink-3">
        <li>{t('stopLook')}</li>
        <li>{t('stopAsk')}</li>
        <li>{t('stopRansom')}</li>
      </ol>
      <div className="flex flex-wrap items-center gap-3 pt-3 pl-6">
        <Button variant="danger" isDisabled={isBusy} onPress={() => void run(undefined)}>
          {t('resume')}
        </Button>
        <p className="min-w-0 flex-1 text-12 text-ink-2">{t('resumeDetail')}</p>
      </div>
      {error === null ? null : (
        <div className="pt-3 pl-6">
          <ErrorNote error={error} />
        </div>
      )}
    </section>
  );
}
