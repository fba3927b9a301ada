/**
 * The process that simulates: `node tests/simulation/run-seeds.ts FOLDER REPLICAS ACTS SEED…`. Prints one JSON line a
 * seed (`SeedReport`); its folder is made and removed by whoever starts it.
 */
import { join } from 'node:path';

import { prepareOffice } from './office-template.ts';
import { beginSeededWorld } from './seeded-world.ts';
import { runSeed } from './simulator.ts';

const [folder, replicas, acts, ...seeds] = process.argv.slice(2);
if (folder === undefined || replicas === undefined || acts === undefined) {
  throw new Error('FOLDER REPLICAS ACTS SEED…');
}
beginSeededWorld();
const office = await prepareOffice(join(folder, 'office'), Number(replicas));
for (const seed of seeds) {
  const report = await runSeed(office, folder, Number(seed), Number(acts));
  const history = report.violations.length === 0 ? [] : report.history;
  process.stdout.write(`${JSON.stringify({ ...report, history })}\n`);
}
