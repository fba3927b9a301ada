import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PositionView } from '#core/contract/views.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';

import { matchingPositions } from './matching-positions.ts';
import { memoWords } from './words.ts';

/** Positions chosen one by one, by title or by the holder's name. */
export function PositionPicker(props: {
  readonly label: string;
  readonly positions: readonly PositionView[];
  readonly chosen: readonly string[];
  /** Positions that cannot be chosen here. */
  readonly without?: readonly string[];
  readonly error?: string | undefined;
  /** The first field of its form: the hand begins here. */
  readonly autoFocus?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const { positions, chosen, onChange } = props;
  const rows = chosen.flatMap((id) => positions.find((position) => position.id === id) ?? []);
  return (
    <div
      className={`rounded-control border bg-page has-[input:focus]:border-focus has-[input:focus]:ring-1 has-[input:focus]:ring-focus ${props.error === undefined ? 'border-control' : 'border-danger'}`}
    >
      {rows.length === 0 ? null : (
        <ul>
          {rows.map((position) => (
            <li key={position.id} className="flex items-center gap-2 border-b border-line py-1 pr-1 pl-2">
              <Avatar name={position.holders[0]?.name ?? position.title} size={24} />
              <p className="min-w-0 flex-1 truncate text-13 text-ink">
                {position.title}{' '}
                <span className="text-ink-3">{position.holders[0]?.name ?? t('vacant')}</span>
              </p>
              <IconButton
                icon="close"
                iconSize={14}
                label={t('remove', { title: position.title })}
                onPress={() => onChange(chosen.filter((id) => id !== position.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="px-2">
        <AddPosition
          label={`${props.label}: ${t('addPosition')}`}
          placeholder={t('addPosition')}
          positions={positions}
          without={[...chosen, ...(props.without ?? [])]}
          autoFocus={props.autoFocus === true}
          onPick={(id) => onChange([...chosen, id])}
        />
      </div>
      {props.error === undefined ? null : (
        <p role="alert" className="border-t border-line px-2 py-1 text-12 text-danger">
          {props.error}
        </p>
      )}
    </div>
  );
}

/** A field that adds one position and empties itself. */
export function AddPosition(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly positions: readonly PositionView[];
  readonly without: readonly string[];
  readonly autoFocus?: boolean;
  readonly onPick: (position: string) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(0);
  const options = matchingPositions(props.positions, typed, props.without).map((position) => ({
    id: position.id,
    label: position.title,
    detail: position.holders[0]?.name ?? t('vacant'),
  }));
  return (
    <ComboBox
      // Begins anew after each pick, so that its list does not stay over the fields below.
      key={picked}
      label={props.label}
      isLabelHidden
      isBare
      opens={picked === 0 && props.autoFocus !== true ? 'focus' : 'input'}
      autoFocus={picked > 0 || props.autoFocus === true}
      icon="plus"
      placeholder={props.placeholder}
      options={options}
      value={typed}
      onInput={setTyped}
      onPick={(id) => {
        setTyped('');
        setPicked(picked + 1);
        props.onPick(id);
      }}
      onBlur={() => setTyped('')}
      emptyText={typed.trim() === '' ? undefined : t('noPosition')}
    />
  );
}
