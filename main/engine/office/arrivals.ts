import type { AcceptedEntry } from '#core/office/entry.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import { raiseAlert } from '../store/alerts.ts';
import { acceptEntry, entriesOfLog } from '../store/entries.ts';
import type { EntryRow } from '../store/entries.ts';
import { judgeEntry, takeEffect } from './accept.ts';
import type { Judged } from './accept.ts';
import type { LedgerLog, LogLedger } from './log-ledger.ts';
import { noteBlobs } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';
import { storedEntry } from './stored-entry.ts';

/** Waiting entries of one log that are read at once: little, since a log often waits again soon. */
const PAGE = 16;

/** Where reading a log's waiting entries stands. */
interface Cursor {
  rows: readonly EntryRow[];
  at: number;
}

/**
 * Entries that come in within one transaction, and those that had waited for them. Each takes effect as soon as what it
 * builds on is there; the order in which they come decides nothing. A log that waits is looked at again only when the
 * log that it waits for has come that far.
 */
export class Arrivals {
  readonly accepted: AcceptedEntry[] = [];
  readonly #runtime: OfficeRuntime;
  readonly #ledger: LogLedger;
  readonly #limit: number;
  /** Logs that may have something that can take effect now. */
  readonly #ready: LedgerLog[] = [];
  readonly #isWaiting = new Set<LedgerLog>();
  /** By the log that they wait for. */
  readonly #waiting = new Map<string, { readonly log: LedgerLog; readonly seq: number }[]>();
  #forRoster: LedgerLog[] = [];
  readonly #cursors = new Map<LedgerLog, Cursor>();

  /** At most about `limit` entries take effect; the rest goes on waiting. */
  constructor(runtime: OfficeRuntime, ledger: LogLedger, limit: number) {
    this.#runtime = runtime;
    this.#ledger = ledger;
    this.#limit = limit;
  }

  /** Stores what continues a log. What can take effect at once does. */
  take(log: LedgerLog, entries: readonly ParsedEntry[]): void {
    let isInOrder = log.acceptedSeq === log.seq && log.refused === null;
    for (const entry of entries) {
      const judged = isInOrder ? judgeEntry(this.#ledger, this.#runtime, log, entry) : null;
      if (judged?.state === 'accepted') {
        const row = this.#ledger.store(log, entry, judged.rank, judged.userSigned);
        this.#takeEffect(log, entry, { ...judged, row });
        continue;
      }
      this.#ledger.store(log, entry, null, false);
      if (judged !== null) this.#holdBack(log, entry, judged);
      isInOrder = false;
    }
  }

  /** Lets what waits take effect until nothing can any more. True when it stopped at the limit before that. */
  settle(): boolean {
    this.#ready.push(...this.#ledger.all().filter((log) => isBehind(log) && !this.#isWaiting.has(log)));
    while (this.accepted.length < this.#limit) {
      const log = this.#ready.pop();
      if (log === undefined) return false;
      this.#advance(log);
    }
    return true;
  }

  /** Goes through a log's waiting entries until one waits again. */
  #advance(log: LedgerLog): void {
    while (isBehind(log) && this.accepted.length < this.#limit) {
      const row = this.#next(log);
      const entry = storedEntry(row);
      const judged = judgeEntry(this.#ledger, this.#runtime, log, entry);
      if (judged.state !== 'accepted') {
        this.#holdBack(log, entry, judged);
        break;
      }
      acceptEntry(this.#ledger.db, row.id, judged.rank, judged.userSigned);
      this.#takeEffect(log, entry, { ...judged, row: row.id });
    }
    this.#wake(log);
  }

  /** Logs that waited for this one, as far as it has come, are to be tried again. */
  #wake(log: LedgerLog): void {
    const waiting = this.#waiting.get(log.log);
    if (waiting === undefined) return;
    const still = waiting.filter(({ log: other, seq }) => {
      if (seq > log.acceptedSeq) return true;
      this.#isWaiting.delete(other);
      this.#ready.push(other);
      return false;
    });
    this.#waiting.set(log.log, still);
  }

  /** The roster has grown: who waits for it is to be tried again. */
  #wakeForRoster(): void {
    for (const log of this.#forRoster) this.#isWaiting.delete(log);
    this.#ready.push(...this.#forRoster);
    this.#forRoster = [];
  }

  /** The log's first entry that has not taken effect. */
  #next(log: LedgerLog): EntryRow {
    const wanted = log.acceptedSeq + 1;
    const cursor = this.#cursors.get(log) ?? { rows: [], at: 0 };
    while (cursor.at < cursor.rows.length && (cursor.rows[cursor.at]?.seq ?? wanted) < wanted) cursor.at += 1;
    if (cursor.at >= cursor.rows.length) {
      cursor.rows = entriesOfLog(this.#ledger.db, log.id, wanted, PAGE);
      cursor.at = 0;
    }
    this.#cursors.set(log, cursor);
    const row = cursor.rows[cursor.at];
    if (row === undefined || row.seq !== wanted) throw new Error(`log ${log.log} lacks entry ${wanted}`);
    return row;
  }

  #takeEffect(
    log: LedgerLog,
    entry: ParsedEntry,
    judged: { readonly row: number } & Extract<Judged, { readonly state: 'accepted' }>,
  ): void {
    const { entry: accepted, roster } = takeEffect(this.#ledger, this.#runtime, log, entry, judged);
    if (roster !== null) this.#wakeForRoster();
    if (roster === 'forged' || roster === 'taken-over') this.#alert(entry, `roster-${roster}`);
    noteBlobs(this.#ledger.db, accepted, false, this.#runtime.clock());
    this.accepted.push(accepted);
  }

  #holdBack(
    log: LedgerLog,
    entry: ParsedEntry,
    judged: Exclude<Judged, { readonly state: 'accepted' }>,
  ): void {
    if (judged.state === 'refused') {
      this.#alert(entry, judged.reason);
      this.#ledger.refuse(log, judged.reason);
      return;
    }
    const { on } = judged;
    this.#isWaiting.add(log);
    if (on.kind === 'roster') this.#forRoster.push(log);
    else this.#waiting.set(on.log, [...(this.#waiting.get(on.log) ?? []), { log, seq: on.seq }]);
  }

  #alert({ envelope: { log, seq } }: ParsedEntry, code: string): void {
    const params = { log: log.slice(0, 16), seq };
    raiseAlert(this.#ledger.db, code, `${log}/${seq}`, params, this.#runtime.clock());
  }
}

/** Whether a log has entries that may yet take effect. */
function isBehind(log: LedgerLog): boolean {
  return log.acceptedSeq < log.seq && log.refused === null;
}
