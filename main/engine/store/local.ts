import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** What the person typed and did not send yet, as it was kept; null without one. Survives a crash. */
export function readDraft(db: ReadableDb, key: string): Buffer | null {
  return (
    statement<[string], { value: Buffer }>(db, 'SELECT value FROM drafts WHERE key = ?').get(key)?.value ??
    null
  );
}

/** Keeps a draft; null forgets it. */
export function writeDraft(db: WritableDb, key: string, value: Uint8Array | null, now: number): void {
  if (value === null) {
    statement(db, 'DELETE FROM drafts WHERE key = ?').run(key);
    return;
  }
  statement(
    db,
    'INSERT INTO drafts (key, value, saved) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved = excluded.saved',
  ).run(key, value, now);
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
