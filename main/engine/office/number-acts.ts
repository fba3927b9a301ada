import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { highestKnown } from '#core/office/number-book.ts';
import { bookId, officeYear, parseSeriesId, seriesId, termFor } from '#core/office/number-series.ts';
import type { Book, Series } from '#core/office/number-series.ts';
import { mayRegister } from '#core/office/rights.ts';
import { positionsOf } from '#core/office/roster.ts';

import { allLogs } from '../store/logs.ts';
import { heldBetween, heldSpan, knownSeries, numbersOf } from '../store/numbers.ts';
import { actorOf, groundsFor, personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import type { HeldPosition } from './letter-actions.ts';
import { bookOf } from './number-books.ts';
import { isRegistryOf, issueAct, numberSource } from './number-source.ts';
import { rosterWriter } from './roster-editing.ts';
import { heldPositions, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

function clerkHere(runtime: OfficeRuntime): HeldPosition | undefined {
  const roster = runtime.roster.current();
  return heldPositions(runtime).find((h) => mayRegister(roster, h.position.id));
}

/** The one log that an id, or the beginning of it, names, if its person registers letters. */
function registeringLog(runtime: OfficeRuntime, named: string): Result<string> {
  const roster = runtime.roster.current();
  const found = allLogs(runtime.db).filter(({ log, branch }) => branch === 0 && log.startsWith(named));
  const [only] = found;
  if (only === undefined || found.length > 1) return fail('not-found');
  const registers = positionsOf(roster, only.user ?? '', today(runtime)).some(({ position }) =>
    mayRegister(roster, position.id),
  );
  return registers ? ok(only.log) : fail('not-allowed');
}

/** The years of a book that a new registry takes over: this one, and others that the one before may still number. */
export function yearsToTake(runtime: OfficeRuntime, book: Book): readonly number[] {
  const year = officeYear(runtime.clock(), runtime.roster.current().timeZone);
  const known = knownSeries(runtime.db).flatMap((id) => {
    const series = parseSeriesId(id);
    return series !== null && bookId(series) === bookId(book) && series.year >= year - 1 ? [series.year] : [];
  });
  return [...new Set([...known, year])].toSorted((a, b) => a - b);
}

/** Above everything that anybody announced, leased, gave up or used. */
export function aboveAll(runtime: OfficeRuntime, series: Series): number {
  const term = termFor(runtime.roster.current().registries.get(bookId(series)), series.year);
  return Math.max(
    term?.start ?? 1,
    highestKnown(bookOf(runtime, series)) + 1,
    (heldSpan(runtime.db, seriesId(series))?.last ?? 0) + 1,
  );
}

/**
 * Names who keeps a book: a hand-over, or a take-over after a dead PC. The new registry begins above the last ceiling
 * that is known here, so share and PC are best brought together before; what the one before did not use, the new one
 * gives up with the reason. Errors: `not-roster-writer`, `locked`, `not-found`, `not-allowed`, `act-already-done`.
 */
export function setRegistry(
  runtime: OfficeRuntime,
  input: CheckedInput<'numbers.set-registry'>,
): Result<null> {
  const session = rosterWriter(runtime);
  if (!session.ok) return session;
  const log = registeringLog(runtime, input.log);
  if (!log.ok) return log;
  const { book } = input;
  const terms = runtime.roster.current().registries.get(bookId(book));
  const now = officeYear(runtime.clock(), runtime.roster.current().timeZone);
  const acts = yearsToTake(runtime, book).flatMap((year): NewAct[] => {
    if (termFor(terms, year)?.log === log.value && !input.gone && (year !== now || input.start === null))
      return [];
    // A book that nobody kept in a year that is over has nothing to take over.
    if (year < now && termFor(terms, year) === null) return [];
    const start = Math.max(aboveAll(runtime, { ...book, year }), year === now ? (input.start ?? 1) : 1);
    return [
      {
        type: 'roster.registry-set',
        subject: null,
        actor: personActor(session.value.user),
        body: { book, year, log: log.value, start, gone: input.gone },
      },
    ];
  });
  if (acts.length === 0) return fail('act-already-done');
  const written = append(runtime, session.value, acts);
  return written.ok ? ok(null) : written;
}

/** The lease of this log that holds a whole stretch. */
function ownLease(runtime: OfficeRuntime, session: Session, series: Series, from: number, to: number) {
  return bookOf(runtime, series).leases.find(
    (lease) => lease.log === session.log && lease.from <= from && to <= lease.to,
  );
}

/** Gives numbers up with the reason: the registry any that were announced, a desk those of its lease. */
export function voidNumbers(
  runtime: OfficeRuntime,
  { series, from, to, note }: CheckedInput<'numbers.void'>,
): Result<ActAnswer> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const clerk = clerkHere(runtime);
  if (clerk === undefined) return fail('not-allowed');
  const lease = ownLease(runtime, session.value, series, from, to);
  if (lease === undefined && !isRegistryOf(runtime, series, session.value.log)) return fail('not-registry');
  const written = append(runtime, session.value, [
    {
      type: 'number.voided',
      subject: seriesId(series),
      actor: actorOf(session.value.user, clerk),
      body: { series, from, to, reason: 'spoiled', note },
      basis: lease === undefined ? [] : [lease.entry],
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** Tells a letter apart from others with its number (nomor sisipan). Errors: `number-not-shared`, `number-taken`. */
export function correctNumber(
  runtime: OfficeRuntime,
  { letter: id, suffix }: CheckedInput<'numbers.correct'>,
): Result<ActAnswer> {
  const grounds = groundsFor(runtime, id);
  if (!grounds.ok) return grounds;
  const { letter, session } = grounds.value;
  const clerk = clerkHere(runtime);
  if (clerk === undefined) return fail('not-allowed');
  for (const held of numbersOf(letter)) {
    const series = parseSeriesId(held.series);
    const others = heldBetween(runtime.db, held.series, held.number, held.number).filter(
      (row) => row.letter !== id,
    );
    if (series === null || !others.some((row) => row.suffix === held.suffix)) continue;
    if (others.some((row) => row.suffix === suffix)) return fail('number-taken');
    const written = append(runtime, session, [
      {
        type: 'number.corrected',
        subject: id,
        actor: actorOf(session.user, clerk),
        body: { series, number: held.number, suffix },
        basis: [held.entry, ...others.slice(0, 60).map(({ entry }) => entry)],
      },
    ]);
    return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
  }
  return fail('number-not-shared');
}

/**
 * Gives a memo the next number of a book of letters; only its registry does. It is reserved before the last signature,
 * since the document must contain it. Errors: `not-registry`, `number-none`, and those of acts on letters.
 */
export function numberLetter(
  runtime: OfficeRuntime,
  { letter: id, book }: CheckedInput<'numbers.issue'>,
): Result<ActAnswer & { number: number }> {
  const grounds = groundsFor(runtime, id);
  if (!grounds.ok) return grounds;
  const { session } = grounds.value;
  if (grounds.value.letter.memo?.stage === 'contested') return fail('act-unsettled');
  const clerk = clerkHere(runtime);
  if (clerk === undefined) return fail('not-allowed');
  const series = { ...book, year: officeYear(runtime.clock(), runtime.roster.current().timeZone) };
  if (!isRegistryOf(runtime, series, session.log)) return fail('not-registry');
  const given = numberSource(runtime, series, session.log)();
  if (given === null) return fail('number-none');
  const written = append(runtime, session, [issueAct(id, series, given, actorOf(session.user, clerk))]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '', number: given.number }) : written;
}
