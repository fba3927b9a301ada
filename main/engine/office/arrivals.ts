import type { AcceptedEntry } from '#core/office/entry.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import { raiseAlert } from '../store/alerts.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { entriesOfLog, insertEntry } from '../store/entries.ts';
import { allLogs, refuseLog } from '../store/logs.ts';
import { acceptNext, stored } from './accept.ts';
import type { Candidate, Wanted } from './accept.ts';
import { AcceptanceView } from './acceptance-view.ts';
import { noteBlobs } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';
import { storedEntry } from './stored-entry.ts';

/** Waiting entries of one log that are read at once: little, since a log often waits again soon. */
const PAGE = 16;

/** Entries that continue a row of a log, which ends with them already; none of them is written yet. */
export interface FreshEntries {
  readonly logRow: number;
  readonly entries: readonly ParsedEntry[];
}

/** An entry that has not taken effect, and how it is written when it does. */
interface NextEntry {
  readonly parsed: ParsedEntry;
  readonly candidate: Candidate;
}

/** A log, or one continuation of it, of which something is here that has not taken effect. */
interface BehindLog {
  readonly id: number;
  readonly log: string;
  /** The last entry that took effect, and the last that is here. */
  accepted: number;
  readonly last: number;
  next: readonly NextEntry[];
  at: number;
}

/** What the next entry of a log waits for, by the log's row; it goes on being so while `accepted` is its end. */
interface Waiting {
  readonly accepted: number;
  readonly log: string;
  readonly seq: number;
}

/** What logs were found to wait for, so that the next transaction does not look at each of them again. */
const waitingIn = new WeakMap<ReadableDb, Map<number, Waiting>>();

/** Lets every log be looked at again: a transaction did not come to be. */
export function forgetWaiting(db: ReadableDb): void {
  waitingIn.delete(db);
}

function waitingOf(db: ReadableDb): Map<number, Waiting> {
  let known = waitingIn.get(db);
  if (known === undefined) waitingIn.set(db, (known = new Map<number, Waiting>()));
  return known;
}

/**
 * Lets entries take effect within one transaction, each as soon as what it builds on is there; the order in which they
 * came decides nothing. A log that waits is looked at again only when the log that it waits for has come that far. Fresh
 * entries are written once: with their rank where they take effect at once, as waiting ones otherwise.
 */
export class Arrivals {
  readonly accepted: AcceptedEntry[] = [];
  readonly #db: WritableDb;
  readonly #runtime: OfficeRuntime;
  readonly #limit: number;
  readonly #view: AcceptanceView;
  readonly #known: Map<number, Waiting>;
  readonly #fresh: readonly ParsedEntry[];
  readonly #freshRow: number | null;
  /** So many of the fresh entries are written. */
  #written = 0;
  /** Logs that may have something that can take effect now. */
  readonly #ready: BehindLog[] = [];
  /** By the log that they wait for. */
  readonly #waiting = new Map<string, { readonly behind: BehindLog; readonly seq: number }[]>();
  #forRoster: BehindLog[] = [];

  /** At most about `limit` entries take effect; the rest goes on waiting. */
  constructor(db: WritableDb, runtime: OfficeRuntime, limit: number, fresh: FreshEntries | null) {
    this.#db = db;
    this.#runtime = runtime;
    this.#limit = limit;
    this.#known = waitingOf(runtime.db);
    this.#fresh = fresh?.entries ?? [];
    this.#freshRow = fresh?.logRow ?? null;
    const rows = allLogs(db);
    this.#view = new AcceptanceView(db, rows);
    const reach = new Map<string, number>();
    for (const { log, accepted_seq: accepted } of rows) {
      reach.set(log, Math.max(accepted, reach.get(log) ?? -1));
    }
    for (const { id, log, seq, accepted_seq: accepted, refused } of rows) {
      const behind: BehindLog = { id, log, accepted, last: seq, next: [], at: 0 };
      if (id === this.#freshRow) this.#begin(behind, refused !== null);
      if (accepted === seq || refused !== null) continue;
      const on = this.#known.get(id);
      const waits = on?.accepted === accepted && (reach.get(on.log) ?? -1) < on.seq;
      if (waits) this.#await(behind, on);
      else this.#ready.push(behind);
    }
  }

  /** Lets what waits take effect until nothing can any more. True when it stopped at the limit before that. */
  settle(): boolean {
    let behind: BehindLog | undefined;
    while (this.accepted.length < this.#limit) {
      behind = this.#ready.pop();
      if (behind === undefined) break;
      this.#advance(behind);
    }
    this.#writeWaiting();
    this.#view.flush();
    return behind !== undefined;
  }

  /** Fresh entries behind others that wait, or of a log that was stopped, wait as those do. */
  #begin(behind: BehindLog, isRefused: boolean): void {
    const [first] = this.#fresh;
    if (first === undefined) return;
    if (isRefused || first.envelope.seq !== behind.accepted + 1) this.#writeWaiting();
    else
      behind.next = this.#fresh.map((parsed) => ({ parsed, candidate: this.#unwritten(behind.id, parsed) }));
  }

