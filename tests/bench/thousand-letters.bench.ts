/**
 * A thousand scanned letters of 200 KB from one PC to a second one through one folder, beside copying the same files
 * and beside Joplin's terminal client with as many notes that each have the same file attached.
 *
 * Both PCs are engines in processes of their own, each with the process that touches the share. The second one is open
 * and looks at the share by itself, every three seconds as the app does; the clock runs from the first PC's first write
 * until the last letter and its document are in the second one's store. The letters are registered before.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { trafficSince } from '#core/contract/share-traffic.ts';
import type { ShareTraffic } from '#core/contract/share-traffic.ts';

import { benchPc } from './bench-pc.ts';
import type { BenchPc } from './bench-pc.ts';
import { foundOffice, joinAsHead, registerScan } from './bench-office.ts';
import { percentile, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { findJoplin, JoplinClient, joplinAdvice, lettersAsNotes } from './joplin-client.ts';
import { scannedLetters } from './scanned-letters.ts';
import type { ScannedLetter } from './scanned-letters.ts';
import { trafficTold } from './share-told.ts';

const LETTERS = Number(process.env['NIRKERTAS_BENCH_LETTERS'] ?? 1000);
const SCAN_BYTES = 200 * 1024;
const ROUNDS = 3;
/** Milliseconds between looks whether all is there; each asks the second PC's process. */
const LOOK_MS = 50;
const LIMIT_MS = 60 * 60 * 1000;

/** Milliseconds out to the folder and in from it. */
interface Way {
  readonly out: number;
  readonly in: number;
}

const whole = (way: Way) => way.out + way.in;

interface Ours extends Way {
  readonly sent: ShareTraffic;
  readonly received: ShareTraffic;
}

/** What earlier steps left to be written must not fall into the next one's time. */
function flushAll(): void {
  spawnSync('sync');
}

function run(command: string, ...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
}

/** Copies a folder out and in again; the median of some rounds. */
function copied(folder: string, source: string, copy: (from: string, to: string) => void): Way {
  const timed = (from: string, to: string) => {
    flushAll();
    const start = performance.now();
    copy(from, to);
    return performance.now() - start;
  };
  const rounds = Array.from({ length: ROUNDS }, (): Way => {
    const [share, second] = [join(folder, 'copied-out'), join(folder, 'copied-in')];
    const way = { out: timed(source, share), in: timed(share, second) };
    for (const one of [share, second]) rmSync(one, { recursive: true });
    return way;
  });
  return {
    out: percentile(
      rounds.map((way) => way.out),
      0.5,
    ),
    in: percentile(
      rounds.map((way) => way.in),
      0.5,
    ),
  };
}

/** Waits until a PC has so many letters and all their documents; answers when that was seen. */
async function allThere(pc: BenchPc, letters: number): Promise<number> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const held = await pc.holdings();
    const now = performance.now();
    if (held.letters === letters && held.documents.here === letters && held.documents.elsewhere === 0)
      return now;
    if (now > end) throw new Error(`not all there: ${JSON.stringify(held)}`);
    await wait(LOOK_MS);
  }
}

async function ours(folder: string, letters: readonly ScannedLetter[]): Promise<Ours> {
  const share = join(folder, 'share');
  mkdirSync(share, { recursive: true });
  const clerk = benchPc({ dir: join(folder, 'pc-1'), background: false });
  const head = benchPc({ dir: join(folder, 'pc-2'), background: true });
  try {
    await foundOffice(clerk, folder, share);
    const position = await joinAsHead(clerk, head, share);
    for (const letter of letters) {
      const size = await registerScan(clerk, letter, position);
      if (size !== statSync(letter.file).size) throw new Error(`${letter.name} was changed when it came in`);
    }
    const before = (await head.call('sync.status', undefined)).traffic;
    flushAll();
    const start = performance.now();
    const publishing = clerk
      .call('sync.now', undefined)
      .then((report) => ({ report, at: performance.now() }));
    const there = await allThere(head, letters.length);
    const { report, at } = await publishing;
    const { traffic } = await head.call('sync.status', undefined);
    return {
      out: at - start,
      in: there - at,
      sent: report.traffic,
      received: trafficSince(traffic, before),
    };
  } finally {
    await Promise.all([clerk.close(), head.close()]);
  }
}

