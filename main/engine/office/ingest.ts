import type { AcceptedEntry } from '#core/office/entry.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { Task } from '#core/office/tasks.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import type { Head } from '../log/head.ts';
import { transact, transactUnhurried } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { lettersCiting } from '../store/numbers.ts';
import { noteUnfolded } from '../store/unfolded.ts';
import { byLetter } from './append.ts';
import { Arrivals } from './arrivals.ts';
import { LogLedger } from './log-ledger.ts';
import { isOfSeries, refoldBooks } from './number-books.ts';
import { judgeAnew, judgedAnew, refoldLetter } from './project.ts';
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
      const ledger = new LogLedger(db);
      const arrivals = new Arrivals(runtime, ledger, limit);
      if (batch !== null) {
        const log = ledger.findOrAdd(batch.log);
        arrivals.take(log, batch.entries);
        const { version, signature } = batch.head;
        ledger.head(log, version, Buffer.from(signature, 'base64url'));
      }
      const more = arrivals.settle();
      ledger.flush();
      const { accepted } = arrivals;
      if (when === 'now') return { accepted, changed: fold(db, runtime, accepted, before.tip), more };
      foldLater(db, runtime, accepted, before.tip);
      return { accepted, changed: [], more };
    });
  } catch (error) {
    runtime.roster.truncate(before.size);
    throw error;
  }
}

function fold(
  db: WritableDb,
  runtime: OfficeRuntime,
  accepted: readonly AcceptedEntry[],
  before: RosterNode,
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
  refoldBooks(db, runtime, accepted);
  return changed;
}

/** Notes what these entries make stale; `foldBehind` folds it. */
function foldLater(
  db: WritableDb,
  runtime: OfficeRuntime,
  accepted: readonly AcceptedEntry[],
  before: RosterNode,
): void {
  const lowest = new Map<string, number>();
  const note = (subject: string, rank: number) =>
    lowest.set(subject, Math.min(rank, lowest.get(subject) ?? rank));
  for (const { subject, rank } of accepted) {
    if (subject !== null && (subject.startsWith('let_') || isOfSeries(subject))) note(subject, rank);
  }
  const again = [...lettersCiting(db, citable(accepted)), ...judgedAnew(db, runtime, before)];
  for (const subject of again) note(subject, Number.MAX_SAFE_INTEGER);
  for (const [subject, rank] of lowest) noteUnfolded(db, subject, rank);
}

/** What a letter's number acts may cite. */
function citable(entries: readonly AcceptedEntry[]): readonly string[] {
  return entries
    .filter(({ type }) => type === 'number.leased' || type === 'number.issued')
    .map(({ hash }) => hash);
}
