import type { Dependency } from './entry.ts';
import type { RosterActBody } from './roster-acts.ts';
import type { RosterState } from './roster.ts';

/** A place of a log, by number and hash: a log that was continued twice has two of one number. */
export type LogPoint = Omit<Dependency, 'log'>;

/** What one roster entry did to a log: ended it at these points, or let one more point count. */
export type ClosingStep =
  | { readonly kind: 'cut'; readonly points: readonly LogPoint[] }
  | { readonly kind: 'release'; readonly points: readonly LogPoint[] };

/** Where a log ends for the office: what its steps, one after the other, do not keep is quarantined. */
export interface Closure {
  readonly log: string;
  readonly user: string;
  readonly reason: RosterActBody<'roster.logs-closed'>['reason'];
  readonly steps: readonly ClosingStep[];
}

/** A user key that certifies no more logs: of its logs only those with a closure count, up to there. */
export interface ClosedKey {
  readonly key: string;
  readonly user: string;
  readonly reason: Closure['reason'];
}

/** Entries of a log that do not lie behind this point are judged by a roster not older than `index`. */
export interface Floor extends LogPoint {
  readonly index: number;
}

/** A person left a position with roster `index`: of their logs those that the act did not list count from there on. */
export interface Leaving {
  readonly index: number;
  /** Logs whose ends the act listed as floors. */
  readonly listed: readonly string[];
}

/** What cuts and floors a roster knows; those of the newest roster count for every entry, however old. */
export interface Closings {
  readonly closures: ReadonlyMap<string, Closure>;
  readonly closedKeys: ReadonlyMap<string, ClosedKey>;
  readonly floors: ReadonlyMap<string, readonly Floor[]>;
  /** By person. */
  readonly leavings: ReadonlyMap<string, readonly Leaving[]>;
}

/** What is known of the logs apart from the roster. */
export interface KnownLogs {
  /** The user key that certified a log. */
  readonly certifiedBy: (log: string) => string | null;
  /** Whether an entry lies at or before a point of its log, on the point's own continuation. */
  readonly isBehind: (entry: Dependency, point: LogPoint) => boolean;
}

/** Nobody closed, no floor. */
export const nothingClosed: Closings = {
  closures: new Map(),
  closedKeys: new Map(),
  floors: new Map(),
  leavings: new Map(),
};

function withStep(known: Closure | undefined, closure: Omit<Closure, 'steps'>, step: ClosingStep): Closure {
  return { ...closure, steps: [...(known?.steps ?? []), step] };
}

/**
 * Closes logs at the ends that the writer had seen; of a log that was continued twice each listed end keeps what lies
 * behind it. A second closing never gives back what the first took.
 */
export function closeLogs(s: RosterState, b: RosterActBody<'roster.logs-closed'>): RosterState {
  const closures = new Map(s.closures);
  for (const log of new Set(b.cuts.map((cut) => cut.log))) {
    const points = b.cuts.filter((cut) => cut.log === log).map(({ seq, hash }) => ({ seq, hash }));
    const closure = { log, user: b.user, reason: b.reason };
    closures.set(log, withStep(closures.get(log), closure, { kind: 'cut', points }));
  }
  if (b.key === null) return { ...s, closures };
  const closed = { key: b.key, user: b.user, reason: b.reason };
  return { ...s, closures, closedKeys: new Map(s.closedKeys).set(b.key, closed) };
}

/** Moves a log's cut forward: what was quarantined up to there takes effect after all. */
export function releaseEntries(s: RosterState, b: RosterActBody<'roster.entries-released'>): RosterState {
  const known = s.closures.get(b.log);
  const closure = { log: b.log, user: b.user, reason: known?.reason ?? 'revoked' };
  // A log without a cut of its own was closed with its key, which keeps nothing of it.
  const before = known ?? withStep(undefined, closure, { kind: 'cut', points: [] });
  const step = { kind: 'release' as const, points: [{ seq: b.seq, hash: b.hash }] };
  return { ...s, closures: new Map(s.closures).set(b.log, withStep(before, closure, step)) };
}

/**
 * Notes the ends of logs whose owners left a position: later entries cannot claim the time before, and neither can a
 * log of theirs that nobody had seen, which may have been made for that.
 */
export function raiseFloors(
  s: RosterState,
  index: number,
  ends: readonly Dependency[],
  users: readonly string[],
): RosterState {
  if (ends.length === 0 && users.length === 0) return s;
  const floors = new Map(s.floors);
  for (const { log, seq, hash } of ends) {
    floors.set(log, [...(floors.get(log) ?? []), { seq, hash, index }]);
  }
  const leavings = new Map(s.leavings);
  const listed = [...new Set(ends.map(({ log }) => log))];
  for (const user of users) leavings.set(user, [...(leavings.get(user) ?? []), { index, listed }]);
  return { ...s, floors, leavings };
}

/** Whether the steps of a closure keep what lies where `isKeptBy` says of a point. */
function keeps({ steps }: Closure, isKeptBy: (point: LogPoint) => boolean): boolean {
  return steps.reduce((kept, { kind, points }) => {
    const within = points.some(isKeptBy);
    return kind === 'cut' ? kept && within : kept || within;
  }, true);
}

/** The last sequence that a closure keeps of a log that has one continuation; -1 when none. */
export function keptEnd({ steps }: Closure): number {
  return steps.reduce((end, { kind, points }) => {
    const last = Math.max(-1, ...points.map(({ seq }) => seq));
    return kind === 'cut' ? Math.min(end, last) : Math.max(end, last);
  }, Number.MAX_SAFE_INTEGER);
}

/** Whether a place of a log lies beyond what the roster keeps of it. */
export function isQuarantined(roster: Closings, place: Dependency, logs: KnownLogs): boolean {
  const closure = roster.closures.get(place.log);
  if (closure !== undefined) return !keeps(closure, (point) => logs.isBehind(place, point));
  if (roster.closedKeys.size === 0) return false;
  const key = logs.certifiedBy(place.log);
  return key !== null && roster.closedKeys.has(key);
}

/** The oldest roster by which a place of a log, written by this person, may be judged. */
export function floorOf(
  roster: Closings,
  place: Dependency,
  user: string,
  logs: Pick<KnownLogs, 'isBehind'>,
): number {
  const floors = roster.floors.get(place.log) ?? [];
  let index = 0;
  for (const leaving of roster.leavings.get(user) ?? []) {
    if (!leaving.listed.includes(place.log)) index = Math.max(index, leaving.index);
  }
  for (const floor of floors) {
    if (floor.index <= index) continue;
    // One act names an end for each continuation: behind any of them the floor does not count.
    const ends = floors.filter((other) => other.index === floor.index);
    if (!ends.some((end) => logs.isBehind(place, end))) index = floor.index;
  }
  return index;
}
