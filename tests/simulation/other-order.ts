import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { ingest } from '#main/engine/office/ingest.ts';

import { dumpOf, Replica } from './replica.ts';
import { storedEntries } from './stored-entries.ts';
import type { World } from './world.ts';

/** Takes everything into a PC that had nothing since the office began, in another order and other pieces. */
export async function dumpOfOtherOrder(world: World, folder: string, first: Replica): Promise<string> {
  const dir = join(folder, 'other-order');
  const [name = ''] = world.office.pcs;
  cpSync(join(world.office.folder, name), dir, { recursive: true });
  const pc = new Replica({ name: 'other-order', dir, fs: first.fs, now: first.clock });
  await pc.open();
  try {
    const known = new Map(pc.logs().map((log) => [log.log, log.seq]));
    const logs = first.logs().map((log) => ({
      log,
      left: storedEntries(first).filter(
        ({ envelope }) => envelope.log === log.log && envelope.seq > (known.get(log.log) ?? -1),
      ),
    }));
    for (;;) {
      const open = logs.filter(({ left }) => left.length > 0);
      if (open.length === 0) break;
      const { log, left } = world.random.pick(open);
      const piece = left.splice(0, 1 + world.random.below(12));
      const parsed = piece.map(({ bytes }) => parseEntry(bytes)).flatMap((p) => (p.ok ? [p.value] : []));
      const last = parsed.at(-1);
      if (last === undefined) break;
      const version = log.head_version;
      const head = { log: log.log, key: '', version, seq: last.envelope.seq, hash: last.hash, signature: '' };
      ingest(pc.runtime, { log: log.log, entries: parsed, head });
    }
    return dumpOf(pc);
  } finally {
    await pc.close();
  }
}
