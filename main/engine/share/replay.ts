import type { SyncStore } from './sync-store.ts';

/** From so many new entries on they are taken in first and folded then, and somebody is told how far it has come. */
const REPLAY_FROM = 2000;

/** Lets the engine answer what was asked of it meanwhile. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** How one poll takes in what is new: at once, or, when much comes, in two phases with word of the progress. */
export class Replay {
  readonly #store: SyncStore;
  #promised = 0;

  constructor(store: SyncStore) {
    this.#store = store;
  }

  /** So many entries are new, as a log's head tells. */
  promise(entries: number): void {
    this.#promised += entries;
  }

  /** When what is taken in is folded: a large office, or what many wrote in weeks, is read to its end before. */
  get when(): 'now' | 'later' {
    return this.#promised > REPLAY_FROM ? 'later' : 'now';
  }

  /** Lets everything take effect that was taken in, step by step. `done`: entries of this poll so far. */
  async settle(done: number): Promise<void> {
    while (this.#store.settleSome(this.when)) await pause();
    if (this.when === 'now') return;
    this.#store.replayed({ phase: 'entries', done, known: Math.max(this.#promised, done) });
    await pause();
  }

  /** Folds what was put off, in this poll or before the program was stopped. */
  async finish(): Promise<void> {
    while (this.#store.settleSome(this.when)) await pause();
    while (this.#store.foldSome()) await pause();
    if (this.when === 'later') this.#store.replayed(null);
  }
}