/** Joplin: the first client synchronises up, then the second one down, attachments included. */
function joplins(
  executable: string,
  folder: string,
  letters: readonly ScannedLetter[],
): Way & { start: number } {
  const target = join(folder, 'target');
  const [first, second] = [1, 2].map((n) => new JoplinClient(executable, join(folder, `client-${n}`)));
  if (first === undefined || second === undefined) throw new Error('no client');
  lettersAsNotes(join(folder, 'notes'), letters);
  first.useTarget(target);
  first.import(join(folder, 'notes'));
  second.useTarget(target);
  const start = second.start();
  flushAll();
  const way = { out: first.sync(), in: second.sync(), start };
  const bytes = letters.reduce((sum, { file }) => sum + statSync(file).size, 0);
  const { notes, resources } = second.items();
  const attached = second.attachments();
  const isThere =
    notes.all === letters.length &&
    resources.all === letters.length &&
    attached.files === letters.length &&
    attached.bytes === bytes;
  if (!isThere)
    throw new Error(`Joplin did not bring all: ${JSON.stringify({ notes, resources, attached })}`);
  return way;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nirkertas-bench-')));
try {
  const source = join(folder, 'letters');
  const letters = scannedLetters(source, { count: LETTERS, bytes: SCAN_BYTES });
  const bytes = letters.reduce((sum, { file }) => sum + statSync(file).size, 0);
  const told = (way: Way) => `${seconds(whole(way))}, ${(bytes / 1000 / whole(way)).toFixed(1)} MB/s`;
  const parts = (way: Way) => `${seconds(way.out)} out, ${seconds(way.in)} in`;

  const own = await ours(join(folder, 'ours'), letters);
  rmSync(join(folder, 'ours'), { recursive: true });
  const notes: string[] = [];
  const rows: BenchRow[] = [];
  const beside = (what: string, way: Way) => {
    rows.push({
      work: `beside ${what}`,
      ours: `${told(own)} (${parts(own)})`,
      peer: `${told(way)} (${parts(way)})`,
      ratio: `${(whole(way) / whole(own)).toFixed(3)} of its rate`,
      goal: '',
      isMet: null,
    });
  };
  beside(
    'cp -r, nothing flushed',
    copied(folder, source, (from, to) => run('cp', '-r', from, to)),
  );
  beside(
    'cp -r, flushed to the disk',
    copied(folder, source, (from, to) => {
      run('cp', '-r', from, to);
      run('sync', '-f', to);
    }),
  );
  if (spawnSync('rsync', ['--version']).status === 0) {
    beside(
      'rsync -a, nothing flushed',
      copied(folder, source, (from, to) => run('rsync', '-a', `${from}/`, `${to}/`)),
    );
  } else {
    notes.push(
      'NOT MEASURED beside rsync: it is not installed (apt-get install --no-install-recommends rsync)',
    );
  }
  const joplin = findJoplin();
  if (joplin === null) {
    notes.push(`NOT MEASURED beside Joplin: its terminal client is not here; ${joplinAdvice}`);
  } else {
    const way = joplins(joplin, join(folder, 'joplin'), letters);
    beside('Joplin, file-system target', way);
    notes.push(
      `Joplin's start is in each of its two times: ${seconds(way.start)} for a command that does nothing.`,
    );
  }
  printTable(
    `${LETTERS} letters of ${SCAN_BYTES / 1024} KB (${(bytes / 1e6).toFixed(1)} MB) to a second PC through one folder`,
    rows,
  );
  const explained = [
    'Each row is the way out to the folder and in from it: publish and take in, two copies, two synchronisations.',
    'Ours encrypts, signs, flushes and reads back each file, and waits for the second PC to look (every 3 s); the',
    'others do none of that. Registering, importing and making the files are not in the times.',
    ...notes,
    '',
    'on the share, by the first PC:',
    ...trafficTold(own.sent),
    'on the share, by the second PC:',
    ...trafficTold(own.received),
  ];
  process.stdout.write(`${explained.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
