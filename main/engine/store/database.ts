import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { systemCode } from '../system-code.ts';
import { CHECK_AT_OPEN_BYTES, storeSize } from './background-check.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection on which only reading is meant. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** A connection inside `transact`: the only type that the writing functions of this folder take. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -16384');
  // What is deleted is overwritten where that writes no page more; `overwriting` is for what must be gone.
  db.pragma('secure_delete = FAST');
}

/** Pages of the write-ahead log after which it is copied into the file: SQLite's own number, and while much comes in. */
const CHECKPOINT_PAGES = { usual: 1000, easy: 16_000 } as const;

/**
 * While much comes in from the share: a larger cache and fewer copies of the write-ahead log, since the indexes of a
 * large office change all over with each thousand entries.
 */
export function easeWrites(db: ReadableDb, isEasy: boolean): void {
  db.pragma(`wal_autocheckpoint = ${isEasy ? CHECKPOINT_PAGES.easy : CHECKPOINT_PAGES.usual}`);
  db.pragma(`cache_size = ${isEasy ? -65_536 : -16_384}`);
  if (!isEasy) db.pragma('wal_checkpoint(PASSIVE)');
}

/** Deletes so that nothing of it stays in the file: pages that become free are overwritten too. */
export function overwriting(db: WritableDb, deletion: () => void): void {
  db.pragma('secure_delete = ON');
  try {
    deletion();
  } finally {
    db.pragma('secure_delete = FAST');
  }
}

/** Leaves nothing of earlier pages in the write-ahead log; while somebody reads, what is left goes at the next call or the close. */
export function emptyWriteAheadLog(db: ReadableDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function versionOf(db: Database.Database): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}

/**
 * Keeps a copy of the database as it was before a migration: a failed or regretted update must be able to go
 * back. The copy appears under its name only when it is whole.
 */
function keepCopy(db: Database.Database, file: string, version: number): void {
  const kept = `${file}.before-${version + 1}`;
  if (existsSync(kept)) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, `${kept}.part`);
  renameSync(`${kept}.part`, kept);
}

function migrate(db: Database.Database, file: string, steps: readonly Migration[]): void {
  for (let version = versionOf(db); version < steps.length; version += 1) {
    const migration = steps[version];
    if (migration === undefined) return;
    if (version > 0) keepCopy(db, file, version);
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${version + 1}`);
    })();
  }
}

/**
 * Opens the store of a PC, `office.sqlite` in its data folder, and brings it to this program's schema (`steps`).
 * Errors: `store-newer` (a newer program wrote it; nothing is touched), `store-damaged` (the integrity check
 * failed; nothing is touched), `store-unwritable`, `disk-full`.
 */
export function openDatabase(folder: string, steps: readonly Migration[] = migrations): Result<ReadableDb> {
  const file = join(folder, 'office.sqlite');
  let db: Database.Database | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    db = new Database(file);
    const version = versionOf(db);
    if (version > steps.length) {
      db.close();
      return fail('store-newer', { folder, version, known: steps.length });
    }
    // A larger store is checked while it is used (background-check.ts).
    const small = storeSize(folder) <= CHECK_AT_OPEN_BYTES;
    const check: unknown = small ? db.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (check !== 'ok') {
      db.close();
      return fail('store-damaged', { folder, detail: String(check) });
    }
    configure(db);
    migrate(db, file, steps);
    return ok(db as ReadableDb);
  } catch (error) {
    db?.close();
    return fail(...storeFailure(error, folder));
  }
}

/** Translates what SQLite or the disk said at opening or writing into an expected failure. Others are bugs. */
export function storeFailure(
  error: unknown,
  folder: string,
): ['store-damaged' | 'disk-full' | 'store-unwritable', Record<string, string>] {
  const code = systemCode(error) ?? '';
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_IOERR_WRITE') {
    return ['disk-full', { folder }];
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return ['store-damaged', { folder, detail }];
  const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'];
  if (
    unwritable.includes(code) ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR')
  ) {
    return ['store-unwritable', { folder, detail }];
  }
  throw error;
}

/** Runs one act: everything in it is kept, or nothing. */
export function transact<T>(db: ReadableDb, act: (db: WritableDb) => T): T {
  return db.transaction(() => act(db as WritableDb)).immediate();
}

/**
 * As `transact`, without waiting for the disk: what comes from the share can be read there again, so after a power cut
 * the store may stand a few acts earlier, whole. An own act that follows waits for the disk, and with it for all of this.
 */
export function transactUnhurried<T>(db: ReadableDb, act: (db: WritableDb) => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return transact(db, act);
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** Closes the store, letting SQLite keep its statistics fresh. */
export function closeDatabase(db: ReadableDb): void {
  if (!db.open) return;
  db.pragma('optimize');
  db.close();
}

/** The version of SQLite under this connection. */
export function sqliteVersion(db: ReadableDb): string {
  return String(db.prepare('SELECT sqlite_version()').pluck().get());
}
