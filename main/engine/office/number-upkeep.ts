import type { Actor } from '#core/office/entry.ts';
import { CEILING_STEP, LEASE_SIZE } from '#core/office/number-acts.ts';
import type { NumberBook } from '#core/office/number-book.ts';
import { firstOf } from '#core/office/number-book.ts';
import {
  NUMBER_LIMIT,
  bookId,
  officeYear,
  parseSeriesId,
  seriesId,
  termsOfYear,
} from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';
import { mayRegister } from '#core/office/rights.ts';
import { positionsOf } from '#core/office/roster.ts';

import { transact } from '../store/database.ts';
import { lastRosterIndex } from '../store/entries.ts';
import { findLog } from '../store/logs.ts';
import {
  ceilingsOnShare,
  heldBetween,
  issuesWithoutEffect,
  knownSeries,
  noteReadBack,
} from '../store/numbers.ts';
import { hasUnfolded } from '../store/unfolded.ts';
import { actorOf } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { bookOf } from './number-books.ts';
import { isRegistryOf, leasedLeft, nextOfLease, nextOfRegistry, usableCeiling } from './number-source.ts';
import { agendaBookOf, numberWaiting, waitingHere } from './numbers.ts';
import { heldPositions, isClosedLog, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** A new ceiling is announced when fewer numbers than this are left below the last one. */
const CEILING_RESERVE = 100;
/** A desk asks for the next lease when so few numbers are left. */
const LEASE_RESERVE = 20;
const DAY = 86_400_000;
/** How long before the new year its book is made ready, so that a PC that is cut off then goes on. */
const AHEAD = 7 * DAY;
/** How long after a year's end its letters are still entered late; then what a desk did not use is given up. */
const LATE = 31 * DAY;
/** Waiting letters that one ceiling reckons with. */
const MOST_WAITING = 5000;
/** Stretches given up in one act's transaction. */
const MOST_VOIDS = 200;

interface Keeper {
  readonly session: Session;
  readonly actor: Actor;
  readonly role: 'tu' | 'admin';
}

/** Who keeps numbers here: the person signed in, unlocked, in a position that registers. */
function keeper(runtime: OfficeRuntime): Keeper | null {
  const { session } = runtime;
  if (session === null || session.userKeys === null || findLog(runtime.db, session.log) === undefined)
    return null;
  const roster = runtime.roster.current();
  const clerks = heldPositions(runtime).filter((h) => mayRegister(roster, h.position.id));
  const clerk = clerks.find((h) => h.position.role === 'tu') ?? clerks[0];
  if (clerk === undefined) return null;
  return {
    session,
    actor: actorOf(session.user, clerk),
    role: clerk.position.role === 'tu' ? 'tu' : 'admin',
  };
}

/** This year, and the next one when it is near. */
function openYears(runtime: OfficeRuntime): readonly number[] {
  const { timeZone } = runtime.roster.current();
  const now = runtime.clock();
  return [...new Set([officeYear(now, timeZone), officeYear(now + AHEAD, timeZone)])];
}

function distinct(series: readonly Series[]): readonly Series[] {
  return [...new Map(series.map((one) => [seriesId(one), one])).values()];
}

/** The series that this log keeps now: every book in the open years, and older ones in which letters wait. */
function keptSeries(runtime: OfficeRuntime, { session }: Keeper): readonly Series[] {
  const years = openYears(runtime);
  const open = [...runtime.roster.current().registries.keys()].flatMap((book) =>
    years.flatMap((year) => parseSeriesId(`${book}/${year}`) ?? []),
  );
  const late = waitingHere(runtime, session, MOST_WAITING).map(({ series }) => series);
  return distinct([...open, ...late]).filter((series) => isRegistryOf(runtime, series, session.log));
}

function isSame(one: Series, other: Series): boolean {
  return seriesId(one) === seriesId(other);
}

function highestOwn(book: NumberBook, log: string): number {
  return book.ceilings.reduce((most, c) => (c.log === log ? Math.max(most, c.ceiling) : most), 0);
}

/** Raises the ceiling of a series before the numbers below it run out; above all that waits already. */
function ceilingActs(runtime: OfficeRuntime, { session, actor }: Keeper, series: Series): NewAct[] {
  const book = bookOf(runtime, series);
  const next = nextOfRegistry(runtime, series, book, session.log);
  const demand = waitingHere(runtime, session, MOST_WAITING).filter((w) => isSame(w.series, series)).length;
  if (highestOwn(book, session.log) - next + 1 >= demand + CEILING_RESERVE) return [];
  const ceiling = Math.min(NUMBER_LIMIT, next - 1 + demand + CEILING_STEP);
  if (ceiling <= highestOwn(book, session.log)) return [];
  return [{ type: 'number.ceiling', subject: seriesId(series), actor, body: { series, ceiling } }];
}

/** Whether the log's person still registers letters, so that a lease there is of use. */
function deskServes(runtime: OfficeRuntime, log: string): boolean {
  const user = findLog(runtime.db, log)?.user ?? null;
  if (user === null || isClosedLog(runtime, log)) return false;
  const roster = runtime.roster.current();
  return positionsOf(roster, user, today(runtime)).some(({ position }) => mayRegister(roster, position.id));
}

/** Answers the requests of desks as far as the ceiling that was read back reaches. */
function leaseActs(runtime: OfficeRuntime, { session, actor }: Keeper, series: Series): NewAct[] {
  const book = bookOf(runtime, series);
  const limit = usableCeiling(runtime, book, session.log);
  let next = nextOfRegistry(runtime, series, book, session.log);
  const acts: NewAct[] = [];
  const served = new Set<string>();
  for (const request of book.requests) {
    const { log } = request;
    if (request.answered || log === session.log || served.has(log) || !deskServes(runtime, log)) continue;
    if (leasedLeft(runtime, book, log) >= LEASE_SIZE || next + LEASE_SIZE - 1 > limit) continue;
    served.add(log);
    const body = { series, log, from: next, to: next + LEASE_SIZE - 1 };
    acts.push({ type: 'number.leased', subject: seriesId(series), actor, body, basis: [request.entry] });
    next += LEASE_SIZE;
  }
  return acts;
}

function voidAct(
  { actor }: Keeper,
  series: Series,
  span: { readonly from: number; readonly to: number },
  reason: 'registryReplaced' | 'deskClosed' | 'yearEnded',
  basis: readonly string[] = [],
): NewAct {
  const body = { series, ...span, reason, note: '' };
  return { type: 'number.voided', subject: seriesId(series), actor, body, basis };
}

/** What is left of leases whose desk registers no more. */
function closedDeskActs(runtime: OfficeRuntime, keeping: Keeper, series: Series): NewAct[] {
  const book = bookOf(runtime, series);
  return book.leases.flatMap((lease) => {
    const from = nextOfLease(runtime, book, lease);
    if (from > lease.to || deskServes(runtime, lease.log)) return [];
    return [voidAct(keeping, series, { from, to: lease.to }, 'deskClosed')];
  });
}

/** Stretches between two numbers that no letter, act, lease or void accounts for. */
function unaccounted(
  runtime: OfficeRuntime,
  book: NumberBook,
  from: number,
  to: number,
): readonly { from: number; to: number }[] {
  const id = seriesId(book.series);
  const taken: { from: number; to: number }[] = [
    ...heldBetween(runtime.db, id, from, to).map(({ number }) => ({ from: number, to: number })),
    ...issuesWithoutEffect(runtime.db, id, from, to).map(({ number }) => ({ from: number, to: number })),
    ...book.leases,
    ...book.voids,
  ];
  const stretches: { from: number; to: number }[] = [];
  let next = from;
  for (const span of taken.toSorted((a, b) => a.from - b.from)) {
    if (span.from > to) break;
    if (span.from > next) stretches.push({ from: next, to: span.from - 1 });
    next = Math.max(next, span.to + 1);
  }
  if (next <= to) stretches.push({ from: next, to });
  return stretches;
}

/** After a take-over: what the registry before announced and nobody used will never be used. */
function takenOverActs(runtime: OfficeRuntime, keeping: Keeper, series: Series): NewAct[] {
  const { log } = keeping.session;
  const terms = termsOfYear(runtime.roster.current().registries.get(bookId(series)), series.year);
  const book = bookOf(runtime, series);
  const before = terms.slice(0, -1).filter((term) => term.log !== log);
  const mine = terms.at(-1);
  // Not before the own ceiling was read back: until then entries of the one before may still be on the way.
  if (before.length === 0 || mine === undefined || usableCeiling(runtime, book, log) === 0) return [];
  const from = Math.min(...before.map(({ start }) => start));
  const to = firstOf(book, mine) - 1;
  return unaccounted(runtime, book, from, to)
    .slice(0, MOST_VOIDS)
    .map((span) => voidAct(keeping, series, span, 'registryReplaced'));
}

/** Asks for numbers of its own where this desk has few: TU always, the admin once letters wait here. */
function requestActs(runtime: OfficeRuntime, { session, actor, role }: Keeper): NewAct[] {
  const waiting = waitingHere(runtime, session, MOST_WAITING).map(({ series }) => series);
  const agenda = agendaBookOf(runtime, actor.position);
  const open = role === 'tu' ? openYears(runtime).map((year): Series => ({ ...agenda, year })) : [];
  return distinct([...open, ...waiting]).flatMap((series): NewAct[] => {
    const book = bookOf(runtime, series);
    const known = runtime.roster.current().registries.has(bookId(series));
    if (!known || isRegistryOf(runtime, series, session.log)) return [];
    if (leasedLeft(runtime, book, session.log) >= LEASE_RESERVE) return [];
    if (book.requests.some(({ log, answered }) => log === session.log && !answered)) return [];
    return [{ type: 'number.lease-requested', subject: seriesId(series), actor, body: { series } }];
  });
}

/** Says that this log stopped, in every series that another log keeps since this one wrote last. */
function stopActs(runtime: OfficeRuntime, { session, actor }: Keeper): NewAct[] {
  const seen = lastRosterIndex(runtime.db, session.log);
  const { registries } = runtime.roster.current();
  const open = [...registries.keys()].flatMap((book) =>
    openYears(runtime).flatMap((year) => parseSeriesId(`${book}/${year}`) ?? []),
  );
  const known = knownSeries(runtime.db).flatMap((id) => parseSeriesId(id) ?? []);
  return distinct([...open, ...known]).flatMap((series): NewAct[] => {
    const terms = termsOfYear(registries.get(bookId(series)), series.year);
    const last = terms.findLastIndex(({ log }) => log === session.log);
    const successor = terms[last + 1];
    if (last < 0 || successor === undefined || seen >= successor.index) return [];
    return [{ type: 'number.stopped', subject: seriesId(series), actor, body: { series } }];
  });
}

/** Gives up what this desk did not use of a year that is over. */
function endedYearActs(runtime: OfficeRuntime, keeping: Keeper): NewAct[] {
  const { timeZone } = runtime.roster.current();
  const year = officeYear(runtime.clock() - LATE, timeZone);
  return knownSeries(runtime.db).flatMap((id) => {
    const series = parseSeriesId(id);
    if (series === null || series.year >= year) return [];
    const book = bookOf(runtime, series);
    return book.leases.flatMap((lease) => {
      const from = nextOfLease(runtime, book, lease);
      if (lease.log !== keeping.session.log || from > lease.to) return [];
      return [voidAct(keeping, series, { from, to: lease.to }, 'yearEnded', [lease.entry])];
    });
  });
}

function write(runtime: OfficeRuntime, { session }: Keeper, acts: readonly NewAct[]): void {
  if (acts.length > 0) append(runtime, session, acts);
}

/**
 * Notes which own ceilings were read back: their head stands on the share, and the share was read to the end after
 * that. A registry that takes over from one that was thought lost then sees that one's ceiling, or that one the
 * appointment: each has written its own before it read.
 */
function confirmCeilings(runtime: OfficeRuntime): void {
  const standing = ceilingsOnShare(runtime.db);
  if (standing.length === 0) return;
  transact(runtime.db, (db) => standing.forEach((entry) => noteReadBack(db, entry)));
  runtime.at?.('number:ceiling-read-back');
}

/**
 * Everything that numbers need of this PC: waiting letters get theirs, ceilings go ahead of them, desks get and renew
 * their leases, and what will never be used is given up with the reason. Does nothing while the user key is locked,
 * since all of it binds. Answers how many letters were numbered.
 */
export function keepNumbers(runtime: OfficeRuntime): number {
  const keeping = keeper(runtime);
  if (keeping === null) return 0;
  const numbered = numberWaiting(runtime);
  for (const series of keptSeries(runtime, keeping)) {
    write(runtime, keeping, closedDeskActs(runtime, keeping, series));
    write(runtime, keeping, takenOverActs(runtime, keeping, series));
    write(runtime, keeping, leaseActs(runtime, keeping, series));
    const ceilings = ceilingActs(runtime, keeping, series);
    write(runtime, keeping, ceilings);
    if (ceilings.length > 0) runtime.at?.('number:ceiling-announced');
  }
  write(runtime, keeping, stopActs(runtime, keeping));
  write(runtime, keeping, [...requestActs(runtime, keeping), ...endedYearActs(runtime, keeping)]);
  return numbered;
}

/** What numbers need after a look at the share; `whole` when all that waited was sent and the share read to its end. */
export function keepNumbersAfter(runtime: OfficeRuntime, whole: boolean): void {
  // While letters are still to be folded nobody knows which numbers they hold.
  if (hasUnfolded(runtime.db)) return;
  if (whole) confirmCeilings(runtime);
  keepNumbers(runtime);
}
