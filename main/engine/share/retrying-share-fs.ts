import { setTimeout as sleep } from 'node:timers/promises';

import type { ShareAnswer, ShareFs } from './share-fs.ts';

export interface RetryLimits {
  /** Milliseconds after which a busy file is given up until the next pass (at most 60 s by the design). */
  readonly limitMs: number;
  /** First pause; each further one is twice as long, at most 5 s, with jitter. */
  readonly firstMs?: number;
  /** 0 to 1; decides the jitter. */
  readonly random?: () => number;
}

const LONGEST_PAUSE = 5000;

/**
 * Repeats what failed because somebody held the file for a moment: antivirus, indexers, backup programs.
 * Other failures are answered at once.
 */
export function retrying(fs: ShareFs, limits: RetryLimits): ShareFs {
  const { limitMs, firstMs = 50, random = Math.random } = limits;

  async function patiently<T>(operation: () => Promise<ShareAnswer<T>>): Promise<ShareAnswer<T>> {
    let waited = 0;
    for (let pause = firstMs; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const answer = await operation();
      if (answer.ok || (answer.failure !== 'busy' && answer.failure !== 'denied')) return answer;
      const next = pause * (0.5 + random());
      if (waited + next > limitMs) return answer;
      waited += next;
      await sleep(next);
    }
  }

  return {
    list: (folder) => patiently(() => fs.list(folder)),
    read: (path, limit) => patiently(() => fs.read(path, limit)),
    stat: (path) => patiently(() => fs.stat(path)),
    writeNew: (path, bytes) => patiently(() => fs.writeNew(path, bytes)),
    makeFolder: (path) => patiently(() => fs.makeFolder(path)),
    rename: (from, to) => patiently(() => fs.rename(from, to)),
    remove: (path) => patiently(() => fs.remove(path)),
    counters: () => fs.counters(),
  };
}
