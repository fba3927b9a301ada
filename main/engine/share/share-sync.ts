import type { KeyRing } from '../keys/office-key.ts';

import { Attempts } from './attempts.ts';
import { fetchBlob } from './fetch-blob.ts';
import type { FetchAnswer } from './fetch-blob.ts';
import { Healer } from './healer.ts';
import { Housekeeping } from './housekeeping.ts';
import { inspectShare } from './inspect-share.ts';
import { officePaths } from './layout.ts';
import { holdsOurs } from './holds-ours.ts';
import { poll } from './poll.ts';
import { PollMemory } from './poll-memory.ts';
import { FORMAT, formatFile, genesisFile, healPublicFile } from './public-files.ts';
import { publish } from './publish.ts';
import type { PublishPass } from './publish.ts';
import type { AtPoint, ShareContext } from './share-context.ts';
import type { ShareFailure, ShareFs } from './share-fs.ts';
import type { ShareAlert, SyncStore, WantedBlob } from './sync-store.ts';

/** How the share is doing, as far as the last pass could tell. */
export type ShareState = 'online' | 'offline' | 'foreign' | 'newer' | 'read-only' | 'full' | 'stopped';

/** What one pass did. */
export interface SyncPass {
  readonly share: ShareState;
  /** Own entries that reached the share. */
  readonly published: number;
  readonly uploaded: number;
  /** Others' entries that the store took. */
  readonly ingested: number;
  readonly fetched: number;
  /** Files that were not accepted in this pass; the store has an alert for each. */
  readonly rejected: number;
  /** Logs of which something waits for other logs. */
  readonly waiting: number;
  /** Milliseconds by which the share's clock is ahead of this PC's; null when it was not looked at. */
  readonly clock: number | null;
  /** The failure that ended publishing or polling early, if any. */
  readonly failure: ShareFailure | null;
}

export interface ShareSyncOptions {
  readonly fs: ShareFs;
  readonly officeId: string;
  /** The pinned one. */
  readonly genesisHash: string;
  /** Its bytes, which are written back when the share loses them; left out, this PC leaves that to others. */
  readonly genesis?: Uint8Array | undefined;
  readonly keys: KeyRing;
  readonly store: SyncStore;
  /** Own log in whose name temps are written. */
  readonly writerLog: string;
  /** Clock of this PC, milliseconds since 1970 UTC; only for the age of own temps. */
  readonly now: () => number;
  /** 0 to 1; jitter, so that the PCs of an office do not all restore the same file. */
  readonly random?: () => number;
  readonly at?: AtPoint;
}

const NOTHING: Omit<SyncPass, 'share'> = {
  published: 0,
  uploaded: 0,
  ingested: 0,
  fetched: 0,
  rejected: 0,
  waiting: 0,
  clock: null,
  failure: null,
};

const NOTHING_SENT: PublishPass = { blobs: 0, entries: 0, heads: 0, head: null, failure: null };

/** How often the share's clock is looked at, by a PC that publishes. */
const CLOCK_MS = 60 * 60 * 1000;

/** A pass that could not begin. */
function nothing(share: ShareState, failure: ShareFailure | null): SyncPass {
  return { ...NOTHING, share, failure };
}

/** What a failure to write says about the share. Others say nothing: the poll tells whether it is there. */
function writability(failure: ShareFailure | null): ShareState {
  if (failure === 'full') return 'full';
  return failure === 'read-only' || failure === 'denied' ? 'read-only' : 'online';
}

/**
 * Keeps one PC and one office's share together: publishes, polls, fetches the documents that are wanted. One
 * pass at a time; a pass asked for while one runs is the one after it, so what was appended meanwhile goes
 * with it. When to ask, and how long to wait after a failure, is the caller's.
 */
