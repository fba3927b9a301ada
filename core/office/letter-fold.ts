import { compareEntries } from './entry.ts';
import type { AcceptedEntry } from './entry.ts';
import { foldAct, startLetter } from './letter-reducers.ts';
import type { FoldContext } from './letter-reducers.ts';
import type { LetterState } from './letter-state.ts';

/**
 * Folds a letter from its own entries: same entries, same state, in whatever order they arrived.
 * Entries are taken in causal order (rank, hash). What is malformed or not entitled stays visible in
 * `ineffective` and changes nothing else. Returns null while no entry that begins a letter is there.
 */
export function foldLetter(
  id: string,
  entries: readonly AcceptedEntry[],
  context: FoldContext,
): LetterState | null {
  let state: LetterState | null = null;
  for (const entry of entries.toSorted(compareEntries)) {
    state = state === null ? startLetter(id, entry, context) : foldAct(state, entry, context);
  }
  return state;
}

export type { FoldContext } from './letter-reducers.ts';
