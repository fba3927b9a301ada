import type { RosterActBody } from './roster-acts.ts';
import type { RosterState } from './roster.ts';

/** Where a log ends for the office: what follows `seq` is quarantined until it is released. */
export interface Closure {
  readonly log: string;
  readonly user: string;
  readonly seq: number;
  readonly hash: string;
  readonly reason: RosterActBody<'roster.logs-closed'>['reason'];
}

/** A user key that certifies no more logs: of its logs only those with a closure count, up to there. */
export interface ClosedKey {
  readonly key: string;
  readonly user: string;
  readonly reason: Closure['reason'];
}

/** From the entry after `seq` on, a log's acts are judged by a roster not older than `index`. */
export interface Floor {
  readonly seq: number;
  readonly index: number;
}

/** What cuts and floors a roster knows; those of the newest roster count for every entry, however old. */
export interface Closings {
  readonly closures: ReadonlyMap<string, Closure>;
  readonly closedKeys: ReadonlyMap<string, ClosedKey>;
  readonly floors: ReadonlyMap<string, readonly Floor[]>;
}

/** Nobody closed, no floor. */
export const nothingClosed: Closings = { closures: new Map(), closedKeys: new Map(), floors: new Map() };

/** Closes logs at the ends that the writer had seen. A second closing never gives back what the first took. */
export function closeLogs(s: RosterState, b: RosterActBody<'roster.logs-closed'>): RosterState {
  const closures = new Map(s.closures);
  for (const { log, seq, hash } of b.cuts) {
    const known = closures.get(log);
    if (known === undefined || known.seq > seq) {
      closures.set(log, { log, user: b.user, seq, hash, reason: b.reason });
    }
  }
  if (b.key === null) return { ...s, closures };
  const closed = { key: b.key, user: b.user, reason: b.reason };
  return { ...s, closures, closedKeys: new Map(s.closedKeys).set(b.key, closed) };
}

/** Moves a log's cut forward: what was quarantined up to there takes effect after all. */
export function releaseEntries(s: RosterState, b: RosterActBody<'roster.entries-released'>): RosterState {
  const known = s.closures.get(b.log);
  if (known !== undefined && known.seq >= b.seq) return s;
  const reason = known?.reason ?? 'revoked';
  const released = { log: b.log, user: b.user, seq: b.seq, hash: b.hash, reason };
  return { ...s, closures: new Map(s.closures).set(b.log, released) };
}

/** Notes the ends of logs whose owner left a position: later entries cannot claim the time before. */
export function raiseFloors(
  s: RosterState,
  index: number,
  ends: readonly { readonly log: string; readonly seq: number }[],
): RosterState {
  if (ends.length === 0) return s;
  const floors = new Map(s.floors);
  for (const { log, seq } of ends) floors.set(log, [...(floors.get(log) ?? []), { seq, index }]);
  return { ...s, floors };
}

/**
 * Whether a place of a log lies beyond what the roster keeps of it.
 *
 * @param certifiedBy the user key that certified the log, asked only when some key is closed
 */
export function isQuarantined(
  roster: Closings,
  log: string,
  seq: number,
  certifiedBy: (log: string) => string | null,
): boolean {
  const closure = roster.closures.get(log);
  if (closure !== undefined) return seq > closure.seq;
  if (roster.closedKeys.size === 0) return false;
  const key = certifiedBy(log);
  return key !== null && roster.closedKeys.has(key);
}

/** The oldest roster by which a place of a log may be judged. */
export function floorOf(roster: Closings, log: string, seq: number): number {
  let index = 0;
  for (const floor of roster.floors.get(log) ?? []) {
    if (seq > floor.seq) index = Math.max(index, floor.index);
  }
  return index;
}
