import { headName, parseHeadName } from '../log/file-names.ts';
import type { HeadFile } from '../log/head-file.ts';
import { sha256Hex } from '../log/digest.ts';
import { decodeIndex, INDEX_FILE_LIMIT, parseIndexName } from '../log/sealed-index.ts';
import type { IndexName, SealedHead } from '../log/sealed-index.ts';

import { Attempts } from './attempts.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';

type Reading = Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>;

/** A file in `sealed/` that was not accepted. */
export interface IndexTrouble {
  readonly code: string;
  readonly file: string;
}

/** What a look at `sealed/` gave. */
export interface SealedLook {
  readonly failure: ShareFailure | null;
  readonly troubles: readonly IndexTrouble[];
  /** Names that are none of ours. */
  readonly strange: readonly string[];
}

/**
 * The logs that ended, as the indices in `sealed/` tell. It is listed at the first pass of a run, and when something
 * is missed that may have gone there; the idle poll never looks. Each index is read once: it is never replaced.
 */
export class SealedLogs {
  readonly #files = new Map<string, readonly SealedHead[]>();
  readonly #attempts = new Attempts();
  #byName = new Map<string, HeadFile>();
  #indexOf = new Map<string, number>();
  #names: readonly string[] = [];
  #stoodAs: readonly string[] = [];
  #missed = new Set<string>();
  #isDue = true;

  /** Whether the next pass should look. */
  get isDue(): boolean {
    return this.#isDue;
  }

  askAgain(): void {
    this.#isDue = true;
  }

  /** Asks for a look when something is missed that was not when it was looked last; the same costs one look. */
  missing(things: Iterable<string>): void {
    const missed = new Set(things);
    for (const thing of missed) if (!this.#missed.has(thing)) this.#isDue = true;
    this.#missed = missed;
  }

  /**
   * Names for the sealed heads, as if each stood in `heads/`. The hash in them is of what the index says, so that two
   * indices which say different things of one log are two heads to try.
   */
  names(): readonly string[] {
    return this.#names;
  }

  /** The names under which they stood in `heads/`. */
  stoodAs(): readonly string[] {
    return this.#stoodAs;
  }

  /** A sealed head by either name. */
  find(name: string): HeadFile | undefined {
    return this.#byName.get(name);
  }

  /** The number of the index that tells of a head; null when none does. A later one may tell of healed files. */
  indexOf(name: string): number | null {
    return this.#indexOf.get(name) ?? null;
  }

  /** The number for the next index. */
  nextIndex(): number {
    const known = [...this.#files.keys()].map((name) => parseIndexName(name)?.index ?? 0);
    return Math.max(0, ...known) + 1;
  }

  /** Lists `sealed/` and reads what is new; what is gone from there is forgotten. */
  async look(context: Reading): Promise<SealedLook> {
    const listing = await context.fs.list(context.paths.sealed);
    if (!listing.ok && listing.failure !== 'missing') {
      return { failure: listing.failure, troubles: [], strange: [] };
    }
    this.#isDue = false;
    const names = (listing.ok ? listing.value.names : []).map((name) => name.toLowerCase());
    const present = new Set(names);
    this.#attempts.beginPass(present);
    for (const name of this.#files.keys()) if (!present.has(name)) this.#files.delete(name);
    const troubles: IndexTrouble[] = [];
    const strange: string[] = [];
    for (const name of names.toSorted()) {
      const index = parseIndexName(name);
      if (index === null) {
        strange.push(name);
        continue;
      }
      if (this.#files.has(name) || !this.#attempts.isDue(name)) continue;
      const read = await this.#read(context, index);
      if (typeof read === 'string') return { failure: read, troubles, strange };
      if ('code' in read) {
        troubles.push(read);
        // Cut off, or under a key that comes later: the next look tries again.
        this.#attempts.failed(name);
        this.#isDue ||= this.#attempts.failures(name) < 3;
      } else this.#files.set(name, read.heads);
    }
    this.#reindex();
    return { failure: null, troubles, strange };
  }

  /** An index that turns out to be ill is read again with the next look. */
  doubt(): void {
    this.#files.clear();
    this.#isDue = true;
  }

  async #read(
    { fs, paths, officeId, keys }: Reading,
    { name, index, hash12 }: IndexName,
  ): Promise<{ readonly heads: readonly SealedHead[] } | IndexTrouble | ShareFailure> {
    const file = paths.sealedIndex(name);
    const read = await fs.read(file, INDEX_FILE_LIMIT);
    if (!read.ok) {
      if (read.failure === 'missing') return { code: 'file-missing', file };
      if (read.failure === 'too-large' || read.failure === 'not-a-file')
        return { code: 'file-damaged', file };
      if (read.failure === 'busy' || read.failure === 'denied') return { code: 'file-locked', file };
      return read.failure;
    }
    if (!sha256Hex(read.value).startsWith(hash12)) return { code: 'file-damaged', file };
    const heads = decodeIndex({ officeId, keys }, index, read.value);
    return heads.ok ? { heads: heads.value } : { code: heads.code, file };
  }

  #reindex(): void {
    const byName = new Map<string, HeadFile>();
    const indexOf = new Map<string, number>();
    const names: string[] = [];
    const stoodAs: string[] = [];
    for (const [index, heads] of this.#files) {
      const number = parseIndexName(index)?.index ?? 0;
      for (const { name, head, segments } of heads) {
        const file = { head, segments };
        const told = headName(head.log, head.version, Buffer.from(JSON.stringify(file)));
        byName.set(told, file);
        indexOf.set(told, Math.max(number, indexOf.get(told) ?? 0));
        names.push(told);
        if (!byName.has(name)) byName.set(name, file);
        if (!indexOf.has(name)) indexOf.set(name, number);
        stoodAs.push(name);
      }
    }
    this.#byName = byName;
    this.#indexOf = indexOf;
    this.#names = names;
    this.#stoodAs = stoodAs;
  }

  /** The newest version of a log (first 16 digits) that is sealed; 0 when none is. */
  versionOf(log16: string): number {
    return this.#names.reduce((newest, name) => {
      const head = parseHeadName(name);
      return head?.log16 === log16 ? Math.max(newest, head.version) : newest;
    }, 0);
  }
}
