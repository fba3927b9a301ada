import { compareEntries } from '#core/office/entry.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import { tasksOf } from '#core/office/tasks.ts';
import type { Task } from '#core/office/tasks.ts';

import { noteBlob } from '../store/blobs.ts';
import { transact, transactUnhurried } from '../store/database.ts';
import { isForked, rowOfEntry, rowsOfLog } from '../store/branches.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { entriesOfSubject, lettersOfLog } from '../store/entries.ts';
import { projectLetter, sameNumbers, unprojectLetter } from '../store/letter-projection.ts';
import { readLetter } from '../store/letters.ts';
import { heldBy, seriesSubjects } from '../store/numbers.ts';
import { forgetUnfolded, isUnfolded, unfoldedSubjects } from '../store/unfolded.ts';
import { isOfSeries, noteNumbers, refoldAllBooks, refoldBook, watchDuplicates } from './number-books.ts';
import { judgesAnew, lettersOnLog, lettersToJudgeAnew } from './roster-change.ts';
import type { RosterNode } from './roster-history.ts';
import { foldContext, servicePromise } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { entryOfRow } from './stored-entry.ts';

/** All accepted entries of a letter, in causal order. */
export function entriesOfLetter(db: ReadableDb, letter: string): readonly AcceptedEntry[] {
  return entriesOfSubject(db, letter).map(entryOfRow);
}

/** Documents that an entry's body names, whatever its type. */
export function blobsNamedBy(entry: AcceptedEntry): readonly BlobRef[] {
  switch (entry.type) {
    case 'letter.registered':
    case 'letter.attached':
    case 'memo.proposed':
    case 'memo.revised': {
      const parsed = letterActSchemas[entry.type].safeParse(entry.body);
      return parsed.success ? [parsed.data.document] : [];
    }
    case 'memo.signed': {
      const parsed = letterActSchemas['memo.signed'].safeParse(entry.body);
      return parsed.success ? [parsed.data.result] : [];
    }
    case 'letter.followed-up': {
      const parsed = letterActSchemas['letter.followed-up'].safeParse(entry.body);
      return parsed.success ? parsed.data.attachments : [];
    }
    default:
      return [];
  }
}

export interface Projected {
  readonly letter: LetterState;
  readonly tasks: readonly Task[];
}

/**
 * Folds the letter with its new entries and writes its projections. New entries that follow all others are
 * folded onto the kept state; one that slots in between makes the whole letter be folded again, as do no new ones and
 * one that its acts cite and that came after them (`whole`), and one that is behind its entries. Null while the letter's beginning is not here or is
 * quarantined: then no list shows it.
 */
export function refoldLetter(
  db: WritableDb,
  runtime: OfficeRuntime,
  id: string,
  added: readonly AcceptedEntry[],
  how: 'extend' | 'whole' = 'extend',
): Projected | null {
  const context = foldContext(runtime);
  const isBehind = forgetUnfolded(db, id);
  const known = added.length === 0 || how === 'whole' || isBehind ? undefined : readLetter(db, id);
  const follows = known !== undefined && added.every((entry) => entry.rank > known.last.rank);
  const entries = follows ? added.toSorted(compareEntries) : entriesOfLetter(db, id);
  noteNumbers(db, entries);
  const letter = follows
    ? entries.reduce<LetterState>((state, entry) => foldAct(state, entry, context), known)
    : foldLetter(id, entries, context);
  const held = heldBy(db, id);
  if (letter === null) {
    unprojectLetter(db, id);
    watchDuplicates(db, runtime, null, held);
    return null;
  }
  const promise = servicePromise(runtime);
  const tasks = tasksOf(letter, promise);
  projectLetter(db, letter, tasks, promise.timeZone, known ?? 'read');
  const keeps = known !== undefined && sameNumbers(known, letter);
  if (!keeps) watchDuplicates(db, runtime, letter, held);
  return { letter, tasks };
}

/** Folds anew what counts differently since the roster stood at `before`, and answers it. */
export function judgeAnew(db: WritableDb, runtime: OfficeRuntime, before: RosterNode): readonly Projected[] {
  const after = runtime.roster.tip();
  if (!judgesAnew(before, after)) return [];
  refoldAllBooks(db, runtime);
  return [...lettersToJudgeAnew(db, before, after)].flatMap((letter) => {
    const projected = refoldLetter(db, runtime, letter, []);
    return projected === null ? [] : [projected];
  });
}

