import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type {
  NumberBookView,
  NumberKeeperView,
  NumberRowView,
  NumberSeriesView,
  WaitingNumberView,
  WaitingReason,
} from '#core/contract/numbers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { fatesBetween } from '#core/office/number-fates.ts';
import type { FateGrounds, FateOfNumber, NumberFate } from '#core/office/number-fates.ts';
import {
  NUMBER_LIMIT,
  bookId,
  officeAgenda,
  officeYear,
  parseSeriesId,
  seriesId,
  termFor,
  termsOfYear,
} from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';

import { lettersWithoutNumber, readLetter } from '../store/letters.ts';
import { findLog } from '../store/logs.ts';
import { heldBetween, heldSpan, highestGiven, issuesWithoutEffect, knownSeries } from '../store/numbers.ts';
import { tellLetter } from './letter-telling.ts';
import { bookOf } from './number-books.ts';
import { isAlone, isRegistryOf, leasedLeft, nextOfLease } from './number-source.ts';
import { hasSuspendedNumber, seriesOfLetter } from './numbers.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** The person and PC behind a log. */
function keeperView(runtime: OfficeRuntime, log: string): NumberKeeperView {
  const row = findLog(runtime.db, log);
  return {
    log,
    name: runtime.roster.current().people.get(row?.user ?? '')?.name ?? '',
    device: row?.device_name ?? '',
    mine: runtime.session?.log === log,
  };
}

/** The first number of the program in a series, and the highest that was given or leased. */
function spanOf(runtime: OfficeRuntime, series: Series): { start: number; given: number } {
  const terms = termsOfYear(runtime.roster.current().registries.get(bookId(series)), series.year);
  const id = seriesId(series);
  const held = heldSpan(runtime.db, id);
  const book = bookOf(runtime, series);
  const starts = [...terms.map(({ start }) => start), ...(held === null ? [] : [held.first])];
  const given = [
    highestGiven(runtime.db, id),
    ...book.leases.map(({ to }) => to),
    ...terms.slice(1).map(({ start }) => start - 1),
  ];
  return { start: starts.length === 0 ? 1 : Math.min(...starts), given: Math.max(0, ...given) };
}

function groundsOf(runtime: OfficeRuntime, series: Series, from: number, to: number): FateGrounds {
  const id = seriesId(series);
  return {
    book: bookOf(runtime, series),
    held: heldBetween(runtime.db, id, from, to),
    withoutEffect: issuesWithoutEffect(runtime.db, id, from, to).map(({ number, letter }) => ({
      number,
      letter,
      suffix: '',
    })),
    given: spanOf(runtime, series).given,
  };
}

function seriesView(
  runtime: OfficeRuntime,
  series: Series,
  fates: readonly FateOfNumber[],
): NumberSeriesView {
  const term = termFor(runtime.roster.current().registries.get(bookId(series)), series.year);
  const book = bookOf(runtime, series);
  const { start, given } = spanOf(runtime, series);
  const count = (fate: NumberFate) =>
    fates.filter((one) => one.fate === fate && (one.number <= given || fate === 'voided')).length;
  return {
    id: seriesId(series),
    series,
    registry: term === null ? null : keeperView(runtime, term.log),
    start,
    given,
    ceiling: book.ceilings.reduce((most, { ceiling }) => Math.max(most, ceiling), 0),
    counts: {
      used: count('used'),
      duplicate: count('duplicate'),
      voided: count('voided'),
      leased: count('leased'),
      withoutEffect: count('withoutEffect'),
      skipped: count('skipped'),
      free: count('free'),
    },
    leases: book.leases.map((lease) => ({
      holder: keeperView(runtime, lease.log),
      from: lease.from,
      to: lease.to,
      left: Math.max(0, lease.to - nextOfLease(runtime, book, lease) + 1),
    })),
  };
}

function rowView(runtime: OfficeRuntime, fate: FateOfNumber): NumberRowView {
  const { voided } = fate;
  return {
    number: fate.number,
    fate: fate.fate,
    letters: fate.holders.flatMap(({ letter, suffix }) => {
      const state = readLetter(runtime.db, letter);
      return state === undefined ? [] : [{ ...tellLetter(runtime, state), suffix }];
    }),
    desk: fate.lease === null ? null : keeperView(runtime, fate.lease.log),
    voided:
      voided === null
        ? null
        : {
            reason: voided.reason,
            note: voided.note,
            name: runtime.roster.current().people.get(voided.actor.user)?.name ?? '',
            time: voided.time,
          },
  };
}

