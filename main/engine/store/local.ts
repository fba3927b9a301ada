import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** What the person typed and did not send yet; survives a crash. Values are JSON. */
export function readDraft(db: ReadableDb, key: string): unknown {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM drafts WHERE key = ?').get(key);
  return row === undefined ? null : JSON.parse(row.value);
}

/** Keeps a draft; null or undefined forgets it. */
export function writeDraft(db: WritableDb, key: string, value: unknown, now: number): void {
  if (value === null || value === undefined) {
    statement(db, 'DELETE FROM drafts WHERE key = ?').run(key);
    return;
  }
  statement(
    db,
    'INSERT INTO drafts (key, value, saved) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved = excluded.saved',
  ).run(key, JSON.stringify(value), now);
}

/** A setting of this PC as JSON, or undefined. */
export function readSetting(db: ReadableDb, key: string): unknown {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM settings WHERE key = ?').get(key);
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Keeps a setting of this PC. */
export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  statement(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
