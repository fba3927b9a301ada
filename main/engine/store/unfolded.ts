import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/**
 * Notes that entries about a letter or a book of numbers came in and its projections do not show them yet. `rank`: the
 * lowest of them, so that what began first is folded first.
 */
export function noteUnfolded(db: WritableDb, subject: string, rank: number): void {
  statement(
    db,
    `INSERT INTO unfolded (subject, rank) VALUES (?, ?)
     ON CONFLICT (subject) DO UPDATE SET rank = min(rank, excluded.rank)`,
  ).run(subject, rank);
}

/** The projections of this subject show all its entries. True when they did not before. */
export function forgetUnfolded(db: WritableDb, subject: string): boolean {
  return statement(db, 'DELETE FROM unfolded WHERE subject = ?').run(subject).changes > 0;
}

/** Whether the projections of this subject are behind its entries. */
export function isUnfolded(db: ReadableDb, subject: string): boolean {
  return (
    statement<[string], unknown>(db, 'SELECT 1 FROM unfolded WHERE subject = ?').get(subject) !== undefined
  );
}

/** Some of what is behind, what began first before the rest. */
export function unfoldedSubjects(db: ReadableDb, limit: number): readonly string[] {
  return statement<[number], { subject: string }>(
    db,
    'SELECT subject FROM unfolded ORDER BY rank, subject LIMIT ?',
  )
    .all(limit)
    .map(({ subject }) => subject);
}

/** Whether anything is behind. */
export function hasUnfolded(db: ReadableDb): boolean {
  return statement<[], unknown>(db, 'SELECT 1 FROM unfolded LIMIT 1').get() !== undefined;
}

/** How much is behind. */
export function countUnfolded(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM unfolded').get()?.n ?? 0;
}
