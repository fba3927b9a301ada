/**
 * What one look at the share costs when nothing is new, with 2,000 and with 10,000 letters, beside Joplin's terminal
 * client with as many items (half of them notes, half their attachments) on a file-system target.
 *
 * Ours is counted twice: by its own counters, and from outside by what its share process asked of the operating system.
 * The PC that looks is an engine in a process of its own, with the process that touches the share.
 */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { totalWork } from '#core/contract/share-traffic.ts';
import type { ShareWork } from '#core/contract/share-traffic.ts';

import { benchPc } from './bench-pc.ts';
import { atRest, foundOffice, signIn } from './bench-office.ts';
import { milliseconds, percentile, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { findJoplin, JoplinClient, joplinAdvice, lettersAsNotes } from './joplin-client.ts';
import { canTrace, linesAbout, operationsOf, outsideWork, traceAdvice, traceEnd } from './outside-trace.ts';
import type { OutsideWork } from './outside-trace.ts';
import { scannedLetters } from './scanned-letters.ts';
import { SEEDED_PASSPHRASE } from './seeded-office.ts';
import { bytesTold, workTold } from './share-told.ts';

const SIZES = (process.env['NIRKERTAS_BENCH_ITEMS'] ?? '2000,10000').split(',').map(Number);
const ROUNDS = 9;
const WORDS = 40;
/** Of an attachment: what it holds matters to nobody here. */
const SCAN_BYTES = 1024;
/** Of a look (3-office-log, Cost targets). */
const MOST_BYTES = 50 * 1024;

/** What one look of ours did. */
interface OurLook {
  readonly counted: ShareWork;
  /** Null where nothing can be traced. */
  readonly outside: OutsideWork | null;
  /** The first look after a start, which also looks whose share it is. */
  readonly first: ShareWork;
  readonly firstOutside: OutsideWork | null;
  readonly letters: number;
  readonly logs: number;
}

interface TheirLook {
  readonly outside: OutsideWork | null;
  readonly ms: number;
  readonly notes: number;
  readonly resources: number;
}

const isTraceable = canTrace();

/** Fills the office up to so many letters and brings everything to the share. */
async function fill(dir: string, letters: number): Promise<void> {
  const pc = benchPc({ dir, background: false });
  try {
    await signIn(pc);
    const held = await pc.holdings();
    await pc.seed({
      letters: letters - held.letters,
      words: WORDS,
      seed: `idle ${letters}`,
      passphrase: SEEDED_PASSPHRASE,
    });
    await atRest(pc);
  } finally {
    await pc.close();
  }
}

/** Looks at the share with a PC that was started anew; the second look is an ordinary one. */
async function ourLook(folder: string, share: string): Promise<OurLook> {
  const trace = join(folder, 'ours.trace');
  rmSync(trace, { force: true });
  const pc = benchPc({ dir: join(folder, 'pc'), background: false, ...(isTraceable ? { trace } : {}) });
  try {
    await signIn(pc);
    const start = traceEnd(trace);
    const one = await pc.call('sync.now', undefined);
    const middle = traceEnd(trace);
    const two = await pc.call('sync.now', undefined);
    const end = traceEnd(trace);
    const seen = async (from: number, to: number) =>
      isTraceable ? outsideWork(await linesAbout(trace, share, { from, to }), share) : null;
    return {
      first: totalWork(one.traffic),
      counted: totalWork(two.traffic),
      letters: (await pc.holdings()).letters,
      firstOutside: await seen(start, middle),
      outside: await seen(middle, end),
      logs: readdirSync(join(share, readdirSync(share)[0] ?? '', 'heads')).length,
    };
  } finally {
    await pc.close();
  }
}

/** Milliseconds of an ordinary look, nobody tracing. */
async function ourTime(folder: string): Promise<number> {
  const pc = benchPc({ dir: join(folder, 'pc'), background: false });
  try {
    await signIn(pc);
    await pc.call('sync.now', undefined);
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await pc.call('sync.now', undefined);
      samples.push(performance.now() - start);
    }
    return percentile(samples, 0.5);
  } finally {
    await pc.close();
  }
}

/** A Joplin client that is filled up from size to size. */
class JoplinOffice {
  readonly #client: JoplinClient;
  readonly #folder: string;
  readonly #target: string;
  #notes = 0;

  constructor(executable: string, folder: string) {
    this.#folder = folder;
    this.#target = join(folder, 'target');
    this.#client = new JoplinClient(executable, join(folder, 'client'));
    this.#client.useTarget(this.#target);
  }

