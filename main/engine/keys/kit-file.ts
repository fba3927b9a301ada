import { open, readFile } from 'node:fs/promises';

import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';

/** `kit-exists`: something of that name is there, perhaps another office's kit; it is never overwritten. */
export type KitFileFault = 'kit-exists' | 'kit-unwritable';

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/**
 * Writes the recovery kit to a new file, flushes it to the disk and reads it back, readable by its owner only.
 * The office may be made once this has answered. On `kit-unwritable` a half-written file may remain.
 */
export async function saveRecoveryKit(path: string, text: string): Promise<Decoded<null, KitFileFault>> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    return (await readFile(path, 'utf8')) === text ? decoded(null) : refused('kit-unwritable');
  } catch (error) {
    return refused(isExists(error) ? 'kit-exists' : 'kit-unwritable');
  }
}
