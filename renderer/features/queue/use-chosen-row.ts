import { useCallback, useEffect, useRef, useState } from 'react';

import type { LetterRow } from '#core/contract/views.ts';

import { rowKey } from './queue-row-key.ts';
import type { QueueRows } from './use-queue-pages.ts';

export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface ChosenRow {
  readonly index: number;
  readonly row: LetterRow | undefined;
  readonly choose: (index: number) => void;
}

function indexOf(rows: QueueRows, range: RowRange, fits: (row: LetterRow) => boolean): number | null {
  for (let index = range.first; index <= range.last; index += 1) {
    const row = rows.at(index);
    if (row !== undefined && fits(row)) return index;
  }
  return null;
}

/**
 * Which row is chosen while the list changes under the person: what they read stays chosen wherever its row went, and
 * when it left the list (its task is done) the row that took its place is next.
 *
 * @param letter the letter that the address asks for first
 */
export function useChosenRow(rows: QueueRows, range: RowRange, letter: string | null): ChosenRow {
  const [index, setIndex] = useState(0);
  const chosenKey = useRef<string | null>(null);
  const wanted = useRef(letter);
  const row = rows.at(index);
  const key = row === undefined ? null : rowKey(row);

  useEffect(() => {
    if (rows.isEmptyYet) return;
    const asked = wanted.current;
    wanted.current = null;
    const askedIndex = asked === null ? null : indexOf(rows, range, (r) => r.id === asked);
    if (askedIndex !== null) {
      chosenKey.current = null;
      setIndex(askedIndex);
      return;
    }
    if (key === chosenKey.current) return;
    const kept = chosenKey.current;
    const movedTo = kept === null ? null : indexOf(rows, range, (r) => rowKey(r) === kept);
    if (movedTo !== null) {
      setIndex(movedTo);
      return;
    }
    chosenKey.current = key;
    if (index >= rows.total && rows.total > 0) setIndex(rows.total - 1);
  }, [key, rows, range, index]);

  const choose = useCallback((to: number) => {
    chosenKey.current = null;
    setIndex(to);
  }, []);
  return { index, row, choose };
}