export class ShareSync {
  readonly #context: ShareContext;
  readonly #genesisHash: string;
  readonly #genesis: Uint8Array | undefined;
  readonly #store: SyncStore;
  readonly #now: () => number;
  readonly #memory = new PollMemory();
  readonly #blobs = new Attempts();
  readonly #healer: Healer;
  readonly #housekeeping: Housekeeping;
  /** Public files of which the share has no whole copy, as far as was seen. */
  #illPublic: readonly string[] = [];
  #isOurs = false;
  /** When the share's clock was looked at last, by this PC's. */
  #clockAt: number | null = null;
  #running: Promise<SyncPass> | null = null;
  #next: Promise<SyncPass> | null = null;

  constructor(options: ShareSyncOptions) {
    const { fs, officeId, keys, writerLog, at = () => undefined } = options;
    this.#context = { fs, officeId, keys, writerLog, at, paths: officePaths(officeId) };
    this.#genesisHash = options.genesisHash;
    this.#genesis = options.genesis;
    this.#store = options.store;
    this.#now = options.now;
    this.#housekeeping = new Housekeeping({
      context: this.#context,
      store: this.#store,
      memory: this.#memory,
      now: options.now,
      alert: (alert) => this.#report(alert),
      isOurs: async () => (await this.#inspect()) === null,
    });
    this.#healer = new Healer({
      context: this.#context,
      store: this.#store,
      sealed: this.#memory.sealed,
      now: options.now,
      random: options.random ?? Math.random,
      alert: (alert) => this.#report(alert),
      pardon: (file) => {
        this.#memory.forget(file);
        this.#store.clearAlerts(file);
      },
      isOurs: async () => (await this.#inspect()) === null,
      illPublic: () => this.#illPublic,
      healPublic: (path) => this.#healPublic(path),
    });
  }

  /** One pass. Never rejects for what the share does; a rejection is a bug. */
  sync(): Promise<SyncPass> {
    if (this.#next !== null) return this.#next;
    if (this.#running === null) return this.#start();
    this.#next = this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  /** Fetches one document now, whatever the passes do. */
  async fetch(wanted: WantedBlob): Promise<FetchAnswer> {
    return fetchBlob(this.#context, wanted, await this.#store.blobSink(wanted.sha256));
  }

  #start(): Promise<SyncPass> {
    this.#next = null;
    const running = this.#pass().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  async #pass(): Promise<SyncPass> {
    // Whoever is about to write looks first where. Reading needs no more than the first look of a run.
    if (!this.#isOurs || this.#hasSomethingToSend()) {
      const refused = await this.#inspect();
      if (refused !== null) return refused;
    }
    const isStopped = this.#store.writesStopped();
    const published = isStopped ? NOTHING_SENT : await publish(this.#context, this.#store);
    if (published.failure === 'missing' || published.failure === 'timeout')
      return this.#lost(published, 0, published.failure);
    const polled = await poll(this.#context, this.#store, this.#memory);
    if (polled.failure !== null) return this.#lost(published, polled.entries, polled.failure);
    const fetched = await this.#fetchWanted();
    if (!isStopped) await this.#housekeeping.after(published, polled);
    // What is ill is looked at again in each pass, until somebody's turn comes.
    if (this.#illPublic.length > 0 && (await this.#inspect()) !== null)
      return this.#lost(published, polled.entries);
    const clock = published.head === null ? null : await this.#clockAhead(published.head);
    // A head that could not be read is as good as none.
    const heads = polled.withSealed.filter((name) => this.#memory.heads.failures(name) === 0);
    // While nothing is taken in, what is here names much that is not: nobody withholds it.
    const isBlind = isStopped || published.failure !== null || this.#store.readingPaused();
    const healing = isBlind ? null : await this.#healer.look(heads);
    if (healing === 'missing' || healing === 'timeout') return this.#lost(published, polled.entries, healing);
    return {
      share: this.#store.writesStopped() ? 'stopped' : writability(published.failure),
      published: published.entries,
      uploaded: published.blobs,
      ingested: polled.entries,
      fetched,
      rejected: polled.rejected,
      waiting: polled.waiting,
      clock,
      failure: published.failure ?? healing,
    };
  }

  /** How the share's clock stands to ours, by the time of a head that was written a moment ago; at most hourly. */
  async #clockAhead(head: string): Promise<number | null> {
    const now = this.#now();
    // Both ways: a clock that was years ahead is looked at once it is right again.
    if (this.#clockAt !== null && Math.abs(now - this.#clockAt) < CLOCK_MS) return null;
    const stat = await this.#context.fs.stat(this.#context.paths.head(head));
    if (!stat.ok) return null;
    this.#clockAt = now;
    return stat.value.modified - now;
  }

  #hasSomethingToSend(): boolean {
    return this.#store.hasBlobsToUpload() || this.#store.outgoing().length > 0;
  }

  /** Null when the share is ours; otherwise the pass that could not begin. */
  async #inspect(): Promise<SyncPass | null> {
    const { fs, officeId, paths } = this.#context;
    const { state, damaged, swapped, failure } = await inspectShare(fs, officeId, this.#genesisHash, () =>
      holdsOurs(this.#context),
    );
    if (state === 'foreign') this.#alert('share-foreign', paths.genesis);
    // Under another name than the file that is healed: that somebody did this is not over when it is mended.
    if (swapped && state === 'online') this.#alert('genesis-swapped', paths.root);
    for (const file of damaged) this.#blame(officeId, 'public-file-damaged', file);
    if (damaged.length === 0 && state === 'online') this.#pardon(officeId);
    this.#illPublic = damaged;
    this.#isOurs = state === 'online';
    return this.#isOurs ? null : nothing(state, failure);
  }

  /** Writes a public file back beside what stands in its place. */
  async #healPublic(path: string): Promise<ShareFailure | null> {
    const { officeId, paths } = this.#context;
    const genesis = this.#genesis;
    const healed =
      path !== paths.genesis
        ? await healPublicFile(this.#context, formatFile(officeId), FORMAT)
        : genesis === undefined
          ? null
          : await healPublicFile(this.#context, genesisFile(officeId, this.#genesisHash), genesis);
    return healed === null || healed.ok || healed.failure === 'exists' ? null : healed.failure;
  }

  /** The share went away in the middle: says what stands there now, and keeps the counts. */
  async #lost(published: PublishPass, ingested = 0, failure: ShareFailure = 'missing'): Promise<SyncPass> {
    this.#isOurs = false;
    // A share that just hung is not asked again in the same pass.
    const refused = failure === 'timeout' ? nothing('offline', failure) : await this.#inspect();
    return {
      ...NOTHING,
      share: refused === null ? 'online' : refused.share,
      published: published.entries,
      uploaded: published.blobs,
      ingested,
      failure,
    };
  }

  async #fetchWanted(): Promise<number> {
    const wanted = this.#store.blobsWanted();
    this.#blobs.beginPass(new Set(wanted.map(({ sha256 }) => sha256)));
    let fetched = 0;
    for (const blob of wanted) {
      if (!this.#blobs.isDue(blob.sha256)) continue;
      const answer = await this.fetch(blob);
      if (answer.state === 'done') {
        fetched += 1;
        this.#blobs.succeeded(blob.sha256);
        this.#pardon(blob.sha256);
        continue;
      }
      this.#blobs.failed(blob.sha256);
      if (answer.state === 'damaged') this.#blame(blob.sha256, 'document-damaged', answer.file);
      if (answer.state === 'share' || answer.state === 'local') break;
    }
    return fetched;
  }

  /** Reports a file that may become good again. */
  #blame(about: string, code: string, file: string): void {
    this.#memory.blame(about, file);
    this.#alert(code, file);
  }

  #pardon(about: string): void {
    for (const file of this.#memory.pardon(about)) this.#store.clearAlerts(file);
  }

  #alert(code: string, file: string): void {
    this.#report({ code, file });
  }

  #report(alert: ShareAlert): void {
    if (this.#memory.isNews(alert.code, alert.file)) this.#store.alert(alert);
  }
}
