import { positionsOf } from '#core/office/roster.ts';
import { documentsOfLetter } from '#core/office/letter-documents.ts';

import { askForBlobs, blobsNeeded, blobsNotHere, blobTotals, countBlobs } from '../store/blobs.ts';
import type { BlobRow } from '../store/blobs.ts';
import { transact } from '../store/database.ts';
import { allIdentities } from '../store/identities.ts';
import { readLetter } from '../store/letters.ts';
import { readSetting } from '../store/local.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * While all documents of the office together take no more than this, every PC holds all of them: it fits any disk, all
 * can be read while the network is down, and a young office has copies before anybody thinks of keepers (decision 0019).
 */
export const EVERYWHERE_BYTES = 1024 * 1024 * 1024;

/** Whether this PC is a penjaga arsip. */
export function keepsArchive(runtime: Pick<OfficeRuntime, 'db'>): boolean {
  return readSetting(runtime.db, 'keepsArchive') === true;
}

/** Whether this PC fetches every document, and not only those of its own tasks and those that somebody opens. */
export function fetchesAll(runtime: Pick<OfficeRuntime, 'db'>): boolean {
  return keepsArchive(runtime) || blobTotals(runtime.db).bytes <= EVERYWHERE_BYTES;
}

/** Positions held today by the people who use this PC: documents of their tasks are pinned. */
function positionsHere(runtime: OfficeRuntime): readonly string[] {
  const roster = runtime.roster.current();
  const day = today(runtime);
  return allIdentities(runtime.db).flatMap(({ user }) =>
    positionsOf(roster, user, day).map(({ position }) => position.id),
  );
}

/**
 * Which documents this PC fetches next: first those that somebody waits for and those of its own tasks; where it
 * fetches all, then the rest in turn, so that some which the share does not have hold up none of the others.
 */
export function documentWants(runtime: OfficeRuntime, limit: number): () => readonly BlobRow[] {
  let after = '';
  return () => {
    // Most passes find nothing that is not here; then nothing more is asked of the store.
    if (blobsNotHere(runtime.db, '', 1).length === 0) return [];
    const needed = blobsNeeded(runtime.db, positionsHere(runtime), limit);
    if (needed.length >= limit || !fetchesAll(runtime)) return needed;
    const rest = blobsNotHere(runtime.db, after, limit);
    after = rest.length < limit ? '' : (rest.at(-1)?.sha256 ?? '');
    const known = new Set(needed.map(({ sha256 }) => sha256));
    return [...needed, ...rest.filter(({ sha256 }) => !known.has(sha256))].slice(0, limit);
  };
}

/** How many documents this PC means to have and has not. */
export function countAwaited(runtime: OfficeRuntime): number {
  if (fetchesAll(runtime)) return countBlobs(runtime.db).elsewhere;
  return blobsNeeded(runtime.db, positionsHere(runtime), Number.MAX_SAFE_INTEGER).length;
}

/** Somebody looks at a letter: its documents that are not here are fetched next. */
export function askForDocuments(runtime: OfficeRuntime, letter: string): void {
  const state = readLetter(runtime.db, letter);
  if (state === undefined) return;
  const documents = documentsOfLetter(state).map(({ sha256 }) => sha256);
  if (transact(runtime.db, (db) => askForBlobs(db, documents))) runtime.wakePublisher();
}
