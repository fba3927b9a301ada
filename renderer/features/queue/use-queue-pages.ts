import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';

import type { QueuePage } from '#core/contract/answers.ts';
import type { QueueInput } from '#core/contract/inputs.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { askOptions } from '#renderer/lib/office/use-ask.ts';

/** Rows of one answer. */
export const PAGE = 100;

export type QueueFilter = Omit<QueueInput, 'offset' | 'limit'>;

export interface QueueRows {
  readonly total: number;
  readonly counts: QueuePage['counts'];
  readonly groups: QueuePage['groups'];
  /** Undefined while its page is on the way. */
  readonly at: (index: number) => LetterRow | undefined;
  /** True until the first answer to any filter came. */
  readonly isEmptyYet: boolean;
}

/** Indexes of the pages that hold the rows from `first` to `last`; the first page is always among them. */
function pagesFor(first: number, last: number): readonly number[] {
  const pages = new Set([0]);
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) pages.add(page);
  return [...pages].toSorted((a, b) => a - b);
}

/**
 * The rows around what is in sight, page by page; a list of a hundred thousand is never loaded whole. While a changed
 * filter is answered the last rows stay.
 */
export function useQueuePages(filter: QueueFilter, first: number, last: number): QueueRows {
  const office = useOffice();
  const pages = pagesFor(first, last);
  const shown = useRef<QueueRows | null>(null);
  const answers = useQueries({
    queries: pages.map((page) =>
      askOptions(office, 'letters.queue', { ...filter, offset: page * PAGE, limit: PAGE }),
    ),
    combine: (results) => results.map((result) => result.data),
  });
  const pageList = pages.join();
  const rows = useMemo((): QueueRows | null => {
    const head = answers[0];
    if (head === undefined) return null;
    const byPage = new Map(pageList.split(',').map((page, index) => [Number(page), answers[index]]));
    return {
      total: head.total,
      counts: head.counts,
      groups: head.groups,
      at: (index) => byPage.get(Math.floor(index / PAGE))?.rows[index % PAGE],
      isEmptyYet: false,
    };
  }, [answers, pageList]);
  if (rows !== null) shown.current = rows;
  return shown.current ?? { total: 0, counts: {}, groups: [], at: () => undefined, isEmptyYet: true };
}
