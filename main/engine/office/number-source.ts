import type { Actor } from '#core/office/entry.ts';
import type { LetterActBody } from '#core/office/letter-acts.ts';
import { firstOf } from '#core/office/number-book.ts';
import type { NumberBook, VoidedNumbers } from '#core/office/number-book.ts';
import type { Lease } from '#core/office/number-lease.ts';
import {
  NUMBER_LIMIT,
  bookId,
  haveStopped,
  seriesId,
  termFor,
  termsOfYear,
} from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';

import { lastRosterIndex } from '../store/entries.ts';
import { ceilingsReadBack, heldSpan, highestIssued } from '../store/numbers.ts';
import { hasUnfolded } from '../store/unfolded.ts';
import { bookOf } from './number-books.ts';
import { isClosedLog } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** A number that this log may give now, and the lease that it comes from. */
export interface Given {
  readonly number: number;
  readonly lease: string | null;
}

/** Numbers of one series, each handed out once; null when there is none to give. */
export type NumberSource = () => Given | null;

/** Whether the log keeps the series by the roster as it is now. */
export function isRegistryOf(runtime: OfficeRuntime, series: Series, log: string): boolean {
  return termFor(runtime.roster.current().registries.get(bookId(series)), series.year)?.log === log;
}

/** The first number from `n` on that nobody gave up. */
function pastVoids(voids: readonly VoidedNumbers[], n: number): number {
  let next = n;
  for (const { from, to } of voids.toSorted((a, b) => a.from - b.from)) {
    if (from <= next && next <= to) next = to + 1;
  }
  return next;
}

/** The first number that the registry may give next, whatever its ceiling. */
export function nextOfRegistry(
  runtime: OfficeRuntime,
  series: Series,
  book: NumberBook,
  log: string,
): number {
  const terms = termsOfYear(runtime.roster.current().registries.get(bookId(series)), series.year);
  const first = firstOf(book, { log, start: terms.at(-1)?.start ?? 1 });
  const id = seriesId(series);
  // Also what is without effect for now: a paper may carry it, and it may be released.
  const before = terms.map((term) => highestIssued(runtime.db, id, term.log, 1, NUMBER_LIMIT) + 1);
  const leased = book.leases.filter((lease) => lease.by === log).map(({ to }) => to + 1);
  const given = highestIssued(runtime.db, id, log, 1, NUMBER_LIMIT) + 1;
  const held = (heldSpan(runtime.db, id)?.last ?? 0) + 1;
  return pastVoids(book.voids, Math.max(first, given, held, ...before, ...leased));
}

/** Whether nobody else gives numbers of the series any more as its registry, so that the current one may. */
export function isAlone(runtime: OfficeRuntime, series: Series): boolean {
  const terms = termsOfYear(runtime.roster.current().registries.get(bookId(series)), series.year);
  return haveStopped(terms, (log) =>
    isClosedLog(runtime, log) ? Number.MAX_SAFE_INTEGER : lastRosterIndex(runtime.db, log),
  );
}

/**
 * Up to where the registry's log may number: its highest ceiling that was read back; 0 without one, and while the
 * registry before has not stopped.
 */
export function usableCeiling(runtime: OfficeRuntime, book: NumberBook, log: string): number {
  if (!isAlone(runtime, book.series)) return 0;
  const readBack = ceilingsReadBack(runtime.db);
  return book.ceilings
    .filter((c) => c.log === log && readBack.has(c.entry))
    .reduce((most, { ceiling }) => Math.max(most, ceiling), 0);
}

/** The first number of a lease that its log has not given, as far as this PC knows; past `to` when none is left. */
export function nextOfLease(runtime: OfficeRuntime, book: NumberBook, lease: Lease): number {
  const id = seriesId(lease.series);
  const given = highestIssued(runtime.db, id, lease.log, lease.from, lease.to);
  return pastVoids(book.voids, Math.max(lease.from, given + 1));
}

/** How many numbers a log's leases in a series still hold, as far as this PC knows. */
export function leasedLeft(runtime: OfficeRuntime, book: NumberBook, log: string): number {
  return book.leases
    .filter((lease) => lease.log === log)
    .reduce((sum, lease) => sum + Math.max(0, lease.to - nextOfLease(runtime, book, lease) + 1), 0);
}

/**
 * What this log may give of a series: the registry up to the ceiling that it read back, a desk from its leases.
 * Every number comes once; what was given before is told by the entries.
 */
export function numberSource(runtime: OfficeRuntime, series: Series, log: string): NumberSource {
  // Which numbers were given is not known before what came in is folded: the letter waits for its number.
  if (hasUnfolded(runtime.db)) return () => null;
  const book = bookOf(runtime, series);
  if (isRegistryOf(runtime, series, log)) {
    const limit = usableCeiling(runtime, book, log);
    let next = nextOfRegistry(runtime, series, book, log);
    return () => {
      if (next > limit) return null;
      const number = next;
      next = pastVoids(book.voids, next + 1);
      return { number, lease: null };
    };
  }
  const leases = book.leases
    .filter((lease) => lease.log === log)
    .map((lease) => ({ lease, next: nextOfLease(runtime, book, lease) }));
  return () => {
    const open = leases.find(({ lease, next }) => next <= lease.to);
    if (open === undefined) return null;
    const number = open.next;
    open.next = pastVoids(book.voids, number + 1);
    return { number, lease: open.lease.entry };
  };
}

export interface NumberAct {
  readonly type: 'number.issued';
  readonly subject: string;
  readonly body: LetterActBody<'number.issued'>;
  readonly actor: Actor;
  readonly basis: readonly string[];
}

/** The act that gives a letter this number. */
export function issueAct(letter: string, series: Series, given: Given, actor: Actor): NumberAct {
  return {
    type: 'number.issued',
    subject: letter,
    body: { series, number: given.number },
    actor,
    basis: given.lease === null ? [] : [given.lease],
  };
}
