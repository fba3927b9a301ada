import { randomBytes } from 'node:crypto';

import { transact } from './database.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Single facts about this PC and its office. */
export type MetaKey =
  | 'office.id'
  | 'office.genesis'
  | 'share.path'
  | 'device.id'
  | 'device.name'
  | 'device.machine'
  | 'machine.kept'
  | 'authority.key'
  | 'demo'
  | 'sync.last'
  | 'share.stop'
  /** Since when a person wants nothing taken in, milliseconds since 1970 UTC. */
  | 'reading.paused'
  | 'pending.join'
  /** Acts on letters that the program knew when it opened this folder last. */
  | 'acts.known'
  /** Ids of office keys made here whose succession stands on the share. */
  | 'key.announced';

/** The fact's text, or null when it was never set. */
export function readMeta(db: ReadableDb, key: MetaKey): string | null {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM meta WHERE key = ?').get(key);
  return row?.value ?? null;
}

/** Sets a fact, replacing what was there. */
export function writeMeta(db: WritableDb, key: MetaKey, value: string): void {
  statement(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

/** Forgets a fact. */
export function deleteMeta(db: WritableDb, key: MetaKey): void {
  statement(db, 'DELETE FROM meta WHERE key = ?').run(key);
}

/** An id for a machine whose system tells none: made once and kept beside the data, so that it stays the same. */
export function keptMachineId(db: ReadableDb): string {
  const kept = readMeta(db, 'machine.kept');
  if (kept !== null) return kept;
  const made = randomBytes(16).toString('hex');
  transact(db, (writable) => writeMeta(writable, 'machine.kept', made));
  return made;
}
