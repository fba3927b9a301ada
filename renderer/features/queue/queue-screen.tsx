import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';

import type { TaskKind } from '#core/office/tasks.ts';
import { LetterScreen } from '#renderer/features/letter/index.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import type { BoxPlace } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

import { QueueEmpty } from './queue-empty.tsx';
import { QueueHead } from './queue-head.tsx';
import { layoutQueue } from './queue-layout.ts';
import { QueueList } from './queue-list.tsx';
import { rowKey } from './queue-row-key.ts';
import { queueWords } from './queue-words.ts';
import { useNeighbours } from './use-neighbours.ts';
import { type QueueFilter, useQueuePages } from './use-queue-pages.ts';

export interface QueueScreenProps {
  readonly box: BoxPlace;
  readonly filter: { readonly kinds?: readonly TaskKind[]; readonly unread?: boolean };
  /** The letter that the address names. */
  readonly letter: string | null;
}

/** A list of letters and, beside it, the chosen one. One key moves on; finishing one moves on by itself. */
export function QueueScreen({ box, filter: asked, letter }: QueueScreenProps): ReactNode {
  const t = useWords(queueWords);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const settled = useDeferredValue(query);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const [chosen, setChosen] = useState(0);
  const windowRows = useRef(10);
  const list = useRef<HTMLDivElement | null>(null);
  const field = useRef<HTMLInputElement | null>(null);
  const pane = useRef<HTMLElement | null>(null);
  const kinds = asked.kinds ?? null;
  const isUnreadOnly = asked.unread === true;

  const filter = useMemo(
    (): QueueFilter => ({
      box,
      ...(kinds === null ? {} : { kinds: [...kinds] }),
      ...(isUnreadOnly ? { unread: true } : {}),
      ...(settled.trim() === '' ? {} : { query: settled.trim() }),
    }),
    [box, kinds, isUnreadOnly, settled],
  );
  const rows = useQueuePages(filter, range.first, range.last);
  const layout = useMemo(() => layoutQueue(rows.groups, rows.total), [rows.groups, rows.total]);

  // The list changes under the person: what they read stays chosen, wherever its row went.
  const chosenKey = useRef<string | null>(null);
  const row = rows.at(chosen);
  const key = row === undefined ? null : rowKey(row);
  useEffect(() => {
    if (key === chosenKey.current || rows.isEmptyYet) return;
    for (let index = range.first; index <= range.last && chosenKey.current !== null; index += 1) {
      const other = rows.at(index);
      if (other !== undefined && rowKey(other) === chosenKey.current) {
        setChosen(index);
        return;
      }
    }
    chosenKey.current = key;
    if (chosen >= rows.total && rows.total > 0) setChosen(rows.total - 1);
  }, [key, rows, range, chosen]);
  // An address that names a letter chooses its row once it is there.
  const wanted = useRef(letter);
  useEffect(() => {
    if (wanted.current === null || rows.isEmptyYet) return;
    for (let index = range.first; index <= range.last; index += 1) {
      if (rows.at(index)?.id === wanted.current) {
        chosenKey.current = null;
        setChosen(index);
        break;
      }
    }
    wanted.current = null;
  }, [rows, range]);

  const choose = useCallback((index: number) => {
    chosenKey.current = null;
    setChosen(index);
    list.current?.focus({ preventScroll: true });
  }, []);
  const move = (to: number) => {
    if (rows.total > 0) choose(Math.min(Math.max(to, 0), rows.total - 1));
  };
  useNeighbours(rows, chosen);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);

  const setFilter = (next: { kinds?: readonly TaskKind[] | null; unread?: boolean }) => {
    const nextKinds = next.kinds === undefined ? kinds : next.kinds;
    const nextUnread = next.unread ?? isUnreadOnly;
    chosenKey.current = null;
    setChosen(0);
    void navigate({
      to: '/box/$box',
      params: { box },
      search: {
        ...(nextKinds === null ? {} : { kinds: [...nextKinds] }),
        ...(nextUnread ? { unread: true } : {}),
      },
      replace: true,
    });
  };

  useCommands([
    {
      id: 'queue-next',
      label: t('next'),
      group: 'queue',
      keys: ['j', 'ArrowDown'],
      isKeyOnly: true,
      run: () => {
        move(chosen + 1);
      },
    },
    {
      id: 'queue-previous',
      label: t('previous'),
      group: 'queue',
      keys: ['k', 'ArrowUp'],
      isKeyOnly: true,
      run: () => {
        move(chosen - 1);
      },
    },
    {
      id: 'queue-page-down',
      label: t('next'),
      group: 'queue',
      keys: ['PageDown'],
      isKeyOnly: true,
      run: () => {
        move(chosen + windowRows.current);
      },
    },
    {
      id: 'queue-page-up',
      label: t('previous'),
      group: 'queue',
      keys: ['PageUp'],
      isKeyOnly: true,
      run: () => {
        move(chosen - windowRows.current);
      },
    },
    {
      id: 'queue-first',
      label: t('first'),
      group: 'queue',
      keys: ['Home'],
      isKeyOnly: true,
      run: () => {
        move(0);
      },
    },
    {
      id: 'queue-last',
      label: t('last'),
      group: 'queue',
      keys: ['End'],
      isKeyOnly: true,
      run: () => {
        move(rows.total - 1);
      },
    },
    {
      id: 'queue-open',
      label: t('open'),
      group: 'queue',
      keys: ['Enter'],
      isKeyOnly: true,
      run: () => {
        pane.current?.focus();
      },
    },
    {
      id: 'queue-back',
      label: t('backToList'),
      group: 'queue',
      keys: ['Escape'],
      isKeyOnly: true,
      run: () => {
        list.current?.focus({ preventScroll: true });
      },
    },
    {
      id: 'queue-filter',
      label: t('focusFilter'),
      group: 'queue',
      keys: ['/'],
      icon: 'search',
      run: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
  ]);

  const hasFilter = settled.trim() !== '' || kinds !== null || isUnreadOnly;
  return (
    <div className="flex min-w-0 flex-1">
      <section className="flex w-85 shrink-0 flex-col border-r border-line bg-sheet" aria-label={t(box)}>
        <QueueHead
          box={box}
          counts={rows.counts}
          total={rows.total}
          kinds={kinds}
          onKinds={(next) => {
            setFilter({ kinds: next });
          }}
          isUnreadOnly={isUnreadOnly}
          onUnreadOnly={(unread) => {
            setFilter({ unread });
          }}
          query={query}
          onQuery={(text) => {
            setQuery(text);
            chosenKey.current = null;
            setChosen(0);
          }}
          fieldRef={field}
          onLeaveField={() => list.current?.focus({ preventScroll: true })}
        />
        {rows.total === 0 ? (
          <QueueEmpty
            box={box}
            hasFilter={hasFilter}
            isLoading={rows.isEmptyYet}
            onClear={() => {
              setQuery('');
              setFilter({ kinds: null, unread: false });
            }}
          />
        ) : (
          <QueueList
            title={t(box)}
            rows={rows}
            layout={layout}
            range={range}
            onRange={setRange}
            chosen={chosen}
            onChoose={choose}
            listRef={list}
            onWindowRows={(count) => {
              windowRows.current = count;
            }}
          />
        )}
      </section>
      {row === undefined ? (
        <section className="flex-1 bg-sheet">
          {rows.total === 0 ? null : (
            <EmptyState icon="inbox" title={t('chooseLetter')}>
              {t('chooseLetterText')}
            </EmptyState>
          )}
        </section>
      ) : (
        <LetterScreen
          letter={row.id}
          row={row}
          paneRef={pane}
          position={{
            label: t('position', { at: chosen + 1, of: rows.total }),
            previousLabel: t('previous'),
            nextLabel: t('next'),
            onPrevious: () => {
              move(chosen - 1);
            },
            onNext: () => {
              move(chosen + 1);
            },
          }}
          onSettled={() => {
            chosenKey.current = null;
          }}
        />
      )}
    </div>
  );
}