  /** Fills it up to so many items and brings them to the target, until a further look has nothing to do. */
  fill(items: number): void {
    const count = items / 2 - this.#notes;
    const first = this.#notes + 1;
    const letters = scannedLetters(join(this.#folder, `scans-${items}`), { count, bytes: SCAN_BYTES, first });
    const notes = join(this.#folder, `notes-${items}`);
    lettersAsNotes(notes, letters);
    this.#client.import(notes);
    this.#notes += count;
    this.#client.sync();
    this.#client.sync();
  }

  async look(): Promise<TheirLook> {
    const { notes, resources } = this.#client.items();
    if (notes.synced < notes.all || resources.synced < resources.all || notes.all !== this.#notes)
      throw new Error(`Joplin did not bring all: ${JSON.stringify({ notes, resources })}`);
    const ms = percentile(
      Array.from({ length: 3 }, () => this.#client.sync()),
      0.5,
    );
    if (!isTraceable) return { outside: null, ms, notes: notes.all, resources: resources.all };
    const trace = join(this.#folder, 'joplin.trace');
    this.#client.sync(trace);
    const outside = outsideWork(await linesAbout(trace, this.#target), this.#target);
    rmSync(trace);
    return { outside, ms, notes: notes.all, resources: resources.all };
  }
}

function rowsOf(own: OurLook, ownMs: number, their: TheirLook | null): readonly BenchRow[] {
  const what = `${own.letters} letters`;
  const bytes = (work: OutsideWork) => work.bytesListed + work.bytesRead + work.bytesWritten;
  const theirs = their?.outside ?? null;
  const peer =
    their === null || theirs === null
      ? ''
      : `Joplin, ${their.notes} notes and ${their.resources} attachments: ${operationsOf(theirs)} operations (${workTold(theirs)})`;
  const { list, read, stat } = own.counted;
  const counted = Object.values(own.counted).reduce((sum, count) => sum + count, 0);
  const rows: BenchRow[] = [
    {
      work: `${what}, an idle look, by our counters`,
      ours: workTold(own.counted),
      peer: '',
      ratio: '',
      goal: '1 listing, nothing read',
      isMet: list === 1 && read === 0 && stat === 0 && counted === 1,
    },
  ];
  if (own.outside !== null && own.firstOutside !== null) {
    const isOne = operationsOf(own.outside) === 1 && own.outside.list === 1;
    rows.push(
      {
        work: `${what}, the same, seen by the system`,
        ours: workTold(own.outside),
        peer,
        ratio:
          theirs === null
            ? ''
            : `${(operationsOf(theirs) / operationsOf(own.outside)).toFixed(0)} times as many operations, ${(bytes(theirs) / bytes(own.outside)).toFixed(0)} times the bytes`,
        goal: `1 listing, under ${bytesTold(MOST_BYTES)}`,
        isMet: isOne && bytes(own.outside) < MOST_BYTES,
      },
      {
        work: `${what}, the first look after a start, seen by the system`,
        ours: workTold(own.firstOutside),
        peer: theirs === null ? '' : 'Joplin: the same as above, each is a start',
        ratio:
          theirs === null
            ? ''
            : `${(operationsOf(theirs) / operationsOf(own.firstOutside)).toFixed(0)} times as many operations`,
        goal: '',
        isMet: null,
      },
    );
  }
  rows.push({
    work: `${what}, time of an idle look`,
    ours: milliseconds(ownMs),
    peer: their === null ? '' : `Joplin, its start included: ${milliseconds(their.ms)}`,
    ratio: their === null ? '' : `${(their.ms / ownMs).toFixed(0)} times as long`,
    goal: '',
    isMet: null,
  });
  return rows;
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nirkertas-bench-')));
try {
  const share = join(folder, 'share');
  mkdirSync(share);
  const dir = join(folder, 'pc');
  const founding = benchPc({ dir, background: false });
  try {
    await foundOffice(founding, folder, share);
  } finally {
    await founding.close();
  }
  const executable = findJoplin();
  const joplin = executable === null ? null : new JoplinOffice(executable, join(folder, 'joplin'));
  const rows: BenchRow[] = [];
  let logs = 0;
  for (const size of SIZES) {
    await fill(dir, size);
    const own = await ourLook(folder, share);
    const ownMs = await ourTime(folder);
    logs = own.logs;
    joplin?.fill(size);
    rows.push(...rowsOf(own, ownMs, (await joplin?.look()) ?? null));
  }
  printTable('What a look at the share costs when nothing is new', rows);
  const notes = [
    `Ours costs what the number of live logs makes it (here ${logs}; 200 of them in tests/integration/share-costs.test.ts),`,
    'whatever the number of letters. Beside it, every 20 minutes a PC reads 8 files and 4 documents to see that they',
    'are whole. Each question by name and each listing counts, answered or not; bytes are of listings and of files.',
    ...(isTraceable ? [] : [`NOT COUNTED from outside: no program can be traced here (${traceAdvice})`]),
    ...(joplin === null
      ? [`NOT MEASURED beside Joplin: its terminal client is not here; ${joplinAdvice}`]
      : []),
  ];
  process.stdout.write(`${notes.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
