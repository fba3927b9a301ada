import { addWorkingDays, officeDay } from './office-day.ts';
import type { Desk, DispositionState, LetterState, MemoState, RecipientState } from './letter-state.ts';
import { conflictsOf } from './letter-conflicts.ts';
import type { LetterConflict } from './letter-conflicts.ts';
import { currentStep } from './letter-reducers-memo.ts';

/** What waits for a position. Kinds are those of the queue's filter: disposisi, paraf, TTD, lainnya. */
export const taskKinds = [
  'dispose',
  'followUp',
  'initials',
  'sign',
  'revise',
  'forward',
  'readCopy',
  'settle',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task {
  readonly letter: string;
  readonly position: string;
  readonly kind: TaskKind;
  /** The disposition whose part this is; null for the letter itself. */
  readonly disposition: string | null;
  /** The position that put it there, when it was a colleague: disposer or drafter. */
  readonly by: string | null;
  /** Milliseconds since 1970 UTC from which it waits. */
  readonly since: number;
  /** ISO day or minute, local to the office; null when nothing is promised. */
  readonly due: string | null;
  readonly read: boolean;
}

/** Settings of the office that decide due dates nobody wrote. */
export interface ServicePromise {
  readonly timeZone: string;
  readonly holidays: ReadonlySet<string>;
  /** Working days from receipt to disposition (1-product: 2). */
  readonly daysToDispose: number;
}

function deskTask(letter: LetterState, desk: Desk, promise: ServicePromise): Task | null {
  const base = {
    letter: letter.id,
    disposition: null,
    by: letter.fromPosition,
    since: desk.since,
    read: desk.read !== null,
  };
  if (desk.status === 'returned') {
    // A memo that an addressee returned is answered by a new memo; its own routing has ended.
    const position = letter.registered.actor.position;
    if (letter.memo !== null || position === null) return null;
    return {
      ...base,
      position,
      kind: 'forward',
      by: desk.position,
      since: desk.settled?.time ?? desk.since,
      due: null,
      read: true,
    };
  }
  if (desk.status !== 'open') return null;
  if (desk.copy) {
    return desk.read === null ? { ...base, position: desk.position, kind: 'readCopy', due: null } : null;
  }
  const promised = addWorkingDays(
    officeDay(desk.since, promise.timeZone),
    promise.daysToDispose,
    promise.holidays,
  );
  return { ...base, position: desk.position, kind: 'dispose', due: letter.due ?? promised };
}

function recipientTask(letter: LetterState, disposition: DispositionState, r: RecipientState): Task | null {
  if (disposition.recalled !== null || r.finished !== null || r.returned !== null) return null;
  return {
    letter: letter.id,
    position: r.position,
    kind: 'followUp',
    disposition: disposition.id,
    by: disposition.by.actor.position,
    since: disposition.by.time,
    due: r.due,
    read: r.read !== null,
  };
}

function memoTask(letter: LetterState, memo: MemoState): Task | null {
  const base = {
    letter: letter.id,
    disposition: null,
    by: letter.fromPosition,
    due: letter.due,
    read: false,
  };
  if (memo.stage === 'returned') {
    if (letter.fromPosition === null) return null;
    const since = memo.returned?.time ?? letter.receivedAt;
    return {
      ...base,
      position: letter.fromPosition,
      kind: 'revise',
      by: memo.returned?.actor.position ?? null,
      since,
    };
  }
  if (memo.stage !== 'inChain') return null;
  const at = currentStep(memo);
  const step = memo.chain[at];
  if (step === undefined) return null;
  const since = memo.chain[at - 1]?.done?.time ?? memo.revisions.at(-1)?.by.time ?? letter.receivedAt;
  return { ...base, position: step.position, kind: step.role === 'initials' ? 'initials' : 'sign', since };
}

/** Two things that people decided side by side wait for one of them to settle it. */
function settleTask(letter: LetterState, { settler, sides }: LetterConflict): Task | null {
  if (settler === null) return null;
  const other = sides.find((side) => side.mark.actor.position !== settler) ?? sides[0];
  return {
    letter: letter.id,
    position: settler,
    kind: 'settle',
    disposition: null,
    by: other?.mark.actor.position ?? null,
    since: Math.max(...sides.map((side) => side.mark.time)),
    due: letter.due,
    read: false,
  };
}

/** Everything on the letter that waits for somebody, in no particular order. */
export function tasksOf(letter: LetterState, promise: ServicePromise): readonly Task[] {
  const conflicts = conflictsOf(letter).map((conflict) => settleTask(letter, conflict));
  // A memo that was withdrawn after it was issued asks nothing more of anybody.
  if (letter.memo?.stage === 'withdrawn') return conflicts.filter((task) => task !== null);
  const tasks: (Task | null)[] = [...conflicts];
  for (const desk of letter.desks) tasks.push(deskTask(letter, desk, promise));
  for (const disposition of letter.dispositions) {
    for (const recipient of disposition.recipients) tasks.push(recipientTask(letter, disposition, recipient));
  }
  if (letter.memo !== null) tasks.push(memoTask(letter, letter.memo));
  return tasks.filter((task) => task !== null);
}
