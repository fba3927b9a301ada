import type { SegmentName } from '../log/file-names.ts';
import type { Head } from '../log/head.ts';
import { shortLogId } from '../log/log-id.ts';

import { DocumentRounds } from './document-rounds.ts';
import { healLogs, lookAtSegment, othersContinuations } from './heal-log.ts';
import { listedFiles } from './listed-files.ts';
import type { SealedLogs } from './sealed-logs.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { ShareAlert, SyncStore } from './sync-store.ts';
import { isTooMuch, LOOKS, looksUntilTurn, lostHeads, Watch } from './watch.ts';

/** Time between two rounds in which a PC reads some files to see whether they are whole, and files in a round. */
const ROUND_MS = 20 * 60 * 1000;
const ROUND_FILES = 8;
/** Looks at files that the part of ill ones is taken of. */
const RECENT = 200;

export interface HealerOptions {
  readonly context: ShareContext;
  readonly store: SyncStore;
  readonly sealed: SealedLogs;
  readonly now: () => number;
  /** 0 to 1; jitter. */
  readonly random: () => number;
  readonly alert: (alert: ShareAlert) => void;
  readonly pardon: (file: string) => void;
  /** Looks once more whether this is our share, before something is written. */
  readonly isOurs: () => Promise<boolean>;
  /** Public files of which the share has no whole copy, by the last look. */
  readonly illPublic: () => readonly string[];
  readonly healPublic: (path: string) => Promise<ShareFailure | null>;
}

/** A listed file of a log, or its head where `name` is null. */
interface LookedAt {
  readonly log: string;
  readonly name: SegmentName | null;
}

function keyOf({ log, name }: LookedAt): string {
  return `${log}/${name === null ? 'head' : name.name}`;
}

/**
 * Watches what the share holds of what this PC knows, says what it withholds, and writes back what is gone. Nothing is
 * written before three looks in a row, nor when so much is gone at once that a person must decide.
 */
export class Healer {
  readonly #options: HealerOptions;
  readonly #heads = new Watch();
  readonly #deps = new Watch();
  readonly #files = new Watch();
  readonly #flood = new Watch();
  readonly #public = new Watch();
  readonly #documents: DocumentRounds;
  readonly #told = new Set<string>();
  readonly #ill = new Map<string, LookedAt>();
  #recent: { file: string; ill: boolean }[] = [];
  #cursor: { log: string; seq: number } = { log: '', seq: 0 };
  #nextRound: number;

  constructor(options: HealerOptions) {
    this.#options = options;
    this.#documents = new DocumentRounds(options.context, options.store);
    // Spread over the office: PCs that start together do not look together.
    this.#nextRound = options.now() + ROUND_MS * options.random();
  }

  /** After a pass that listed `heads/`: what is lost is counted, told, and in its turn written back. */
  async look(names: readonly string[]): Promise<ShareFailure | null> {
    const { store } = this.#options;
    this.#tellWithheld();
    const known = store.knownHeads();
    const { lost, expected } = lostHeads(names, known);
    const looks = this.#heads.look(lost.map(({ log }) => log));
    this.#tellLost(looks);
    const failed = await this.#lookAtFiles(names);
    if (failed !== null) return failed;
    const illNow = this.#recent.filter(({ ill }) => ill).length;
    const flooded = isTooMuch(lost.length, expected) || isTooMuch(illNow, this.#recent.length);
    const since = this.#flood.look(flooded ? ['flood'] : []).get('flood') ?? 0;
    if (!flooded && lost.length === 0 && this.#ill.size === 0 && this.#documents.ill().length === 0)
      store.writesWell();
    if (flooded && !store.wasResumed()) {
      if (since >= LOOKS) {
        store.stopWrites(lost.length + illNow, expected + this.#recent.length);
      }
      return null;
    }
    return this.#healLost(looks);
  }

  /** Entries that others' entries build on and that the share did not show in three looks. */
  #tellWithheld(): void {
    const { store } = this.#options;
    const missing = store.missingDeps();
    const looks = this.#deps.look(missing.map(({ log, seq }) => `${log}/${seq}`));
    for (const { log, seq } of missing) {
      if ((looks.get(`${log}/${seq}`) ?? 0) < LOOKS) continue;
      this.#tell({ code: 'share-withholds', file: `logs/${shortLogId(log)}/${seq}`, log, seq });
    }
    this.#untell('logs/', new Set(missing.map(({ log, seq }) => `logs/${shortLogId(log)}/${seq}`)));
  }

  #tellLost(looks: ReadonlyMap<string, number>): void {
    const { context, store } = this.#options;
    const file = (log: string) => context.paths.head(shortLogId(log));
    for (const [log, count] of looks) {
      const seq = store.headsOf(log)[0]?.seq;
      if (count < LOOKS || seq === undefined) continue;
      this.#tell({ code: 'share-rolled-back', file: file(log), log, seq });
    }
    this.#untell(context.paths.heads, new Set([...looks.keys()].map(file)));
  }

  #tell(alert: ShareAlert): void {
    this.#told.add(alert.file);
    this.#options.alert(alert);
  }

