/** The share through its process against the same folder directly: what the possibility to kill it costs. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { shareScript } from '#main/engine/engine-resources.ts';
import { HostedShare } from '#main/engine/share/process/hosted-share.ts';
import { nodeShareHost } from '#main/engine/share/process/node-share-host.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import type { ShareFs } from '#main/engine/share/share-fs.ts';

import { milliseconds, percentile, perSecond, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';

const MIB = 1024 * 1024;
const LARGE = 8 * MIB;
const ROUNDS = 20;

const folder = mkdtempSync(join(tmpdir(), 'nirkertas-bench-'));
let written = 0;

/** One publish as the sync does it: a temp, its move into place, the reading back, the old one's removal. */
async function publishOnce(fs: ShareFs, bytes: Uint8Array): Promise<void> {
  const name = `s${written}`;
  written += 1;
  await fs.writeNew(`tmp/${name}`, bytes);
  await fs.rename(`tmp/${name}`, `logs/${name}`);
  const back = await fs.read(`logs/${name}`, bytes.length);
  if (!back.ok) throw new Error(back.failure);
  await fs.remove(`logs/${name}`);
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    samples.push(performance.now() - start);
  }
  return percentile(samples, 0.5);
}

/** Work measured through the process and directly, one after the other, so that both meet the same disk. */
async function rateRow(work: string, hosted: () => unknown, direct: () => unknown): Promise<BenchRow> {
  const [ours, theirs] = [await perSecond(hosted), await perSecond(direct)];
  return {
    work,
    ours: `${ours.toFixed(0)} a second, ${milliseconds(1000 / ours)} each`,
    peer: `directly: ${theirs.toFixed(0)} a second, ${milliseconds(1000 / theirs)} each`,
    ratio: (ours / theirs).toFixed(2),
    goal: '',
    isMet: null,
  };
}

/** Kilobytes of memory that are this process's alone or its share of what is common; null where no system tells. */
function proportionalSize(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]);
  } catch {
    return null;
  }
}

function megabytes(kilobytes: number | null): string {
  return kilobytes === null ? 'memory unknown' : `${(kilobytes / 1024).toFixed(0)} MB`;
}

try {
  for (const name of ['tmp', 'logs', 'heads']) mkdirSync(join(folder, name));
  for (let head = 0; head < 200; head += 1) writeFileSync(join(folder, 'heads', `h${head}`), 'x');
  writeFileSync(join(folder, 'small'), Buffer.alloc(8192, 1));
  const large = Buffer.alloc(LARGE, 1);
  const small = Buffer.alloc(8192, 1);
  let pid = 0;
  const share = new HostedShare(nodeShareHost(shareScript, (started) => (pid = started)));
  const hosted = share.fs(folder);
  const direct = new NodeShareFs(folder);

  const started = performance.now();
  await hosted.list('heads');
  const start = performance.now() - started;
  const idleMemory = proportionalSize(pid);

  const rows: BenchRow[] = [
    await rateRow(
      'list 200 heads (an idle poll)',
      () => hosted.list('heads'),
      () => direct.list('heads'),
    ),
    await rateRow(
      'read 8 KB (a head or a segment)',
      () => hosted.read('small', 8192),
      () => direct.read('small', 8192),
    ),
    await rateRow(
      'write, move, read back, remove 8 KB (a publish)',
      () => publishOnce(hosted, small),
      () => publishOnce(direct, small),
    ),
  ];
  const [ours, theirs] = [
    await median(() => publishOnce(hosted, large)),
    await median(() => publishOnce(direct, large)),
  ];
  rows.push({
    work: 'write, move, read back, remove 8 MiB (a piece of a document)',
    ours: milliseconds(ours),
    peer: `directly: ${milliseconds(theirs)}`,
    ratio: (theirs / ours).toFixed(2),
    goal: '',
    isMet: null,
  });
  rows.push({
    work: 'the process itself',
    ours: `first answer after ${milliseconds(start)}, ${megabytes(idleMemory)}; at the end ${megabytes(proportionalSize(pid))}`,
    peer: '',
    ratio: '',
    goal: '',
    isMet: null,
  });
  printTable('The share through a process that can be killed', rows);
  await share.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
