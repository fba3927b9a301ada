import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { entriesOfLog } from '#main/engine/store/entries.ts';

import type { StoredEntry } from './ancestry.ts';
import type { Replica } from './replica.ts';

/** Every entry of a PC's store that took effect or was judged, log by log. */
export function acceptedEntries(pc: Replica): readonly StoredEntry[] {
  return storedEntries(pc, true);
}

/** Every entry of a PC's store, or those only that have a place in the causal order. */
export function storedEntries(pc: Replica, accepted = false): readonly StoredEntry[] {
  return pc.logs().flatMap((log) =>
    entriesOfLog(pc.engine.state.db, log.id, 0, log.seq + 1).flatMap((row): StoredEntry[] => {
      if (accepted && row.rank === null) return [];
      const parsed = parseEntry(row.bytes);
      if (!parsed.ok) throw new Error(`${pc.name} holds an entry that does not read back`);
      return [{ hash: row.hash, bytes: row.bytes, envelope: parsed.value.envelope }];
    }),
  );
}
