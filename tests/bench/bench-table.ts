import { availableParallelism, loadavg } from 'node:os';

/** One figure beside the limit or peer that was measured in the same run. */
export interface BenchRow {
  readonly work: string;
  /** Ours, with its unit. */
  readonly ours: string;
  /** The limit or the peer, with its name and unit; empty where the goal is absolute. */
  readonly peer: string;
  /** Ours against the peer, as the goal counts it. */
  readonly ratio: string;
  readonly goal: string;
  /** Null where there is no goal. */
  readonly isMet: boolean | null;
}

const heads: BenchRow = {
  work: 'work',
  ours: 'ours',
  peer: 'measured against',
  ratio: 'ratio',
  goal: 'goal',
  isMet: null,
};

/** Prints a table to stdout; a goal that was missed is marked and fails nothing. */
export function printTable(title: string, rows: readonly BenchRow[]): void {
  const cells = (row: BenchRow) => [row.work, row.ours, row.peer, row.ratio, row.goal];
  const all = [heads, ...rows];
  const widths = cells(heads).map((_, column) =>
    Math.max(...all.map((row) => [...(cells(row)[column] ?? '')].length)),
  );
  const line = (row: BenchRow, mark: string) =>
    `${cells(row)
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')}  ${mark}`.trimEnd();
  const marks = { true: 'met', false: 'MISSED', null: '' };
  const told = rows.map((row) => line(row, marks[`${row.isMet}`]));
  const [busy = 0] = loadavg();
  const machine = `${availableParallelism()} cores, load ${busy.toFixed(1)} (a machine busy with other work blurs every figure)`;
  process.stdout.write(`\n${title}\n${machine}\n${line(heads, '')}\n${told.join('\n')}\n`);
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds with as many places as tell something. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

/**
 * Milliseconds of processor time that this process has used, all its threads together: what a machine busy with other
 * work does not blur, and what "on one core" means. Waiting for the disk is not in it.
 */
export function coreTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How often the work can be done a second: rounds of at least a second, the best of three. */
export async function perSecond(work: () => unknown): Promise<number> {
  let best = 0;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < 1000) {
      await work();
      count += 1;
    }
    best = Math.max(best, (count * 1000) / (performance.now() - start));
  }
  return best;
}
