import { actorStands } from './entitlement.ts';
import { compareEntries } from './entry.ts';
import type { AcceptedEntry, Actor } from './entry.ts';
import { CEILING_LIMIT, bindingNumberActs, isNumberAct, numberActSchemas } from './number-acts.ts';
import type { NumberActBody, NumberActType, VoidReason } from './number-acts.ts';
import { keepsSeries, leaseOf } from './number-lease.ts';
import type { Lease } from './number-lease.ts';
import { bookId, seriesId, termFor, termsOfYear } from './number-series.ts';
import type { Series } from './number-series.ts';
import { mayRegister } from './rights.ts';
import type { RosterState } from './roster.ts';

/** Up to where a registry's log announced that it will number. */
export interface Ceiling {
  readonly entry: string;
  readonly log: string;
  readonly ceiling: number;
}

export interface LeaseRequest {
  readonly entry: string;
  readonly log: string;
  readonly user: string;
  readonly time: number;
  readonly answered: boolean;
}

/** Numbers that were given up, by whom, when and why. */
export interface VoidedNumbers {
  readonly entry: string;
  readonly from: number;
  readonly to: number;
  readonly reason: VoidReason;
  readonly note: string;
  readonly actor: Actor;
  readonly time: number;
}

/** A replaced registry's word that it gives no more. */
export interface Stop {
  readonly entry: string;
  readonly log: string;
  /** The place of the roster that it had seen. */
  readonly index: number;
}

export type NumberActFault =
  'malformed' | 'not-entitled' | 'no-user-signature' | 'unknown-subject' | 'quarantined';

/** What the office agreed about one series, apart from the letters that hold its numbers. */
export interface NumberBook {
  readonly series: Series;
  readonly ceilings: readonly Ceiling[];
  readonly stops: readonly Stop[];
  readonly requests: readonly LeaseRequest[];
  readonly leases: readonly Lease[];
  readonly voids: readonly VoidedNumbers[];
  readonly ineffective: readonly {
    readonly entry: string;
    readonly type: string;
    readonly reason: NumberActFault;
  }[];
}

export interface BookContext {
  /** The roster by which an entry is judged. */
  readonly rosterOf: (entry: AcceptedEntry) => RosterState;
  /** Whether an entry lies beyond the cut of its log and is without effect for now. */
  readonly isQuarantined: (entry: AcceptedEntry) => boolean;
}

/** The book before any act. */
export function emptyBook(series: Series): NumberBook {
  return { series, ceilings: [], stops: [], requests: [], leases: [], voids: [], ineffective: [] };
}

type Reducers = {
  [T in NumberActType]: (
    book: NumberBook,
    body: NumberActBody<T>,
    entry: AcceptedEntry,
    roster: RosterState,
  ) => NumberBook | NumberActFault;
};

const reducers: Reducers = {
  'number.ceiling': (book, { series, ceiling }, entry, roster) => {
    if (!keepsSeries(roster, series, entry.log)) return 'not-entitled';
    const start = termFor(roster.registries.get(bookId(series)), series.year)?.start ?? 1;
    if (ceiling > Math.max(start - 1, highestAnnounced(book)) + CEILING_LIMIT) return 'malformed';
    const next = { entry: entry.hash, log: entry.log, ceiling };
    return { ...book, ceilings: [...book.ceilings, next] };
  },
  'number.stopped': (book, { series }, entry, roster) => {
    const terms = termsOfYear(roster.registries.get(bookId(series)), series.year);
    const isReplaced = terms.some(({ log }) => log === entry.log) && terms.at(-1)?.log !== entry.log;
    if (!isReplaced) return 'not-entitled';
    const next = { entry: entry.hash, log: entry.log, index: entry.roster.index };
    return { ...book, stops: [...book.stops, next] };
  },
  'number.lease-requested': (book, _body, entry) => {
    const { user } = entry.actor;
    const next = { entry: entry.hash, log: entry.log, user, time: entry.time, answered: false };
    return { ...book, requests: [...book.requests, next] };
  },
  'number.leased': (book, _body, entry, roster) => {
    const lease = leaseOf(entry, roster);
    if (lease === null) return 'not-entitled';
    const requests = book.requests.map((request) =>
      request.entry === lease.request ? { ...request, answered: true } : request,
    );
    return { ...book, requests, leases: [...book.leases, lease] };
  },
  'number.voided': (book, { series, from, to, reason, note }, entry, roster) => {
    if (to < from) return 'malformed';
    const own = book.leases.find((lease) => lease.entry === entry.basis[0] && lease.log === entry.log);
    const covered = own !== undefined && own.from <= from && to <= own.to;
    if (!covered && !keepsSeries(roster, series, entry.log)) return 'not-entitled';
    // The registry speaks of what it or its predecessors announced, not of what a later one may use.
    if (!covered && to > Math.max(highestAnnounced(book), announcedStart(roster, series) - 1))
      return 'malformed';
    const { actor, time } = entry;
    return { ...book, voids: [...book.voids, { entry: entry.hash, from, to, reason, note, actor, time }] };
  },
};

