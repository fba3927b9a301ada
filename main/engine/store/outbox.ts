import type { ReadableDb, WritableDb } from './database.ts';
import { visible } from './queue.ts';
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

/** The letters of which own entries wait, with the time of the oldest, as far as the viewer may read them. */
export function lettersToSend(
  db: ReadableDb,
  viewer: Viewer,
  limit: number,
): readonly { letter: string; subject: string; since: number; entries: number }[] {
  return statement<
    { all: 0 | 1; positions: string; limit: number },
    { letter: string; subject: string; since: number; entries: number }
  >(
    db,
    `SELECT o.letter AS letter, l.subject AS subject, min(e.time) AS since, count(*) AS entries
     FROM outbox o JOIN entries e ON e.id = o.entry_id JOIN letters l ON l.id = o.letter
     WHERE ${visible} GROUP BY o.letter ORDER BY since LIMIT :limit`,
  ).all({ all: viewer.all ? 1 : 0, positions: JSON.stringify(viewer.positions), limit });
}

/** True while an entry about this letter has not reached the share. */
export function isWaiting(db: ReadableDb, letter: string): boolean {
  return (
    statement<[string], unknown>(db, 'SELECT 1 FROM outbox WHERE letter = ? LIMIT 1').get(letter) !==
    undefined
  );
}
