import type { SecurityClass } from '#core/office/enums.ts';
import type { LetterState } from '#core/office/letter-state.ts';

import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** The letter's folded state, or undefined when this PC does not know it. */
export function readLetter(db: ReadableDb, id: string): LetterState | undefined {
  const row = statement<[string], { state: string }>(
    db,
    'SELECT s.state AS state FROM letters l JOIN letter_states s ON s.letter_row = l.row WHERE l.id = ?',
  ).get(id);
  return row === undefined ? undefined : (JSON.parse(row.state) as LetterState);
}

/** The letter's class, without reading all of its state; undefined when this PC does not know it. */
export function readSecurityClass(db: ReadableDb, id: string): SecurityClass | undefined {
  return statement<[string], { security: SecurityClass }>(
    db,
    'SELECT security FROM letters WHERE id = ?',
  ).get(id)?.security;
}

/** Whether one of the positions may read the letter; `all` for those that keep the books. */
export function mayReadLetter(
  db: ReadableDb,
  id: string,
  positions: readonly string[],
  all: boolean,
): boolean {
  const row = statement<{ id: string; positions: string; all: 0 | 1 }, { open: number }>(
    db,
    `SELECT (:all AND l.security IN ('biasa', 'terbatas'))
         OR EXISTS (SELECT 1 FROM access a WHERE a.letter_row = l.row
                    AND a.position IN (SELECT value FROM json_each(:positions))) AS open
     FROM letters l WHERE l.id = :id`,
  );
  return row.get({ id, positions: JSON.stringify(positions), all: all ? 1 : 0 })?.open === 1;
}

/**
 * Keeps the words of a document for the search, on this PC only; letters that name it already are found by them from
 * now on, whoever wrote those.
 */
export function keepWords(db: WritableDb, sha256: string, words: string): void {
  statement(db, 'INSERT OR REPLACE INTO words (sha256, words) VALUES (?, ?)').run(sha256, words);
  statement(
    db,
    'UPDATE search SET words = ? WHERE rowid IN (SELECT row FROM letters WHERE document = ?)',
  ).run(words, sha256);
}

/** Gives a copy of a document (normalised, signed) the words of the one it was made from. */
export function carryWords(db: WritableDb, from: string, to: string): void {
  const words = statement<[string], { words: string }>(db, 'SELECT words FROM words WHERE sha256 = ?');
  const known = words.get(from);
  if (known !== undefined && words.get(to) === undefined) keepWords(db, to, known.words);
}

/** Incoming letters without an agenda number, oldest first, each with the log that registered it. */
export function lettersWithoutNumber(
  db: ReadableDb,
  limit: number,
): readonly { readonly id: string; readonly log: string }[] {
  return statement<[number], { id: string; log: string }>(
    db,
    `SELECT id, registered_log AS log FROM letters INDEXED BY letters_waiting_number
     WHERE agenda_number IS NULL AND kind = 'incomingLetter' ORDER BY received_at, id LIMIT ?`,
  ).all(limit);
}

/** Status of a letter, and the due date of its task for one of the positions, or of its first task. */
export function letterSummary(
  db: ReadableDb,
  id: string,
  positions: readonly string[],
): { status: string; due: string | null } {
  const row = statement<{ id: string; positions: string }, { status: string; due: string | null }>(
    db,
    `SELECT l.status AS status,
       (SELECT t.due FROM tasks t WHERE t.letter_row = l.row
        ORDER BY t.position IN (SELECT value FROM json_each(:positions)) DESC, t.due IS NULL, t.due LIMIT 1) AS due
     FROM letters l WHERE l.id = :id`,
  ).get({ id, positions: JSON.stringify(positions) });
  return row ?? { status: 'inProgress', due: null };
}

/** Letters whose document, as it is now, has these bytes. */
export function lettersOfDocument(db: ReadableDb, sha256: string): readonly string[] {
  return statement<[string], { id: string }>(db, 'SELECT id FROM letters WHERE document = ? LIMIT 20')
    .all(sha256)
    .map((row) => row.id);
}

/** How many letters are Rahasia or Sangat Rahasia. */
export function countSecretLetters(db: ReadableDb): number {
  return (
    statement<[], { n: number }>(
      db,
      "SELECT count(*) AS n FROM letters WHERE security NOT IN ('biasa', 'terbatas')",
    ).get()?.n ?? 0
  );
}
