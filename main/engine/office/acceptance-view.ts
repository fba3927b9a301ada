import { isForked } from '../store/branches.ts';
import type { WritableDb } from '../store/database.ts';
import { placeAt, placeByHash } from '../store/entries.ts';
import type { PlacedEntry } from '../store/entries.ts';
import { acceptUpTo, findLog, logByRow } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { noteWitness } from '../store/witness.ts';

/** Places that are remembered at once: a rebuild goes through a million entries. */
const PLACES_LIMIT = 20_000;

type KeptRow = { -readonly [K in keyof LogRow]: LogRow[K] };

/**
 * What acceptance asks of the store within one transaction. Rows of logs, their ends and entries that were looked at or
 * took effect are remembered, and what each entry moves by one is written once, by `flush`. Nobody else may write to
 * these while the view is in use, and nothing is left of it when the transaction does not come to be.
 */
export class AcceptanceView {
  readonly db: WritableDb;
  readonly #rows = new Map<number, KeptRow>();
  readonly #firstRows = new Map<string, KeptRow | undefined>();
  readonly #forked = new Map<string, boolean>();
  readonly #places = new Map<string, PlacedEntry>();
  /** By row of a log: the last entry that took effect through this view. */
  readonly #ends = new Map<number, PlacedEntry>();
  /** Rows whose `accepted_seq` is ahead of the store's. */
  readonly #ahead = new Set<number>();
  /** By row of a log: how far its writer said to have others, by their rows. */
  readonly #seen = new Map<number, Map<number, number>>();

  /** @param all every row of a log, where the caller has read them in this transaction */
  constructor(db: WritableDb, all: readonly LogRow[] = []) {
    this.db = db;
    for (const row of all) {
      const kept = { ...row };
      this.#rows.set(row.id, kept);
      if (row.branch === 0) this.#firstRows.set(row.log, kept);
    }
  }

  /** The log behind a row number. */
  row(id: number): LogRow | undefined {
    const known = this.#rows.get(id);
    if (known !== undefined) return known;
    const read = logByRow(this.db, id);
    if (read !== undefined) this.#rows.set(id, { ...read });
    return this.#rows.get(id);
  }

  /** The log with this id; of one that was continued twice what was here first. */
  first(log: string): LogRow | undefined {
    if (this.#firstRows.has(log)) return this.#firstRows.get(log);
    const read = findLog(this.db, log);
    const kept = read === undefined ? undefined : this.row(read.id);
    this.#firstRows.set(log, kept);
    return kept;
  }

  /** The row that a later continuation goes on from. */
  parent({ parent }: Pick<LogRow, 'parent'>): LogRow | undefined {
    return parent === null ? undefined : this.row(parent);
  }

  /** Whether the log was continued twice. */
  isForked(log: string): boolean {
    let forked = this.#forked.get(log);
    if (forked === undefined) {
      forked = isForked(this.db, log);
      this.#forked.set(log, forked);
    }
    return forked;
  }

  /** The entry with this hash, accepted or waiting. */
  byHash(hash: string): PlacedEntry | undefined {
    const known = this.#places.get(hash);
    if (known !== undefined) return known;
    const read = placeByHash(this.db, hash);
    if (read !== undefined) this.#remember(read);
    return read;
  }

  /** The entry at a place of a log, on the way to the end of this row; before a fork it is in another row. */
  at(row: number, seq: number): PlacedEntry | undefined {
    const end = this.#ends.get(row);
    return end?.seq === seq ? end : placeAt(this.db, row, seq);
  }

  /** An entry took effect, and stands in the store with its rank. */
  accepted(place: PlacedEntry): void {
    this.#remember(place);
    this.#ends.set(place.log_id, place);
    const row = this.#rows.get(place.log_id);
    if (row === undefined) throw new Error('an entry took effect in a log that nobody looked at');
    row.accepted_seq = place.seq;
    this.#ahead.add(row.id);
  }

  /** The writer of one log had seen another one up to an entry. */
  witnessed(by: number, row: number, seq: number): void {
    let seen = this.#seen.get(by);
    if (seen === undefined) this.#seen.set(by, (seen = new Map<number, number>()));
    seen.set(row, Math.max(seq, seen.get(row) ?? -1));
  }

  /** The row was changed in the store, other than by this view. */
  reread(id: number): void {
    this.flush();
    const kept = this.#rows.get(id);
    const read = logByRow(this.db, id);
    if (kept !== undefined && read !== undefined) Object.assign(kept, read);
  }

  /** Writes what is ahead of the store: how far logs took effect, and what their writers have seen. */
  flush(): void {
    for (const id of this.#ahead) acceptUpTo(this.db, id, this.#rows.get(id)?.accepted_seq ?? -1);
    this.#ahead.clear();
    for (const [by, seen] of this.#seen) {
      for (const [row, seq] of seen) noteWitness(this.db, by, row, seq);
    }
    this.#seen.clear();
  }

  #remember(place: PlacedEntry): void {
    if (this.#places.size >= PLACES_LIMIT) this.#places.clear();
    this.#places.set(place.hash, place);
  }
}
