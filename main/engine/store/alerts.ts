import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Something that somebody must look at. */
export interface OpenAlert {
  readonly id: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly time: number;
}

/** Alerts of one code that are kept: whoever floods the share with forgeries fills no store. */
const ALERTS_OF_A_CODE = 500;

/**
 * Raises something that somebody must look at; the same code and subject only once, and no more when so many of the code
 * tell the same story. True when it is new.
 */
export function raiseAlert(
  db: WritableDb,
  code: string,
  subject: string,
  params: Readonly<Record<string, string | number>>,
  now: number,
): boolean {
  const { changes } = statement(
    db,
    `INSERT OR IGNORE INTO alerts (code, subject, params, time)
     SELECT ?, ?, ?, ? WHERE (SELECT count(*) FROM alerts WHERE code = ?) < ${ALERTS_OF_A_CODE}`,
  ).run(code, subject, JSON.stringify(params), now, code);
  return changes > 0;
}

/** Whether this was raised before, put away or not. */
export function wasRaised(db: ReadableDb, code: string, subject: string): boolean {
  const row = statement<[string, string], { id: number }>(
    db,
    'SELECT id FROM alerts WHERE code = ? AND subject = ?',
  ).get(code, subject);
  return row !== undefined;
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
