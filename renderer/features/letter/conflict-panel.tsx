import { type ReactNode, useId } from 'react';

import type { ConflictView, LetterView } from '#core/contract/views.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { useConflictWording } from './conflict-words.ts';
import { letterWords } from './letter-words.ts';

function waitingFor(conflict: ConflictView, letter: LetterView): 'waitsYou' | 'waitsAlsoYou' | 'waitsOther' {
  if (!conflict.maySettle) return 'waitsOther';
  return conflict.settler?.position === letter.acting?.position ? 'waitsYou' : 'waitsAlsoYou';
}

function OneConflict(props: {
  readonly conflict: ConflictView;
  readonly letter: LetterView;
  readonly onOpen: (document: BlobRef) => void;
}): ReactNode {
  const { conflict, letter, onOpen } = props;
  const t = useWords(letterWords);
  const format = useFormat();
  const wording = useConflictWording(conflict);
  const titleId = useId();
  const documents = new Set(conflict.sides.flatMap((side) => side.document?.sha256 ?? []));
  return (
    <section aria-labelledby={titleId} className="px-5 py-2.5">
      <div className="flex gap-2">
        <Icon name="warning" className="mt-0.5 text-warning" />
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-13 font-semibold text-warning">
            {wording.title}
          </h2>
          <p className="text-12 text-ink-2">
            {wording.reason}{' '}
            <Weighted text={t(waitingFor(conflict, letter), { who: conflict.settler?.title ?? '' })} />
          </p>
        </div>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(220px,1fr))] gap-2 pt-2 pl-6">
        {conflict.sides.map((side) => (
          <li
            key={side.entry}
            className="selectable flex min-w-0 gap-2 rounded-control border border-warning-line bg-page px-2.5 py-1.5 text-12 text-ink-2"
          >
            <Icon name={wording.icon(side)} size={14} className="mt-px text-ink-2" />
            <div className="min-w-0 flex-1">
              <p className="text-ink">
                <Weighted text={wording.told(side)} />
              </p>
              <p className="text-ink-3">
                {side.by.name}, {format.dayDateTime(side.by.time)}
              </p>
              {side.by.note === '' ? null : (
                <p className="line-clamp-2" title={side.by.note}>
                  {t('sideNote', { note: side.by.note })}
                </p>
              )}
              {side.document === null || documents.size < 2 ? null : (
                <Button
                  variant="link"
                  label={t('readDraftOf', { who: side.by.title, time: format.dayDateTime(side.by.time) })}
                  onPress={() => {
                    if (side.document !== null) onOpen(side.document);
                  }}
                >
                  {t('readDraft')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * What people decided differently without having seen each other: both sides, who is waited for. The way to settle it
 * is the primary button of the letter's own bar.
 */
export function ConflictPanel(props: {
  readonly letter: LetterView;
  readonly onOpen: (document: BlobRef) => void;
}): ReactNode {
  const { letter, onOpen } = props;
  if (letter.conflicts.length === 0) return null;
  return (
    <div className="max-h-60 shrink-0 divide-y divide-warning-line overflow-y-auto border-b border-warning-line bg-warning-soft">
      {letter.conflicts.map((conflict) => (
        <OneConflict
          key={`${conflict.kind} ${conflict.field ?? ''}`}
          conflict={conflict}
          letter={letter}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}
