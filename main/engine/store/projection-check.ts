import type { LetterState } from '#core/office/letter-state.ts';
import type { Task } from '#core/office/tasks.ts';

import { canonicalJson } from '../log/canonical-json.ts';
import { transact } from './database.ts';
import type { ReadableDb } from './database.ts';
import { projectLetter } from './letter-projection.ts';
import { statement } from './statement.ts';

/** A letter as its entries make it. */
export interface FreshLetter {
  readonly letter: LetterState;
  readonly tasks: readonly Task[];
}

/** Leaves a transaction so that nothing of it stays. */
class Undone extends Error {}

/** Everything that the projections say of a letter, as one text; null when they do not know it. */
function projectionOf(db: ReadableDb, id: string): string | null {
  const row = statement<[string], { row: number; state: string | null }>(
    db,
    'SELECT l.*, s.state AS state FROM letters l LEFT JOIN letter_states s ON s.letter_row = l.row WHERE l.id = ?',
  ).get(id);
  if (row === undefined) return null;
  const tasks = statement<[number], { position: string }>(
    db,
    'SELECT * FROM tasks WHERE letter_row = ? ORDER BY position, kind, disposition, since',
  ).all(row.row);
  const access = statement<[number], { position: string }>(
    db,
    'SELECT * FROM access WHERE letter_row = ? ORDER BY position',
  ).all(row.row);
  const search = statement<[number], { subject: string }>(db, 'SELECT * FROM search WHERE rowid = ?').all(
    row.row,
  );
  const numbers = statement<[string], { number: number }>(
    db,
    'SELECT * FROM numbers WHERE letter = ? ORDER BY series, number, suffix',
  ).all(id);
  const documents = statement<[number], { sha256: string }>(
    db,
    `SELECT d.sha256, d.destroyed, b.destroyed AS gone FROM letter_documents d
     LEFT JOIN blobs b ON b.sha256 = d.sha256 WHERE d.letter_row = ? ORDER BY d.sha256`,
  ).all(row.row);
  return canonicalJson([
    { ...row, state: row.state === null ? null : JSON.parse(row.state) },
    tasks,
    access,
    search,
    numbers,
    documents,
  ]);
}

/**
 * Tells which letters' projections are not what projecting the given states gives. Projects each anew in a
 * transaction that is undone, so the comparison is with what the program itself would write.
 */
export function wrongProjections(
  db: ReadableDb,
  letters: readonly FreshLetter[],
  timeZone: string,
): readonly string[] {
  const wrong: string[] = [];
  try {
    transact(db, (writable) => {
      for (const { letter, tasks } of letters) {
        const before = projectionOf(writable, letter.id);
        projectLetter(writable, letter, tasks, timeZone, 'doubtful');
        if (before !== projectionOf(writable, letter.id)) wrong.push(letter.id);
      }
      throw new Undone('only compared');
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return wrong;
}

/** Ids of letters in the projections, in order, a page after the given one. */
export function projectedLetters(db: ReadableDb, after: string, limit: number): readonly string[] {
  return statement<[string, number], { id: string }>(
    db,
    'SELECT id FROM letters WHERE id > ? ORDER BY id LIMIT ?',
  )
    .all(after, limit)
    .map((row) => row.id);
}

/** Senders whose count is not that of their letters. */
export function wrongSenders(db: ReadableDb): readonly string[] {
  return statement<[], { name: string }>(
    db,
    `WITH counted AS (SELECT sender AS name, count(*) AS n FROM letters
                      WHERE kind = 'incomingLetter' AND security IN ('biasa', 'terbatas')
                      GROUP BY sender COLLATE NOCASE)
     SELECT coalesce(c.name, s.name) AS name FROM counted c
     FULL JOIN senders s ON s.name = c.name COLLATE NOCASE WHERE c.n IS NOT s.letters`,
  )
    .all()
    .map((row) => row.name);
}

/** Kinds whose count of letters is not that of their letters. */
export function wrongCounts(db: ReadableDb): readonly string[] {
  return statement<[], { kind: string }>(
    db,
    `WITH counted AS (SELECT kind, count(*) AS n FROM letters GROUP BY kind)
     SELECT coalesce(c.kind, k.kind) AS kind FROM counted c
     FULL JOIN letter_counts k ON k.kind = c.kind WHERE coalesce(c.n, 0) <> coalesce(k.letters, 0)`,
  )
    .all()
    .map((row) => row.kind);
}
