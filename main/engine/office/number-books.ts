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
import { forgetUnfolded, isUnfolded } from '../store/unfolded.ts';
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

/** Whether entries about this subject make a book of numbers. */
export function isOfSeries(subject: string): boolean {
  return parseSeriesId(subject) !== null;
}

/** Folds one book again from its entries. */
export function refoldBook(db: WritableDb, runtime: OfficeRuntime, id: string): void {
  const series = parseSeriesId(id);
  if (series !== null) keepBook(db, id, foldedBook(db, runtime, series));
  forgetUnfolded(db, id);
}

/** Folds the books again that these entries speak of. */
export function refoldBooks(db: WritableDb, runtime: OfficeRuntime, entries: readonly AcceptedEntry[]): void {
  const touched = entries.flatMap(({ subject }) =>
    subject !== null && isOfSeries(subject) ? [subject] : [],
  );
  for (const id of new Set(touched)) refoldBook(db, runtime, id);
}

/** Folds every book again from the entries, in an order that the entries alone decide. */
export function refoldAllBooks(db: WritableDb, runtime: OfficeRuntime): void {
  for (const id of seriesSubjects(db)) refoldBook(db, runtime, id);
}

/** The book of a series as this PC knows it. */
export function bookOf(runtime: OfficeRuntime, series: Series): NumberBook {
  const id = seriesId(series);
  if (isUnfolded(runtime.db, id)) return foldedBook(runtime.db, runtime, series);
  return readBook(runtime.db, id) ?? emptyBook(series);
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
