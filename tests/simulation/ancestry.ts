import type { EntryEnvelope } from '#core/office/entry.ts';

/** An entry as it stands in a store, with nothing that the engine concluded from it but that it took effect. */
export interface StoredEntry {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly envelope: EntryEnvelope;
}

/** Who had seen what when they wrote: told from `prev` and `deps` alone. */
export class Ancestry {
  /** By entry: the last sequence number of each log that it builds on, its own included. */
  readonly #seen = new Map<string, ReadonlyMap<string, number>>();

  readonly #ranks = new Map<string, number>();

  constructor(entries: readonly StoredEntry[]) {
    const byPlace = new Map(entries.map((entry) => [`${entry.envelope.log}/${entry.envelope.seq}`, entry]));
    const left = new Set(entries);
    for (let before = -1; before !== left.size;) {
      before = left.size;
      for (const entry of left) {
        const seen = this.#seenBy(entry, byPlace);
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
    return a !== b && !this.#builds(a, b) && !this.#builds(b, a);
  }

  #builds(later: StoredEntry, earlier: StoredEntry): boolean {
    const { log, seq } = earlier.envelope;
    return (this.#seen.get(later.hash)?.get(log) ?? -1) >= seq;
  }

  #seenBy(
    { hash, envelope }: StoredEntry,
    byPlace: ReadonlyMap<string, StoredEntry>,
  ): ReadonlyMap<string, number> | null {
    const seen = new Map<string, number>();
    let rank = 0;
    const before = envelope.seq === 0 ? [] : [{ log: envelope.log, seq: envelope.seq - 1 }];
    for (const { log, seq } of [...before, ...envelope.deps]) {
      const entry = byPlace.get(`${log}/${seq}`);
      const known = entry === undefined ? undefined : this.#seen.get(entry.hash);
      if (entry === undefined || known === undefined) return null;
      rank = Math.max(rank, this.rankOf(entry));
      for (const [other, until] of known) seen.set(other, Math.max(until, seen.get(other) ?? -1));
    }
    this.#ranks.set(hash, rank + 1);
    return seen.set(envelope.log, envelope.seq);
  }
}
