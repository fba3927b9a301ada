import { systemCode } from '../../system-code.ts';
import { shareFailure } from '../share-failure.ts';
import { isSharePath } from '../share-fs.ts';
import type { ShareAnswer, ShareFs, ShareListing, ShareStat } from '../share-fs.ts';
import { sharePace } from '../share-pace.ts';
import type { SharePace } from '../share-pace.ts';
import { ShareTally } from '../share-tally.ts';

import type { ShareHost } from './share-host.ts';
import { ShareLink } from './share-link.ts';
import type { ShareRequest } from './share-messages.ts';

/**
 * Killed processes that may be waited for at one time. A process in a call that the kernel does not give up stays until
 * the mount answers; more of them would fill this PC while the share hangs, and learn nothing new.
 */
const MOST_LEAVING = 2;
/** Milliseconds that closing waits for the killed process to be gone. */
const GONE_MS = 1000;

/**
 * The share behind a process that can be killed. The process starts with the first operation. One that is silent for
 * too long is killed and its operation answered with `timeout`; the next operation starts a new process. While too many
 * killed ones do not end, the share counts as hung and every operation is answered with `timeout` at once.
 */
export class HostedShare {
  readonly #host: ShareHost;
  readonly #pace: SharePace;
  readonly #closing = new AbortController();
  /** Processes that are not known to be gone: the one in use, and killed ones. */
  readonly #processes = new Set<ShareLink>();
  #link: ShareLink | null = null;

  constructor(host: ShareHost, pace: Partial<SharePace> = {}) {
    this.#host = host;
    this.#pace = { ...sharePace, ...pace };
  }

  /** Comes when the share is closed: whoever waits to ask again need not. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Killed processes that have not ended: they sit in a mount that does not answer. */
  get leaving(): number {
    return [...this.#processes].filter(({ isOver }) => isOver).length;
  }

  /**
   * The folder at a path of this PC, with counters of its own, which go on when the process is replaced.
   *
   * @param root a mounted network folder, a drive letter, a UNC path
   */
  fs(root: string): ShareFs {
    const tally = new ShareTally();
    const ask = <T>(request: ShareRequest, countedAs = request.path) =>
      this.#ask<T>(root, request, countedAs, tally);
    return {
      list: (path) => ask<ShareListing>({ operation: 'list', path }),
      read: (path, limit) => ask<Uint8Array>({ operation: 'read', path, limit }),
      stat: (path) => ask<ShareStat>({ operation: 'stat', path }),
      writeNew: (path, bytes, becomes) => ask<null>({ operation: 'write', path, bytes }, becomes),
      makeFolder: (path) => ask<null>({ operation: 'mkdir', path }),
      rename: (path, to) => ask<null>({ operation: 'rename', path, to }, to),
      remove: (path) => ask<null>({ operation: 'remove', path }),
      counters: async () => tally.counters(),
    };
  }

  /** Ends the process. What is under way and what is asked later is answered with `timeout`. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#link?.end('timeout', 'closed');
    const gone = Promise.all([...this.#processes].map(({ ended }) => ended));
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, GONE_MS);
    });
    await Promise.race([gone, enough]);
    clearTimeout(timer);
  }

  async #ask<T>(
    root: string,
    request: ShareRequest,
    countedAs: string,
    tally: ShareTally,
  ): Promise<ShareAnswer<T>> {
    const paths = request.operation === 'rename' ? [request.path, request.to] : [request.path];
    for (const path of paths) {
      if (path !== '' && !isSharePath(path)) throw new RangeError(`not a path of the share: ${path}`);
    }
    tally.count(request.operation, countedAs);
    if (this.closing.aborted) return shareFailure('timeout', 'closed');
    const link = this.#running();
    if (!(link instanceof ShareLink)) return link;
    const answer = await link.ask(root, request, (bytesRead, bytesWritten) =>
      tally.moved(countedAs, bytesRead, bytesWritten),
    );
    // The process runs the same release, whose operations answer what they are asked for.
    return answer as ShareAnswer<T>;
  }

  #running(): ShareLink | ShareAnswer<never> {
    if (this.#link !== null && !this.#link.isOver) return this.#link;
    if (this.leaving >= MOST_LEAVING) return shareFailure('timeout', 'hung');
    try {
      const link = new ShareLink(this.#host.start(), this.#pace);
      this.#link = link;
      this.#processes.add(link);
      void link.ended.then(() => this.#processes.delete(link));
      return link;
    } catch (error) {
      // No process to be had: this PC is out of memory or of processes.
      const code = systemCode(error);
      if (code === null) throw error;
      return shareFailure('io', code);
    }
  }
}
