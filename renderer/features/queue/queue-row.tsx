import { type ReactNode, memo } from 'react';

import type { TaskKind } from '#core/office/tasks.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';

import { DueLabel } from './due-label.tsx';
import { queueWords } from './queue-words.ts';

export const taskIcons: Readonly<Record<TaskKind, IconName>> = {
  dispose: 'disposition',
  followUp: 'checkCircle',
  initials: 'initials',
  sign: 'pen',
  revise: 'undo',
  forward: 'forward',
  readCopy: 'eye',
  settle: 'warning',
};
const kindIcons = { incomingLetter: 'inbox', officialMemo: 'memo' } as const;

export interface QueueRowProps {
  readonly row: LetterRow;
  readonly id: string;
  readonly index: number;
  readonly total: number;
  readonly isChosen: boolean;
  readonly now: number;
  readonly onChoose: (index: number) => void;
}

function Urgency({
  urgency,
  label,
}: {
  readonly urgency: LetterRow['urgency'];
  readonly label: string;
}): ReactNode {
  if (urgency === 'segera') return <Icon name="chevronUp" size={14} label={label} className="text-warning" />;
  if (urgency === 'sangatSegera')
    return <Icon name="chevronsUp" size={14} label={label} className="text-danger" />;
  return null;
}

/** One line of the queue: sender, action and due in fixed columns; the subject owns its line. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps): ReactNode {
  const { row, id, index, total, isChosen, now, onChoose } = props;
  const t = useWords(queueWords);
  const words = useOfficeWords();
  const format = useFormat();
  const shown = useLetterNames()(row);
  const isHeavy = row.unread || isChosen;
  const iconTone = isChosen ? 'text-accent' : 'text-ink-3';
  const isClosed = row.securityClass !== 'biasa';
  const hasMarks = isClosed || row.delivery === 'local' || row.contested;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      onPointerDown={() => {
        onChoose(index);
      }}
      className={`relative grid h-[53px] grid-cols-[17px_23px_1fr_auto] content-start border-b border-line pt-1.5 pr-3 text-13 ${isChosen ? 'bg-accent-soft group-focus/list:outline-2 group-focus/list:-outline-offset-2 group-focus/list:outline-focus' : 'hover:bg-hover'}`}
    >
      {isChosen ? (
        <span aria-hidden className="absolute inset-y-0 left-0 w-[3px] bg-accent group-focus/list:hidden" />
      ) : null}
      <span className="row-span-2 flex h-5 items-center justify-center">
        {row.unread ? (
          <>
            <span aria-hidden className="size-1.5 rounded-full bg-accent" />
            <span className="sr-only">{t('unreadSpoken')}</span>
          </>
        ) : null}
      </span>
      <span className={`flex h-5 items-center ${iconTone}`}>
        <Icon name={kindIcons[row.kind]} label={words.letterKind[row.kind]} className="-ml-px" />
      </span>
      <span className="col-span-2 flex min-w-0 items-center">
        <span className={`w-32 shrink-0 truncate pr-1.5 ${isHeavy ? 'font-semibold text-ink' : 'text-ink'}`}>
          {shown.from}
        </span>
        <span
          className={`flex min-w-0 flex-1 items-center gap-1 pr-1 text-12 ${isChosen ? 'text-ink' : 'text-ink-2'}`}
        >
          {row.task === null ? (
            <span className="truncate">{row.at ?? row.number}</span>
          ) : (
            <>
              <Icon name={taskIcons[row.task]} size={14} className={iconTone} />
              <span className="truncate">{words.taskKind[row.task]}</span>
            </>
          )}
        </span>
        {row.due === null ? (
          <span className="text-12 text-ink-2">{format.shortDate(format.dayOf(row.receivedAt))}</span>
        ) : (
          <DueLabel due={row.due} now={now} />
        )}
      </span>
      <span className="flex h-5 items-center">
        <Urgency urgency={row.urgency} label={words.urgency[row.urgency]} />
      </span>
      <span
        className={`truncate ${hasMarks ? '' : 'col-span-2'} ${isHeavy ? 'text-ink' : 'text-ink-2'} ${row.sealed ? 'italic' : ''}`}
      >
        {shown.subject}
      </span>
      {hasMarks ? (
        <span className="flex h-5 items-center gap-1 pl-1 text-ink-2">
          {row.contested ? (
            <Icon name="warning" size={14} label={t('contestedSpoken')} className="text-warning" />
          ) : null}
          {row.delivery === 'local' ? <Icon name="arrowUp" size={14} label={t('localSpoken')} /> : null}
          {isClosed ? <Icon name="lock" size={14} label={words.securityClass[row.securityClass]} /> : null}
        </span>
      ) : null}
    </div>
  );
});

/** Stands where a row will be while its page is on the way, so that nothing moves. */
export function QueueRowGap(): ReactNode {
  return (
    <div
      role="presentation"
      className="flex h-[53px] flex-col justify-center gap-2 border-b border-line pr-3 pl-10"
    >
      <span className="h-2 w-1/2 rounded-chip bg-line" />
      <span className="h-2 w-3/4 rounded-chip bg-line" />
    </div>
  );
}
