import type { ReactNode } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ZoomTools } from '#renderer/features/pages/index.ts';
import { dueState } from '#renderer/lib/format/due.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import type { PdfControls } from '#renderer/ui/pdf/pdf-controls.ts';

import { signWords } from './words.ts';

/** The way back, what the letter is, what it waits for, and the viewer's tools, in one line. */
export function SignHeader(props: {
  readonly letter: LetterView;
  readonly act: 'initials' | 'sign';
  readonly isMine: boolean;
  readonly controls: PdfControls;
  readonly pageCount: number;
  readonly onBack: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const { letter, act } = props;
  return (
    <header className="flex h-11 shrink-0 items-center gap-3 pr-2 pl-2">
      <Button variant="quiet" size="dense" icon="chevronLeft" onPress={props.onBack}>
        {t('back')}
      </Button>
      <span aria-hidden className="h-5 border-l border-line-strong" />
      <h1 className="min-w-24 truncate text-14 font-semibold text-ink" title={letter.subject}>
        {letter.subject}
      </h1>
      <p className="min-w-0 flex-1 truncate text-12 text-ink-2">{useMeta(letter)}</p>
      {/* On a narrow window the subject needs the room; the panel says what waits. */}
      <div className="flex items-center gap-3 max-[899px]:hidden">
        {props.isMine ? (
          <Chip tone="accent" icon={act === 'sign' ? 'pen' : 'initials'}>
            {act === 'sign' ? t('waitingSign') : t('waitingInitials')}
          </Chip>
        ) : null}
        <DueChip due={letter.due} />
        <span aria-hidden className="h-5 border-l border-line-strong" />
      </div>
      <ZoomTools controls={props.controls} pageCount={props.pageCount} />
    </header>
  );
}

function useMeta(letter: LetterView): string {
  const t = useWords(signWords);
  const [first, ...more] = letter.memo?.to ?? [];
  if (first === undefined) return letter.number;
  const to = more.length === 0 ? first.title : t('metaMore', { first: first.title, count: more.length });
  return letter.number === '' ? t('metaPlain', { to }) : t('meta', { number: letter.number, to });
}

function DueChip(props: { readonly due: string | null }): ReactNode {
  const t = useWords(signWords);
  const format = useFormat();
  const now = useMinute();
  const { due } = props;
  if (due === null) return null;
  const { nearness, daysLate } = dueState(due, now, format.timeZone);
  const clock = due.length > 10 ? `, ${due.slice(11, 16).replace(':', '.')}` : '';
  if (nearness === 'late') {
    return (
      <Chip tone="danger" icon="alertCircle">
        {daysLate === 0 ? `${t('lateToday')}${clock}` : t('lateDays', { count: daysLate })}
      </Chip>
    );
  }
  return (
    <Chip tone={nearness === 'today' ? 'warning' : 'plain'} icon="clock">
      {nearness === 'today' ? `${t('dueToday')}${clock}` : `${format.dayDate(due)}${clock}`}
    </Chip>
  );
}
