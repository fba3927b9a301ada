import type { EntryEnvelope } from '#core/office/entry.ts';

/** An entry as it stands in a store, with nothing that the engine concluded from it but that it took effect. */
export interface StoredEntry {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly envelope: EntryEnvelope;
}

/** Where an entry stands: a continuation of its log, named by the first entry that is of this one alone. */
interface Place {
  readonly continuation: string;
  readonly seq: number;
}

/**
 * Who had seen what when they wrote: told from `prev` and `deps` alone, and by hash, since a log that was continued
 * twice has two entries of one number.
 */
export class Ancestry {
  /** By entry: the last sequence number of each continuation that it builds on, its own included. */
  readonly #seen = new Map<string, ReadonlyMap<string, number>>();
  readonly #places = new Map<string, Place>();
  /** Entries that another one of their log follows. */
  readonly #followed = new Set<string>();
  readonly #ranks = new Map<string, number>();

  constructor(entries: readonly StoredEntry[]) {
    const left = new Set(entries);
    for (let before = -1; before !== left.size;) {
      before = left.size;
      for (const entry of left) {
        const seen = this.#seenBy(entry);
        if (seen === null) continue;
        this.#seen.set(entry.hash, seen);
        left.delete(entry);
      }
    }
  }

  /** Place in the causal order, reckoned here a second time: 1 + the highest of what it builds on. */
  rankOf(entry: StoredEntry): number {
    return this.#ranks.get(entry.hash) ?? 0;
  }

  /** Whether neither of two entries had seen the other. */
  areConcurrent(a: StoredEntry, b: StoredEntry): boolean {
    return a !== b && !this.buildsOn(a, b) && !this.buildsOn(b, a);
  }

  /** Whether the author of the first had seen the second, or the first is the second. */
  buildsOn(later: StoredEntry, earlier: StoredEntry): boolean {
    const place = this.#places.get(earlier.hash);
    const seen = place === undefined ? undefined : this.#seen.get(later.hash)?.get(place.continuation);
    return place !== undefined && (seen ?? -1) >= place.seq;
  }

  #seenBy({ hash, envelope }: StoredEntry): ReadonlyMap<string, number> | null {
    const seen = new Map<string, number>();
    let rank = 0;
    const before = [
      ...(envelope.prev === null ? [] : [envelope.prev]),
      ...envelope.deps.map((dep) => dep.hash),
    ];
    for (const one of before) {
      const known = this.#seen.get(one);
      if (known === undefined) return null;
      rank = Math.max(rank, this.#ranks.get(one) ?? 0);
      for (const [other, until] of known) seen.set(other, Math.max(until, seen.get(other) ?? -1));
    }
    this.#ranks.set(hash, rank + 1);
    const place = { continuation: this.#continuationOf(hash, envelope.prev), seq: envelope.seq };
    this.#places.set(hash, place);
    return seen.set(place.continuation, place.seq);
  }

  /** The first that follows an entry goes on with its continuation, any other one begins its own. */
  #continuationOf(hash: string, prev: string | null): string {
    if (prev === null || this.#followed.has(prev)) return hash;
    this.#followed.add(prev);
    return this.#places.get(prev)?.continuation ?? hash;
  }
}

/** Logs in which two entries follow one, and all entries that are behind such a fork. */
export function forksIn(entries: readonly StoredEntry[]): ReadonlyMap<string, readonly StoredEntry[]> {
  const after = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const { log, prev } = entry.envelope;
    const key = `${log} ${prev}`;
    after.set(key, [...(after.get(key) ?? []), entry]);
  }
  const forks = new Map<string, readonly StoredEntry[]>();
  for (const siblings of after.values()) {
    const [one] = siblings;
    if (one === undefined || siblings.length < 2) continue;
    const { log } = one.envelope;
    forks.set(log, [...(forks.get(log) ?? []), ...siblings]);
  }
  return forks;
}
