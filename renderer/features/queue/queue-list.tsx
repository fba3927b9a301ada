import { type ReactNode, type Ref, useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';

import { GroupHead } from './group-head.tsx';
import { HEAD_HEIGHT, type QueueLayout, ROW_HEIGHT, rowTop, rowsBetween } from './queue-layout.ts';
import { QueueRow, QueueRowGap } from './queue-row.tsx';
import { rowKey } from './queue-row-key.ts';
import { queueWords } from './queue-words.ts';
import type { QueueRows } from './use-queue-pages.ts';

/** Rows kept ready above and below what is in sight. */
const OVERSCAN = 12;

export interface QueueListProps {
  readonly title: string;
  readonly rows: QueueRows;
  readonly layout: QueueLayout;
  /** First and last row in sight, kept by the screen since it decides which pages are asked. */
  readonly range: { readonly first: number; readonly last: number };
  readonly onRange: (range: { readonly first: number; readonly last: number }) => void;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly listRef: Ref<HTMLDivElement>;
  /** Rows of one window's height, for Page Up and Page Down. */
  readonly onWindowRows: (rows: number) => void;
}

/** The queue itself: only what is in sight exists; the list has the focus and tells which row is active. */
export function QueueList(props: QueueListProps): ReactNode {
  const { title, rows, layout, range, onRange, chosen, onChoose, listRef, onWindowRows } = props;
  const t = useWords(queueWords);
  const now = useMinute();
  const prefix = useId();
  const viewport = useRef<HTMLDivElement | null>(null);

  function look(): void {
    const view = viewport.current;
    if (view === null) return;
    const reach = OVERSCAN * ROW_HEIGHT;
    const seen = rowsBetween(layout, view.scrollTop - reach, view.scrollTop + view.clientHeight + reach);
    if (seen !== null && (seen.first !== range.first || seen.last !== range.last)) onRange(seen);
    onWindowRows(Math.max(1, Math.floor(view.clientHeight / ROW_HEIGHT) - 1));
  }
  const lookNow = useRef(look);
  useLayoutEffect(() => {
    lookNow.current = look;
  });
  useEffect(() => {
    const view = viewport.current;
    if (view === null) return;
    const observer = new ResizeObserver(() => {
      lookNow.current();
    });
    observer.observe(view);
    return () => {
      observer.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    lookNow.current();
  }, [layout]);
  // The chosen row comes into sight, with its heading when it is the first under it.
  useLayoutEffect(() => {
    const view = viewport.current;
    if (view === null || chosen < 0) return;
    const top = rowTop(layout, chosen);
    const isFirst = layout.sections.some((section) => section.first === chosen && section.group !== null);
    const from = isFirst ? top - HEAD_HEIGHT : top;
    if (from < view.scrollTop) view.scrollTop = from;
    else if (top + ROW_HEIGHT > view.scrollTop + view.clientHeight)
      view.scrollTop = top + ROW_HEIGHT - view.clientHeight;
  }, [chosen, layout]);

  // Stable for the rows, which are drawn again only when their own facts change.
  const chooseNow = useRef(onChoose);
  useLayoutEffect(() => {
    chooseNow.current = onChoose;
  });
  const choose = useCallback((index: number) => {
    chooseNow.current(index);
  }, []);

  const optionId = (index: number) => `${prefix}-${index}`;
  const rowSlots = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, offset) => {
      const index = first + offset;
      const row = rows.at(index);
      return (
        <div
          key={row === undefined ? index : rowKey(row)}
          role="presentation"
          className="absolute inset-x-0"
          style={{ top: rowTop(layout, index) }}
        >
          {row === undefined ? (
            <QueueRowGap />
          ) : (
            <QueueRow
              row={row}
              id={optionId(index)}
              index={index}
              total={rows.total}
              isChosen={index === chosen}
              now={now}
              onChoose={choose}
            />
          )}
        </div>
      );
    });

  return (
    <ScrollArea
      className="flex-1 border-t border-line"
      viewportRef={viewport}
      onScroll={() => {
        // Rows must stand in the frame that shows them, however far the bar was dragged.
        flushSync(look);
      }}
    >
      <div
        ref={listRef}
        role="listbox"
        tabIndex={0}
        aria-label={t('list', { title, count: rows.total })}
        {...(rows.at(chosen) === undefined ? {} : { 'aria-activedescendant': optionId(chosen) })}
        style={{ height: layout.height }}
        className="group/list relative min-h-full outline-none"
      >
        {layout.sections.map((section) => {
          const first = Math.max(section.first, range.first);
          const last = Math.min(section.first + section.count - 1, range.last);
          const slots = last < first ? null : rowSlots(first, last);
          if (section.group === null) return slots;
          return (
            <div key={section.group} role="group" aria-label={t(section.group)}>
              <div role="presentation" className="absolute inset-x-0" style={{ top: section.top }}>
                <GroupHead group={section.group} count={section.count} now={now} />
              </div>
              {slots}
            </div>
          );
        })}
      </div>
    </ScrollArea>
  );
}
