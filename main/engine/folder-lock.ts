import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { storeFailure } from './store/database.ts';
import { holdExclusively } from './store/exclusive-file.ts';

/** A data folder held by this process; others are told who holds it. */
export interface FolderLock {
  readonly release: () => void;
}

function holderOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'holder.txt'), 'utf8').slice(0, 200);
  } catch {
    return '';
  }
}

/**
 * Takes the data folder for one process. The lock is the operating system's, so it ends with the process, however
 * that ends. Errors: `store-in-use` (says who), `store-unwritable`, `disk-full`.
 */
export function lockFolder(folder: string, who: string): Result<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const held = holdExclusively(join(folder, 'lock.sqlite'));
    if (held === null) return fail('store-in-use', { folder, holder: holderOf(folder) });
    writeFileSync(join(folder, 'holder.txt'), `${who} (${process.pid})`);
    return ok({ release: held });
  } catch (error) {
    return fail(...storeFailure(error, folder));
  }
}
