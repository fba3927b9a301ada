import type { AcceptedEntry } from '#core/office/entry.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import { raiseAlert } from '../store/alerts.ts';
import type { WritableDb } from '../store/database.ts';
import { entriesOfLog } from '../store/entries.ts';
import type { EntryRow } from '../store/entries.ts';
import { allLogs, refuseLog } from '../store/logs.ts';
import { tryAccept } from './accept.ts';
import type { Wanted } from './accept.ts';
import { noteBlobs } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';
import { storedEntry } from './stored-entry.ts';

/** Waiting entries of one log that are read at once: little, since a log often waits again soon. */
const PAGE = 16;

/** A log, or one continuation of it, of which something is stored that has not taken effect. */
interface BehindLog {
  readonly id: number;
  readonly log: string;
  /** The last entry that took effect, and the last that is stored. */
  accepted: number;
  readonly last: number;
  rows: readonly EntryRow[];
  at: number;
}

/**
 * Lets stored entries take effect within one transaction, each as soon as what it builds on is there; the order in which
 * they came decides nothing. A log that waits is looked at again only when the log that it waits for has come that far.
 */
export class Arrivals {
  readonly accepted: AcceptedEntry[] = [];
  readonly #db: WritableDb;
  readonly #runtime: OfficeRuntime;
  readonly #limit: number;
  /** Logs that may have something that can take effect now. */
  readonly #ready: BehindLog[] = [];
  /** By the log that they wait for. */
  readonly #waiting = new Map<string, { readonly behind: BehindLog; readonly seq: number }[]>();
  #forRoster: BehindLog[] = [];

  /** At most about `limit` entries take effect; the rest goes on waiting. */
  constructor(db: WritableDb, runtime: OfficeRuntime, limit: number) {
    this.#db = db;
    this.#runtime = runtime;
    this.#limit = limit;
  }

  /** Lets what waits take effect until nothing can any more. True when it stopped at the limit before that. */
  settle(): boolean {
    for (const { id, log, seq, accepted_seq: accepted, refused } of allLogs(this.#db)) {
      if (accepted === seq || refused !== null) continue;
      this.#ready.push({ id, log, accepted, last: seq, rows: [], at: 0 });
    }
    while (this.accepted.length < this.#limit) {
      const behind = this.#ready.pop();
      if (behind === undefined) return false;
      this.#advance(behind);
    }
    return true;
  }

  /** Goes through a log's waiting entries until one waits again. */
  #advance(behind: BehindLog): void {
    while (behind.accepted < behind.last && this.accepted.length < this.#limit) {
      const row = this.#next(behind);
      const entry = storedEntry(row);
      const answer = tryAccept(this.#db, this.#runtime, { log: behind.id, entry: row.id }, entry);
      if (answer.state === 'waiting') {
        this.#holdBack(behind, answer.on);
        break;
      }
      if (answer.state === 'refused') {
        this.#alert(entry, answer.reason);
        refuseLog(this.#db, behind.id, answer.reason);
        break;
      }
      behind.accepted = row.seq;
      const { roster } = answer;
      if (roster !== null) this.#wakeForRoster();
      if (roster === 'forged' || roster === 'taken-over') this.#alert(entry, `roster-${roster}`);
      noteBlobs(this.#db, answer.entry, false, this.#runtime.clock());
      this.accepted.push(answer.entry);
    }
    this.#wake(behind);
  }

  /** The log's first entry that has not taken effect. */
  #next(behind: BehindLog): EntryRow {
    const wanted = behind.accepted + 1;
    if (behind.at >= behind.rows.length) {
      behind.rows = entriesOfLog(this.#db, behind.id, wanted, PAGE);
      behind.at = 0;
    }
    const row = behind.rows[behind.at];
    if (row === undefined || row.seq !== wanted) throw new Error(`log ${behind.log} lacks entry ${wanted}`);
    behind.at += 1;
    return row;
  }

  #holdBack(behind: BehindLog, on: Wanted): void {
    // The entry is asked for again.
    behind.at -= 1;
    if (on === 'roster') this.#forRoster.push(behind);
    else this.#waiting.set(on.log, [...(this.#waiting.get(on.log) ?? []), { behind, seq: on.seq }]);
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
