/** What ends a simulated PC: thrown out of whatever it was doing. */
export class SimulatedCrash extends Error {
  constructor(point: string) {
    super(`the PC stops at ${point}`);
  }
}

interface Waiting {
  readonly go: () => void;
  readonly stop: (crash: SimulatedCrash) => void;
}

/**
 * Lets one PC at a time do one operation on the share. While passes run, every PC is either before an operation, or
 * done; so which of them goes on next is the schedule's choice alone, and the same seed gives the same interleaving.
 */
export class Turns {
  readonly #waiting = new Map<string, Waiting>();
  readonly #running = new Set<string>();
  readonly #dead = new Set<string>();
  #quiet: (() => void) | null = null;
  #free = true;

  /** Comes true when this PC may do its next operation. */
  readonly take = (who: string): Promise<void> => {
    if (this.#dead.has(who)) return Promise.reject(new SimulatedCrash('an operation after its end'));
    if (this.#free) return Promise.resolve();
    const turn = new Promise<void>((go, stop) => this.#waiting.set(who, { go, stop }));
    this.#becameQuiet();
    return turn;
  };

  /** Runs something whose operations need no turns: acts, and everything after the faults. */
  async freely<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#free;
    this.#free = true;
    try {
      return await work();
    } finally {
      this.#free = before;
    }
  }

  /** Starts a pass and comes back when it waits for a turn or is done. */
  async start(who: string, pass: () => Promise<unknown>): Promise<void> {
    this.#running.add(who);
    const quiet = this.#nextQuiet();
    this.#free = false;
    const ended = () => {
      this.#running.delete(who);
      this.#waiting.delete(who);
      this.#becameQuiet();
    };
    void pass().then(ended, ended);
    await quiet;
    this.#free = true;
  }

  /** PCs that wait for a turn, in the order of their names. */
  waiting(): readonly string[] {
    return [...this.#waiting.keys()].toSorted();
  }

  isRunning(who: string): boolean {
    return this.#running.has(who);
  }

  /** Lets a PC do one operation and comes back when it waits again or is done. */
  async step(who: string): Promise<void> {
    const turn = this.#waiting.get(who);
    if (turn === undefined) return;
    this.#waiting.delete(who);
    const quiet = this.#nextQuiet();
    this.#free = false;
    turn.go();
    await quiet;
    this.#free = true;
  }

  /** Lets a PC go on until its pass is done. */
  async finish(who: string): Promise<void> {
    while (this.#waiting.has(who)) await this.step(who);
  }

  /** Ends a PC where it is; its pass fails. */
  async crash(who: string, point: string): Promise<void> {
    this.#dead.add(who);
    const turn = this.#waiting.get(who);
    if (turn === undefined) return;
    this.#waiting.delete(who);
    const quiet = this.#nextQuiet();
    turn.stop(new SimulatedCrash(point));
    await quiet;
  }

  /** Whether the PC was ended and is not on again. */
  isDead(who: string): boolean {
    return this.#dead.has(who);
  }

  /** The PC is on again. */
  revive(who: string): void {
    this.#dead.delete(who);
  }

  #nextQuiet(): Promise<void> {
    return new Promise((resolve) => {
      this.#quiet = resolve;
    });
  }

  #becameQuiet(): void {
    const quiet = this.#quiet;
    this.#quiet = null;
    quiet?.();
  }
}
