import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Notes an own file that no head lists; `since` null while the head that lists others instead is not out. */
export function noteReplaced(db: WritableDb, logRow: number, file: string, since: number | null): void {
  statement(db, 'INSERT OR IGNORE INTO replaced_files (log_id, file, since) VALUES (?, ?, ?)').run(
    logRow,
    file,
    since,
  );
}

/** A head that lists none of them is out: from now on their time runs. */
export function startReplaced(db: WritableDb, logRow: number, now: number): void {
  statement(db, 'UPDATE replaced_files SET since = ? WHERE log_id = ? AND since IS NULL').run(now, logRow);
}

/** Own files that no head has listed since `before`, the oldest first. */
export function replacedBefore(
  db: ReadableDb,
  before: number,
  limit: number,
): readonly { readonly log: string; readonly file: string }[] {
  return statement<[number, number], { log: string; file: string }>(
    db,
    `SELECT l.log AS log, r.file AS file FROM replaced_files r JOIN logs l ON l.id = r.log_id
     WHERE r.since <= ? AND NOT EXISTS (SELECT 1 FROM segments s WHERE s.log_id = r.log_id AND s.file = r.file)
     ORDER BY r.since, r.file LIMIT ?`,
  ).all(before, limit);
}

/** The file is gone from the share, or in use again. */
export function forgetReplaced(db: WritableDb, logRow: number, file: string): void {
  statement(db, 'DELETE FROM replaced_files WHERE log_id = ? AND file = ?').run(logRow, file);
}

/** Notes a head file that this PC put on the share. */
export function noteOwnHead(db: WritableDb, logRow: number, file: string): void {
  statement(db, 'INSERT OR IGNORE INTO own_heads (file, log_id) VALUES (?, ?)').run(file, logRow);
}

/** Whether this PC put a head file of that name on the share. */
export function isOwnHead(db: ReadableDb, file: string): boolean {
  return statement<[string], unknown>(db, 'SELECT 1 FROM own_heads WHERE file = ?').get(file) !== undefined;
}

/** A head file of this PC was taken away. */
export function forgetOwnHead(db: WritableDb, file: string): void {
  statement(db, 'DELETE FROM own_heads WHERE file = ?').run(file);
}
