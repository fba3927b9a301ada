import { shareFailure } from '../share-failure.ts';
import type { ShareAnswer, ShareFailure } from '../share-fs.ts';
import { silenceLimit } from '../share-pace.ts';
import type { SharePace } from '../share-pace.ts';

import type { ShareChannel } from './share-host.ts';
import type { FromShareProcess, ShareRequest } from './share-messages.ts';
import { Silence } from './silence.ts';

/** Told of bytes as they go through. */
export type Moved = (bytesRead: number, bytesWritten: number) => void;

interface Flight {
  readonly silence: Silence;
  readonly moved: Moved;
  readonly answer: (answer: ShareAnswer<unknown>) => void;
  readonly fault: (error: Error) => void;
}

/** Bytes that an operation moves at most. */
function bytesOf(request: ShareRequest): number {
  if (request.operation === 'write') return request.bytes.length;
  return request.operation === 'read' ? request.limit : 0;
}

/**
 * One share process and what it was asked. An operation that is silent for too long ends the link: the process is
 * killed, and everything that waits for it is answered with `timeout`.
 */
export class ShareLink {
  /** Comes true when the process is gone, which may be long after it was killed. */
  readonly ended: Promise<void>;
  readonly #channel: ShareChannel;
  readonly #pace: SharePace;
  readonly #flights = new Map<number, Flight>();
  readonly #begun: Promise<void>;
  #begin: () => void = () => undefined;
  #nextId = 1;
  /** Why it takes no more requests. */
  #over: { readonly failure: ShareFailure; readonly detail: string } | null = null;

  constructor(channel: ShareChannel, pace: SharePace) {
    this.#channel = channel;
    this.#pace = pace;
    const starting = new Silence(pace.startMs, () => this.end('timeout', 'the share process did not start'));
    this.#begun = new Promise((resolve) => {
      this.#begin = () => {
        starting.stop();
        resolve();
      };
    });
    this.ended = new Promise((resolve) => {
      channel.listen(
        (message) => this.#hear(message),
        () => {
          this.#finish('io', 'the share process ended');
          resolve();
        },
      );
    });
  }

  /** Whether it takes no more requests. */
  get isOver(): boolean {
    return this.#over !== null;
  }

  /** Asks for one operation. `timeout`: it was silent for too long and may still happen. `io`: the process ended. */
  async ask(root: string, request: ShareRequest, moved: Moved): Promise<ShareAnswer<unknown>> {
    await this.#begun;
    if (this.#over !== null) return shareFailure(this.#over.failure, this.#over.detail);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((answer, fault) => {
      const silence = new Silence(silenceLimit(this.#pace, bytesOf(request)), () =>
        this.end('timeout', `no answer to ${request.operation}`),
      );
      this.#flights.set(id, { silence, moved, answer, fault });
      this.#channel.post({ id, root, request });
    });
  }

  /** Kills the process; what waits for it is answered with this failure. */
  end(failure: ShareFailure, detail: string): void {
    if (this.#finish(failure, detail)) this.#channel.kill();
  }

  #finish(failure: ShareFailure, detail: string): boolean {
    if (this.#over !== null) return false;
    this.#over = { failure, detail };
    this.#begin();
    for (const { silence, answer } of this.#flights.values()) {
      silence.stop();
      answer(shareFailure(failure, detail));
    }
    this.#flights.clear();
    return true;
  }

  #hear(message: FromShareProcess): void {
    if (this.#over !== null) return;
    if (message.kind === 'ready') return this.#begin();
    const flight = this.#flights.get(message.id);
    if (flight === undefined) return;
    if (message.kind === 'moved') {
      flight.silence.heard();
      flight.moved(message.bytesRead, message.bytesWritten);
      return;
    }
    flight.silence.stop();
    this.#flights.delete(message.id);
    if (message.kind === 'answer') flight.answer(message.answer);
    else flight.fault(new Error(message.message));
  }
}
