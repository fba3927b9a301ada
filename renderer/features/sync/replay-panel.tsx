import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';

import { roughTime } from './rough-time.ts';
import { syncWords } from './words.ts';

/** Taking in a large office: how far, how fast, how long still, and a way to pause that leaves nothing half. */
export function ReplayPanel(props: Pick<SyncView, 'replay' | 'readingPaused'>): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const pause = useAct('sync.pause-reading');
  const goOn = useAct('sync.continue-reading');
  const { replay, readingPaused } = props;
  if (replay === null && !readingPaused) return null;
  const error = pause.error ?? goOn.error;
  const timeLeft = (seconds: number) => {
    const { key, count } = roughTime(seconds);
    return key === 'timeLeftSoon' ? t(key) : t(key, { count });
  };
  const facts =
    replay === null
      ? []
      : [
          t(replay.phase === 'entries' ? 'replayEntries' : 'replayLetters', {
            done: format.number(replay.done),
            known: format.number(replay.known),
          }),
          ...(replay.perSecond === null ? [] : [t('replayRate', { rate: format.number(replay.perSecond) })]),
          ...(replay.secondsLeft === null ? [] : [timeLeft(replay.secondsLeft)]),
        ];
  return (
    <section
      aria-labelledby="sync-replay"
      className="rounded-control border border-line-strong bg-page px-4 py-3"
    >
      <div className="flex items-center gap-2">
        <Icon name={readingPaused ? 'pause' : 'download'} className="text-ink-2" />
        <h2 id="sync-replay" className="min-w-0 flex-1 text-14 font-semibold text-ink">
          {readingPaused
            ? t('replayPaused')
            : t(replay?.phase === 'letters' ? 'replayTitleLetters' : 'replayTitle')}
        </h2>
        {readingPaused ? (
          <Button size="dense" isDisabled={goOn.isBusy} onPress={() => void goOn.run(undefined)}>
            {t('replayContinue')}
          </Button>
        ) : (
          <Button
            size="dense"
            icon="pause"
            isDisabled={pause.isBusy}
            onPress={() => void pause.run(undefined)}
          >
            {t('replayPause')}
          </Button>
        )}
      </div>
      {replay === null ? null : (
        <>
          <ProgressBar
            label={t('replayTitle')}
            share={replay.known === 0 ? null : replay.done / replay.known}
            text={facts[0] ?? ''}
            className="w-full pt-2.5"
          />
          <p className="flex flex-wrap gap-x-4 pt-1.5 text-12 text-ink-2">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </>
      )}
      <p className="pt-1 text-12 text-ink-3">{t(readingPaused ? 'replayPausedText' : 'replayText')}</p>
      {error === null ? null : (
        <div className="pt-2">
          <ErrorNote error={error} />
        </div>
      )}
    </section>
  );
}
