import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';

import { LetterFrame } from './letter-frame.tsx';
import { firstRunWords } from './words.ts';

const ReplayPanel = lazy(async () => ({
  default: (await import('#renderer/features/sync/index.ts')).ReplayPanel,
}));

/** Between the request and the admission: six digits to compare. The session's change opens the office by itself. */
export function WaitingPage(props: { readonly pending: NonNullable<SessionView['pending']> }): ReactNode {
  const t = useWords(firstRunWords);
  const { digits, name, title, device } = props.pending;
  const sync = useAsk('sync.status', undefined).data;
  if (sync !== undefined && (sync.replay !== null || sync.readingPaused)) {
    return (
      <LetterFrame question={t('admittedQuestion', { name })} step={3}>
        <p className="pb-4 text-13 text-ink-2">{t('admittedDetail')}</p>
        <Suspense fallback={null}>
          <ReplayPanel replay={sync.replay} readingPaused={sync.readingPaused} />
        </Suspense>
        <p className="pt-3 text-12 text-ink-3">{t('admittedClose')}</p>
      </LetterFrame>
    );
  }
  const spaced = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  return (
    <LetterFrame question={t(device ? 'deviceWaitQuestion' : 'waitQuestion')} step={3}>
      <p className="text-13 text-ink-2">{t(device ? 'deviceWaitDetail' : 'waitDetail')}</p>
      <div
        role="group"
        aria-label={t('digitsSpoken', { digits: [...digits].join(' ') })}
        className="selectable my-5 flex justify-center gap-2"
      >
        {[...spaced].map((digit, index) =>
          digit === ' ' ? (
            <span key="gap" aria-hidden className="w-4" />
          ) : (
            <span
              key={`${index}${digit}`}
              aria-hidden
              className="flex h-14 w-11 items-center justify-center rounded-control border border-control bg-sheet text-28 font-semibold text-ink"
            >
              {digit}
            </span>
          ),
        )}
      </div>
      <div className="flex items-center gap-3 border-y border-line py-3">
        <Icon name="clock" className="text-warning" />
        <p role="status" className="min-w-0 flex-1 text-13 font-medium text-ink">
          {device ? t('deviceWaiting', { name }) : t('waiting', { name, title })}
        </p>
        <ProgressBar
          label={t(device ? 'deviceWaitQuestion' : 'waitQuestion')}
          share={null}
          className="w-24"
        />
      </div>
      <p className="flex gap-2 pt-3 text-12 text-ink-2">
        <Icon name="shieldAlert" size={14} className="mt-px" />
        {t(device ? 'deviceWaitWhy' : 'waitWhy')}
      </p>
      <p className="pt-2 pl-[22px] text-12 text-ink-3">{t('waitClose')}</p>
    </LetterFrame>
  );
}
