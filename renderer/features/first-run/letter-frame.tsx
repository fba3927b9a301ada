import type { ReactNode } from 'react';

import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Mark } from '#renderer/ui/icons/mark.tsx';

import { firstRunWords } from './words.ts';

/** First run is a letter with one question: letterhead, date, salutation, the question, its answer, and a footer. */
export function LetterFrame(props: {
  readonly question: string;
  readonly step: 1 | 2 | 3;
  readonly children: ReactNode;
  /** Buttons; without them the footer says where data stays. */
  readonly actions?: ReactNode;
  /** A failure; it stands above the buttons, whatever the body's scroll. */
  readonly notice?: ReactNode;
}) {
  const t = useWords(firstRunWords);
  const format = useFormat();
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center bg-desk p-4">
      <main className="flex max-h-full min-h-[572px] w-[760px] flex-col bg-page shadow-[0_8px_40px_var(--nk-shade)]">
        <header className="shrink-0 px-14 pt-[38px]">
          <div className="-ml-2 flex items-center gap-3.5">
            <Mark size={56} />
            <div className="-ml-0.5">
              <p className="text-28 font-semibold text-ink">Nirkertas</p>
              <p className="text-14 text-ink-2">{t('tagline')}</p>
            </div>
          </div>
          <div className="pt-4">
            <GarisKop />
          </div>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-14 pt-4">
          <p className="text-right text-13 text-ink-2">{format.fullDate(format.today())}</p>
          <p className="pt-2 text-13 text-ink-2">{t('salutation')}</p>
          <h1 className="pt-1 pb-[22px] text-20 font-semibold text-ink">{props.question}</h1>
          {props.children}
        </div>
        <div className="shrink-0 px-14 pt-2 empty:hidden">{props.notice}</div>
        <footer className="flex min-h-20 shrink-0 items-center gap-2 px-14 pb-6">
          {props.actions === undefined ? (
            <>
              <Icon name="lock" size={14} className="text-ink-2" />
              <p className="flex-1 text-12 text-ink-2">{t('privacy')}</p>
              <p className="text-12 text-ink-2">{t('step', { step: props.step })}</p>
            </>
          ) : (
            <>
              <p className="flex-1 text-12 text-ink-2">{t('step', { step: props.step })}</p>
              {props.actions}
            </>
          )}
        </footer>
      </main>
    </div>
  );
}
