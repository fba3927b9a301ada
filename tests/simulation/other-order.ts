import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { ingest } from '#main/engine/office/ingest.ts';
import { foldBehind } from '#main/engine/office/project.ts';
import { entriesOfLog, entryByHash } from '#main/engine/store/entries.ts';

import { dumpOf, Replica } from './replica.ts';
import type { World } from './world.ts';

/** Takes everything into a PC that had nothing since the office began, in another order and other pieces. */
export async function dumpOfOtherOrder(world: World, folder: string, first: Replica): Promise<string> {
  const dir = join(folder, 'other-order');
  const [name = ''] = world.office.pcs;
  cpSync(join(world.office.folder, name), dir, { recursive: true });
  const pc = new Replica({ name: 'other-order', dir, fs: first.fs, now: first.clock });
  await pc.open();
  try {
    const { db } = pc.engine.state;
    const isKnown = (hash: string | null) => hash === null || entryByHash(db, hash) !== undefined;
    // By continuation: what follows a fork can come only when what lies before it is here.
    const logs = first.logs().map((log) => ({
      log,
      left: entriesOfLog(first.engine.state.db, log.id, 0, log.seq + 1).flatMap(({ bytes, hash }) => {
        const parsed = parseEntry(bytes);
        return parsed.ok && !isKnown(hash) ? [parsed.value] : [];
      }),
    }));
    for (;;) {
      const open = logs.filter(({ left: [next] }) => next !== undefined && isKnown(next.envelope.prev));
      if (open.length === 0) break;
      const { log, left } = world.random.pick(open);
      const entries = left.splice(0, 1 + world.random.below(12));
      const last = entries.at(-1);
      if (last === undefined) break;
      const version = log.head_version;
      const head = { log: log.log, key: '', version, seq: last.envelope.seq, hash: last.hash, signature: '' };
      const when = world.random.pick(['now', 'later'] as const);
      ingest(pc.runtime, { log: log.log, entries, head }, when, 1 + world.random.below(20));
    }
    // Whatever the limits held up, and whenever it was folded: in the end it is the same.
    while (ingest(pc.runtime, null, 'now', 7).more);
    while (foldBehind(pc.runtime, 5) !== null);
    return dumpOf(pc);
  } finally {
    await pc.close();
  }
}
