import type { ReactNode } from 'react';

import type { BlobRef } from '#core/office/letter-acts.ts';
import { fill } from '#core/words/fill.ts';
import { timelineSentence, timelineSentences } from '#core/words/timeline.ts';
import { clock } from '#renderer/lib/format/dates.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLanguage, useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';

import { letterWords } from './letter-words.ts';
import { ProofButton } from './proof-button.tsx';
import { RecipientStates } from './recipient-states.tsx';
import type { StoryPoint } from './timeline-story.ts';

const icons: Readonly<Record<string, IconName>> = {
  'letter.registered': 'inbox',
  'letter.corrected': 'pen',
  'letter.attached': 'attachment',
  'letter.read': 'eye',
  'letter.disposed': 'disposition',
  'letter.recalled': 'undo',
  'letter.acknowledged': 'check',
  'letter.followed-up': 'attachment',
  'letter.finished': 'checkCircle',
  'letter.returned': 'undo',
  'letter.forwarded': 'forward',
  'letter.no-disposition': 'check',
  'letter.key-shared': 'key',
  'number.corrected': 'book',
  'number.issued': 'book',
  'memo.proposed': 'memo',
  'memo.revised': 'pen',
  'memo.approved': 'initials',
  'memo.signed': 'pen',
  'memo.returned': 'undo',
  'memo.withdrawn': 'undo',
  'memo.settled': 'checkCircle',
  'letter.settled': 'checkCircle',
};

/** The frame of one point: its sign on the line, and what it says. */
export function PointFrame(props: {
  readonly icon: IconName;
  readonly tone?: 'plain' | 'warning' | 'accent';
  readonly isLast: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { icon, tone = 'plain', isLast, children } = props;
  const look = {
    plain: 'border-line-strong bg-page text-ink-2',
    warning: 'border-warning-line bg-warning-soft text-warning',
    accent: 'border-accent bg-accent text-accent-on',
  }[tone];
  return (
    <li className="relative flex gap-2 pb-3">
      {isLast ? null : (
        <span aria-hidden className="absolute top-6 bottom-0 left-[11.5px] w-px bg-line-strong" />
      )}
      <span className={`flex size-6 shrink-0 items-center justify-center rounded-full border ${look}`}>
        <Icon name={icon} size={14} />
      </span>
      <div className="min-w-0 flex-1 text-12 leading-[18px] text-ink-2">{children}</div>
    </li>
  );
}

export interface TrailPointProps {
  readonly point: StoryPoint;
  readonly isLast: boolean;
  readonly onOpen: (document: BlobRef) => void;
}

/** One sentence of the Jejak with its time, its PC and its proof. */
export function TrailPoint({ point, isLast, onOpen }: TrailPointProps): ReactNode {
  const t = useWords(letterWords);
  const words = useOfficeWords();
  const language = useLanguage();
  const format = useFormat();
  const { item, agenda, disposition } = point;
  const sentences = timelineSentences(language);
  const printedDue = (due: string) => `${format.shortDate(due)}${due.length > 10 ? ` ${clock(due)}` : ''}`;
  // What is contested may yet count: it is not struck out.
  const isOver = item.ineffective !== null && item.ineffective !== 'contested';
  const said = timelineSentence(language, item, { due: printedDue, number: format.number }, agenda);
  return (
    <PointFrame icon={icons[item.type] ?? 'infoCircle'} isLast={isLast}>
      <p className={`selectable ${isOver ? 'line-through' : ''}`}>
        {said.map((stretch, index) =>
          stretch.strong ? (
            <strong key={index} className="font-semibold text-ink">
              {stretch.text}
            </strong>
          ) : (
            <span key={index}>{stretch.text}</span>
          ),
        )}
      </p>
      {item.ineffective === null ? null : (
        <p className="text-warning">
          {fill(isOver ? sentences.noEffect : sentences.noEffectYet, {
            reason: words.ineffective[item.ineffective],
          })}
        </p>
      )}
      {disposition === null ? null : <RecipientStates disposition={disposition} />}
      {item.attachments.map((document) => (
        <button
          key={document.sha256}
          type="button"
          aria-label={t('openAttachment', { name: document.name })}
          onClick={() => {
            onOpen(document);
          }}
          className="flex max-w-full items-center gap-1 rounded-chip font-medium text-accent hover:underline"
        >
          <Icon name="attachment" size={14} />
          <span className="truncate">{document.name}</span>
        </button>
      ))}
      <p className="flex items-center justify-between text-ink-3">
        <span className="truncate">
          {format.dayDateTime(item.by.time)} · {item.proof.device}
        </span>
        <ProofButton item={item} />
      </p>
    </PointFrame>
  );
}