/** Numbers that one book can show at once: what lies further apart was given by no honest program. */
const LONGEST = 1_000_000;

/** Every number of a series up to the last one that anything became of. Numbers may be given up before they are due. */
function fatesOf(
  runtime: OfficeRuntime,
  series: Series,
): { readonly start: number; readonly last: number; readonly fates: readonly FateOfNumber[] } {
  const { start, given } = spanOf(runtime, series);
  const voided = bookOf(runtime, series).voids.map(({ to }) => to);
  const last = Math.min(Math.max(given, ...voided), start + LONGEST, NUMBER_LIMIT);
  return { start, last, fates: fatesBetween(groundsOf(runtime, series, start, last), start, last) };
}

/** Every number of a book with what became of it, a page at a time. Errors: `not-allowed`, `not-found`. */
export function numberBook(
  runtime: OfficeRuntime,
  input: CheckedInput<'numbers.book'>,
): Result<NumberBookView> {
  if (!viewer(runtime).all) return fail('not-allowed');
  const year = officeYear(runtime.clock(), runtime.roster.current().timeZone);
  const series = input.series ?? { ...officeAgenda, year };
  const isKnown = runtime.roster.current().registries.has(bookId(series));
  if (!isKnown && !knownSeries(runtime.db).includes(seriesId(series))) return fail('not-found');
  const { start, last, fates } = fatesOf(runtime, series);
  const isDown = input.order === 'down';
  const from = input.from ?? (isDown ? last : start);
  const isShown = ({ number, fate }: FateOfNumber) =>
    (isDown ? number <= from : number >= from) && (!input.gapsOnly || fate !== 'used');
  const up = fates.filter(isShown);
  const shown = isDown ? up.toReversed() : up;
  return ok({
    ...seriesView(runtime, series, fates),
    last,
    rows: shown.slice(0, input.limit).map((fate) => rowView(runtime, fate)),
    next: shown[input.limit]?.number ?? null,
  });
}

/** The series in which numbers were announced, leased or given. Errors: `not-allowed`. */
export function numberSeries(runtime: OfficeRuntime): Result<readonly NumberSeriesView[]> {
  if (!viewer(runtime).all) return fail('not-allowed');
  return ok(
    knownSeries(runtime.db).flatMap((id) => {
      const series = parseSeriesId(id);
      if (series === null) return [];
      return [seriesView(runtime, series, fatesOf(runtime, series).fates)];
    }),
  );
}

/** Why a letter has no number yet, as this PC can tell. */
function reasonOf(runtime: OfficeRuntime, letter: LetterState, series: Series): WaitingReason {
  if (hasSuspendedNumber(letter)) return 'suspended';
  const own = runtime.session?.log ?? '';
  const book = bookOf(runtime, series);
  const isOwn = letter.registeredLog === own;
  const left = leasedLeft(runtime, book, letter.registeredLog) > 0;
  const isLocked = runtime.session?.userKeys == null;
  if (isRegistryOf(runtime, series, own)) {
    if (!isOwn && left) return 'desk';
    if (isLocked) return 'locked';
    return isAlone(runtime, series) ? 'ceiling' : 'predecessor';
  }
  if (!isOwn) return left ? 'desk' : 'registry';
  if (left || isLocked) return 'locked';
  return book.requests.some(({ log, answered }) => log === own && !answered) ? 'leaseAsked' : 'noLease';
}

/** Letters shown at most. */
const MOST = 500;

/** The letters that wait for an agenda number, oldest first, each with the reason. Errors: `not-allowed`. */
export function waitingNumbers(runtime: OfficeRuntime): Result<readonly WaitingNumberView[]> {
  if (!viewer(runtime).all) return fail('not-allowed');
  return ok(
    lettersWithoutNumber(runtime.db, MOST).flatMap(({ id }) => {
      const letter = readLetter(runtime.db, id);
      if (letter === undefined) return [];
      const series = seriesOfLetter(runtime, letter);
      return [
        {
          ...tellLetter(runtime, letter),
          series: seriesId(series),
          registeredBy: keeperView(runtime, letter.registeredLog),
          reason: reasonOf(runtime, letter, series),
        },
      ];
    }),
  );
}
