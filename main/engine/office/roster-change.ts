import { keptEnd } from '#core/office/roster-closing.ts';
import type { RosterState } from '#core/office/roster.ts';

import { isForked, rowsOfLog } from '../store/branches.ts';
import type { ReadableDb } from '../store/database.ts';
import { lettersJudgedAfter, lettersOfLog } from '../store/entries.ts';
import { logsCertifiedBy, logsOfUser } from '../store/logs.ts';
import { lettersCitingAfter, lettersCitingLog } from '../store/numbers.ts';
import { commonAncestor } from './roster-history.ts';
import type { RosterNode } from './roster-history.ts';

/** From which entry of each log on the two rosters judge differently by their cuts and floors. */
function movedEnds(db: ReadableDb, before: RosterState, after: RosterState): ReadonlyMap<string, number> {
  const moved = new Map<string, number>();
  const from = (log: string, seq: number) => moved.set(log, Math.min(moved.get(log) ?? seq, seq));
  for (const log of new Set([...before.closures.keys(), ...after.closures.keys()])) {
    const [was, is] = [before.closures.get(log), after.closures.get(log)];
    if (was === is) continue;
    // Without a closure a log may have been whole, or closed with its key; with forks numbers alone say nothing.
    const isWhole = was === undefined || is === undefined || isForked(db, log);
    from(log, isWhole ? 0 : Math.min(keptEnd(was), keptEnd(is)) + 1);
  }
  for (const key of new Set([...before.closedKeys.keys(), ...after.closedKeys.keys()])) {
    if (before.closedKeys.has(key) === after.closedKeys.has(key)) continue;
    for (const { log } of logsCertifiedBy(db, key)) from(log, 0);
  }
  for (const log of new Set([...before.floors.keys(), ...after.floors.keys()])) {
    const [was = [], is = []] = [before.floors.get(log), after.floors.get(log)];
    if (was === is) continue;
    for (const { seq } of [...was, ...is]) from(log, isForked(db, log) ? 0 : seq + 1);
  }
  for (const user of new Set([...before.leavings.keys(), ...after.leavings.keys()])) {
    const [was = [], is = []] = [before.leavings.get(user), after.leavings.get(user)];
    if (was === is) continue;
    for (const { log } of logsOfUser(db, user)) {
      if ([...was, ...is].some(({ listed }) => !listed.includes(log))) from(log, 0);
    }
  }
  return moved;
}

/** Whether cuts, floors or the main chain moved between the two, so that what was counted must be counted anew. */
export function judgesAnew(before: RosterNode, after: RosterNode): boolean {
  const [was, is] = [before.state, after.state];
  return (
    was.closures !== is.closures ||
    was.closedKeys !== is.closedKeys ||
    was.floors !== is.floors ||
    was.leavings !== is.leavings ||
    commonAncestor(before, after) !== before
  );
}

/**
 * Letters that count differently once the roster went from one end to another. Growing alone changes none: an entry
 * is judged by the roster it named. Cuts, releases and floors change those of the logs they name; a change of the
 * main chain those whose entries named a roster after the fork.
 */
export function lettersToJudgeAnew(
  db: ReadableDb,
  before: RosterNode,
  after: RosterNode,
): ReadonlySet<string> {
  const letters = new Set<string>();
  if (before === after) return letters;
  const fork = commonAncestor(before, after);
  if (fork !== before) {
    for (const letter of lettersJudgedAfter(db, fork.state.at.index)) letters.add(letter);
    for (const letter of lettersCitingAfter(db, fork.state.at.index)) letters.add(letter);
  }
  for (const [log, seq] of movedEnds(db, before.state, after.state)) {
    for (const letter of lettersOnLog(db, log, seq)) letters.add(letter);
  }
  return letters;
}

/** Letters of which entries of a log from a place on speak, or cite, on all its continuations. */
export function lettersOnLog(db: ReadableDb, log: string, seq: number): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const row of rowsOfLog(db, log)) {
    for (const letter of lettersOfLog(db, row.id, seq)) letters.add(letter);
    // A number from a lease stands and falls with the lease, whoever's log that is in.
    for (const letter of lettersCitingLog(db, row.id, seq)) letters.add(letter);
  }
  return letters;
}
