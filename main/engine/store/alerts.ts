import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Something that somebody must look at. */
export interface OpenAlert {
  readonly id: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly time: number;
}

/** Raises something that somebody must look at; the same code and subject only once. True when it is new. */
export function raiseAlert(
  db: WritableDb,
  code: string,
  subject: string,
  params: Readonly<Record<string, string | number>>,
  now: number,
): boolean {
  const { changes } = statement(
    db,
    'INSERT OR IGNORE INTO alerts (code, subject, params, time) VALUES (?, ?, ?, ?)',
  ).run(code, subject, JSON.stringify(params), now);
  return changes > 0;
}

/** What was raised and not put away, newest first. */
export function openAlerts(db: ReadableDb): readonly OpenAlert[] {
  return statement<[], Omit<OpenAlert, 'params'> & { readonly params: string }>(
    db,
    'SELECT id, code, params, time FROM alerts WHERE dismissed = 0 ORDER BY time DESC, id DESC LIMIT 200',
  )
    .all()
    .map((row) => ({ id: row.id, code: row.code, time: row.time, params: JSON.parse(row.params) }));
}

/** Puts an alert away; its record stays. */
export function dismissAlert(db: WritableDb, id: number): void {
  statement(db, 'UPDATE alerts SET dismissed = 1 WHERE id = ?').run(id);
}

/** Ends the alerts about a file that turned out well, or is gone. */
export function clearAlerts(db: WritableDb, subject: string): void {
  statement(db, 'DELETE FROM alerts WHERE subject = ?').run(subject);
}
