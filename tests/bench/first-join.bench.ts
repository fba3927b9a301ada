/** The first join of a very large office: a million entries of 200 logs that wait for each other, in bounded memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { parseGenesis } from '#main/engine/log/genesis.ts';

import { printTable } from './bench-table.ts';
import { firstJoin, readingPc } from './reading-pc.ts';
import type { JoinTimes } from './reading-pc.ts';
import { syntheticShare } from './synthetic-share.ts';

/** What an issue of this size promises; `-- first-join` with NIRKERTAS_BENCH_ENTRIES takes another. */
const ENTRIES = Number(process.env['NIRKERTAS_BENCH_ENTRIES'] ?? 1_000_000);
const LOGS = 200;
/** Of the process that reads, SQLite's cache and Node itself included. */
const MOST_BYTES = 500 * 1024 * 1024;

interface Order {
  readonly dir: string;
  readonly share: string;
  readonly genesis: string;
  readonly keys: readonly string[];
}

/** The reading PC, in a process of its own, so that its memory is its own. */
async function read({ dir, share, genesis, keys }: Order): Promise<JoinTimes> {
  const parsed = parseGenesis(Buffer.from(genesis, 'base64url'));
  if (!parsed.ok) throw new Error(parsed.code);
  const opened = keys.map((key) => officeKeyFrom(Buffer.from(key, 'base64url')));
  return firstJoin(readingPc(dir, share, { genesis: parsed.value, keys: opened }));
}

function readApart(order: Order): Promise<JoinTimes> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), { execArgv: process.execArgv });
    child.once('message', (times) => {
      child.disconnect();
      resolve(times as JoinTimes);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the reading process ended with ${code}`)));
    child.send(order);
  });
}

if (process.send === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'nirkertas-bench-'));
  try {
    const made = await syntheticShare(folder, { logs: LOGS, entries: ENTRIES });
    const times = await readApart({
      dir: join(folder, 'newcomer'),
      share: made.share,
      genesis: Buffer.from(made.genesis.bytes).toString('base64url'),
      keys: made.keys.map(({ bytes }) => Buffer.from(bytes).toString('base64url')),
    });
    const rate = (took: number) => `${Math.round((times.entries * 1000) / took)} entries a second`;
    const peak = Math.round(times.peakBytes / 1024 / 1024);
    printTable(`First join of ${times.entries} entries, ${LOGS} logs, ${made.letters} letters`, [
      {
        work: 'entries into the store',
        ours: `${((times.total - times.fold) / 1000).toFixed(0)} s, ${rate(times.total - times.fold)}`,
        peer: '',
        ratio: '',
        goal: '',
        isMet: null,
      },
      {
        work: 'letters folded and listed',
        ours: `${(times.fold / 1000).toFixed(0)} s`,
        peer: '',
        ratio: '',
        goal: '',
        isMet: null,
      },
      {
        work: 'memory of the reading process',
        ours: `${peak} MB`,
        peer: '',
        ratio: '',
        goal: 'under 500 MB',
        isMet: times.peakBytes < MOST_BYTES,
      },
      {
        work: 'longest time the store was held',
        ours: `${times.longest.toFixed(0)} ms`,
        peer: '',
        ratio: '',
        goal: '',
        isMet: null,
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  process.once('message', (order) => {
    void read(order as Order).then((times) => process.send?.(times));
  });
}
