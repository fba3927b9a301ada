import { compareEntries } from './entry.ts';
import type { AcceptedEntry } from './entry.ts';
import { foldAct, startLetter } from './letter-reducers.ts';
import type { FoldContext } from './letter-reducers.ts';
import type { Ineffective, LetterState } from './letter-state.ts';

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
  const early: Ineffective[] = [];
  for (const entry of entries.toSorted(compareEntries)) {
    if (state === null) {
      state = startLetter(id, entry, context);
      if (state === null) early.push({ entry: entry.hash, type: entry.type, reason: 'unknown-subject' });
    } else state = foldAct(state, entry, context);
  }
  // Who writes of a letter as if it had not begun had not seen it, or hides that: the trail says that it has no effect.
  return state === null || early.length === 0
    ? state
    : { ...state, ineffective: [...early, ...state.ineffective] };
}

export type { FoldContext } from './letter-reducers.ts';
