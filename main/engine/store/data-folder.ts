import { randomBytes } from 'node:crypto';
import { readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ReadableDb } from './database.ts';

/** What the disk says about a PC's data folder. */
export interface DataFolderFacts {
  /** Bytes that may still be written; null where the system does not tell. */
  readonly freeBytes: number | null;
  /** Whether a file can be made in it. */
  readonly isWritable: boolean;
  /** Whether other accounts of this PC may look into it; null on Windows, where the mode does not tell. */
  readonly isOpenToOthers: boolean | null;
  /** Files that crashes left half-written, older than an hour. */
  readonly leftovers: number;
}

const HOUR = 60 * 60 * 1000;

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

async function canWrite(folder: string): Promise<boolean> {
  const probe = join(folder, `probe-${randomBytes(6).toString('hex')}.part`);
  try {
    await writeFile(probe, 'x', { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}

async function countLeftovers(folder: string, now: number): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.part')) continue;
    const { mtimeMs } = await stat(join(entry.parentPath, entry.name));
    if (now - mtimeMs > HOUR) count += 1;
  }
  return count;
}

/** Looks at the data folder; writes and removes one probe file. */
export async function dataFolderFacts(folder: string, now: number): Promise<DataFolderFacts> {
  const { mode } = await stat(folder);
  return {
    freeBytes: await freeBytes(folder),
    isWritable: await canWrite(folder),
    isOpenToOthers: process.platform === 'win32' ? null : (mode & 0o077) !== 0,
    leftovers: await countLeftovers(folder, now),
  };
}

/** The full check of the database file, slower than the one at each opening; null when nothing is wrong. */
export function integrityFault(db: ReadableDb): string | null {
  const check: unknown = db.pragma('integrity_check(1)', { simple: true });
  if (check !== 'ok') return String(check);
  const orphans: unknown = db.pragma('foreign_key_check');
  return Array.isArray(orphans) && orphans.length > 0 ? 'foreign keys' : null;
}