  /** What was told and is over. */
  #untell(prefix: string, still: ReadonlySet<string>): void {
    for (const file of this.#told) {
      if (!file.startsWith(prefix) || still.has(file)) continue;
      this.#told.delete(file);
      this.#options.pardon(file);
    }
  }

  #isTurn(log: string | null, thing: string, looks: number): boolean {
    const { context, store, random } = this.#options;
    const known = store.knownHeads();
    const isOwner = known.some((head) => head.log === log && head.own !== null);
    const healers = known.map((head) => head.log).filter((other) => other !== log);
    return looks >= looksUntilTurn(thing, context.writerLog, healers, isOwner, random);
  }

  async #healLost(looks: ReadonlyMap<string, number>): Promise<ShareFailure | null> {
    const withoutPublic = await this.#healPublic();
    if (withoutPublic !== null) return withoutPublic;
    const sick = new Map(looks);
    const documents = this.#documents.ill();
    const files = this.#files.look([...this.#ill.keys(), ...documents]);
    for (const sha256 of documents) {
      if (!this.#isTurn(null, sha256, files.get(sha256) ?? 0)) continue;
      this.#documents.restore(sha256);
      this.#recent = this.#recent.filter(({ file }) => file !== sha256);
    }
    for (const [key, { log }] of this.#ill) sick.set(log, Math.max(sick.get(log) ?? 0, files.get(key) ?? 0));
    for (const [log, count] of sick) {
      if (!this.#isTurn(log, log, count)) continue;
      const failed = await this.#heal(log);
      if (failed !== null) return failed;
    }
    return null;
  }

  async #healPublic(): Promise<ShareFailure | null> {
    const { illPublic, healPublic } = this.#options;
    for (const [path, looks] of this.#public.look(illPublic())) {
      const failed = this.#isTurn(null, path, looks) ? await healPublic(path) : null;
      if (failed !== null) return failed;
    }
    return null;
  }

  async #heal(log: string): Promise<ShareFailure | null> {
    const { store } = this.#options;
    const mine = store.ownFiles().find((own) => own.log === log);
    if (mine !== undefined) {
      // The owner needs no healing: what is forgotten here goes with the next publish.
      const ill = [...this.#ill.values()].flatMap((file) =>
        file.log === log && file.name !== null ? [file.name.name] : [],
      );
      store.ownLost(log, ill);
      const failed = await this.#writeBack(othersContinuations(store, log));
      if (failed !== null) return failed;
    } else {
      const failed = await this.#writeBack(store.headsOf(log));
      if (failed !== null) return failed;
    }
    for (const [key, file] of this.#ill) if (file.log === log) this.#ill.delete(key);
    this.#recent = this.#recent.filter(({ file }) => !file.startsWith(`${log}/`));
    return null;
  }

  async #writeBack(heads: readonly Head[]): Promise<ShareFailure | null> {
    const { context, store, isOurs } = this.#options;
    return heads.length === 0 || !(await isOurs()) ? null : healLogs(context, store, heads);
  }

  /** Looks again at what was ill, and, when a round is due, at the next few files. */
  async #lookAtFiles(names: readonly string[]): Promise<ShareFailure | null> {
    const ill = new Map(this.#ill);
    for (const file of ill.values()) {
      const listed = await listedFiles(this.#options, file.log, names);
      if (typeof listed === 'string') return listed;
      if (listed === null || file.name === null) {
        this.#noteLook({ log: file.log, name: null }, listed === null);
        continue;
      }
      const isListed = listed.some(({ name }) => name === file.name?.name);
      const failed = isListed ? await this.#lookAt(file.log, file.name) : null;
      if (failed !== null) return failed;
      if (!isListed) this.#ill.delete(keyOf(file));
    }
    const isRound = this.#options.now() >= this.#nextRound;
    const documents = await this.#documents.look(isRound);
    if (typeof documents === 'string') return documents;
    for (const { sha256, ill: isIll } of documents) this.#noteRecent(sha256, isIll);
    if (!isRound) return null;
    // Format and genesis are looked at when something is written, and by those who only read here.
    if (!(await this.#options.isOurs())) return null;
    this.#nextRound = this.#options.now() + ROUND_MS * (0.8 + 0.4 * this.#options.random());
    // The indices of ended logs are few: all are read again.
    this.#options.sealed.doubt();
    return this.#round(names);
  }

  async #lookAt(log: string, name: SegmentName): Promise<ShareFailure | null> {
    const { context, store } = this.#options;
    const look = await lookAtSegment(context, log, name, ({ hash }) => store.holds(log, hash));
    if (look === 'well' || look === 'ill') this.#noteLook({ log, name }, look === 'ill');
    else if (look !== 'busy' && look !== 'denied') return look;
    return null;
  }

  #noteLook(file: LookedAt, ill: boolean): void {
    const key = keyOf(file);
    if (ill) this.#ill.set(key, file);
    else this.#ill.delete(key);
    this.#noteRecent(key, ill);
  }

  #noteRecent(file: string, ill: boolean): void {
    this.#recent = [...this.#recent.filter((seen) => seen.file !== file), { file, ill }].slice(-RECENT);
  }

  /** A few files further through everything that the heads list, log by log. */
  async #round(names: readonly string[]): Promise<ShareFailure | null> {
    const { store } = this.#options;
    const published = store.knownHeads().filter(({ own, version }) => own !== 'unpublished' && version > 0);
    const logs = [...new Set(published.map(({ log }) => log))].toSorted();
    let left = ROUND_FILES;
    for (let visited = 0; visited <= logs.length && left > 0; visited += 1) {
      const log = logs.find((id) => id >= this.#cursor.log);
      if (log === undefined) {
        this.#cursor = { log: '', seq: 0 };
        continue;
      }
      const from = log === this.#cursor.log ? this.#cursor.seq : 0;
      const listed = await listedFiles(this.#options, log, names);
      if (typeof listed === 'string') return listed;
      this.#noteLook({ log, name: null }, listed === null);
      const last = Math.max(-1, ...store.headsOf(log).map(({ seq }) => seq));
      const due = (listed ?? []).filter((name) => name.from >= from && name.to <= last);
      const batch = due.slice(0, left);
      for (const name of batch) {
        const failed = await this.#lookAt(log, name);
        if (failed !== null) return failed;
        this.#cursor = { log, seq: name.to + 1 };
      }
      left -= batch.length + 1;
      // The next id: nothing sorts between an id and itself with a digit more.
      if (batch.length === due.length) this.#cursor = { log: `${log}0`, seq: 0 };
    }
    return null;
  }
}
