import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/**
 * Notes the documents of a letter, and which of them it gave up. A document is destroyed once every letter that it
 * belongs to gave it up: the same scan may lie with two. Answers nothing; called with the letter's other projections.
 *
 * @param isNew nothing is noted of the letter yet
 */
export function projectDocuments(
  db: WritableDb,
  letterRow: number,
  documents: readonly string[],
  destroyed: ReadonlySet<string>,
  isNew = false,
): void {
  const wanted = new Map(documents.map((sha256) => [sha256, destroyed.has(sha256) ? 1 : 0]));
  const known = isNew
    ? []
    : statement<[number], { sha256: string; destroyed: number }>(
        db,
        'SELECT sha256, destroyed FROM letter_documents WHERE letter_row = ?',
      ).all(letterRow);
  const touched: string[] = [];
  for (const row of known) {
    if (wanted.get(row.sha256) === row.destroyed) {
      wanted.delete(row.sha256);
      continue;
    }
    if (!wanted.has(row.sha256)) {
      statement(db, 'DELETE FROM letter_documents WHERE letter_row = ? AND sha256 = ?').run(
        letterRow,
        row.sha256,
      );
    }
    touched.push(row.sha256);
  }
  for (const [sha256, isDestroyed] of wanted) {
    statement(
      db,
      'INSERT OR REPLACE INTO letter_documents (letter_row, sha256, destroyed) VALUES (?, ?, ?)',
    ).run(letterRow, sha256, isDestroyed);
    touched.push(sha256);
  }
  settleDestroyed(db, touched);
}

/** A letter is in no list any more: what it gave up counts no longer. */
export function unprojectDocuments(db: WritableDb, letterRow: number): void {
  projectDocuments(db, letterRow, [], new Set());
}

/** Decides anew which of these documents are destroyed. What was and is not any more is asked for again. */
function settleDestroyed(db: WritableDb, documents: readonly string[]): void {
  const isDestroyed = statement<[string], { destroyed: number }>(
    db,
    'SELECT coalesce(min(destroyed), 0) AS destroyed FROM letter_documents WHERE sha256 = ?',
  );
  for (const sha256 of documents) {
    const destroyed = isDestroyed.get(sha256)?.destroyed ?? 0;
    statement(
      db,
      'UPDATE blobs SET destroyed = ?, swept = 0, wanted = 0 WHERE sha256 = ? AND destroyed <> ?',
    ).run(destroyed, sha256, destroyed);
  }
}

/** A destroyed document of which something may be left. */
export interface Destroyed {
  readonly sha256: string;
  readonly size: number;
  readonly here: 0 | 1;
  /** This PC has seen to it that the share holds no copy. */
  readonly swept: 0 | 1;
}

/**
 * Documents that were destroyed, and of which this PC or the share may still have a copy. One that somebody here is
 * about to register again is left on the disk meanwhile.
 */
export function blobsToDestroy(db: ReadableDb, limit: number): readonly Destroyed[] {
  return statement<[number], Destroyed>(
    db,
    `SELECT sha256, size, here, swept FROM blobs WHERE destroyed = 1 AND (here = 1 OR swept = 0)
       AND (swept = 0 OR NOT EXISTS (SELECT 1 FROM staged WHERE id = sha256))
     ORDER BY swept, sha256 LIMIT ?`,
  ).all(limit);
}

/** Documents that are taken for destroyed and are not, or the other way round, by the letters that they belong to. */
export function wronglyDestroyed(db: ReadableDb): readonly string[] {
  return statement<[], { sha256: string }>(
    db,
    `SELECT b.sha256 AS sha256 FROM blobs b WHERE b.destroyed <> coalesce(
       (SELECT min(d.destroyed) FROM letter_documents d WHERE d.sha256 = b.sha256), 0)`,
  )
    .all()
    .map((row) => row.sha256);
}

/**
 * Whether a destroyed document may be taken from this PC's disk now: the letters say so at this moment, and nobody is
 * about to register the same bytes.
 */
export function mayRemoveFile(db: ReadableDb, sha256: string): boolean {
  return (
    statement<[string, string], unknown>(
      db,
      `SELECT 1 FROM letter_documents WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM staged WHERE id = ?)
       GROUP BY sha256 HAVING min(destroyed) = 1`,
    ).get(sha256, sha256) !== undefined
  );
}

/** Notes that this PC has no copy of a destroyed document any more; its words are in no search either. */
export function noteFileRemoved(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET here = 0 WHERE sha256 = ? AND destroyed = 1').run(sha256);
  statement(db, 'DELETE FROM words WHERE sha256 = ?').run(sha256);
  statement(
    db,
    `UPDATE search SET words = '' WHERE words <> ''
       AND rowid IN (SELECT row FROM letters WHERE document = ?)`,
  ).run(sha256);
}

/** Notes that the share has no copy of a destroyed document any more. Should it come back to use, it is sent anew. */
export function noteSwept(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET swept = 1, uploaded = 0 WHERE sha256 = ? AND destroyed = 1').run(sha256);
}

/** How many documents were destroyed. */
export function countDestroyed(db: ReadableDb): number {
  return (
    statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM blobs WHERE destroyed = 1').get()?.n ?? 0
  );
}
