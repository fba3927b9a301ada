/** Start and memory of the app with 100,000 letters, against an Electron window with an empty React page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { projectRoot } from '#build/bootstrap/project.mjs';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { developmentSwitches } from '#build/runtime/electron-switches.ts';

import { milliseconds, percentile, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { startElectron } from './electron-process.ts';
import type { ElectronProcess } from './electron-process.ts';
import { SEEDED_LETTERS, SEEDED_PASSPHRASE, seededOffice } from './seeded-office.ts';

const RUNS = 5;
const MEGABYTE = 1024 * 1024;
const GOAL = 1.5;
const GOAL_EXTRA = 200 * MEGABYTE;
/** Until what was started in the background has settled. */
const SETTLE_MS = 5000;

const emptyWindow = fileURLToPath(new URL('empty-window', import.meta.url));
const emptyOut = join(projectRoot, 'out/bench-window');

async function buildEmptyPage(): Promise<string> {
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    logLevel: 'warn',
    root: emptyWindow,
    base: './',
    plugins: [react()],
    build: { outDir: emptyOut, emptyOutDir: true, target: 'chrome130' },
  });
  return join(emptyOut, 'index.html');
}

interface Started {
  /** Milliseconds from the start of the process. */
  readonly usable: number;
  readonly queue: number;
  readonly memory: number;
}

async function startEmpty(executable: string, switches: readonly string[], page: string): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'nirkertas-empty-'));
  const args = [...switches, `--user-data-dir=${profile}`, emptyWindow, page];
  const electron = await startElectron(executable, args);
  try {
    const usable = (await electron.shown('#ready')) - electron.startedAt;
    await wait(SETTLE_MS);
    return { usable, queue: usable, memory: electron.memory() };
  } finally {
    await electron.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Signs in as the head of the office and opens the queue. Answers the milliseconds from Enter to its rows. */
async function openQueue(app: ElectronProcess): Promise<number> {
  await app.ask(
    `[...document.querySelectorAll('label')].find((l) => l.textContent.includes('Kepala Dinas'))?.click()`,
  );
  await app.ask(`document.querySelector('input[type=password]').focus()`);
  const before = Date.now();
  await app.type(SEEDED_PASSPHRASE);
  await app.shown('a[href$="/box/todo"]');
  await app.ask(`document.querySelector('a[href$="/box/todo"]').click()`);
  return (await app.shown('[role=option]')) - before;
}

async function startApp(executable: string, switches: readonly string[], dir: string): Promise<Started> {
  const app = await startElectron(executable, [...switches, projectRoot, '--dir', dir]);
  try {
    const usable = (await app.shown('input[type=password]')) - app.startedAt;
    const queue = usable + (await openQueue(app));
    await wait(SETTLE_MS);
    return { usable, queue, memory: app.memory() };
  } finally {
    await app.close();
  }
}

const median = (runs: readonly Started[], of: (run: Started) => number) => percentile(runs.map(of), 0.5);

const dir = seededOffice(SEEDED_LETTERS);
const runtime = await electronRuntime();
await bundleApp(runtime);
const page = await buildEmptyPage();
const switches = developmentSwitches({ quiet: true });
const [empty, app]: [Started[], Started[]] = [[], []];
for (let run = 0; run < RUNS; run += 1) {
  empty.push(await startEmpty(runtime.executable, switches, page));
  app.push(await startApp(runtime.executable, switches, dir));
}
const limit = { start: median(empty, (r) => r.usable), memory: median(empty, (r) => r.memory) };
const start = median(app, (r) => r.usable);
const queue = median(app, (r) => r.queue);
const memory = median(app, (r) => r.memory);
const peer = `empty window: ${milliseconds(limit.start)}`;
const rows: BenchRow[] = [
  {
    work: 'start to the first screen that takes input',
    ours: milliseconds(start),
    peer,
    ratio: (start / limit.start).toFixed(2),
    goal: `at most ${GOAL} times`,
    isMet: start <= limit.start * GOAL,
  },
  {
    work: 'and on to the rows of Tugas saya (passphrase typed at once)',
    ours: milliseconds(queue),
    peer,
    ratio: (queue / limit.start).toFixed(2),
    goal: '',
    isMet: null,
  },
  {
    work: 'memory of all processes, queue open',
    ours: `${(memory / MEGABYTE).toFixed(0)} MB`,
    peer: `empty window: ${(limit.memory / MEGABYTE).toFixed(0)} MB`,
    ratio: (memory / limit.memory).toFixed(2),
    goal: `at most ${GOAL} times and 200 MB`,
    isMet: memory <= limit.memory * GOAL + GOAL_EXTRA,
  },
];
printTable(
  `Start and memory with ${SEEDED_LETTERS} letters, median of ${RUNS} (${runtime.kind} Electron ${runtime.version})`,
  rows,
);
