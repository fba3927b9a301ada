import { parentPort, workerData } from 'node:worker_threads';

import { z } from 'zod';

import { emptyTally, inputOf, tryInput } from './campaign.ts';
import type { Tally } from './campaign.ts';
import { targetNamed } from './targets.ts';

const { name, seed, from, untilMs, samples, progress } = z
  .object({
    name: z.string(),
    seed: z.string(),
    /** Number of the first input. */
    from: z.int(),
    /** Milliseconds since 1970 UTC at which it ends. */
    untilMs: z.number(),
    samples: z.array(z.instanceof(Uint8Array)),
    /** Where it tells which input it is at, so that whoever started it knows at which one it stopped moving. */
    progress: z.instanceof(SharedArrayBuffer),
  })
  .parse(workerData);

/** Inputs after which what became of them is told. */
const ROUND = 200;

const at = new Int32Array(progress);
const target = { ...targetNamed(name), samples };
let tally: Tally = emptyTally(name);

for (let number = from; Date.now() < untilMs; number += 1) {
  Atomics.store(at, 0, number);
  const find = await tryInput(target, inputOf(target, seed, number), tally);
  if (find !== null) parentPort?.postMessage({ kind: 'find', find });
  if (tally.inputs < ROUND) continue;
  parentPort?.postMessage({ kind: 'tally', tally });
  tally = emptyTally(name);
}
parentPort?.postMessage({ kind: 'tally', tally });
parentPort?.postMessage({ kind: 'end', rss: process.memoryUsage.rss() });
