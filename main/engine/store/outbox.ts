import type { ReadableDb, WritableDb } from './database.ts';
import { visible, waitsFor } from './queue.ts';
import type { Viewer } from './queue.ts';
import { statement } from './statement.ts';

/** Puts an own entry among those that the share does not have. */
export function enqueue(
  db: WritableDb,
  entryId: number,
  logRow: number,
  seq: number,
  letter: string | null,
): void {
  statement(db, 'INSERT INTO outbox (entry_id, log_id, seq, letter) VALUES (?, ?, ?, ?)').run(
    entryId,
    logRow,
    seq,
    letter,
  );
}

/** Takes out what the share has now; answers the letters whose last entry left. */
export function dequeue(db: WritableDb, logRow: number, upTo: number): readonly string[] {
  const letters = statement<[number, number], { letter: string }>(
    db,
    'SELECT DISTINCT letter FROM outbox WHERE log_id = ? AND seq <= ? AND letter IS NOT NULL',
  ).all(logRow, upTo);
  statement(db, 'DELETE FROM outbox WHERE log_id = ? AND seq <= ?').run(logRow, upTo);
  return letters.map((row) => row.letter);
}

/** How many own entries the share does not have. */
export function countToSend(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
}

/** A letter of which own entries wait. */
export interface WaitingLetter {
  readonly letter: string;
  readonly subject: string;
  /** Claimed time of the oldest of them. */
  readonly since: number;
  readonly entries: number;
}

/**
 * The letters of which own entries wait, the longest waiting first, as far as the viewer may read them. Walks the
 * outbox only until it has enough: after weeks without the share it is long.
 */
export function lettersToSend(db: ReadableDb, viewer: Viewer, limit: number): readonly WaitingLetter[] {
  const oldest = statement<
    { all: 0 | 1; positions: string },
    { letter: string; subject: string; since: number }
  >(
    db,
    `SELECT o.letter AS letter, l.subject AS subject, e.time AS since
     FROM outbox o JOIN entries e ON e.id = o.entry_id JOIN letters l ON l.id = o.letter
     WHERE ${visible} ORDER BY o.entry_id`,
  ).iterate({ all: viewer.all ? 1 : 0, positions: JSON.stringify(viewer.positions) });
  const waiting = new Map<string, { letter: string; subject: string; since: number }>();
  for (const row of oldest) {
    if (!waiting.has(row.letter)) waiting.set(row.letter, row);
    if (waiting.size >= limit) break;
  }
  const entries = statement<[string], { n: number }>(
    db,
    'SELECT count(*) AS n FROM entries w CROSS JOIN outbox o ON o.entry_id = w.id WHERE w.subject = ?',
  );
  return [...waiting.values()].map((row) => ({ ...row, entries: entries.get(row.letter)?.n ?? 0 }));
}

/** True while an entry about this letter has not reached the share. */
export function isWaiting(db: ReadableDb, letter: string): boolean {
  return (
    statement<[string], { waits: 0 | 1 }>(db, `SELECT ${waitsFor('?')} AS waits`).get(letter)?.waits === 1
  );
}
