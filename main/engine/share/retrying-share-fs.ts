import type { ShareAnswer, ShareFs } from './share-fs.ts';

export interface RetryLimits {
  /** Milliseconds for which a change is tried again (at most 60 s by the design). */
  readonly limitMs: number;
  /** First pause; each further one is twice as long, at most 5 s, with jitter. */
  readonly firstMs?: number;
  /** 0 to 1; decides the jitter. */
  readonly random?: () => number;
  /** Comes when nobody waits any more. */
  readonly closing?: AbortSignal;
}

const LONGEST_PAUSE = 5000;
/**
 * Milliseconds of waiting for what is asked again in a later pass anyway: removals, and the reads of one round (from
 * listing to listing) in all. These may be strangers' files: many of them must not hold up the rest.
 */
export const BRIEF_RETRY_MS = 5000;
/** Own new files that are remembered; reading them back is worth the patience of writing them. */
const OWN_FILES = 64;

/** Waits, but not beyond the closing. */
function pause(ms: number, closing: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      closing?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    closing?.addEventListener('abort', end);
  });
}

/** Time that may be spent on waiting, until it is given anew. */
class Patience {
  readonly #whole: number;
  #left: number;

  constructor(whole: number) {
    this.#whole = whole;
    this.#left = whole;
  }

  renew(): void {
    this.#left = this.#whole;
  }

  /** Takes the time for one wait; false when there is not that much. */
  spend(ms: number): boolean {
    if (ms > this.#left) return false;
    this.#left -= ms;
    return true;
  }
}

/**
 * Repeats what failed because somebody held the file for a moment (EBUSY, EPERM, EACCES): antivirus, indexers, backup
 * programs. Other failures are answered at once.
 *
 * Changes are tried again for as long as the limit says; when that did not help, each kind of change is tried once only
 * until one of its kind succeeds: a share that lets nobody write costs the wait once, not in each pass.
 */
export function retrying(fs: ShareFs, limits: RetryLimits): ShareFs {
  const { limitMs, firstMs = 50, random = Math.random, closing } = limits;
  const whole = () => new Patience(limitMs);
  const brief = () => new Patience(Math.min(limitMs, BRIEF_RETRY_MS));
  const [writing, making, renaming, readingBack] = [whole(), whole(), whole(), whole()];
  const [reading, removing] = [brief(), brief()];
  const own = new Set<string>();

  async function patiently<T>(
    patience: Patience,
    operation: () => Promise<ShareAnswer<T>>,
  ): Promise<ShareAnswer<T>> {
    for (let length = firstMs; ; length = Math.min(length * 2, LONGEST_PAUSE)) {
      const answer = await operation();
      if (answer.ok || (answer.failure !== 'busy' && answer.failure !== 'denied')) return answer;
      const next = length * (0.5 + random());
      if (closing?.aborted === true || !patience.spend(next)) return answer;
      await pause(next, closing);
      // A share that closed meanwhile says so when it is asked.
    }
  }

  async function renewed<T>(
    patience: Patience,
    operation: () => Promise<ShareAnswer<T>>,
  ): Promise<ShareAnswer<T>> {
    const answer = await patiently(patience, operation);
    if (answer.ok) patience.renew();
    return answer;
  }

  function noteOwn(path: string): void {
    const [oldest] = own;
    if (own.size >= OWN_FILES && oldest !== undefined) own.delete(oldest);
    own.add(path);
  }

  return {
    list: (folder) => {
      reading.renew();
      return patiently(reading, () => fs.list(folder));
    },
    read: (path, limit) =>
      // Antivirus looks at what is new, so reading back meets it more often than anything else.
      own.has(path)
        ? renewed(readingBack, () => fs.read(path, limit))
        : patiently(reading, () => fs.read(path, limit)),
    stat: (path) => patiently(reading, () => fs.stat(path)),
    writeNew: (path, bytes, becomes) => renewed(writing, () => fs.writeNew(path, bytes, becomes)),
    makeFolder: (path) => renewed(making, () => fs.makeFolder(path)),
    rename: async (from, to) => {
      const answer = await renewed(renaming, () => fs.rename(from, to));
      if (answer.ok) noteOwn(to);
      return answer;
    },
    remove: (path) => renewed(removing, () => fs.remove(path)),
    counters: () => fs.counters(),
  };
}
