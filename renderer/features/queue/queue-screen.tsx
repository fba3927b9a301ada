import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';

import type { TaskKind } from '#core/office/tasks.ts';
import { LetterScreen } from '#renderer/features/letter/index.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import type { BoxPlace } from '#renderer/lib/places.ts';
import { useNarrowerThan, widths } from '#renderer/lib/use-media.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { queueCommands } from './queue-commands.ts';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueHead } from './queue-head.tsx';
import { layoutQueue } from './queue-layout.ts';
import { QueueList } from './queue-list.tsx';
import { queueWords } from './queue-words.ts';
import { useChosenRow } from './use-chosen-row.ts';
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
  const isOnePane = useNarrowerThan(widths.onePane);
  const [isReading, setReading] = useState(letter !== null);
  const [query, setQuery] = useState('');
  const settled = useDeferredValue(query);
  const [range, setRange] = useState({ first: 0, last: 30 });
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
  const chosen = useChosenRow(rows, range, letter);
  useNeighbours(rows, chosen.index);

  const focusList = () => list.current?.focus({ preventScroll: true });
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, [isReading]);
  function moveTo(index: number): void {
    if (rows.total > 0) chosen.choose(Math.min(Math.max(index, 0), rows.total - 1));
  }
  function back(): void {
    setReading(false);
    focusList();
  }
  function open(): void {
    setReading(true);
    // On one pane the letter is drawn first, then it can take the focus.
    requestAnimationFrame(() => pane.current?.focus());
  }
  function setFilter(next: { kinds?: readonly TaskKind[] | null; unread?: boolean }): void {
    const nextKinds = next.kinds === undefined ? kinds : next.kinds;
    const nextUnread = next.unread ?? isUnreadOnly;
    chosen.choose(0);
    void navigate({
      to: '/box/$box',
      params: { box },
      search: {
        ...(nextKinds === null ? {} : { kinds: [...nextKinds] }),
        ...(nextUnread ? { unread: true } : {}),
      },
      replace: true,
    });
  }
  useCommands(
    queueCommands(t, {
      move: (by) => {
        moveTo(chosen.index + by);
        if (!isReading) focusList();
      },
      page: (by) => {
        moveTo(chosen.index + by * windowRows.current);
      },
      goTo: (place) => {
        moveTo(place === 'first' ? 0 : rows.total - 1);
      },
      open,
      back,
      filter: () => {
        setReading(false);
        requestAnimationFrame(() => field.current?.select());
      },
    }),
  );

  const { row } = chosen;
  return (
    <main className="flex min-w-0 flex-1">
      {isOnePane && isReading ? null : (
        <section
          aria-label={t(box)}
          className={`flex flex-col border-r border-line bg-sheet ${isOnePane ? 'min-w-0 flex-1' : 'w-85 shrink-0 min-[1600px]:w-105'}`}
        >
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
              chosen.choose(0);
            }}
            fieldRef={field}
            onLeaveField={focusList}
          />
          {rows.total === 0 ? (
            <QueueEmpty
              box={box}
              hasFilter={settled.trim() !== '' || kinds !== null || isUnreadOnly}
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
              chosen={chosen.index}
              onChoose={(index) => {
                chosen.choose(index);
                if (isOnePane) open();
                else focusList();
              }}
              listRef={list}
              onWindowRows={(count) => {
                windowRows.current = count;
              }}
            />
          )}
        </section>
      )}
      {isOnePane && !isReading ? null : row === undefined ? (
        <section className="flex-1 bg-sheet" />
      ) : (
        <LetterScreen
          letter={row.id}
          row={row}
          paneRef={pane}
          onBack={isOnePane ? back : undefined}
          position={{
            label: t('position', { at: chosen.index + 1, of: rows.total }),
            previousLabel: t('previous'),
            nextLabel: t('next'),
            onPrevious: () => {
              moveTo(chosen.index - 1);
            },
            onNext: () => {
              moveTo(chosen.index + 1);
            },
          }}
        />
      )}
    </main>
  );
}
