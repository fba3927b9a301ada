import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { ingest } from '#main/engine/office/ingest.ts';
import { entriesOfLog, entryByHash } from '#main/engine/store/entries.ts';
import { allLogs } from '#main/engine/store/logs.ts';

import { seededRandom } from '../unit/seeded-random.ts';
import { PASSPHRASE } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { settle, userOf } from './roster-pcs.ts';

/** Closes a PC and opens its data folder, and copies of it, again. A machine id of its own is another computer. */
export async function reopened(
  office: TestOffice,
  pc: Pc,
  copies: readonly { readonly name: string; readonly machineId: string }[],
): Promise<readonly Pc[]> {
  const user = await userOf(pc);
  await pc.engine.close();
  for (const { name } of copies) {
    const dir = join(office.root, name);
    if (dir !== pc.dir) cpSync(pc.dir, dir, { recursive: true });
  }
  const opened: Pc[] = [];
  for (const { name, machineId } of copies) {
    const copy = await office.open(name, { machineId });
    await copy.call('session.unlock', { user, passphrase: PASSPHRASE });
    opened.push(copy);
  }
  return opened;
}

/** Enough passes for heads under unknown names to be looked at three times, and for what follows from them. */
export async function rest(...pcs: readonly Pc[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) for (const pc of pcs) await pc.sync();
  await settle(...pcs);
}

/**
 * Gives a PC what another one has and it lacks, continuation by continuation in a random order and random pieces.
 *
 * @param last a log that comes when everything else is here
 */
export function takeInAnyOrder(to: Pc, from: Pc, below: (limit: number) => number, last = ''): void {
  const runtime = to.engine.state.office;
  if (runtime === null) throw new Error('no office');
  const left = allLogs(from.engine.state.db).map((row) => ({
    row,
    entries: entriesOfLog(from.engine.state.db, row.id, 0, row.seq + 1).flatMap(({ bytes, hash }) => {
      const parsed = parseEntry(bytes);
      return parsed.ok && entryByHash(runtime.db, hash) === undefined ? [parsed.value] : [];
    }),
  }));
  for (;;) {
    const open = left.filter(({ entries: [first] }) => {
      const prev = first?.envelope.prev;
      return first !== undefined && (prev == null || entryByHash(runtime.db, prev) !== undefined);
    });
    const sooner = open.filter(({ row }) => row.log !== last);
    const choice = sooner.length > 0 ? sooner : open;
    const picked = choice[below(choice.length)];
    if (picked === undefined) break;
    const entries = picked.entries.splice(0, 1 + below(4));
    const { row } = picked;
    const { envelope, hash } = entries.at(-1) ?? {};
    const head = { log: row.log, key: '', version: row.head_version, seq: envelope?.seq ?? 0, signature: '' };
    // Few take effect at once: then a continuation is here before what it continues did.
    ingest(runtime, { log: row.log, entries, head: { ...head, hash: hash ?? '' } }, 'now', 1 + below(3));
  }
  while (ingest(runtime, null, 'now', 1 + below(3)).more);
}

/** Numbers below a limit, the same for the same seed. */
export function random(seed: number): (limit: number) => number {
  const next = seededRandom(seed);
  return (limit) => Math.floor(next() * limit);
}
