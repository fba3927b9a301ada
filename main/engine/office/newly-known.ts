import { letterActSchemas } from '#core/office/letter-acts.ts';

import { transact } from '../store/database.ts';
import type { ReadableDb } from '../store/database.ts';
import { subjectsOfTypes } from '../store/entries.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { refoldLetter } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Acts on letters that the program knew when it last opened this data folder; null before the first time. */
function knewBefore(db: ReadableDb): readonly string[] | null {
  return readMeta(db, 'acts.known')?.split(' ') ?? null;
}

/**
 * After an update: folds the letters anew that hold acts which the program before did not understand. Until then they
 * were kept and had no effect. Answers how many letters that were.
 */
export function foldNewlyKnown(runtime: OfficeRuntime): number {
  const known = Object.keys(letterActSchemas).toSorted();
  const before = knewBefore(runtime.db);
  const fresh = before === null ? [] : known.filter((type) => !before.includes(type));
  if (before !== null && fresh.length === 0 && before.length === known.length) return 0;
  return transact(runtime.db, (db) => {
    const letters = subjectsOfTypes(db, fresh);
    for (const letter of letters) refoldLetter(db, runtime, letter, []);
    writeMeta(db, 'acts.known', known.join(' '));
    return letters.length;
  });
}
