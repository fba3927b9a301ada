import type { HeadName } from '../log/file-names.ts';
import type { HeadFile } from '../log/head-file.ts';
import { shortLogId } from '../log/log-id.ts';

import { headsByShortId, sortHeads } from './heads-listing.ts';
import { lookForSealed } from './look-for-sealed.ts';
import { NewHeads } from './new-heads.ts';
import type { PollMemory } from './poll-memory.ts';
import type { PollPass } from './poll-pass.ts';
import { readHead } from './read-log.ts';
import type { ReadTrouble } from './read-log.ts';
import { Replay } from './replay.ts';
import type { ReadingContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { KnownHead, SyncStore } from './sync-store.ts';
import { LogTaker } from './take-log.ts';
import { toRemove, unknownToRead } from './unknown-heads.ts';

/** A head that was not there, or that lists a file which was not. */
interface Vanished {
  readonly name: HeadName;
  readonly trouble: ReadTrouble;
}

/** Files that a pass rejects before it leaves the rest for the next: a flood must not hold up the honest. */
const REJECTED_LIMIT = 500;
/** Strange names reported in a run; the rest is the same story. */
const STRANGERS_LIMIT = 20;

/** One pass over `heads/`: a listing, and two reads for each publish that is new. */
class Poll {
  readonly #context: ReadingContext;
  readonly #store: SyncStore;
  readonly #memory: PollMemory;
  readonly #taker: LogTaker;
  /** By log (first 16 digits). */
  readonly #vanished = new Map<string, Vanished>();
  /** Names of heads that were read in this pass. */
  readonly #tried = new Set<string>();
  readonly #heads: NewHeads;
  readonly #replay: Replay;
  #names: readonly string[] = [];
  #rejected = 0;

  constructor(context: ReadingContext, store: SyncStore, memory: PollMemory) {
    this.#context = context;
    this.#store = store;
    this.#memory = memory;
    this.#heads = new NewHeads(context, memory);
    this.#replay = new Replay(store);
    this.#taker = new LogTaker(context, store, this.#replay);
  }

  async run(): Promise<PollPass> {
    const pass = await this.#read();
    await this.#replay.finish();
    return pass;
  }

  async #read(): Promise<PollPass> {
    const { paths } = this.#context;
    const failed = await this.#list();
    if (failed !== null) return this.#passed([], failed);
    const known = this.#store.knownHeads();
    const missed = await this.#lookAtSealed(known);
    if (missed !== null) return this.#passed([], missed);
    const names = this.#candidates();
    this.#memory.heads.beginPass(new Set(names));
    const sorted = sortHeads(names, known);
    const { newer, strange } = sorted;
    for (const name of strange) this.#reportStranger(paths.head(name));
    const byShortId = headsByShortId(known);
    const listed = new Set(this.#names);
    const unknown = unknownToRead(sorted, byShortId, this.#memory, listed, this.#store.doubtedLogs);
    const staleOwn = toRemove(sorted, this.#memory).filter(({ name }) => listed.has(name));
    if (this.#store.readingPaused()) return this.#passed(staleOwn, null);
    const order = this.#order([...newer.keys()], byShortId);
    const promise = (entries: number) => this.#replay.promise(entries);
    const lost = await this.#heads.measure(order, newer, byShortId, { promise, most: REJECTED_LIMIT / 2 });
    if (lost !== null) return this.#passed(staleOwn, lost);
    for (const log16 of order) {
      if (this.#rejected >= REJECTED_LIMIT || this.#store.readingPaused()) break;
      const heads = newer.get(log16) ?? [];
      const failure = await this.#takeNewest(heads, byShortId.get(log16) ?? []);
      if (failure !== null) return this.#passed(staleOwn, failure);
      this.#offerWaiting();
    }
    const isPaused = this.#store.readingPaused();
    const failure = isPaused ? null : ((await this.#takeUnknown(unknown)) ?? (await this.#lookAgain()));
    if (failure !== null) return this.#passed(staleOwn, failure);
    for (const name of this.#taker.waitingHeads()) this.#memory.heads.failed(name.name, true);
    if (this.#taker.entries > 0) this.#memory.heads.wakeWaiting();
    return this.#passed(staleOwn, null);
  }

  /** Lists `heads/`; answers why it could not. */
  async #list(): Promise<ShareFailure | null> {
    const { fs, paths } = this.#context;
    const listing = await fs.list(paths.heads);
    if (!listing.ok) return listing.failure;
    if (listing.value.truncated) this.#alert('folder-flooded', paths.heads);
    // Some servers answer names in capitals; ours differ in more than that, and open in any case there.
    this.#names = [...new Set(listing.value.names.map((name) => name.toLowerCase()))];
    return null;
  }

  /** Heads to try: what stands in `heads/`, and what the indices of ended logs hold. */
  #candidates(): readonly string[] {
    return [...this.#names, ...this.#memory.sealed.names()];
  }

  /** Looks at `sealed/` when something is missed that may have gone there. */
  async #lookAtSealed(known: readonly KnownHead[]): Promise<ShareFailure | null> {
    const look = await lookForSealed(this.#context, this.#store, this.#memory.sealed, this.#names, known);
    for (const { code, file } of look.troubles) {
      this.#rejected += 1;
      this.#alert(code, file);
    }
    for (const name of look.strange) this.#reportStranger(this.#context.paths.sealedIndex(name));
    return look.failure;
  }

  /**
   * A head, or a file that it lists, was not there: the owner may have replaced it and taken it away since we listed.
   * Lists again at once and takes what is newer; only what is not explained so is trouble.
   */
  async #lookAgain(): Promise<ShareFailure | null> {
    if (this.#vanished.size === 0) return null;
    const failed = await this.#list();
    if (failed !== null) return failed;
    const known = this.#store.knownHeads();
    const byShortId = headsByShortId(known);
    const { newer } = sortHeads(this.#candidates(), known);
    const vanished = new Map(this.#vanished);
    this.#vanished.clear();
    for (const [log16, { name, trouble }] of vanished) {
      // A forged head that was refused long ago explains nothing.
      const isFresh = (head: HeadName) => !this.#tried.has(head.name) && this.#memory.heads.isDue(head.name);
      const fresh = (newer.get(log16) ?? []).filter(isFresh);
      if (fresh.length === 0) {
        this.#note(name, trouble);
        continue;
      }
      const failure = await this.#takeNewest(fresh, byShortId.get(log16) ?? []);
      if (failure !== null) return failure;
      this.#offerWaiting();
    }
    for (const { name, trouble } of this.#vanished.values()) this.#note(name, trouble);
    return null;
  }

  #passed(staleOwn: readonly HeadName[], failure: ShareFailure | null): PollPass {
    return {
      entries: this.#taker.entries,
      rejected: this.#rejected,
      waiting: this.#taker.waitingHeads().length,
      staleOwn,
      names: this.#names,
      withSealed: [...this.#candidates(), ...this.#memory.sealed.stoodAs()],
      failure,
    };
  }

  /** The roster's log first, then those that are known, the others last; each in the order of their ids. */
  #order(shortIds: readonly string[], known: ReadonlyMap<string, unknown>): readonly string[] {
    const roster = shortLogId(this.#store.rosterLog());
    const place = (log16: string) => (log16 === roster ? 0 : known.has(log16) ? 1 : 2);
    return shortIds.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  }

  #reportStranger(file: string): void {
    if (this.#memory.strangers >= STRANGERS_LIMIT || !this.#memory.isNews('stranger-file', file)) return;
    this.#memory.strangers += 1;
    this.#store.alert({ code: 'stranger-file', file });
  }

  /** Tries a log's new heads, the newest first, until one gives something. */
  async #takeNewest(heads: readonly HeadName[], before: readonly KnownHead[]): Promise<ShareFailure | null> {
    let known = before;
    let proved: number | null = null;
    for (const name of heads) {
      if (this.#rejected >= REJECTED_LIMIT) break;
      if (!this.#memory.heads.isDue(name.name)) continue;
      // What the newest head could not prove an older one cannot either, once its own file was good; another one of
      // the same version may list files that are whole.
      if (proved !== null && name.version < proved) break;
      this.#tried.add(name.name);
      const trouble = await this.#take(name, known);
      if (trouble === null) {
        this.#vanished.delete(name.log16);
        return null;
      }
      if (trouble.when === 'share') return trouble.failure;
      const isHead = trouble.file === this.#context.paths.head(name.name);
      if (!isHead) {
        proved = name.version;
        // What the first segments gave is here now.
        known = this.#knownOf(name);
      }
      if (trouble.code === 'file-missing') this.#vanished.set(name.log16, { name, trouble });
      else this.#note(name, trouble);
    }
    return null;
  }

  #knownOf(name: HeadName): readonly KnownHead[] {
    return this.#store.knownHeads().filter(({ log }) => shortLogId(log) === name.log16);
  }

  /** Reads heads that are not newer than what is known and may tell of another continuation of their logs. */
  async #takeUnknown(names: readonly HeadName[]): Promise<ShareFailure | null> {
    for (const name of names) {
      if (this.#rejected >= REJECTED_LIMIT) break;
      const known = this.#knownOf(name);
      const read = await readHead(this.#context, name);
      if (!read.ok) {
        if (read.trouble.when === 'share') return read.trouble.failure;
        // Nobody needs an old head: that it cannot be read is worth no word.
        if (read.trouble.when === 'never') this.#memory.heads.refuse(name.name);
        else this.#memory.heads.failed(name.name);
        continue;
      }
      const { head, segments } = read.value;
      if (this.#store.holds(head.log, head.hash)) {
        this.#memory.settled.add(name.name);
        const isEnd = known.some((one) => one.hash === head.hash && one.own === null);
        if (isEnd) this.#store.headRead(head, name.name, segments);
        continue;
      }
      const trouble = await this.#takeFile(name, read.value, known);
      if (trouble?.when === 'share') return trouble.failure;
      if (trouble !== null) this.#note(name, trouble);
      this.#offerWaiting();
    }
    return null;
  }

  #note(name: HeadName, { when, code, file, log = name.log16, seq }: ReadTrouble): void {
    if (when === 'never') this.#memory.heads.refuse(name.name);
    else this.#memory.heads.failed(name.name);
    // Gone between listing and reading, and nothing newer in its place: it may have been sealed.
    if (when === 'gone') return this.#memory.sealed.askAgain();
    this.#rejected += 1;
    if (when === 'later') this.#memory.blame(name.log16, file);
    this.#alert(code, file, seq === undefined ? { log } : { log, seq });
  }

  async #take(name: HeadName, known: readonly KnownHead[]): Promise<ReadTrouble | null> {
    const sealed = this.#memory.sealed.find(name.name);
    const read = sealed === undefined ? await this.#heads.take(name) : { ok: true as const, value: sealed };
    if (!read.ok) return read.trouble;
    const { head } = read.value;
    const isEnd = known.some(({ hash }) => hash === head.hash);
    if (!isEnd && this.#store.holds(head.log, head.hash)) {
      const file = this.#context.paths.head(name.name);
      return { when: 'never', code: 'head-goes-back', file, failure: null, log: head.log, seq: head.seq };
    }
    return this.#takeFile(name, read.value, known);
  }

  /** Takes in what a head's log has beyond what is here; what was in the way before is over when it went well. */
  async #takeFile(name: HeadName, read: HeadFile, known: readonly KnownHead[]): Promise<ReadTrouble | null> {
    const trouble = await this.#taker.take(name, read, known);
    if (trouble !== null) return trouble;
    if (this.#store.readingPaused()) return null;
    this.#readWell(name, read.head.log);
    this.#memory.continued.delete(name.name);
    return null;
  }

  #offerWaiting(): void {
    this.#taker.offerWaiting((name, trouble) => this.#note(name, trouble));
  }

  #alert(code: string, file: string, more: { readonly log?: string; readonly seq?: number } = {}): void {
    if (this.#memory.isNews(code, file)) this.#store.alert({ code, file, ...more });
  }

  /** All of the log could be read: what was damaged or missing on the way is over. */
  #readWell(name: HeadName, log: string): void {
    if (!this.#taker.isWaiting(log)) this.#memory.heads.succeeded(name.name);
    for (const file of this.#memory.pardon(name.log16)) this.#store.clearAlerts(file);
  }
}

/**
 * Looks for news: lists `heads/`, reads each log's newest head that is newer than what is known, then the
 * segments that lack, and gives what is proved to the store. An office in which nothing happened costs one
 * listing. Files that are wrong are remembered and reported once; they never reach the store.
 */
export function poll(context: ReadingContext, store: SyncStore, memory: PollMemory): Promise<PollPass> {
  return new Poll(context, store, memory).run();
}