  #unwritten(log: number, parsed: ParsedEntry): Candidate {
    return {
      log,
      put: (rank, userSigned) => {
        this.#written += 1;
        return this.#insert(log, parsed, rank, userSigned);
      },
    };
  }

  #insert(logRow: number, { envelope, hash, bytes }: ParsedEntry, rank: number | null, userSigned: boolean) {
    const { seq, type, subject, time, roster } = envelope;
    const place = { logRow, seq, hash, rank, rosterIndex: roster.index };
    return insertEntry(this.#db, { ...place, type, subject, time, userSigned, bytes });
  }

  #writeWaiting(): void {
    for (const parsed of this.#fresh.slice(this.#written)) {
      this.#insert(this.#freshRow ?? -1, parsed, null, false);
    }
    this.#written = this.#fresh.length;
  }

  /** Goes through a log's waiting entries until one waits again. */
  #advance(behind: BehindLog): void {
    const { accepted } = behind;
    while (behind.accepted < behind.last && this.accepted.length < this.#limit) {
      const { parsed, candidate } = this.#next(behind);
      const answer = acceptNext(this.#view, this.#runtime, candidate, parsed);
      if (answer.state === 'waiting') {
        this.#holdBack(behind, answer.on);
        break;
      }
      if (answer.state === 'refused') {
        this.#alert(parsed, answer.reason);
        refuseLog(this.#db, behind.id, answer.reason);
        break;
      }
      behind.accepted = parsed.envelope.seq;
      const { roster } = answer;
      if (roster !== null) this.#wakeForRoster();
      if (roster === 'forged' || roster === 'taken-over') this.#alert(parsed, `roster-${roster}`);
      noteBlobs(this.#db, answer.entry, false, this.#runtime.clock(), behind.id);
      this.accepted.push(answer.entry);
    }
    // A continuation is at its fork from the beginning, and would wake itself where its parent is not.
    if (behind.accepted > accepted) this.#wake(behind);
  }

  /** The log's first entry that has not taken effect. */
  #next(behind: BehindLog): NextEntry {
    const wanted = behind.accepted + 1;
    if (behind.at >= behind.next.length) {
      behind.next = entriesOfLog(this.#db, behind.id, wanted, PAGE).map((row) => ({
        parsed: storedEntry(row),
        candidate: stored(this.#db, behind.id, row.id),
      }));
      behind.at = 0;
    }
    const next = behind.next[behind.at];
    if (next?.parsed.envelope.seq !== wanted) throw new Error(`log ${behind.log} lacks entry ${wanted}`);
    behind.at += 1;
    return next;
  }

  #holdBack(behind: BehindLog, on: Wanted): void {
    // The entry is asked for again.
    behind.at -= 1;
    if (on === 'roster') this.#forRoster.push(behind);
    else this.#await(behind, { accepted: behind.accepted, ...on });
  }

  #await(behind: BehindLog, on: Waiting): void {
    this.#known.set(behind.id, on);
    const waiting = this.#waiting.get(on.log);
    if (waiting === undefined) this.#waiting.set(on.log, [{ behind, seq: on.seq }]);
    else waiting.push({ behind, seq: on.seq });
  }

  /** Logs that waited for this one, as far as it has come, are to be tried again. */
  #wake({ log, accepted }: BehindLog): void {
    const waiting = this.#waiting.get(log);
    if (waiting === undefined) return;
    this.#waiting.set(
      log,
      waiting.filter(({ seq }) => seq > accepted),
    );
    this.#ready.push(...waiting.filter(({ seq }) => seq <= accepted).map(({ behind }) => behind));
  }

  /** The roster has grown: who waits for it is to be tried again. */
  #wakeForRoster(): void {
    this.#ready.push(...this.#forRoster);
    this.#forRoster = [];
  }

  #alert({ envelope: { log, seq } }: ParsedEntry, code: string): void {
    const params = { log: log.slice(0, 16), seq };
    raiseAlert(this.#db, code, `${log}/${seq}`, params, this.#runtime.clock());
  }
}
