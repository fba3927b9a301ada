import type { AcceptedEntry } from '#core/office/entry.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { emptyBook, foldNumberBook } from '#core/office/number-book.ts';
import type { BookContext, NumberBook } from '#core/office/number-book.ts';
import { parseSeriesId, seriesId } from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';

import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { entriesOfSubject } from '../store/entries.ts';
import {
  heldBetween,
  keepBook,
  noteCitation,
  noteIssue,
  numbersOf,
  readBook,
  seriesSubjects,
} from '../store/numbers.ts';
import type { HeldRow } from '../store/numbers.ts';
import { foldContext } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { entryOfRow } from './stored-entry.ts';

function bookContext(runtime: OfficeRuntime): BookContext {
  const { judge } = foldContext(runtime);
  return {
    rosterOf: (entry) => judge(entry).roster,
    isQuarantined: (entry) => judge(entry).quarantined,
  };
}

/** The book of a series as its entries alone make it. */
export function foldedBook(db: ReadableDb, runtime: OfficeRuntime, series: Series): NumberBook {
  const entries = entriesOfSubject(db, seriesId(series)).map(entryOfRow);
  return foldNumberBook(series, entries, bookContext(runtime));
}

/** Folds the books again that these entries speak of. */
export function refoldBooks(db: WritableDb, runtime: OfficeRuntime, entries: readonly AcceptedEntry[]): void {
  const touched = new Map<string, Series>();
  for (const { subject } of entries) {
    const series = subject === null ? null : parseSeriesId(subject);
    if (subject !== null && series !== null) touched.set(subject, series);
  }
  for (const [id, series] of touched) keepBook(db, id, foldedBook(db, runtime, series));
}

/** Folds every book again from the entries, in an order that the entries alone decide. */
export function refoldAllBooks(db: WritableDb, runtime: OfficeRuntime): void {
  for (const id of seriesSubjects(db)) {
    const series = parseSeriesId(id);
    if (series !== null) keepBook(db, id, foldedBook(db, runtime, series));
  }
}

/** The book of a series as this PC knows it. */
export function bookOf(runtime: OfficeRuntime, series: Series): NumberBook {
  return readBook(runtime.db, seriesId(series)) ?? emptyBook(series);
}

/** Notes which numbers entries of a letter gave, with or without effect, and what its number acts cite. */
export function noteNumbers(db: WritableDb, entries: readonly AcceptedEntry[]): void {
  for (const { type, hash, subject, body, basis, log, userSig } of entries) {
    if (subject === null || (type !== 'number.issued' && type !== 'number.corrected')) continue;
    for (const cited of basis) noteCitation(db, cited, subject);
    const issued = letterActSchemas['number.issued'].safeParse(body);
    if (type !== 'number.issued' || userSig === undefined || !issued.success) continue;
    const { series, number } = issued.data;
    noteIssue(db, { entry: hash, series: seriesId(series), number, log, letter: subject });
  }
}

/** One text for a number that several letters may hold. */
function numberSubject(series: string, number: number): string {
  return `${series}#${number}`;
}

/**
 * Tells somebody when letters hold one number, and takes it back when a person has told them apart. The program never
 * renumbers an issued letter (3-office-log, Numbers).
 */
export function watchDuplicates(
  db: WritableDb,
  runtime: OfficeRuntime,
  letter: LetterState | null,
  before: readonly HeldRow[],
): void {
  for (const { series, number } of [...(letter === null ? [] : numbersOf(letter)), ...before]) {
    const held = heldBetween(db, series, number, number);
    const suffixes = new Set(held.map(({ suffix }) => suffix));
    const subject = numberSubject(series, number);
    if (suffixes.size === held.length) {
      clearAlerts(db, subject);
      continue;
    }
    const params = { number, series, letters: held.length };
    raiseAlert(db, 'number-duplicate', subject, params, runtime.clock());
  }
}
