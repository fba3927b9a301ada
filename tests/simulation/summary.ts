import { conflictRows } from './conflict-rows.ts';
import { faultNames } from './faults.ts';
import { crashPoints } from './happenings.ts';
import { attackNames } from './intruder.ts';
import type { SeedReport } from './simulator.ts';

/** Seeds from which on everything that can happen must have happened often. */
export const ENOUGH_SEEDS = 500;
/** Times that each fault and conflict row fires in such a run, at least (3-office-log, How it is proved). */
export const ENOUGH_TIMES = 20;

/** One line of the table: something that can happen, and how often it did. */
export interface Row {
  readonly kind: 'fault' | 'crash' | 'attack' | 'conflict';
  readonly name: string;
  readonly count: number;
}

function sum(reports: readonly SeedReport[], of: (report: SeedReport) => number | undefined): number {
  return reports.reduce((total, report) => total + (of(report) ?? 0), 0);
}

/** Everything that can happen, with its count over all seeds; what never did is there with 0. */
export function rowsOf(reports: readonly SeedReport[]): readonly Row[] {
  const faults = (kind: Row['kind'], names: readonly string[], prefix: string): readonly Row[] =>
    names.map((name) => ({ kind, name, count: sum(reports, (r) => r.faults[`${prefix}${name}`]) }));
  return [
    ...faults('fault', Object.keys(faultNames), ''),
    ...faults('crash', crashPoints, 'crash '),
    ...faults('attack', attackNames, 'attack '),
    ...conflictRows.map(({ name }) => ({
      kind: 'conflict' as const,
      name,
      count: sum(reports, (r) => r.conflicts[name]),
    })),
  ];
}

/** Rows that fired too seldom for the run to prove anything about them; none in a run of few seeds. */
export function seldom(reports: readonly SeedReport[]): readonly Row[] {
  return reports.length < ENOUGH_SEEDS ? [] : rowsOf(reports).filter(({ count }) => count < ENOUGH_TIMES);
}

function outcomeTable(reports: readonly SeedReport[]): readonly string[] {
  const acts = new Map<string, { done: number; refused: number }>();
  for (const { outcomes } of reports) {
    for (const [key, count] of Object.entries(outcomes)) {
      const [act = '', outcome = ''] = key.split(':');
      const known = acts.get(act) ?? { done: 0, refused: 0 };
      if (outcome === 'done') known.done += count;
      else if (outcome !== 'nothing') known.refused += count;
      acts.set(act, known);
    }
  }
  return [...acts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([act, { done, refused }]) => `  act       ${act.padEnd(34)} ${done} done, ${refused} refused`);
}

/** The table of a run: seeds, acts, and how often everything happened. */
export function summaryOf(reports: readonly SeedReport[]): string {
  const failed = reports.filter(({ violations }) => violations.length > 0);
  const acts = sum(reports, (r) => r.acts);
  const entries = sum(reports, (r) => r.entries);
  const lines = rowsOf(reports).map(
    ({ kind, name, count }) => `  ${kind.padEnd(9)} ${name.padEnd(34)} ${count}`,
  );
  return [
    `${reports.length} seeds, ${acts} acts, ${entries} entries, ${failed.length} seeds failed`,
    ...outcomeTable(reports),
    ...lines,
  ].join('\n');
}

/** What failed, and how to see it again. */
export function failuresOf(reports: readonly SeedReport[], replicas: number): string {
  return reports
    .filter(({ violations }) => violations.length > 0)
    .map(({ seed, violations }) =>
      [
        `seed ${seed}: npm run simulate -- --seed ${seed} --replicas ${replicas}`,
        ...violations.map(({ invariant, detail }) => `  ${invariant}\n    ${detail}`),
      ].join('\n'),
    )
    .join('\n');
}
