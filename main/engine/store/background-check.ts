import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Stores up to this size are checked before they open, in well under a second; larger ones while they are used. */
export const CHECK_AT_OPEN_BYTES = 32 * 1024 * 1024;

/** Size of the store's file, 0 before it exists. */
export function storeSize(folder: string): number {
  return statSync(join(folder, 'office.sqlite'), { throwIfNoEntry: false })?.size ?? 0;
}

export interface BackgroundCheck {
  /** SQLite's word: `ok`, or the first fault found. Never settles after `stop`. */
  readonly answer: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Checks a large store's integrity on a thread of its own. */
export function checkInBackground(folder: string): BackgroundCheck {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: { file: join(folder, 'office.sqlite') },
  });
  worker.unref();
  const answer = once(worker, 'message').then(([text]) => String(text));
  return {
    answer,
    stop: async () => {
      await worker.terminate();
    },
  };
}
