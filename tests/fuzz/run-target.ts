import { Worker } from 'node:worker_threads';

import { inputOf } from './campaign.ts';
import type { Find, Tally } from './campaign.ts';
import type { FuzzTarget } from './fuzz-target.ts';

/** Memory for the values that a target makes, in MiB: what it needs must not grow with what a stranger sends. */
const HEAP_MB = 192;
/** Milliseconds without a new input after which it hangs; a machine with other work needs its time. */
const HANG_MS = 20_000;

type FromWorker =
  | { readonly kind: 'find'; readonly find: Find }
  | { readonly kind: 'tally'; readonly tally: Tally }
  | { readonly kind: 'end' };

export interface TargetRun {
  readonly seed: string;
  /** Milliseconds for it. */
  readonly forMs: number;
  readonly found: (find: Find) => void;
  readonly told: (tally: Tally) => void;
}

/**
 * Runs a target in a thread of its own with little memory. An input at which it hangs, or dies, is a find like any
 * other, and the next one follows in a new thread.
 */
export async function runTarget(target: FuzzTarget, { seed, forMs, found, told }: TargetRun): Promise<void> {
  const untilMs = Date.now() + forMs;
  for (let from = 0; Date.now() < untilMs;) {
    const progress = new SharedArrayBuffer(4);
    const at = new Int32Array(progress);
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: { name: target.name, seed, from, untilMs, samples: target.samples, progress },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
    });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'find') found(message.find);
      if (message.kind === 'tally') told(message.tally);
    });
    const what = await endOf(worker, at);
    if (what === null) return;
    const number = Atomics.load(at, 0);
    found({ target: target.name, input: inputOf(target, seed, number), what });
    from = number + 1;
  }
}

/** How a thread ended: null at its time, else why. */
function endOf(worker: Worker, at: Int32Array): Promise<string | null> {
  return new Promise((resolve) => {
    let last = -1;
    let since = Date.now();
    const watch = setInterval(() => {
      const number = Atomics.load(at, 0);
      if (number !== last) since = Date.now();
      last = number;
      if (Date.now() - since > HANG_MS) end('it hangs');
    }, 500);
    const end = (what: string | null) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(what);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'end') end(null);
    });
    worker.on('error', (error) => end(`the thread died: ${error.message}`));
  });
}
