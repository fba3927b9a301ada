import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Notes a segment of an own log that stands on the share. */
export function recordSegment(db: WritableDb, logRow: number, from: number, to: number, file: string): void {
  statement(db, 'INSERT OR REPLACE INTO segments (log_id, from_seq, to_seq, file) VALUES (?, ?, ?, ?)').run(
    logRow,
    from,
    to,
    file,
  );
}

/** Names of an own log's segments on the share, in order. */
export function segmentsOf(db: ReadableDb, logRow: number): readonly string[] {
  return statement<[number], { file: string }>(
    db,
    'SELECT file FROM segments WHERE log_id = ? ORDER BY from_seq',
  )
    .all(logRow)
    .map((row) => row.file);
}

/** An own log's segments on the share with the entries that each begins with, in order. */
export function segmentRanges(
  db: ReadableDb,
  logRow: number,
): readonly { readonly from: number; readonly to: number; readonly file: string }[] {
  return statement<[number], { from: number; to: number; file: string }>(
    db,
    'SELECT from_seq AS "from", to_seq AS "to", file FROM segments WHERE log_id = ? ORDER BY from_seq',
  ).all(logRow);
}

/** Forgets an own log's segments from an entry on, so that they are written again. */
export function forgetSegments(db: WritableDb, logRow: number, from: number): void {
  statement(db, 'DELETE FROM segments WHERE log_id = ? AND from_seq >= ?').run(logRow, from);
}