function announcedStart(roster: RosterState, series: Series): number {
  return termsOfYear(roster.registries.get(bookId(series)), series.year).reduce(
    (most, term) => Math.max(most, term.start),
    1,
  );
}

function highestAnnounced(book: NumberBook): number {
  return book.ceilings.reduce((most, { ceiling }) => Math.max(most, ceiling), 0);
}

function reduce<T extends NumberActType>(
  book: NumberBook,
  type: T,
  entry: AcceptedEntry,
  roster: RosterState,
): NumberBook | NumberActFault {
  const parsed = numberActSchemas[type].safeParse(entry.body);
  if (!parsed.success) return 'malformed';
  const body = parsed.data as NumberActBody<T>;
  if (seriesId(body.series) !== seriesId(book.series)) return 'unknown-subject';
  if (bindingNumberActs.has(type) && entry.userSig === undefined) return 'no-user-signature';
  if (!actorStands(entry, roster) || !mayRegister(roster, entry.actor.position)) return 'not-entitled';
  return reducers[type](book, body, entry, roster);
}

/** Applies one act on the book; one without effect is listed with its reason. */
function foldNumberAct(book: NumberBook, entry: AcceptedEntry, context: BookContext): NumberBook {
  if (!isNumberAct(entry.type)) return book;
  const next = context.isQuarantined(entry)
    ? 'quarantined'
    : reduce(book, entry.type, entry, context.rosterOf(entry));
  if (typeof next !== 'string') return next;
  const fault = { entry: entry.hash, type: entry.type, reason: next };
  return { ...book, ineffective: [...book.ineffective, fault] };
}

/**
 * Folds a series' book from the entries about it: same entries, same book, in whatever order they arrived. Which
 * letters hold the numbers is told by the letters' own folds.
 */
export function foldNumberBook(
  series: Series,
  entries: readonly AcceptedEntry[],
  context: BookContext,
): NumberBook {
  return entries
    .toSorted(compareEntries)
    .reduce<NumberBook>((book, entry) => foldNumberAct(book, entry, context), emptyBook(series));
}

/** The highest number that anybody announced, leased, voided or set as a start; 0 when there is none. */
export function highestKnown(book: NumberBook): number {
  const ends = [
    highestAnnounced(book),
    ...book.leases.map(({ to }) => to),
    ...book.voids.map(({ to }) => to),
  ];
  return ends.reduce((most, end) => Math.max(most, end), 0);
}

/**
 * Where a registry's own numbers begin: at its start, and above whatever other registries announced. The second is
 * what keeps two apart that learn of each other late.
 */
export function firstOf(book: NumberBook, term: { readonly log: string; readonly start: number }): number {
  const others = book.ceilings.filter(({ log }) => log !== term.log);
  const theirs = book.leases.filter(({ by }) => by !== term.log);
  return Math.max(term.start, ...others.map(({ ceiling }) => ceiling + 1), ...theirs.map(({ to }) => to + 1));
}
