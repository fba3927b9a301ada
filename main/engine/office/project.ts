import { compareEntries } from '#core/office/entry.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import { tasksOf } from '#core/office/tasks.ts';
import type { Task } from '#core/office/tasks.ts';

import { parseEntry } from '../log/entry-codec.ts';
import { noteBlob } from '../store/blobs.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { entriesOfSubject } from '../store/entries.ts';
import type { EntryRow } from '../store/entries.ts';
import { projectLetter, unprojectLetter } from '../store/letter-projection.ts';
import { readLetter } from '../store/letters.ts';
import { acceptedEntry } from './accept.ts';
import { lettersToJudgeAnew } from './roster-change.ts';
import type { RosterNode } from './roster-history.ts';
import { foldContext, servicePromise } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** An accepted entry read back from the store. Its bytes were checked when they came in, so a fault is a bug. */
export function entryOfRow(row: EntryRow): AcceptedEntry {
  const parsed = parseEntry(row.bytes);
  if (!parsed.ok || row.rank === null) throw new Error(`stored entry ${row.hash} does not read back`);
  return acceptedEntry(parsed.value.envelope, row.hash, row.rank, row.user_signed === 1);
}

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
 * folded onto the kept state; one that slots in between, or no new ones, makes the whole letter be folded again. Null
 * while the letter's beginning is not here or is quarantined: then no list shows it.
 */
export function refoldLetter(
  db: WritableDb,
  runtime: OfficeRuntime,
  id: string,
  added: readonly AcceptedEntry[],
): Projected | null {
  const context = foldContext(runtime);
  const known = added.length === 0 ? undefined : readLetter(db, id);
  const follows = known !== undefined && added.every((entry) => entry.rank > known.last.rank);
  const letter = follows
    ? added
        .toSorted(compareEntries)
        .reduce<LetterState>((state, entry) => foldAct(state, entry, context), known)
    : foldLetter(id, entriesOfLetter(db, id), context);
  if (letter === null) {
    unprojectLetter(db, id);
    return null;
  }
  const promise = servicePromise(runtime);
  const tasks = tasksOf(letter, promise);
  projectLetter(db, letter, tasks, promise.timeZone);
  return { letter, tasks };
}

/** Folds anew what counts differently since the roster stood at `before`, and answers it. */
export function judgeAnew(db: WritableDb, runtime: OfficeRuntime, before: RosterNode): readonly Projected[] {
  const after = runtime.roster.tip();
  return [...lettersToJudgeAnew(db, before, after)].flatMap((letter) => {
    const projected = refoldLetter(db, runtime, letter, []);
    return projected === null ? [] : [projected];
  });
}

/** Notes the documents that an entry names: to be uploaded when they are here, to be fetched otherwise. */
export function noteBlobs(db: WritableDb, entry: AcceptedEntry, here: boolean, now: number): void {
  for (const blob of blobsNamedBy(entry)) noteBlob(db, blob.sha256, blob.size, here, now);
}
