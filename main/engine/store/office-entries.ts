import type { ReadableDb } from './database.ts';
import type { EntryRow } from './entries.ts';
import { statement } from './statement.ts';

/** Accepted requests to the roster's writer, and refusals, in causal order. */
export function requestEntries(db: ReadableDb): readonly EntryRow[] {
  return statement<[], EntryRow>(
    db,
    `SELECT * FROM entries WHERE type IN ('request.roster', 'request.refused') AND rank IS NOT NULL
     ORDER BY rank, hash`,
  ).all();
}

/** Where a list of the office's acts goes on: behind this entry, towards the older ones. */
export interface ActCursor {
  readonly rank: number;
  readonly hash: string;
}

/** Accepted entries of these types that are about no letter, the last in the causal order first. */
export function officeEntries(
  db: ReadableDb,
  types: readonly string[],
  before: ActCursor | null,
  limit: number,
): readonly EntryRow[] {
  return statement<{ types: string; rank: number; hash: string; limit: number }, EntryRow>(
    db,
    `SELECT * FROM entries INDEXED BY entries_office
     WHERE subject IS NULL AND rank IS NOT NULL AND type IN (SELECT value FROM json_each(:types))
       AND (rank, hash) < (:rank, :hash)
     ORDER BY rank DESC, hash DESC LIMIT :limit`,
  ).all({
    types: JSON.stringify(types),
    rank: before?.rank ?? Number.MAX_SAFE_INTEGER,
    hash: before?.hash ?? '',
    limit,
  });
}
