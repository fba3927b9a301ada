import type { KeyboardEvent, ReactNode, Ref } from 'react';

import { type TaskKind, taskKinds } from '#core/office/tasks.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import type { BoxPlace } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

import { queueWords } from './queue-words.ts';

/** The filters of "my tasks": three kinds by name, the rest together. */
export const chipKinds = {
  dispose: ['dispose'],
  initials: ['initials'],
  sign: ['sign'],
  other: taskKinds.filter((kind) => !['dispose', 'initials', 'sign'].includes(kind)),
} as const satisfies Record<string, readonly TaskKind[]>;
type ChipName = keyof typeof chipKinds;
const chipNames: readonly ChipName[] = ['dispose', 'initials', 'sign', 'other'];

export interface QueueHeadProps {
  readonly box: BoxPlace;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly kinds: readonly TaskKind[] | null;
  readonly onKinds: (kinds: readonly TaskKind[] | null) => void;
  readonly isUnreadOnly: boolean;
  readonly onUnreadOnly: (isUnreadOnly: boolean) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly onLeaveField: () => void;
}

function KindChips({ counts, total, kinds, onKinds }: QueueHeadProps): ReactNode {
  const t = useWords(queueWords);
  const format = useFormat();
  const countOf = (name: ChipName) => chipKinds[name].reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const value = chipNames.find((name) => kinds !== null && chipKinds[name].join() === kinds.join()) ?? 'all';
  return (
    <FilterChips<ChipName | 'all'>
      label={t('kinds')}
      value={value}
      onChange={(name) => {
        onKinds(name === 'all' ? null : chipKinds[name]);
      }}
      chips={[
        { id: 'all', label: t('all'), count: format.number(kinds === null ? Math.max(total, known) : known) },
        ...chipNames.map((name) => ({ id: name, label: t(name), count: format.number(countOf(name)) })),
      ]}
    />
  );
}

function UnreadChips({ isUnreadOnly, onUnreadOnly, total }: QueueHeadProps): ReactNode {
  const t = useWords(queueWords);
  const format = useFormat();
  const shown = format.number(total);
  return (
    <FilterChips<'all' | 'unread'>
      label={t('states')}
      value={isUnreadOnly ? 'unread' : 'all'}
      onChange={(name) => {
        onUnreadOnly(name === 'unread');
      }}
      chips={[
        { id: 'all', label: t('all'), count: isUnreadOnly ? undefined : shown },
        { id: 'unread', label: t('unread'), count: isUnreadOnly ? shown : undefined },
      ]}
    />
  );
}

/** Title, filter field and filter chips of a list. */
export function QueueHead(props: QueueHeadProps): ReactNode {
  const { box, query, onQuery, fieldRef, onLeaveField, isUnreadOnly, onUnreadOnly } = props;
  const t = useWords(queueWords);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      if (query !== '') onQuery('');
      onLeaveField();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onLeaveField();
    }
  }
  return (
    <div className="flex h-20 shrink-0 flex-col">
      <div className="flex h-12 items-end gap-1 pr-3 pb-2 pl-4">
        <h1 className="min-w-0 flex-1 truncate text-16 leading-7 font-semibold text-ink">{t(box)}</h1>
        <Menu
          label={t('options')}
          placement="bottom end"
          trigger={
            <MenuButton
              label={t('options')}
              className={`mr-1 inline-flex size-7 items-center justify-center rounded-control hover:bg-hover ${isUnreadOnly ? 'bg-accent-soft text-accent' : 'text-ink-2'}`}
            >
              <Icon name="sliders" />
            </MenuButton>
          }
          entries={[
            {
              id: 'unread',
              label: t('onlyUnread'),
              isChosen: isUnreadOnly,
              run: () => {
                onUnreadOnly(!isUnreadOnly);
              },
            },
          ]}
        />
        <TextField
          label={t('filterField')}
          isLabelHidden
          isDense
          isQuiet
          icon="search"
          placeholder={t('filter')}
          shortcut="/"
          value={query}
          onChange={onQuery}
          inputRef={fieldRef}
          onKeyDown={onKeyDown}
          className="w-34"
        />
      </div>
      <div className="flex h-8 items-start overflow-hidden pl-2">
        {box === 'todo' ? <KindChips {...props} /> : <UnreadChips {...props} />}
      </div>
    </div>
  );
}
