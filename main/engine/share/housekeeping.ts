import { destroyDocuments } from './destroy-blobs.ts';
import { hasPackToWrite, packOne, removeReplaced, REPLACED_AGE_MS } from './pack.ts';
import type { PollPass } from './poll-pass.ts';
import type { PollMemory } from './poll-memory.ts';
import type { PublishPass } from './publish.ts';
import { hasLogsToSeal, sealLogs } from './seal-logs.ts';
import type { ShareContext } from './share-context.ts';
import { removeStaleHeads } from './stale-heads.ts';
import { sweepJoins } from './sweep-joins.ts';
import { sweepTemps } from './sweep-temps.ts';
import type { ShareAlert, SyncStore } from './sync-store.ts';
import { Watch } from './watch.ts';

export interface HousekeepingOptions {
  readonly context: ShareContext;
  readonly store: SyncStore;
  readonly memory: PollMemory;
  /** Clock of this PC, milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly alert: (alert: ShareAlert) => void;
  /** Looks once more whether this is our share, before something is written or taken away. */
  readonly isOurs: () => Promise<boolean>;
}

/**
 * What keeps the share small: old heads, packs and what they replaced, heads of logs that ended, documents that were
 * destroyed, what crashes and enrolments left. Called after passes that may write; its failures end nothing, since all
 * of it comes again.
 */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #sealing = new Watch();
  #swept = false;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  async after(published: PublishPass, { staleOwn, names }: PollPass): Promise<void> {
    const { context, store, memory, alert } = this.#options;
    await removeStaleHeads({ context, store, memory, alert }, staleOwn);
    if (published.failure !== null) return;
    await this.#destroy();
    await this.#seal(names);
    if (published.entries > 0) return this.#sweepOnce();
    await this.#pack(names);
  }

  /** Between publishes, so that an act's own way stays short. */
  async #pack(names: readonly string[]): Promise<void> {
    const { context, store, memory, isOurs } = this.#options;
    const isDue = hasPackToWrite(store) || store.replacedFiles(REPLACED_AGE_MS, 1).length > 0;
    if (!isDue || !(await isOurs())) return;
    if ((await packOne(context, store)) !== null) return;
    await removeReplaced(context, store, [...new Set([...names, ...memory.sealed.stoodAs()])]);
  }

  /** Heads of logs that ended leave `heads/`; the PC that writes the roster does it. */
  async #seal(names: readonly string[]): Promise<void> {
    const { context, store, memory, isOurs } = this.#options;
    if (!hasLogsToSeal(store, names) || !(await isOurs())) return;
    await sealLogs({ context, store, sealed: memory.sealed, watch: this.#sealing }, names);
  }

  /** What a retention decision destroyed goes from this PC and the share. */
  async #destroy(): Promise<void> {
    const { context, store, isOurs } = this.#options;
    if (store.destroyedDocuments().length === 0 || !(await isOurs())) return;
    await destroyDocuments(context, store);
  }

  /** Once a run, by a PC that writes: temps that crashes left, and what enrolments left in `join/`. */
  async #sweepOnce(): Promise<void> {
    if (this.#swept) return;
    this.#swept = true;
    const { context, store } = this.#options;
    const now = await this.#shareClock();
    if (now === null) return;
    const own = store.knownHeads().filter((head) => head.own !== null);
    await sweepTemps(context, [context.writerLog, ...own.map(({ log }) => log)], now);
    if (own.some(({ log }) => log === store.rosterLog())) await sweepJoins(context, store, now);
  }

  /**
   * What the share's clock shows, by the head that was just written. A clock of this PC that is years ahead must not
   * take away what others are writing now: the earlier of the two counts.
   */
  async #shareClock(): Promise<number | null> {
    const { context, store, now } = this.#options;
    const { fs, paths } = context;
    const head = store.ownFiles().find((own) => own.head !== null)?.head;
    const stat = head == null ? null : await fs.stat(paths.head(head));
    return stat?.ok === true ? Math.min(now(), stat.value.modified) : null;
  }
}
