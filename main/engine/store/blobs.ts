import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

export interface BlobRow {
  readonly sha256: string;
  readonly size: number;
  readonly here: 0 | 1;
  readonly wanted: 0 | 1;
  readonly uploaded: 0 | 1;
}

/** Notes a document that entries name; one that is here is to be uploaded, one that is not is to be fetched. */
export function noteBlob(db: WritableDb, sha256: string, size: number, here: boolean, now: number): void {
  statement(
    db,
    `INSERT INTO blobs (sha256, size, here, wanted, uploaded, added) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET here = max(here, excluded.here), wanted = max(wanted, excluded.wanted)`,
  ).run(sha256, size, here ? 1 : 0, here ? 0 : 1, here ? 0 : 1, now);
}

/** The document's row, or undefined when nothing names it. */
export function findBlob(db: ReadableDb, sha256: string): BlobRow | undefined {
  return statement<[string], BlobRow>(db, 'SELECT * FROM blobs WHERE sha256 = ?').get(sha256);
}

/** Documents that the share does not have yet. */
export function blobsToUpload(db: ReadableDb): readonly BlobRow[] {
  return statement<[], BlobRow>(db, 'SELECT * FROM blobs WHERE here = 1 AND uploaded = 0').all();
}

/** Whether the share lacks a document that is here. */
export function hasBlobsToUpload(db: ReadableDb): boolean {
  return (
    statement<[], unknown>(db, 'SELECT 1 FROM blobs WHERE here = 1 AND uploaded = 0 LIMIT 1').get() !==
    undefined
  );
}

/** Documents that this PC wants and does not have. */
export function blobsToFetch(db: ReadableDb, limit: number): readonly BlobRow[] {
  return statement<[number], BlobRow>(db, 'SELECT * FROM blobs WHERE here = 0 AND wanted = 1 LIMIT ?').all(
    limit,
  );
}

/** Notes that the share has the document. */
export function noteUploaded(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET uploaded = 1 WHERE sha256 = ?').run(sha256);
}

/** Notes that the document arrived on this PC. */
export function noteArrived(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET here = 1, wanted = 0 WHERE sha256 = ?').run(sha256);
}

/** Documents that are here and that the share was seen to have, a few after the given one. */
export function uploadedAfter(db: ReadableDb, after: string, limit: number): readonly BlobRow[] {
  return statement<[string, number], BlobRow>(
    db,
    'SELECT * FROM blobs WHERE here = 1 AND uploaded = 1 AND sha256 > ? ORDER BY sha256 LIMIT ?',
  ).all(after, limit);
}

/** Documents that are here and that the share was seen to have. */
export function uploadedBlobs(db: ReadableDb): readonly string[] {
  return statement<[], { sha256: string }>(
    db,
    'SELECT sha256 FROM blobs WHERE here = 1 AND uploaded = 1 ORDER BY sha256',
  )
    .all()
    .map((row) => row.sha256);
}

/** Lets the document be sent again. */
export function noteToUpload(db: WritableDb, sha256: string): void {
  statement(db, 'UPDATE blobs SET uploaded = 0 WHERE sha256 = ?').run(sha256);
}

/** How many documents are here, how many wait for the share, and how many are awaited from it. */
export function countBlobs(db: ReadableDb): { here: number; toUpload: number; awaited: number } {
  const row = statement<[], { here: number; toUpload: number; awaited: number }>(
    db,
    `SELECT count(*) FILTER (WHERE here = 1) AS here,
       count(*) FILTER (WHERE here = 1 AND uploaded = 0) AS toUpload,
       count(*) FILTER (WHERE here = 0 AND wanted = 1) AS awaited
     FROM blobs`,
  ).get();
  return row ?? { here: 0, toUpload: 0, awaited: 0 };
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
  return statement<[], BlobRow>(db, 'SELECT * FROM blobs ORDER BY sha256').all();
}

/** Documents that are here, the newest first. */
export function blobsHere(db: ReadableDb, limit: number): readonly string[] {
  return statement<[number], { sha256: string }>(
    db,
    'SELECT sha256 FROM blobs WHERE here = 1 ORDER BY added DESC, sha256 LIMIT ?',
  )
    .all(limit)
    .map((row) => row.sha256);
}
