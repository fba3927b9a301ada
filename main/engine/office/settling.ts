import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { conflictsOf, settles } from '#core/office/letter-conflicts.ts';
import type { LetterConflict } from '#core/office/letter-conflicts.ts';
import { tipsOf } from '#core/office/letter-reducers-memo.ts';
import type { MemoState } from '#core/office/letter-state.ts';

import { readLetter } from '../store/letters.ts';
import { actorOf, groundsFor } from './acting.ts';
import type { Grounds } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import type { HeldPosition } from './letter-actions.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Most entries that one act cites (entry envelope). */
const BASIS_LIMIT = 64;

/** What an act on a memo cites: the last acts of every side, those that stand in conflict first. */
export function memoBasis(memo: MemoState): readonly string[] {
  return [...new Set([...(memo.conflict?.sides ?? []), ...tipsOf(memo)])].slice(0, BASIS_LIMIT);
}

/**
 * The same, read right before an act is written. What arrived while a document was read or signed counts as seen by
 * this PC, so that the fold refuses the act here instead of letting two acts contradict each other on all PCs.
 */
export function memoBasisNow(runtime: OfficeRuntime, letter: string): readonly string[] {
  const memo = readLetter(runtime.db, letter)?.memo;
  return memo == null ? [] : memoBasis(memo);
}

/** The held position in which the person settles a conflict; of several the one whose task it is. */
export function settlingPosition(
  { letter, held }: Pick<Grounds, 'letter' | 'held'>,
  conflict: LetterConflict,
  runtime: OfficeRuntime,
): HeldPosition | null {
  const roster = runtime.roster.current();
  const able = held.filter((h) => settles(letter, conflict, roster, h.position.id));
  return able.find((h) => h.position.id === conflict.settler) ?? able[0] ?? null;
}

function settle(
  runtime: OfficeRuntime,
  id: string,
  find: (conflict: LetterConflict) => boolean,
  make: (grounds: Grounds, conflict: LetterConflict, held: HeldPosition) => NewAct,
): Result<ActAnswer> {
  const grounds = groundsFor(runtime, id);
  if (!grounds.ok) return grounds;
  const conflict = conflictsOf(grounds.value.letter).find(find);
  // Somebody else's settlement may have arrived since the person looked.
  if (conflict === undefined) return fail('act-already-done');
  const held = settlingPosition(grounds.value, conflict, runtime);
  if (held === null) return fail('act-not-allowed');
  const written = append(runtime, grounds.value.session, [make(grounds.value, conflict, held)]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** Decides between acts on a memo that exclude each other. Errors: `act-already-done`, `act-not-allowed`, `locked`. */
export function settleMemo(runtime: OfficeRuntime, input: CheckedInput<'memos.settle'>): Result<ActAnswer> {
  const { letter, keep, note } = input;
  return settle(
    runtime,
    letter,
    ({ kind, sides }) => kind !== 'field' && sides.some((side) => side.entry === keep),
    (grounds, _conflict, held) => ({
      type: 'memo.settled',
      subject: letter,
      body: { keep, note },
      actor: actorOf(grounds.session.user, held),
      basis: grounds.letter.memo === null ? [] : memoBasis(grounds.letter.memo),
    }),
  );
}

/** Decides between two values of a one-place field. Errors: `act-already-done`, `act-not-allowed`. */
export function settleField(
  runtime: OfficeRuntime,
  input: CheckedInput<'letters.settle'>,
): Result<ActAnswer> {
  const { letter, field, keep, note } = input;
  return settle(
    runtime,
    letter,
    (conflict) => conflict.field === field && conflict.sides.some((side) => side.entry === keep),
    (grounds, conflict, held) => ({
      type: 'letter.settled',
      subject: letter,
      body: { field, keep, note },
      actor: actorOf(grounds.session.user, held),
      basis: conflict.sides.map((side) => side.entry).slice(0, BASIS_LIMIT),
    }),
  );
}
