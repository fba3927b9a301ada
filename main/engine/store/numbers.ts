import type { HeldNumber, LetterState } from '#core/office/letter-state.ts';
import type { NumberBook } from '#core/office/number-book.ts';

import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** A number that a letter holds. */
export interface HeldRow {
  readonly series: string;
  readonly number: number;
  readonly suffix: string;
  readonly letter: string;
  readonly entry: string;
}

/** A number that an entry gave to a letter, with or without effect. */
export interface IssueRow {
  readonly entry: string;
  readonly series: string;
  readonly number: number;
  readonly log: string;
  readonly letter: string;
}

/** Notes that an entry gave a number; again is harmless. */
export function noteIssue(db: WritableDb, row: IssueRow): void {
  statement(
    db,
    'INSERT OR IGNORE INTO number_issues (entry, series, number, log, letter) VALUES (?, ?, ?, ?, ?)',
  ).run(row.entry, row.series, row.number, row.log, row.letter);
}

/** Notes that a number act on the letter cites an entry, so that the letter is folded again when it arrives. */
export function noteCitation(db: WritableDb, cited: string, letter: string): void {
  statement(db, 'INSERT OR IGNORE INTO number_citations (cited, letter) VALUES (?, ?)').run(cited, letter);
}

/** Letters whose number acts cite one of these entries. */
export function lettersCiting(db: ReadableDb, hashes: readonly string[]): readonly string[] {
  if (hashes.length === 0) return [];
  return statement<[string], { letter: string }>(
    db,
    'SELECT DISTINCT letter FROM number_citations WHERE cited IN (SELECT value FROM json_each(?)) ORDER BY letter',
  )
    .all(JSON.stringify(hashes))
    .map((row) => row.letter);
}

/** The highest number between two that a log gave in a series, effective or not; 0 when it gave none. */
export function highestIssued(db: ReadableDb, series: string, log: string, from: number, to: number): number {
  const row = statement<[string, string, number, number], { n: number | null }>(
    db,
    'SELECT max(number) AS n FROM number_issues WHERE series = ? AND log = ? AND number BETWEEN ? AND ?',
  ).get(series, log, from, to);
  return row?.n ?? 0;
}

/** Numbers between two that entries gave without a letter holding them, in order. */
export function issuesWithoutEffect(
  db: ReadableDb,
  series: string,
  from: number,
  to: number,
): readonly IssueRow[] {
  return statement<[string, number, number], IssueRow>(
    db,
    `SELECT i.* FROM number_issues i WHERE i.series = ? AND i.number BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM numbers n
                       WHERE n.series = i.series AND n.number = i.number AND n.letter = i.letter)
     ORDER BY i.number, i.entry`,
  ).all(series, from, to);
}

/** Numbers between two that letters hold, in order. */
export function heldBetween(db: ReadableDb, series: string, from: number, to: number): readonly HeldRow[] {
  return statement<[string, number, number], HeldRow>(
    db,
    'SELECT * FROM numbers WHERE series = ? AND number BETWEEN ? AND ? ORDER BY number, suffix, letter',
  ).all(series, from, to);
}

/** The numbers that a letter holds, as they were projected last. */
export function heldBy(db: ReadableDb, letter: string): readonly HeldRow[] {
  return statement<[string], HeldRow>(db, 'SELECT * FROM numbers WHERE letter = ?').all(letter);
}

/** Letters whose number acts cite an entry of this log from a place on. */
export function lettersCitingLog(db: ReadableDb, logRow: number, from: number): readonly string[] {
  return statement<[number, number], { letter: string }>(
    db,
    `SELECT DISTINCT c.letter AS letter FROM entries e JOIN number_citations c ON c.cited = e.hash
     WHERE e.log_id = ? AND e.seq >= ?`,
  )
    .all(logRow, from)
    .map((row) => row.letter);
}

/** Letters whose number acts cite an entry that names a roster beyond an index. */
export function lettersCitingAfter(db: ReadableDb, index: number): readonly string[] {
  return statement<[number], { letter: string }>(
    db,
    `SELECT DISTINCT c.letter AS letter FROM number_citations c JOIN entries e ON e.hash = c.cited
     WHERE e.roster_index > ?`,
  )
    .all(index)
    .map((row) => row.letter);
}

/** Lowest and highest number that letters hold in a series; null while there is none. */
export function heldSpan(db: ReadableDb, series: string): { first: number; last: number } | null {
  const row = statement<[string], { first: number | null; last: number | null }>(
    db,
    'SELECT min(number) AS first, max(number) AS last FROM numbers WHERE series = ?',
  ).get(series);
  return row === undefined || row.first === null || row.last === null
    ? null
    : { first: row.first, last: row.last };
}

