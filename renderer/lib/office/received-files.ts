import type { ShellBridge } from '#core/contract/shell.ts';

/** Takes paths of files that the program was given. */
type Taker = (paths: readonly string[]) => void;

/**
 * Files that the program was given by a double click or a second start. They wait until somebody takes them: while the
 * office is locked, or not there yet, nobody can say what is to become of them.
 */
export class ReceivedFiles {
  #waiting: readonly string[] = [];
  #taker: Taker | null = null;

  /** Called before the engine is connected, since the first files come with it. */
  listen(shell: Pick<ShellBridge, 'on'>): void {
    shell.on('filesReceived', ({ paths }) => {
      this.#waiting = [...this.#waiting, ...paths];
      this.#handOver();
    });
  }

  /** Gives what waits, and what comes from now on, to one taker; answers what ends that. */
  giveTo(taker: Taker): () => void {
    this.#taker = taker;
    this.#handOver();
    return () => {
      if (this.#taker === taker) this.#taker = null;
    };
  }

  #handOver(): void {
    if (this.#taker === null || this.#waiting.length === 0) return;
    const paths = this.#waiting;
    this.#waiting = [];
    this.#taker(paths);
  }
}

/** Those of this page. */
export const receivedFiles = new ReceivedFiles();
