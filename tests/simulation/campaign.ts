import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { SeedReport } from './simulator.ts';

export interface CampaignOptions {
  readonly seeds: readonly number[];
  readonly replicas: number;
  /** Acts of each seed. */
  readonly acts: number;
  /** Called with each seed's report as it comes. */
  readonly report?: (report: SeedReport) => void;
  /** Root of the sources to simulate; this project's by default. */
  readonly root?: string;
  /** Ends the campaign at the first seed that fails. */
  readonly untilFailure?: boolean;
}

/** Seeds that one process simulates before another takes over, so that none grows old. */
const SEEDS_A_PROCESS = 40;
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Where simulated PCs keep their stores: in memory where the system has a place for that. `synchronous` stays as the
 * program sets it; what is saved is the disk's time, not the program's work.
 */
function workFolder(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'nirkertas-simulation-'));
}

/** A process that ended before its seeds did is a seed that failed. */
function diedAt(seed: number, detail: string): SeedReport {
  return {
    seed,
    acts: 0,
    entries: 0,
    milliseconds: 0,
    faults: {},
    conflicts: {},
    outcomes: {},
    violations: [{ invariant: 'the simulation ends', detail }],
    history: [],
    fingerprint: '',
  };
}

async function simulate(
  seeds: readonly number[],
  { replicas, acts, root = projectRoot }: CampaignOptions,
  report: (report: SeedReport) => boolean,
): Promise<void> {
  const folder = workFolder();
  const script = join(root, 'tests/simulation/run-seeds.ts');
  const args = [folder, replicas, acts, ...seeds].map(String);
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const clean = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clean);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const left = new Set(seeds);
  let wanted = true;
  for await (const line of createInterface({ input: child.stdout })) {
    const one: SeedReport = JSON.parse(line);
    left.delete(one.seed);
    if (!wanted) continue;
    wanted = report(one);
    if (!wanted) child.kill();
  }
  await closed;
  clean();
  process.off('exit', clean);
  const [next] = left;
  if (wanted && next !== undefined) report(diedAt(next, said));
}

/** Simulates the seeds in as many processes as there are cores; answers the reports in the order of the seeds. */
export async function runCampaign(options: CampaignOptions): Promise<readonly SeedReport[]> {
  const reports: SeedReport[] = [];
  const processes = Math.max(1, availableParallelism());
  const size = Math.min(SEEDS_A_PROCESS, Math.ceil(options.seeds.length / processes));
  const runs: number[][] = [];
  for (let at = 0; at < options.seeds.length; at += size) runs.push(options.seeds.slice(at, at + size));
  let stopped = false;
  const note = (report: SeedReport): boolean => {
    reports.push(report);
    options.report?.(report);
    stopped ||= options.untilFailure === true && report.violations.length > 0;
    return !stopped;
  };
  const worker = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined && !stopped; run = runs.shift()) {
      await simulate(run, options, note);
    }
  };
  await Promise.all(Array.from({ length: processes }, worker));
  return reports.toSorted((a, b) => a.seed - b.seed);
}
