import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Result } from '#core/contract/result.ts';

import { closeDatabase, openDatabase } from './database.ts';
import type { ReadableDb } from './database.ts';

/**
 * Runs work with an empty store in a folder of its own, which only this account opens and which is gone afterwards.
 * Errors are those of opening a store, and the work's.
 */
export async function withTemporaryStore<T>(
  work: (db: ReadableDb, folder: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'nirkertas-'));
  const opened = openDatabase(folder);
  try {
    return opened.ok ? await work(opened.value, folder) : opened;
  } finally {
    if (opened.ok) closeDatabase(opened.value);
    await rm(folder, { recursive: true, force: true });
  }
}
