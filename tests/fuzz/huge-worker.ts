import { parentPort, workerData } from 'node:worker_threads';

import { z } from 'zod';

import { emptyTally, tryInput } from './campaign.ts';
import { hugeInputs } from './huge-inputs.ts';
import { targetNamed } from './targets.ts';

const target = targetNamed(z.string().parse(workerData));
const tally = emptyTally(target.name);
const wrong: string[] = [];
for (const { name, input } of hugeInputs(target.samples)) {
  const find = await tryInput(target, input, tally);
  if (find !== null) wrong.push(`${name}: ${find.what}`);
}
parentPort?.postMessage({ inputs: tally.inputs, slowestMs: tally.slowestMs, wrong });
