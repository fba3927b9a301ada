/**
 * `npm run simulate -- [--seeds N] [--from K] [--replicas N] [--acts N] | --seed N | --mutants [--only
 * TEXT]`: simulated offices by the seed. Prints the table of everything that happened; a seed that fails says how to run it again, and run alone it
 * shows its shortest history.
 */
import { parseArgs } from 'node:util';

import { runCampaign } from './campaign.ts';
import { runMutants } from './mutants.ts';
import { ACTS } from './simulator.ts';
import type { SeedReport } from './simulator.ts';
import { ENOUGH_TIMES, failuresOf, seldom, summaryOf } from './summary.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '40' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    replicas: { type: 'string', default: '4' },
    acts: { type: 'string', default: String(ACTS) },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const replicas = Number(values.replicas);
const acts = Number(values.acts);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function one(seed: number, limit: number): Promise<SeedReport | undefined> {
  return (await runCampaign({ seeds: [seed], replicas, acts: limit }))[0];
}

/** The shortest beginning of the seed's schedule that still fails: schedules of one seed begin alike. */
async function shortest(whole: SeedReport): Promise<SeedReport> {
  let best = whole;
  let [low, high] = [0, whole.acts];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = await one(whole.seed, middle);
    if (tried !== undefined && tried.violations.length > 0) [best, high] = [tried, middle];
    else low = middle;
  }
  return best;
}

async function again(seed: number): Promise<number> {
  const report = await one(seed, acts);
  if (report === undefined) return 1;
  say(summaryOf([report]));
  say(`fingerprint ${report.fingerprint}`);
  if (report.violations.length === 0) return 0;
  const least = await shortest(report);
  say(`fails after ${least.acts} acts:`);
  for (const { act, text } of least.history) say(`  ${String(act).padStart(4)} ${text}`);
  say(failuresOf([least], replicas));
  return 1;
}

async function many(count: number, from: number): Promise<number> {
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  const begun = performance.now();
  let done = 0;
  const report = ({ seed, violations }: SeedReport) => {
    done += 1;
    if (violations.length > 0) say(`seed ${seed} failed: ${violations[0]?.invariant}`);
    else if (done % 100 === 0) say(`${done} seeds`);
  };
  const reports = await runCampaign({ seeds, replicas, acts, report });
  const minutes = (performance.now() - begun) / 60_000;
  say(summaryOf(reports));
  say(`${Math.round(reports.length / minutes)} seeds a minute`);
  const rare = seldom(reports);
  for (const { kind, name, count: times } of rare) {
    say(
      `${kind} "${name}" fired ${times} times, fewer than ${ENOUGH_TIMES}: this run proves nothing about it`,
    );
  }
  const failures = failuresOf(reports, replicas);
  if (failures !== '') say(failures);
  return failures === '' && rare.length === 0 ? 0 : 1;
}

// Whoever is interrupted leaves no stores in memory behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

if (values.mutants) process.exitCode = await runMutants(say, values.only);
else if (values.seed !== undefined) process.exitCode = await again(Number(values.seed));
else process.exitCode = await many(Number(values.seeds), Number(values.from));
