import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

export interface BlobRow {
  readonly sha256: string;
  readonly size: number;
  readonly here: 0 | 1;
  /** Somebody asked for it. */
  readonly wanted: 0 | 1;
  readonly uploaded: 0 | 1;
  /** Every letter that it belongs to gave it up, by a retention decision. */
  readonly destroyed: 0 | 1;
}

/** The entry by which a document became known. */
export interface Naming {
  readonly logRow: number;
  readonly seq: number;
}

/** Notes a document that entries name; one that is here is to be uploaded, of another the share is asked. */
export function noteBlob(
  db: WritableDb,
  blob: { readonly sha256: string; readonly size: number },
  naming: Naming,
  here: boolean,
  now: number,
): void {
  statement(
    db,
    `INSERT INTO blobs (sha256, size, log_id, seq, here, uploaded, added) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET here = max(here, excluded.here)`,
  ).run(blob.sha256, blob.size, naming.logRow, naming.seq, here ? 1 : 0, here ? 0 : 1, now);
}

/** The document's row, or undefined when nothing names it. */
export function findBlob(db: ReadableDb, sha256: string): BlobRow | undefined {
  return statement<[string], BlobRow>(db, 'SELECT * FROM blobs WHERE sha256 = ?').get(sha256);
}

/** Documents that the share does not have yet. */
export function blobsToUpload(db: ReadableDb): readonly BlobRow[] {
  return statement<[], BlobRow>(
    db,
    'SELECT * FROM blobs WHERE here = 1 AND uploaded = 0 AND destroyed = 0',
  ).all();
}

/** Whether the share lacks a document that is here. */
export function hasBlobsToUpload(db: ReadableDb): boolean {
  return (
    statement<[], unknown>(
      db,
      'SELECT 1 FROM blobs WHERE here = 1 AND uploaded = 0 AND destroyed = 0 LIMIT 1',
    ).get() !== undefined
  );
}

/** Documents that are not here, after the given one in the order of their names. */
export function blobsNotHere(db: ReadableDb, after: string, limit: number): readonly BlobRow[] {
  return statement<[string, number], BlobRow>(
    db,
    'SELECT * FROM blobs WHERE here = 0 AND destroyed = 0 AND sha256 > ? ORDER BY sha256 LIMIT ?',
  ).all(after, limit);
}

/** Documents that are not here and that somebody asked for, or that lie with a task of one of the positions. */
export function blobsNeeded(db: ReadableDb, positions: readonly string[], limit: number): readonly BlobRow[] {
  return statement<[string, number], BlobRow>(
    db,
    `SELECT * FROM blobs WHERE here = 0 AND destroyed = 0 AND wanted = 1
     UNION SELECT b.* FROM tasks t JOIN letter_documents d ON d.letter_row = t.letter_row
       JOIN blobs b ON b.sha256 = d.sha256
     WHERE t.position IN (SELECT value FROM json_each(?)) AND b.here = 0 AND b.destroyed = 0
     LIMIT ?`,
  ).all(JSON.stringify(positions), limit);
}

/** Asks for documents that are not here; answers whether any was not asked for before. */
export function askForBlobs(db: WritableDb, sha256: readonly string[]): boolean {
  const { changes } = statement(
    db,
    `UPDATE blobs SET wanted = 1 WHERE here = 0 AND destroyed = 0 AND wanted = 0
       AND sha256 IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(sha256));
  return changes > 0;
}

/** Documents that the office has, and their bytes together. */
export function blobTotals(db: ReadableDb): { readonly documents: number; readonly bytes: number } {
  return (
    statement<[], { documents: number; bytes: number }>(
      db,
      'SELECT documents, bytes FROM blob_totals',
    ).get() ?? {
      documents: 0,
      bytes: 0,
    }
  );
}

/** Notes that the share has the document. */
export function noteUploaded(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET uploaded = 1 WHERE sha256 = ?').run(sha256);
}

/** Notes that the document arrived on this PC from the share. */
export function noteArrived(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET here = 1, wanted = 0, uploaded = 1 WHERE sha256 = ?').run(sha256);
}

/** Notes that this PC's copy is gone or damaged: the share is asked for it. False when that was known. */
export function noteGone(db: WritableDb, sha256: string): boolean {
  const { changes } = statement(
    db,
    'UPDATE blobs SET here = 0, wanted = 1 WHERE sha256 = ? AND here = 1 AND destroyed = 0',
  ).run(sha256);
  return changes > 0;
}

/** Documents that are here and that the share was seen to have, a few after the given one. */
export function uploadedAfter(db: ReadableDb, after: string, limit: number): readonly BlobRow[] {
  return statement<[string, number], BlobRow>(
    db,
    `SELECT * FROM blobs WHERE here = 1 AND uploaded = 1 AND destroyed = 0 AND sha256 > ?
     ORDER BY sha256 LIMIT ?`,
  ).all(after, limit);
}

/** Documents that are here and that the share was seen to have. */
export function uploadedBlobs(db: ReadableDb): readonly string[] {
  return statement<[], { sha256: string }>(
    db,
    'SELECT sha256 FROM blobs WHERE here = 1 AND uploaded = 1 AND destroyed = 0 ORDER BY sha256',
  )
    .all()
    .map((row) => row.sha256);
}

/** Lets the document be sent again. */
export function noteToUpload(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET uploaded = 0 WHERE sha256 = ?').run(sha256);
}

/** How many documents are here, how many wait for the share, and how many are not here. */
export function countBlobs(db: ReadableDb): { here: number; toUpload: number; elsewhere: number } {
  const row = statement<[], { here: number; toUpload: number; elsewhere: number }>(
    db,
    `SELECT count(*) FILTER (WHERE here = 1) AS here,
       count(*) FILTER (WHERE here = 1 AND uploaded = 0) AS toUpload,
       count(*) FILTER (WHERE here = 0) AS elsewhere
     FROM blobs WHERE destroyed = 0`,
  ).get();
  return row ?? { here: 0, toUpload: 0, elsewhere: 0 };
}

/** How many documents wait for the share, and how many are awaited from it; both from small indexes. */
export function countOnTheirWay(db: ReadableDb): { toSend: number; awaited: number } {
  const row = statement<[], { toSend: number; awaited: number }>(
    db,
    `SELECT (SELECT count(*) FROM blobs WHERE here = 1 AND uploaded = 0) AS toSend,
       (SELECT count(*) FROM blobs WHERE here = 0 AND wanted = 1) AS awaited`,
  ).get();
  return row ?? { toSend: 0, awaited: 0 };
}

/** Every document that entries name. */
export function knownBlobs(db: ReadableDb): readonly BlobRow[] {
  return statement<[], BlobRow>(db, 'SELECT * FROM blobs WHERE destroyed = 0 ORDER BY sha256').all();
}

/** Documents that are here, the newest first. */
export function blobsHere(db: ReadableDb, limit: number): readonly string[] {
  return statement<[number], { sha256: string }>(
    db,
    'SELECT sha256 FROM blobs WHERE here = 1 AND destroyed = 0 ORDER BY added DESC, sha256 LIMIT ?',
  )
    .all(limit)
    .map((row) => row.sha256);
}
