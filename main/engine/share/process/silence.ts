/**
 * Milliseconds between an overdue word and the verdict. When this process itself stood still (a long computation, a
 * laptop that slept) the word waits in the channel, and is taken in before the second look.
 */
const SECOND_LOOK_MS = 200;

/** Notices when something that should speak has been silent for too long. */
export class Silence {
  readonly #limitMs: number;
  readonly #tooLong: () => void;
  #timer: NodeJS.Timeout;

  /** @param limitMs how long it may be silent, in milliseconds */
  constructor(limitMs: number, tooLong: () => void) {
    this.#limitMs = limitMs;
    this.#tooLong = tooLong;
    this.#timer = this.#begin();
  }

  /** It spoke: the time begins anew. */
  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#begin();
  }

  /** It need not speak any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #begin(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = setTimeout(this.#tooLong, SECOND_LOOK_MS);
    }, this.#limitMs);
  }
}
