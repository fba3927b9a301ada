import type { ReplayView } from '#core/contract/answers.ts';

import type { ReplayProgress } from '../share/sync-store.ts';

/** Milliseconds between two words about the progress: more often nobody can read it. */
const TELL_MS = 300;
/** Before so much time went by a rate is a guess. */
const RATE_MS = 1000;

/** How far taking in a large office has come, and how fast it goes. */
export class ReplayWatch {
  readonly #clock: () => number;
  readonly #tell: () => void;
  #progress: ReplayProgress | null = null;
  #since = 0;
  #told = 0;

  /** `tell` is called when there is something new to show. */
  constructor(clock: () => number, tell: () => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  note(progress: ReplayProgress | null): void {
    const now = this.#clock();
    const isNewPhase = progress?.phase !== this.#progress?.phase;
    if (isNewPhase) this.#since = now;
    this.#progress = progress;
    if (!isNewPhase && now - this.#told < TELL_MS) return;
    this.#told = now;
    this.#tell();
  }

  get view(): ReplayView | null {
    if (this.#progress === null) return null;
    const { phase, done, known } = this.#progress;
    const elapsed = this.#clock() - this.#since;
    const perSecond = elapsed < RATE_MS ? null : Math.round((done * 1000) / elapsed);
    const left = perSecond === null || perSecond === 0 ? null : Math.ceil((known - done) / perSecond);
    return { phase, done, known, perSecond, secondsLeft: left };
  }
}
