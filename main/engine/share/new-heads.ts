import type { HeadName } from '../log/file-names.ts';

import type { PollMemory } from './poll-memory.ts';
import { readHead } from './read-log.ts';
import type { ReadingContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { KnownHead } from './sync-store.ts';

type HeadRead = Awaited<ReturnType<typeof readHead>>;

/** The heads of one poll, each read once: first to know how much is new, then to take it. */
export class NewHeads {
  readonly #context: ReadingContext;
  readonly #memory: PollMemory;
  readonly #read = new Map<string, HeadRead>();

  constructor(context: ReadingContext, memory: PollMemory) {
    this.#context = context;
    this.#memory = memory;
  }

  /**
   * Reads the newest head of each of these logs and tells `promise` how many entries are new in each. Leaves the rest
   * after `most` that were wrong. Answers why the share could not be read.
   */
  async measure(
    logs: readonly string[],
    newer: ReadonlyMap<string, readonly HeadName[]>,
    known: ReadonlyMap<string, readonly KnownHead[]>,
    { promise, most }: { readonly promise: (entries: number) => void; readonly most: number },
  ): Promise<ShareFailure | null> {
    let wrong = 0;
    for (const log16 of logs) {
      const name = newer.get(log16)?.find((head) => this.#memory.heads.isDue(head.name));
      if (name === undefined || this.#memory.sealed.find(name.name) !== undefined) continue;
      const read = await readHead(this.#context, name);
      if (!read.ok && read.trouble.when === 'share') return read.trouble.failure;
      this.#read.set(name.name, read);
      if (read.ok)
        promise(
          Math.max(0, read.value.head.seq - Math.max(-1, ...(known.get(log16) ?? []).map(({ seq }) => seq))),
        );
      else wrong += 1;
      if (wrong >= most) break;
    }
    return null;
  }

  /** The head of this name, as it was read for `measure`, or now. */
  async take(name: HeadName): Promise<HeadRead> {
    const read = this.#read.get(name.name);
    this.#read.delete(name.name);
    return read ?? readHead(this.#context, name);
  }
}
