import type { AcceptedEntry } from '#core/office/entry.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { Task } from '#core/office/tasks.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import type { Head } from '../log/head.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { addBranch, rowsOfLog } from '../store/branches.ts';
import { transact, transactUnhurried } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { entryByHash, placeByHash } from '../store/entries.ts';
import { addLog, advanceLog, allLogs, keepHead, refuseLog } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { lettersCiting } from '../store/numbers.ts';
import { noteUnfolded } from '../store/unfolded.ts';
import { byLetter } from './append.ts';
import { Arrivals, forgetWaiting } from './arrivals.ts';
import type { FreshEntries } from './arrivals.ts';
import { isOfSeries, refoldBooks } from './number-books.ts';
import { judgeAnew, judgedAnew, judgeForkAnew, refoldLetter } from './project.ts';
import type { Projected } from './project.ts';
import type { RosterNode } from './roster-history.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Entries that take effect in one transaction, so that nobody waits long for the store. */
const EFFECT_LIMIT = 5000;

/** A stretch of one log whose bytes, chain and log signature were checked. */
export interface Batch {
  readonly log: string;
  readonly entries: readonly ParsedEntry[];
  readonly head: Head;
}

/** When letters are folded that entries speak of: with them, or once the many that come were all taken in. */
export type FoldTime = 'now' | 'later';

export interface Ingested {
  /** Entries that took effect now, of this batch and of those that had waited for it. */
  readonly accepted: readonly AcceptedEntry[];
  readonly changed: readonly { readonly letter: LetterState; readonly tasks: readonly Task[] }[];
  /** More can take effect: `ingest` with no batch goes on. */
  readonly more: boolean;
}

/**
 * Takes a batch into the store in one transaction and lets everything take effect that now can. Without a batch what
 * has waited is tried again.
 *
 * @param limit about so many entries take effect in the transaction
 */
export function ingest(
  runtime: OfficeRuntime,
  batch: Batch | null,
  when: FoldTime = 'now',
  limit = EFFECT_LIMIT,
): Ingested {
  const before = { size: runtime.roster.size(), tip: runtime.roster.tip() };
  try {
    const take = when === 'later' ? transactUnhurried : transact;
    return take(runtime.db, (db) => {
      const fresh = batch === null ? null : beginBatch(db, runtime, batch);
      const arrivals = new Arrivals(db, runtime, limit, fresh);
      const more = arrivals.settle();
      const { accepted } = arrivals;
      const log = batch?.log ?? null;
      if (when === 'now') return { accepted, changed: fold(db, runtime, accepted, before.tip, log), more };
      foldLater(db, runtime, accepted, before.tip, log);
      return { accepted, changed: [], more };
    });
  } catch (error) {
    runtime.roster.truncate(before.size);
    forgetWaiting(runtime.db);
    throw error;
  }
}

function fold(
  db: WritableDb,
  runtime: OfficeRuntime,
  accepted: readonly AcceptedEntry[],
  before: RosterNode,
  log: string | null,
): readonly Projected[] {
  const changed = [];
  const grouped = byLetter(accepted);
  // An act that was here before what it cites is judged again, so that the order of arrival decides nothing.
  const citing = new Set(lettersCiting(db, citable(accepted)));
  for (const letter of new Set([...grouped.keys(), ...citing])) {
    const how = citing.has(letter) ? 'whole' : 'extend';
    const projected = refoldLetter(db, runtime, letter, grouped.get(letter) ?? [], how);
    if (projected !== null) changed.push(projected);
  }
  changed.push(...judgeAnew(db, runtime, before));
  if (log !== null) changed.push(...judgeForkAnew(db, runtime, log));
  refoldBooks(db, runtime, accepted);
  return changed;
}

/** Notes what these entries make stale; `foldBehind` folds it. */
function foldLater(
  db: WritableDb,
  runtime: OfficeRuntime,
  accepted: readonly AcceptedEntry[],
  before: RosterNode,
  log: string | null,
): void {
  const lowest = new Map<string, number>();
  const note = (subject: string, rank: number) =>
    lowest.set(subject, Math.min(rank, lowest.get(subject) ?? rank));
  for (const { subject, rank } of accepted) {
    if (subject !== null && (subject.startsWith('let_') || isOfSeries(subject))) note(subject, rank);
  }
  const again = [...lettersCiting(db, citable(accepted)), ...judgedAnew(db, runtime, before, log)];
  for (const subject of again) note(subject, Number.MAX_SAFE_INTEGER);
  for (const [subject, rank] of lowest) noteUnfolded(db, subject, rank);
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

/** Moves the end of the log over what is new in the batch, and answers that: `Arrivals` writes it. */
function beginBatch(db: WritableDb, runtime: OfficeRuntime, batch: Batch): FreshEntries | null {
  const from = batch.entries.findIndex(({ hash }) => placeByHash(db, hash) === undefined);
  const fresh = from < 0 ? [] : batch.entries.slice(from);
  const [first, last] = [fresh[0], fresh.at(-1)];
  const log =
    first === undefined
      ? rowsOfLog(db, batch.log).find(({ hash }) => hash === batch.head.hash)
      : rowFor(db, runtime, batch.log, first);
  // A head of what is here already, and not its end.
  if (log === undefined) return null;
  if (last !== undefined) {
    const time = fresh.reduce((latest, { envelope }) => Math.max(latest, envelope.time), 0);
    advanceLog(db, log.id, last.envelope.seq, last.hash, time);
  }
  keepHead(db, log.id, batch.head.version, Buffer.from(batch.head.signature, 'base64url'), log.head_file);
  return { logRow: log.id, entries: fresh };
}