/** Letters and books that count differently since the roster stood at `before`, or rest on that log's continuations. */
export function judgedAnew(
  db: ReadableDb,
  runtime: OfficeRuntime,
  before: RosterNode,
  log: string | null,
): readonly string[] {
  const after = runtime.roster.tip();
  const moved = judgesAnew(before, after) ? lettersToJudgeAnew(db, before, after) : null;
  const forked = log === null ? nothingForked : restingOnFork(db, runtime, log);
  const books = moved === null && !forked.books ? [] : seriesSubjects(db);
  return [...books, ...(moved ?? []), ...forked.letters];
}

/** What counts differently once more of a log's continuations is known. */
interface RestingOnFork {
  readonly letters: Iterable<string>;
  readonly books: boolean;
}

const nothingForked: RestingOnFork = { letters: [], books: false };

/**
 * What rests on a log that was continued twice. Where the roster closed it, everything: which of its entries lie behind
 * a cut is told only with the entry that the cut names. Otherwise letters on which more than one continuation may
 * speak: what was written in one was not seen in the other.
 */
function restingOnFork(db: ReadableDb, runtime: OfficeRuntime, log: string): RestingOnFork {
  if (!isForked(db, log)) return nothingForked;
  const { closures, floors } = runtime.roster.current();
  if (closures.has(log) || floors.has(log)) return { letters: lettersOnLog(db, log, 0), books: true };
  const later = rowsOfLog(db, log).filter(({ branch }) => branch > 0);
  return { letters: new Set(later.flatMap(({ id }) => lettersOfLog(db, id, 0))), books: false };
}

/** Brings one letter up to its entries, if it is behind them: somebody looks at it or acts on it. */
export function foldNow(runtime: OfficeRuntime, letter: string): void {
  if (!isUnfolded(runtime.db, letter)) return;
  transact(runtime.db, (db) => refoldLetter(db, runtime, letter, []));
}

/** What a step of folding did. */
export interface FoldStep {
  /** Letters and books that are behind no longer. */
  readonly folded: number;
  readonly changed: readonly Projected[];
}

/**
 * Folds some of what is behind its entries, in one transaction, and answers the letters; null when nothing is. Called
 * again until then: what came in before a crash is folded at the next start.
 *
 * @param mostMs no further letter is begun after so many milliseconds
 */
export function foldBehind(
  runtime: OfficeRuntime,
  limit: number,
  mostMs = Number.POSITIVE_INFINITY,
): FoldStep | null {
  const behind = unfoldedSubjects(runtime.db, limit);
  if (behind.length === 0) return null;
  const started = performance.now();
  return transactUnhurried(runtime.db, (db) => {
    const changed: Projected[] = [];
    let folded = 0;
    for (const subject of behind) {
      if (folded > 0 && performance.now() - started > mostMs) break;
      folded += 1;
      if (isOfSeries(subject)) {
        refoldBook(db, runtime, subject);
        continue;
      }
      const projected = refoldLetter(db, runtime, subject, []);
      if (projected !== null) changed.push(projected);
    }
    return { folded, changed };
  });
}

/** Folds anew what rests on a log, if it was continued twice. */
export function judgeForkAnew(db: WritableDb, runtime: OfficeRuntime, log: string): readonly Projected[] {
  const { letters, books } = restingOnFork(db, runtime, log);
  if (books) refoldAllBooks(db, runtime);
  return [...letters].flatMap((letter) => {
    const projected = refoldLetter(db, runtime, letter, []);
    return projected === null ? [] : [projected];
  });
}

/**
 * Notes the documents that an entry names: to be uploaded when they are here, to be fetched otherwise.
 *
 * @param row the row of the entry's log, where the caller has it
 */
export function noteBlobs(
  db: WritableDb,
  entry: AcceptedEntry,
  here: boolean,
  now: number,
  row?: number,
): void {
  const blobs = blobsNamedBy(entry);
  const logRow = blobs.length === 0 ? undefined : (row ?? rowOfEntry(db, entry)?.id);
  if (logRow === undefined) return;
  for (const blob of blobs) noteBlob(db, blob, { logRow, seq: entry.seq }, here, now);
}
