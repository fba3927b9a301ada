import type { ReadableDb, WritableDb } from './database.ts';
import { notePublished } from './logs.ts';
import type { LogRow } from './logs.ts';
import { forgetReplaced } from './replaced-files.ts';
import { statement } from './statement.ts';

/** A segment or pack of an own log that stands on the share. */
export interface SegmentRow {
  readonly from: number;
  readonly to: number;
  readonly file: string;
  /** Bytes of its entries with their lengths before them. */
  readonly size: number;
  /** Version and signature of the head at its last entry, where there was one. */
  readonly proof_version: number | null;
  readonly proof_signature: Buffer | null;
}

/** What is recorded of a segment. */
export interface NewSegment {
  readonly from: number;
  readonly to: number;
  readonly file: string;
  readonly size: number;
  readonly proof: { readonly version: number; readonly signature: Uint8Array } | null;
}

/** Notes a segment of an own log that stands on the share. */
export function recordSegment(db: WritableDb, logRow: number, segment: NewSegment): void {
  const { from, to, file, size, proof } = segment;
  statement(
    db,
    `INSERT OR REPLACE INTO segments (log_id, from_seq, to_seq, file, size, proof_version, proof_signature)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(logRow, from, to, file, size, proof?.version ?? null, proof?.signature ?? null);
}

/** Names of an own log's segments on the share, in order. */
export function segmentsOf(db: ReadableDb, logRow: number): readonly string[] {
  return segmentRanges(db, logRow).map((row) => row.file);
}

/** An own log's segments on the share, in the order of their entries. */
export function segmentRanges(db: ReadableDb, logRow: number): readonly SegmentRow[] {
  return statement<[number], SegmentRow>(
    db,
    `SELECT from_seq AS "from", to_seq AS "to", file, size, proof_version, proof_signature
     FROM segments WHERE log_id = ? ORDER BY from_seq`,
  ).all(logRow);
}

/** Forgets an own log's segments from an entry on, so that they are written again. */
export function forgetSegments(db: WritableDb, logRow: number, from: number): void {
  statement(
    db,
    `INSERT OR IGNORE INTO replaced_files (log_id, file, since)
     SELECT log_id, file, NULL FROM segments WHERE log_id = ? AND from_seq >= ?`,
  ).run(logRow, from);
  statement(db, 'DELETE FROM segments WHERE log_id = ? AND from_seq >= ?').run(logRow, from);
}

/** Forgets what of an own log stands on the share: its head, and its files from an entry on unless that is null. */
export function forgetPublished(db: WritableDb, log: LogRow, from: number | null): void {
  if (from !== null) forgetSegments(db, log.id, from);
  const seq = from === null ? log.published_seq : from - 1;
  notePublished(db, log.id, seq, 0, log.head_file);
}

/** The files of an own log are those that a head on the share lists; what else was recorded is replaced. */
export function listedAnew(db: WritableDb, logRow: number, files: readonly NewSegment[]): void {
  forgetSegments(db, logRow, 0);
  for (const file of files) {
    recordSegment(db, logRow, file);
    forgetReplaced(db, logRow, file.file);
  }
}

/** Puts a pack in the place of the segments whose entries it holds. */
export function replaceSegments(db: WritableDb, logRow: number, pack: NewSegment): void {
  statement(
    db,
    `INSERT OR IGNORE INTO replaced_files (log_id, file, since)
     SELECT log_id, file, NULL FROM segments WHERE log_id = ? AND from_seq BETWEEN ? AND ?`,
  ).run(logRow, pack.from, pack.to);
  statement(db, 'DELETE FROM segments WHERE log_id = ? AND from_seq BETWEEN ? AND ?').run(
    logRow,
    pack.from,
    pack.to,
  );
  recordSegment(db, logRow, pack);
  forgetReplaced(db, logRow, pack.file);
}
