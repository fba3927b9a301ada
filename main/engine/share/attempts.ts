/** Longest pause between two tries of one file, in passes. */
const LONGEST_PAUSE = 64;

interface Trouble {
  failures: number;
  /** Pass in which it may be tried again; Infinity when it never will be good. */
  next: number;
  /** It waits for other logs rather than for its own bytes. */
  waiting: boolean;
}

/**
 * Remembers files that could not be taken in, so that a damaged or hostile file costs a read in the next pass,
 * then after 2, 4, 8, up to 64 passes, and a file that can never be good costs one read at all.
 */
export class Attempts {
  #pass = 0;
  readonly #troubles = new Map<string, Trouble>();

  /** Begins a pass and forgets files that are no longer there. */
  beginPass(present: ReadonlySet<string>): void {
    this.#pass += 1;
    for (const name of this.#troubles.keys()) {
      if (!present.has(name)) this.#troubles.delete(name);
    }
  }

  isDue(name: string): boolean {
    const trouble = this.#troubles.get(name);
    return trouble === undefined || trouble.next <= this.#pass;
  }

  /** Counts how often the file failed before. */
  failures(name: string): number {
    return this.#troubles.get(name)?.failures ?? 0;
  }

  /** It may be good later: half-written, stale, missing, or waiting for other logs. */
  failed(name: string, waiting = false): void {
    const failures = this.failures(name) + 1;
    const pause = Math.min(2 ** (failures - 1), LONGEST_PAUSE);
    this.#troubles.set(name, { failures, next: this.#pass + pause, waiting });
  }

  /** It is whole and will never be good. */
  refuse(name: string): void {
    this.#troubles.set(name, { failures: this.failures(name) + 1, next: Infinity, waiting: false });
  }

  succeeded(name: string): void {
    this.#troubles.delete(name);
  }

  /** Other logs moved on: what waits for them is worth a try in the next pass. */
  wakeWaiting(): void {
    for (const trouble of this.#troubles.values()) {
      if (trouble.waiting) trouble.next = Math.min(trouble.next, this.#pass + 1);
    }
  }
}
