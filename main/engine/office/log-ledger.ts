import type { ParsedEntry } from '../log/entry-codec.ts';
import type { WritableDb } from '../store/database.ts';
import { entryPlace, insertEntry } from '../store/entries.ts';
import type { EntryPlace } from '../store/entries.ts';
import { addLog, allLogs, describeLog, findLog, keepHead, saveEnd } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { noteWitness } from '../store/witness.ts';

/** A log while a transaction adds to it. What moves with each entry is written once, at the end. */
export interface LedgerLog {
  readonly id: number;
  readonly log: string;
  readonly row: LogRow;
  user: string | null;
  seq: number;
  acceptedSeq: number;
  refused: string | null;
  hash: string | null;
  lastTime: number;
  moved: boolean;
  /** Places that were looked at or made in this transaction. */
  readonly places: Map<number, EntryPlace>;
}

/** Places kept of one log: enough for what its colleagues name, little enough for hundreds of logs. */
const MOST_PLACES = 4096;

/** Who writes a log, as its first entry says. */
export type LogDescription = Parameters<typeof describeLog>[2];

/**
 * The logs of the store within one transaction. Taking in a thousand entries asks for their logs' ends several thousand
 * times and moves them a thousand times: here that costs memory alone, and `flush` writes what came of it.
 */
export class LogLedger {
  readonly db: WritableDb;
  readonly #logs = new Map<string, LedgerLog>();
  /** By the row of the log that had seen it and the row of the log that was seen: how far. */
  readonly #witness = new Map<number, Map<number, number>>();
  #knowsAll = false;

  constructor(db: WritableDb) {
    this.db = db;
  }

  /** The log with this id, or undefined. */
  find(log: string): LedgerLog | undefined {
    const known = this.#logs.get(log);
    if (known !== undefined || this.#knowsAll) return known;
    const row = findLog(this.db, log);
    return row === undefined ? undefined : this.#keep(row);
  }

  /** The log with this id, begun when it was not known. */
  findOrAdd(log: string): LedgerLog {
    return this.find(log) ?? this.#keep(addLog(this.db, log, false));
  }

  /** All logs, in the order in which this PC met them. */
  all(): readonly LedgerLog[] {
    if (!this.#knowsAll) {
      for (const row of allLogs(this.db)) if (!this.#logs.has(row.log)) this.#keep(row);
      this.#knowsAll = true;
    }
    return [...this.#logs.values()].toSorted((a, b) => a.id - b.id);
  }

  /** What stands at a place of a log, or undefined. */
  place(log: LedgerLog, seq: number): EntryPlace | undefined {
    const known = log.places.get(seq);
    if (known !== undefined) return known;
    if (seq > log.seq) return undefined;
    const place = entryPlace(this.db, log.id, seq);
    if (place !== undefined) this.#remember(log, seq, place);
    return place;
  }

  /** Stores the entry that follows the log's end; answers its row. `rank` is null while it waits. */
  store(
    log: LedgerLog,
    { envelope, hash, bytes }: ParsedEntry,
    rank: number | null,
    signed: boolean,
  ): number {
    const row = insertEntry(this.db, {
      logRow: log.id,
      seq: envelope.seq,
      hash,
      rank,
      rosterIndex: envelope.roster.index,
      type: envelope.type,
      subject: envelope.subject,
      time: envelope.time,
      userSigned: signed,
      bytes,
    });
    log.seq = envelope.seq;
    log.hash = hash;
    log.lastTime = Math.max(log.lastTime, envelope.time);
    log.moved = true;
    return row;
  }

  /** Notes that the entry at this place takes effect. */
  accept(log: LedgerLog, seq: number, place: EntryPlace): void {
    log.acceptedSeq = seq;
    log.moved = true;
    this.#remember(log, seq, place);
  }

  describe(log: LedgerLog, description: LogDescription): void {
    describeLog(this.db, log.id, description);
    log.user = description.user;
  }

  /** Stops a log for good: what follows stays stored and without effect. */
  refuse(log: LedgerLog, reason: string): void {
    log.refused = reason;
    log.moved = true;
  }

  /** Keeps the newest signed head of a log. */
  head(log: LedgerLog, version: number, signature: Uint8Array): void {
    keepHead(this.db, log.id, version, signature, log.row.head_file);
  }

  /** Notes that the writer of one log had seen the other up to an entry. */
  witness(by: LedgerLog, seen: LedgerLog, seq: number): void {
    const of = this.#witness.get(by.id) ?? new Map<number, number>();
    if (of.size === 0) this.#witness.set(by.id, of);
    if ((of.get(seen.id) ?? -1) < seq) of.set(seen.id, seq);
  }

  /** Writes the ends of the logs and who had seen what. */
  flush(): void {
    for (const log of this.#logs.values()) {
      if (!log.moved) continue;
      saveEnd(this.db, log);
      log.moved = false;
    }
    for (const [by, seen] of this.#witness) {
      for (const [log, seq] of seen) noteWitness(this.db, by, log, seq);
    }
    this.#witness.clear();
  }

  #keep(row: LogRow): LedgerLog {
    const log: LedgerLog = {
      id: row.id,
      log: row.log,
      row,
      user: row.user,
      seq: row.seq,
      acceptedSeq: row.accepted_seq,
      refused: row.refused,
      hash: row.hash,
      lastTime: row.last_time,
      moved: false,
      places: new Map(),
    };
    this.#logs.set(row.log, log);
    return log;
  }

  #remember(log: LedgerLog, seq: number, place: EntryPlace): void {
    if (log.places.size >= MOST_PLACES) log.places.clear();
    log.places.set(seq, place);
  }
}
