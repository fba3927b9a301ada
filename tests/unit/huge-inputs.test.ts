import { Worker } from 'node:worker_threads';

import { expect, it } from 'vitest';

import { INPUT_MS } from '../fuzz/campaign.ts';
import { fuzzTargets } from '../fuzz/targets.ts';

/**
 * Memory for the values of a parser in MiB. The largest file that any of them takes has a little over 4 MiB, of which
 * JSON makes up to some twenty times as much before it is refused.
 */
const HEAP_MB = 160;

interface Told {
  readonly inputs: number;
  readonly slowestMs: number;
  readonly wrong: readonly string[];
}

function runHuge(name: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../fuzz/huge-worker.ts', import.meta.url), {
      workerData: name,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
    });
    let told: Told | null = null;
    worker.once('message', (answer: Told) => (told = answer));
    // Too much memory ends the thread, and so the test.
    worker.once('error', reject);
    // It ends by itself: a thread that is ended from outside may take the whole process with it.
    worker.once('exit', () => (told === null ? reject(new Error(`${name} said nothing`)) : resolve(told)));
  });
}

it.each(fuzzTargets.map(({ name }) => name))(
  'much of everything is refused in bounded time and memory: %s',
  { timeout: 120_000 },
  async (name) => {
    const { inputs, slowestMs, wrong } = await runHuge(name);
    expect(wrong).toEqual([]);
    expect(inputs).toBeGreaterThan(30);
    expect(slowestMs).toBeLessThan(INPUT_MS);
  },
);
