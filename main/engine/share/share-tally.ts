import { noShareWork, shareKinds, totalWork } from '#core/contract/share-traffic.ts';
import type { ShareKind, ShareTraffic, ShareWork } from '#core/contract/share-traffic.ts';

import { shareKindOf } from './layout.ts';
import type { ShareCounters } from './share-fs.ts';

type Mutable = { -readonly [K in keyof ShareWork]: number };

/** What is counted once an operation is asked for. */
export type CountedOperation = Exclude<keyof ShareWork, 'bytesRead' | 'bytesWritten'>;

/** Counts what is asked of a share, by the kind of file; a retried operation counts again. */
export class ShareTally {
  readonly #kinds = new Map<ShareKind, Mutable>(shareKinds.map((kind) => [kind, { ...noShareWork }]));

  /** @param path the file, or what a temp is to become */
  count(operation: CountedOperation, path: string): void {
    this.#of(path)[operation] += 1;
  }

  /** Bytes that went through, as they do: what failed midway counts with what it moved. */
  moved(path: string, bytesRead: number, bytesWritten: number): void {
    const work = this.#of(path);
    work.bytesRead += bytesRead;
    work.bytesWritten += bytesWritten;
  }

  counters(): ShareCounters {
    const work = (kind: ShareKind): ShareWork => ({ ...(this.#kinds.get(kind) ?? noShareWork) });
    const traffic: ShareTraffic = {
      head: work('head'),
      segment: work('segment'),
      blob: work('blob'),
      join: work('join'),
      sealed: work('sealed'),
      other: work('other'),
    };
    const { stat, read, ...total } = totalWork(traffic);
    return { ...total, read: read + stat, traffic };
  }

  #of(path: string): Mutable {
    const kind = shareKindOf(path);
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const fresh = { ...noShareWork };
    this.#kinds.set(kind, fresh);
    return fresh;
  }
}
