import type { AcceptedEntry } from '#core/office/entry.ts';

import { parseEntry } from '../log/entry-codec.ts';
import type { EntryRow } from '../store/entries.ts';
import { acceptedEntry } from './accept.ts';

/** An accepted entry read back from the store. Its bytes were checked when they came in, so a fault is a bug. */
export function entryOfRow(row: EntryRow): AcceptedEntry {
  const parsed = parseEntry(row.bytes);
  if (!parsed.ok || row.rank === null) throw new Error(`stored entry ${row.hash} does not read back`);
  return acceptedEntry(parsed.value.envelope, row.hash, row.rank, row.user_signed === 1);
}
