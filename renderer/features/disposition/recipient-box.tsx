import { type ReactNode, useRef, useState } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';

import { type DispositionDraft, withOwn, withRecipient, withoutRecipient } from './disposition-draft.ts';
import { dispositionWords } from './disposition-words.ts';
import { matchingPositions, positionOptions } from './recipient-choices.ts';
import { RecipientRow } from './recipient-row.tsx';

export interface RecipientBoxProps {
  readonly draft: DispositionDraft;
  readonly onChange: (draft: DispositionDraft) => void;
  readonly positions: OfficeView['positions'];
  /** Positions of mine: a disposition does not go to oneself. */
  readonly mine: ReadonlySet<string>;
  /** Positions last disposed to, newest first. */
  readonly recent: readonly string[];
  readonly isMissing: boolean;
}

/** How many recent recipients have a number key. */
const RECENTS = 2;

/** Diteruskan kepada: the recipients, a field that completes positions and names, and the recent ones by number. */
export function RecipientBox(props: RecipientBoxProps): ReactNode {
  const { draft, onChange, positions, mine, recent, isMissing } = props;
  const t = useWords(dispositionWords);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement | null>(null);
  const taken = new Set([...mine, ...draft.recipients.map((r) => r.position)]);
  const matching = matchingPositions(positions, typed, taken);
  const recents = recent
    .filter((id) => !taken.has(id))
    .map((id) => positions.find((p) => p.id === id))
    .filter((p) => p !== undefined)
    .slice(0, RECENTS);
  function add(position: string): void {
    onChange(withRecipient(draft, position));
    setTyped('');
    field.current?.focus();
  }
  return (
    <div className={`rounded-control border bg-page ${isMissing ? 'border-danger' : 'border-control'}`}>
      <ul>
        {draft.recipients.map((recipient) => {
          const position = positions.find((p) => p.id === recipient.position);
          if (position === undefined) return null;
          return (
            <RecipientRow
              key={recipient.position}
              recipient={recipient}
              position={position}
              common={draft}
              onOwn={(own) => {
                onChange(withOwn(draft, recipient.position, own));
              }}
              onRemove={() => {
                onChange(withoutRecipient(draft, recipient.position));
                field.current?.focus();
              }}
            />
          );
        })}
      </ul>
      <div className="flex h-9 items-center gap-2 pr-2 pl-3 focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-focus">
        <ComboBox
          // Begins anew after each pick: its list stays closed until something is typed again.
          key={draft.recipients.length}
          label={t('recipientField')}
          isLabelHidden
          isBare
          opens="input"
          icon="plus"
          placeholder={t('addRecipient')}
          options={positionOptions(matching, typed, t('vacant'))}
          value={typed}
          onInput={setTyped}
          onPick={add}
          emptyText={t('noRecipient')}
          inputRef={field}
          autoFocus
          className="flex-1"
          onKeyDown={(event) => {
            const pick =
              typed === '' && /^[1-9]$/u.test(event.key) ? recents[Number(event.key) - 1] : undefined;
            if (pick !== undefined) {
              event.preventDefault();
              add(pick.id);
            }
            const last = draft.recipients.at(-1);
            if (event.key === 'Backspace' && typed === '' && last !== undefined)
              onChange(withoutRecipient(draft, last.position));
          }}
        />
        {recents.length === 0 ? null : <span className="text-12 text-ink-3">{t('recent')}</span>}
        {recents.map((position, index) => (
          <button
            key={position.id}
            type="button"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => {
              add(position.id);
            }}
            className="flex h-6 max-w-38 items-center gap-1.5 rounded-control border border-line-strong px-1.5 text-12 text-ink-2 hover:border-control"
          >
            <KeyCap keys={String(index + 1)} />
            <span className="truncate">{position.title}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
