import { Attempts } from './attempts.ts';
import { SealedLogs } from './sealed-logs.ts';
import { Watch } from './watch.ts';

/** Files of which it is remembered what was said of them. */
const REMEMBERED = 20_000;

/** What a reader remembers from poll to poll; lost with the process, and then learnt again by one read a file. */
export class PollMemory {
  /** By name in `heads/`. */
  readonly heads = new Attempts();
  /** Logs that ended and stand in `heads/` no more. */
  readonly sealed = new SealedLogs();
  /** Names that are not newer than what is known: for how many passes in a row each was there. */
  readonly unknown = new Watch();
  /** Of them those that were read and told nothing new. */
  readonly settled = new Set<string>();
  /** Heads of own logs that are not on this PC's own continuation of them. */
  readonly continued = new Set<string>();
  /** Strange names reported so far. */
  strangers = 0;
  readonly #reported = new Map<string, Set<string>>();
  readonly #blamed = new Map<string, Set<string>>();

  /** True the first time that this is said of this file, as far as is remembered. */
  isNews(code: string, file: string): boolean {
    // Whoever renames forgeries without end fills no memory. The store knows what was said before.
    if (this.#reported.size >= REMEMBERED) this.#reported.clear();
    const codes = this.#reported.get(file) ?? new Set();
    this.#reported.set(file, codes);
    if (codes.has(code)) return false;
    codes.add(code);
    return true;
  }

  /** What was said of this file is over; it may be said anew. */
  forget(file: string): void {
    this.#reported.delete(file);
  }

  /** Notes that something (a log, a document) could not be read because of this file, which may become good. */
  blame(about: string, file: string): void {
    const files = this.#blamed.get(about) ?? new Set();
    this.#blamed.set(about, files.add(file));
  }

  /** It could be read: answers the files that had been blamed; they may be reported anew. */
  pardon(about: string): readonly string[] {
    const files = [...(this.#blamed.get(about) ?? [])];
    this.#blamed.delete(about);
    for (const file of files) this.#reported.delete(file);
    return files;
  }
}
