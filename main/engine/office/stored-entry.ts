import type { AcceptedEntry, EntryEnvelope } from '#core/office/entry.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import type { StoredEntry } from '../store/entries.ts';
import { acceptedEntry } from './accept.ts';

/**
 * An entry read back from the store. Its bytes passed every check of `parseEntry` when they came in, and are read
 * again at each fold of their letter, so they are not checked anew: `log verify` does that. Throws where the store no
 * longer holds an entry there, which is damage.
 */
export function storedEntry({ bytes, hash }: Pick<StoredEntry, 'bytes' | 'hash'>): ParsedEntry {
  let envelope: EntryEnvelope;
  try {
    envelope = JSON.parse(bytes.toString()) as EntryEnvelope;
  } catch {
    throw new Error(`stored entry ${hash} does not read back`);
  }
  return { envelope, hash, bytes };
}

/** An accepted entry read back from the store. */
export function entryOfRow(row: StoredEntry): AcceptedEntry {
  if (row.rank === null) throw new Error(`stored entry ${row.hash} has not taken effect`);
  return acceptedEntry(storedEntry(row).envelope, row.hash, row.rank, row.user_signed === 1);
}
