import type { AcceptedEntry } from '#core/office/entry.ts';

import { parseEntry } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import type { Head } from '../log/head.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { addBranch, rowsOfLog } from '../store/branches.ts';
import { entriesOfLog, entryByHash, insertEntry } from '../store/entries.ts';
import { addLog, advanceLog, allLogs, keepHead, refuseLog } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { lettersCiting } from '../store/numbers.ts';
import { tryAccept } from './accept.ts';
import { byLetter } from './append.ts';
import { refoldBooks } from './number-books.ts';
import { judgeAnew, judgeForkAnew, noteBlobs, refoldLetter } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Task } from '#core/office/tasks.ts';
import type { LetterState } from '#core/office/letter-state.ts';

/** A stretch of one log whose bytes, chain and log signature were checked. */
export interface Batch {
  readonly log: string;
  readonly entries: readonly ParsedEntry[];
  readonly head: Head;
}

export interface Ingested {
  /** Entries that took effect now, of this batch and of those that had waited for it. */
  readonly accepted: readonly AcceptedEntry[];
  readonly changed: readonly { readonly letter: LetterState; readonly tasks: readonly Task[] }[];
}

/** Takes a batch into the store in one transaction and lets everything take effect that now can. */
export function ingest(runtime: OfficeRuntime, batch: Batch): Ingested {
  const before = { size: runtime.roster.size(), tip: runtime.roster.tip() };
  try {
    return transact(runtime.db, (db) => {
      storeBatch(db, runtime, batch);
      const accepted = settle(db, runtime);
      const changed = [];
      const grouped = byLetter(accepted);
      // An act that was here before what it cites is judged again, so that the order of arrival decides nothing.
      const citing = new Set(lettersCiting(db, citable(accepted)));
      for (const letter of new Set([...grouped.keys(), ...citing])) {
        const how = citing.has(letter) ? 'whole' : 'extend';
        const projected = refoldLetter(db, runtime, letter, grouped.get(letter) ?? [], how);
        if (projected !== null) changed.push(projected);
      }
      changed.push(...judgeAnew(db, runtime, before.tip), ...judgeForkAnew(db, runtime, batch.log));
      refoldBooks(db, runtime, accepted);
      return { accepted, changed };
    });
  } catch (error) {
    runtime.roster.truncate(before.size);
    throw error;
  }
}

/** What a letter's number acts may cite. */
function citable(entries: readonly AcceptedEntry[]): readonly string[] {
  return entries
    .filter(({ type }) => type === 'number.leased' || type === 'number.issued')
    .map(({ hash }) => hash);
}

/**
 * The row that goes on with what follows this entry: the one that ends there. Where another entry follows it already
 * the log was continued twice, and both stay: the newcomer gets a row of its own.
 */
function rowFor(db: WritableDb, runtime: OfficeRuntime, log: string, { envelope }: ParsedEntry): LogRow {
  const rows = rowsOfLog(db, log);
  if (rows.length === 0) return addLog(db, log, false);
  const end = rows.find(({ seq, hash }) => seq === envelope.seq - 1 && hash === envelope.prev);
  if (end !== undefined) return end;
  const before = envelope.prev === null ? null : (entryByHash(db, envelope.prev) ?? null);
  if (envelope.prev !== null && before === null) throw new RangeError(`${log} has no entry ${envelope.prev}`);
  const where = { log: log.slice(0, 16), seq: envelope.seq };
  raiseAlert(db, 'log-continued-twice', `${log}/${envelope.seq}`, where, runtime.clock());
  pardonConflicts(db);
  return addBranch(db, log, before);
}

/** What named an entry of a continuation that nobody here knew is looked at again now that there is another one. */
function pardonConflicts(db: WritableDb): void {
  for (const log of allLogs(db)) {
    if (log.refused !== 'dependency-conflict') continue;
    refuseLog(db, log.id, null);
    clearAlerts(db, `${log.log}/${log.accepted_seq + 1}`);
  }
}

function storeBatch(db: WritableDb, runtime: OfficeRuntime, batch: Batch): void {
  const from = batch.entries.findIndex(({ hash }) => entryByHash(db, hash) === undefined);
  const fresh = from < 0 ? [] : batch.entries.slice(from);
  const [first] = fresh;
  const log =
    first === undefined
      ? rowsOfLog(db, batch.log).find(({ hash }) => hash === batch.head.hash)
      : rowFor(db, runtime, batch.log, first);
  // A head of what is here already, and not its end.
  if (log === undefined) return;
  for (const { envelope, hash, bytes } of fresh) {
    insertEntry(db, {
      logRow: log.id,
      seq: envelope.seq,
      hash,
      rank: null,
      rosterIndex: envelope.roster.index,
      type: envelope.type,
      subject: envelope.subject,
      time: envelope.time,
      userSigned: false,
      bytes,
    });
    advanceLog(db, log.id, envelope.seq, hash, envelope.time);
  }
  keepHead(db, log.id, batch.head.version, Buffer.from(batch.head.signature, 'base64url'), log.head_file);
}

/** Lets waiting entries take effect until none can any more; each round goes once through every log. */
function settle(db: WritableDb, runtime: OfficeRuntime): AcceptedEntry[] {
  const accepted: AcceptedEntry[] = [];
  for (let moved = true; moved;) {
    moved = false;
    for (const log of allLogs(db)) {
      if (log.accepted_seq === log.seq || log.refused !== null) continue;
      const before = accepted.length;
      settleLog(db, runtime, log.id, log.accepted_seq + 1, accepted);
      moved ||= accepted.length > before;
    }
  }
  return accepted;
}

const PAGE = 500;

function settleLog(
  db: WritableDb,
  runtime: OfficeRuntime,
  logRow: number,
  from: number,
  accepted: AcceptedEntry[],
): void {
  for (let next = from; ;) {
    const rows = entriesOfLog(db, logRow, next, PAGE);
    for (const row of rows) {
      const parsed = parseEntry(row.bytes);
      if (!parsed.ok) throw new Error(`stored entry ${row.hash} does not read back`);
      const acceptance = tryAccept(db, runtime, { log: logRow, entry: row.id }, parsed.value);
      if (acceptance.state === 'waiting') return;
      if (acceptance.state === 'refused') {
        const { log, seq } = parsed.value.envelope;
        raiseAlert(db, acceptance.reason, `${log}/${seq}`, { log: log.slice(0, 16), seq }, runtime.clock());
        refuseLog(db, logRow, acceptance.reason);
        return;
      }
      if (acceptance.roster === 'forged' || acceptance.roster === 'taken-over') {
        const { log, seq } = parsed.value.envelope;
        const code = `roster-${acceptance.roster}`;
        raiseAlert(db, code, `${log}/${seq}`, { log: log.slice(0, 16), seq }, runtime.clock());
      }
      noteBlobs(db, acceptance.entry, false, runtime.clock());
      accepted.push(acceptance.entry);
      next = row.seq + 1;
    }
    if (rows.length < PAGE) return;
  }
}
