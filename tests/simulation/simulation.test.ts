import { expect, it } from 'vitest';

import { runCampaign } from './campaign.ts';
import { ACTS } from './simulator.ts';
import { failuresOf, summaryOf } from './summary.ts';

/** PCs of the simulated office. */
const REPLICAS = 4;
/** Seeds that every run of the tests simulates; `npm run simulate` takes as many as it is told. */
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

it('keeps every promise of the office log in twelve simulated offices full of faults', async () => {
  const reports = await runCampaign({ seeds: SEEDS, replicas: REPLICAS, acts: ACTS });
  process.stdout.write(`${summaryOf(reports)}\n`);
  expect(failuresOf(reports, REPLICAS)).toBe('');
  expect(reports.map(({ seed }) => seed)).toEqual(SEEDS);
  for (const { acts } of reports) expect(acts).toBeGreaterThanOrEqual(ACTS);
});

it('keeps them with three PCs, and comes to the same end when a seed runs again', async () => {
  const run = () => runCampaign({ seeds: [1, 2], replicas: 3, acts: ACTS });
  const once = await run();
  const again = await run();
  expect(failuresOf(once, 3)).toBe('');
  expect(again.map(({ fingerprint }) => fingerprint)).toEqual(once.map(({ fingerprint }) => fingerprint));
});
