import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** A person who uses this PC. `wrapped` opens with the passphrase, `log_key` and `secrets` with the opened user key. */
export interface IdentityRow {
  readonly user: string;
  readonly wrapped: Buffer;
  readonly log: string;
  readonly log_key: Buffer;
  readonly state: 'pending' | 'enrolled';
  /** An own P12 credential, sealed with the user key; null while the office certificate is used. */
  readonly secrets: Buffer | null;
}

/** Adds or replaces a person of this PC. */
export function saveIdentity(
  db: WritableDb,
  row: Omit<IdentityRow, 'wrapped' | 'log_key'> & { wrapped: Uint8Array; log_key: Uint8Array },
  now: number,
): void {
  statement(
    db,
    `INSERT INTO identities (user, wrapped, log, log_key, state, secrets, added) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET wrapped = excluded.wrapped, log = excluded.log, log_key = excluded.log_key,
       state = excluded.state, secrets = excluded.secrets`,
  ).run(row.user, row.wrapped, row.log, row.log_key, row.state, row.secrets, now);
}

/** The person of this PC with that id. */
export function findIdentity(db: ReadableDb, user: string): IdentityRow | undefined {
  return statement<[string], IdentityRow>(db, 'SELECT * FROM identities WHERE user = ?').get(user);
}

/** Everyone who uses this PC, oldest first. */
export function allIdentities(db: ReadableDb): readonly IdentityRow[] {
  return statement<[], IdentityRow>(db, 'SELECT * FROM identities ORDER BY added').all();
}

/** Forgets a person who never became one of the office. */
export function forgetIdentity(db: WritableDb, user: string): void {
  statement(db, "DELETE FROM identities WHERE user = ? AND state = 'pending'").run(user);
}

/** Marks a person as taken into the office. */
export function enrolIdentity(db: WritableDb, user: string): void {
  statement(db, "UPDATE identities SET state = 'enrolled' WHERE user = ?").run(user);
}

/** Keeps or removes the sealed credential of a person. */
export function saveSecrets(db: WritableDb, user: string, secrets: Uint8Array | null): void {
  statement(db, 'UPDATE identities SET secrets = ? WHERE user = ?').run(secrets, user);
}

export interface OfficeKeyRow {
  readonly id: string;
  readonly key: Buffer;
  readonly current: 0 | 1;
}

/** The keys that open what is on the share, the current one first. */
export function officeKeys(db: ReadableDb): readonly OfficeKeyRow[] {
  return statement<[], OfficeKeyRow>(
    db,
    'SELECT id, key, current FROM office_keys ORDER BY current DESC, added DESC',
  ).all();
}

/** Keeps an office key that opens files; what is written goes on under the current one. */
export function keepOfficeKey(db: WritableDb, id: string, key: Uint8Array, now: number): void {
  statement(db, 'INSERT OR IGNORE INTO office_keys (id, key, added, current) VALUES (?, ?, ?, 0)').run(
    id,
    key,
    now,
  );
}

/** Makes a key that is here the one to seal with. */
export function useOfficeKey(db: WritableDb, id: string): void {
  statement(db, 'UPDATE office_keys SET current = (id = ?)').run(id);
}

/** Keeps an office key as the one to seal with. */
export function addOfficeKey(db: WritableDb, id: string, key: Uint8Array, now: number): void {
  statement(db, 'UPDATE office_keys SET current = 0').run();
  statement(db, 'INSERT OR REPLACE INTO office_keys (id, key, added, current) VALUES (?, ?, ?, 1)').run(
    id,
    key,
    now,
  );
}
