import type { ChainEnd } from '../log/chain.ts';
import type { HeadName } from '../log/file-names.ts';
import type { HeadFile } from '../log/head-file.ts';

import { findFork, readContinuation } from './read-log.ts';
import type { ReadTrouble } from './read-log.ts';
import type { Replay } from './replay.ts';
import type { ReadingContext } from './share-context.ts';
import type { IncomingBatch, KnownHead, SyncStore } from './sync-store.ts';

interface WaitingLog {
  readonly name: HeadName;
  readonly batches: IncomingBatch[];
}

/** Gives the store, log by log, what it lacks; of what it cannot take yet, the rest waits for other logs. */
export class LogTaker {
  /** Entries that the store took. */
  entries = 0;
  readonly #context: ReadingContext;
  readonly #store: SyncStore;
  readonly #replay: Replay;
  /** Batches that wait for other logs, by log, in order. */
  readonly #waiting = new Map<string, WaitingLog>();

  constructor(context: ReadingContext, store: SyncStore, replay: Replay) {
    this.#context = context;
    this.#store = store;
    this.#replay = replay;
  }

  /** Heads of logs of which something waits. */
  waitingHeads(): readonly HeadName[] {
    return [...this.#waiting.values()].map(({ name }) => name);
  }

  isWaiting(log: string): boolean {
    return this.#waiting.has(log);
  }

  /** Takes what a head's log has beyond what is here, from where the two have the same entry; answers the trouble. */
  async take(name: HeadName, read: HeadFile, known: readonly KnownHead[]): Promise<ReadTrouble | null> {
    const file = this.#context.paths.head(name.name);
    const { head, segments } = read;
    const { log } = head;
    if (known.some((one) => one.log !== log)) {
      return { when: 'never', code: 'log-name-taken', file, failure: null, log, seq: head.seq };
    }
    const likely = likelyPlace(head, known);
    let trouble: ReadTrouble | null = null;
    let isForked = likely === undefined;
    if (likely !== undefined) ({ trouble, isForked } = await this.#takeFrom(name, read, likely));
    if (isForked) {
      const fork = await findFork(this.#context, read, (hash) => this.#store.holds(log, hash));
      if (!fork.ok) return { ...fork.trouble, log };
      ({ trouble } = await this.#takeFrom(name, read, fork.value));
    }
    if (trouble !== null) return { ...trouble, log };
    if (this.#store.holds(log, head.hash)) this.#store.headRead(head, name.name, segments);
    return null;
  }

  /** Offers what follows an entry; `isForked` when what is on the share goes on from an earlier one. */
  async #takeFrom(
    name: HeadName,
    read: HeadFile,
    after: ChainEnd | null,
  ): Promise<{ readonly trouble: ReadTrouble | null; readonly isForked: boolean }> {
    const file = this.#context.paths.head(name.name);
    const reader = readContinuation(this.#context, read, after);
    for (let isFirst = true; ; isFirst = false) {
      const step = await reader.next();
      if (step.done === true) {
        return { trouble: step.value, isForked: isFirst && step.value?.code === 'chain-broken' };
      }
      const refusal = this.#offer(name, step.value);
      if (refusal !== null) return { trouble: { ...refusal, file }, isForked: false };
      await this.#replay.settle(this.entries);
      // What was taken in is whole; the rest comes when somebody goes on.
      if (this.#store.readingPaused()) return { trouble: null, isForked: false };
    }
  }

  /** Gives a batch to the store, or puts it behind what waits of the same log. */
  #offer(name: HeadName, batch: IncomingBatch): Omit<ReadTrouble, 'file'> | null {
    const waiting = this.#waiting.get(batch.log);
    if (waiting !== undefined) {
      waiting.batches.push(batch);
      return null;
    }
    const answer = this.#store.ingest(batch, this.#replay.when);
    this.entries += answer.taken;
    if (answer.state === 'done') return null;
    const rest = { ...batch, entries: batch.entries.slice(answer.taken) };
    if (answer.state === 'waiting') {
      this.#waiting.set(batch.log, { name, batches: [rest] });
      return null;
    }
    const seq = rest.entries[0]?.envelope.seq ?? batch.head.seq;
    return { when: 'never', code: answer.code, failure: null, log: batch.log, seq };
  }

  /** Offers what waits again, until nothing moves any more; what is refused now is told. */
  offerWaiting(tell: (name: HeadName, trouble: ReadTrouble) => void): void {
    for (let moved = true; moved;) {
      moved = false;
      for (const [log, { name, batches }] of new Map(this.#waiting)) {
        const before = this.entries;
        this.#waiting.delete(log);
        for (const batch of batches) {
          const refusal = this.#offer(name, batch);
          if (refusal === null) continue;
          this.#waiting.delete(log);
          tell(name, { ...refusal, file: this.#context.paths.head(name.name) });
          break;
        }
        moved ||= this.entries > before;
      }
    }
  }
}

/**
 * The entry from which a head's log most likely goes on: its own end where only the head is new, the end of a log that
 * others write and that has one continuation here, nothing where nothing is here. Undefined where it has to be looked
 * for: an own log, of which the share knows more than this PC, or one that was continued twice.
 */
function likelyPlace(
  head: { readonly seq: number; readonly hash: string },
  known: readonly KnownHead[],
): ChainEnd | null | undefined {
  const [only] = known;
  if (only === undefined) return null;
  const end = known.find(({ hash }) => hash === head.hash);
  if (end !== undefined) return end;
  return known.length === 1 && only.own === null && only.seq <= head.seq ? only : undefined;
}
