import { actorStands } from './entitlement.ts';
import type { AcceptedEntry } from './entry.ts';
import { LEASE_LIMIT, numberActSchemas } from './number-acts.ts';
import { bookId, seriesId, termFor } from './number-series.ts';
import type { Series } from './number-series.ts';
import { mayRegister } from './rights.ts';
import type { RosterState } from './roster.ts';

/** Numbers of a series that one log may give by itself. */
export interface Lease {
  readonly entry: string;
  readonly series: Series;
  /** The log that holds it. */
  readonly log: string;
  /** The registry's log that gave it. */
  readonly by: string;
  readonly from: number;
  readonly to: number;
  /** The request that it answers; null when it cites none. */
  readonly request: string | null;
}

/** Whether the log keeps the series by this roster. */
export function keepsSeries(roster: RosterState, series: Series, log: string): boolean {
  return termFor(roster.registries.get(bookId(series)), series.year)?.log === log;
}

/**
 * The lease that an entry gives, or null when it gives none: the registry's own word, signed by an entitled official,
 * by the roster position that it names.
 */
export function leaseOf(entry: AcceptedEntry, roster: RosterState): Lease | null {
  if (entry.type !== 'number.leased' || entry.userSig === undefined) return null;
  const parsed = numberActSchemas['number.leased'].safeParse(entry.body);
  if (!parsed.success || entry.subject !== seriesId(parsed.data.series)) return null;
  const { series, log, from, to } = parsed.data;
  if (to < from || to - from >= LEASE_LIMIT) return null;
  if (!actorStands(entry, roster) || !mayRegister(roster, entry.actor.position)) return null;
  if (!keepsSeries(roster, series, entry.log)) return null;
  return { entry: entry.hash, series, log, by: entry.log, from, to, request: entry.basis[0] ?? null };
}
