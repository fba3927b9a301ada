import type { ReadableDb } from './database.ts';
import { statement } from './statement.ts';

/** Longest query that is looked up, in words; more than that is a pasted paragraph. */
const WORD_LIMIT = 12;

/**
 * Makes an FTS5 expression of what a person typed: every word must occur, the last one may be unfinished.
 * Null when there is nothing to look for. Quotes keep FTS5's operators out.
 */
export function matchExpression(query: string): string | null {
  const words = query
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORD_LIMIT);
  if (words.length === 0) return null;
  // One letter alone begins half of all words: it is looked up as a word, e.g. the number 7.
  return words.map((word) => ([...word].length === 1 ? `"${word}"` : `"${word}"*`)).join(' ');
}

export interface HitRow {
  readonly id: string;
  readonly snippet: string;
}

/** Letters that hold all the words, newest first (rank is slow on common words: 6-quality, limits). */
export function searchLetters(
  db: ReadableDb,
  query: string,
  viewer: { readonly positions: readonly string[]; readonly all: boolean },
  limit: number,
): readonly HitRow[] {
  const match = matchExpression(query);
  if (match === null) return [];
  // The plus keeps the readable letters from being looked up one by one: the word's own list is walked.
  const readable = viewer.all
    ? `(l.security IN ('biasa', 'terbatas') OR EXISTS (SELECT 1 FROM access a
         WHERE a.letter_row = l.row AND a.position IN (SELECT value FROM json_each(:positions))))`
    : `+search.rowid IN (SELECT a.letter_row FROM access a
         WHERE a.position IN (SELECT value FROM json_each(:positions)))`;
  return statement<{ match: string; positions: string; limit: number }, HitRow>(
    db,
    `SELECT l.id AS id, snippet(search, -1, char(2), char(3), '…', 12) AS snippet
     FROM search CROSS JOIN letters l ON l.row = search.rowid
     WHERE search MATCH :match AND ${readable}
     ORDER BY search.rowid DESC LIMIT :limit`,
  ).all({ match, positions: JSON.stringify(viewer.positions), limit });
}