/** The highest number that a letter holds in a series; 0 when there is none. */
export function highestGiven(db: ReadableDb, series: string): number {
  const row = statement<[string], { n: number | null }>(
    db,
    'SELECT max(number) AS n FROM numbers WHERE series = ?',
  ).get(series);
  return row?.n ?? 0;
}

/** Every number held by more than one letter under the same suffix. */
export function duplicateNumbers(db: ReadableDb, series: string): readonly number[] {
  return statement<[string], { number: number }>(
    db,
    `SELECT DISTINCT number FROM numbers WHERE series = ?
     GROUP BY number, suffix HAVING count(*) > 1 ORDER BY number`,
  )
    .all(series)
    .map((row) => row.number);
}

/** The numbers that a letter holds by its state. */
export function numbersOf(letter: LetterState): readonly HeldNumber[] {
  return [letter.agenda, letter.letterNumber].filter((held) => held !== null);
}

/** Writes which numbers a letter holds; of a new one nothing is there. */
export function projectNumbers(db: WritableDb, letter: LetterState, isNew: boolean): void {
  if (!isNew) statement(db, 'DELETE FROM numbers WHERE letter = ?').run(letter.id);
  for (const { series, number, suffix, entry } of numbersOf(letter)) {
    statement(db, 'INSERT INTO numbers (series, number, suffix, letter, entry) VALUES (?, ?, ?, ?, ?)').run(
      series,
      number,
      suffix,
      letter.id,
      entry,
    );
  }
}

/** Keeps the folded book of a series. */
export function keepBook(db: WritableDb, series: string, book: NumberBook): void {
  statement(db, 'INSERT OR REPLACE INTO number_books (series, state) VALUES (?, ?)').run(
    series,
    JSON.stringify(book),
  );
}

/** The folded book of a series; undefined before any act on it. */
export function readBook(db: ReadableDb, series: string): NumberBook | undefined {
  const row = statement<[string], { state: string }>(
    db,
    'SELECT state FROM number_books WHERE series = ?',
  ).get(series);
  return row === undefined ? undefined : (JSON.parse(row.state) as NumberBook);
}

/** Ids of all series that an act, or a letter's number, speaks of; in order. */
export function knownSeries(db: ReadableDb): readonly string[] {
  return statement<[], { series: string }>(
    db,
    'SELECT series FROM number_books UNION SELECT DISTINCT series FROM numbers ORDER BY series',
  )
    .all()
    .map((row) => row.series);
}

/** Ids of the series of which a folded book is kept; in order. */
export function knownBooks(db: ReadableDb): readonly string[] {
  return statement<[], { series: string }>(db, 'SELECT series FROM number_books ORDER BY series')
    .all()
    .map((row) => row.series);
}

/** Subjects of accepted entries that may be a series' id. */
export function seriesSubjects(db: ReadableDb): readonly string[] {
  return statement<[], { subject: string }>(
    db,
    `SELECT DISTINCT subject FROM entries
     WHERE rank IS NOT NULL AND (subject GLOB 'agenda/*' OR subject GLOB 'letter/*') ORDER BY subject`,
  )
    .all()
    .map((row) => row.subject);
}

/** Notes that a ceiling of this PC stands on the share and the share was read after that. */
export function noteReadBack(db: WritableDb, entry: string): void {
  statement(db, 'INSERT OR IGNORE INTO ceilings_read_back (entry) VALUES (?)').run(entry);
}

/** The ceilings of this PC that were read back. */
export function ceilingsReadBack(db: ReadableDb): ReadonlySet<string> {
  const rows = statement<[], { entry: string }>(db, 'SELECT entry FROM ceilings_read_back').all();
  return new Set(rows.map((row) => row.entry));
}

/** Every ceiling that took effect here or waits to. */
export function ceilingEntries(db: ReadableDb): readonly string[] {
  return statement<[], { hash: string }>(db, "SELECT hash FROM entries WHERE type = 'number.ceiling'")
    .all()
    .map((row) => row.hash);
}

/** Own ceilings that stand on the share, by their published head, and are not noted as read back yet. */
export function ceilingsOnShare(db: ReadableDb): readonly string[] {
  return statement<[], { hash: string }>(
    db,
    `SELECT e.hash AS hash FROM entries e JOIN logs l ON l.id = e.log_id
     WHERE e.type = 'number.ceiling' AND l.own = 1 AND e.rank IS NOT NULL AND e.seq <= l.published_seq
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entry_id = e.id)
       AND NOT EXISTS (SELECT 1 FROM ceilings_read_back r WHERE r.entry = e.hash)`,
  )
    .all()
    .map((row) => row.hash);
}
