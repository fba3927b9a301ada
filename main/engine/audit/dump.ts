import type { AcceptedEntry } from '#core/office/entry.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { NUMBER_LIMIT } from '#core/office/number-series.ts';
import type { RosterState } from '#core/office/roster.ts';

import { canonicalJson } from '../log/canonical-json.ts';
import { entriesOfLetter, foldBehind } from '../office/project.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { entryOfRow } from '../office/stored-entry.ts';
import { acceptedEnds, logIds, rowsOfLog } from '../store/branches.ts';
import type { ReadableDb } from '../store/database.ts';
import {
  entriesAboutNoLetter,
  entriesWithoutEffect,
  letterSubjects,
  rosterEntries,
} from '../store/entries.ts';
import { allKeepers } from '../store/archive.ts';
import { readLetter } from '../store/letters.ts';
import { heldBetween, knownSeries, readBook } from '../store/numbers.ts';

/** Letters that are folded in one transaction, where some are behind their entries. */
const FOLD_STEP = 500;

export interface DumpOptions {
  /** Shows the entries of Rahasia letters with their sealed content, which no dump opens, instead of as envelopes. */
  readonly confidential: boolean;
}

/** Who and when, and the hash that commits to the rest. */
function entryAsEnvelope({ hash, rank, log, seq, type, actor, time }: AcceptedEntry): unknown {
  return { hash, rank, log, seq, type, actor, time };
}

function isConfidential(state: LetterState | null): boolean {
  // Of a letter whose beginning is not here nobody can say how confidential it is.
  return state === null || state.securityClass === 'rahasia' || state.securityClass === 'sangatRahasia';
}

function letterInDump(
  id: string,
  state: LetterState | null,
  entries: readonly AcceptedEntry[],
  options: DumpOptions,
): unknown {
  if (options.confidential || !isConfidential(state)) return { id, state, entries };
  const { number = '', agenda = null, securityClass = null } = state ?? {};
  return { id, number, agenda, securityClass, entries: entries.map(entryAsEnvelope) };
}

/** All of the roster, its maps as objects: a field that it gains is in the dump without a word here. */
function rosterInDump(roster: RosterState): unknown {
  return Object.fromEntries(
    Object.entries(roster).map(([field, value]: [string, unknown]) => [
      field,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}

/** A log with its ends: one that was continued twice has several. */
function logInDump(db: ReadableDb, log: string): unknown {
  const rows = rowsOfLog(db, log);
  const first = (values: readonly (string | null)[]) =>
    values.filter((v) => v !== null).toSorted()[0] ?? null;
  return {
    log,
    user: first(rows.map((row) => row.user)),
    certifiedBy: first(rows.map((row) => row.certified_by)),
    accepted: acceptedEnds(db, log),
    retired: rows.flatMap((row) => row.retired_seq ?? []).toSorted((a, b) => a - b),
    withoutEffect: entriesWithoutEffect(db, log),
  };
}

function* list<T>(name: string, items: Iterable<T>, each: (item: T) => unknown): Generator<string> {
  yield `,\n"${name}":[`;
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n${canonicalJson(each(item))}`;
    first = false;
  }
  yield ']';
}

/**
 * The canonical projection of what all PCs of the office share, as the pieces of one JSON document: the roster and
 * its chain, every log's end, every letter as folded with its entries, every book of numbers, and the entries about
 * neither. Order and
 * spelling depend on the entries alone, so PCs with equal entries give equal bytes, and any change in any entry
 * changes them. Nothing of this PC alone is in it.
 */
export function* dumpOffice(runtime: OfficeRuntime, options: DumpOptions): Generator<string> {
  const { db } = runtime;
  while (foldBehind(runtime, FOLD_STEP) !== null);
  yield `{"format":"nirkertas-dump","version":0,\n"office":"${runtime.officeId}","genesis":"${runtime.genesisHash}",\n`;
  yield `"roster":${canonicalJson(rosterInDump(runtime.roster.current()))}`;
  yield* list('chain', rosterEntries(db), entryOfRow);
  yield* list('logs', logIds(db), (log) => logInDump(db, log));
  // How far each said to hold everything depends on what arrived together; that it keeps them does not.
  yield* list('keepers', allKeepers(db), ({ device, keeps, whole }) => ({ device, keeps, whole }));
  yield* list('letters', [...letterSubjects(db)].toSorted(), (id) =>
    letterInDump(id, readLetter(db, id) ?? null, entriesOfLetter(db, id), options),
  );
  yield* list('books', knownSeries(db), (series) => ({
    series,
    book: readBook(db, series) ?? null,
    held: heldBetween(db, series, 1, NUMBER_LIMIT),
  }));
  yield* list('others', entriesAboutNoLetter(db), entryOfRow);
  yield '}\n';
}
