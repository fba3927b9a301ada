import type { ReadableDb, WritableDb } from './database.ts';
import { entriesOfLog, entryAt, entryByHash } from './entries.ts';
import type { EntryRow } from './entries.ts';
import { logByRow } from './logs.ts';
import type { LogRow } from './logs.ts';
import { statement } from './statement.ts';

/** An entry by its place and hash. */
export interface Place {
  readonly log: string;
  readonly seq: number;
  readonly hash: string;
}

/** All continuations of a log that are here, the first one first. */
export function rowsOfLog(db: ReadableDb, log: string): readonly LogRow[] {
  return statement<[string], LogRow>(db, 'SELECT * FROM logs WHERE log = ? ORDER BY branch').all(log);
}

/** Whether the log was continued twice: two authentic entries follow one. */
export function isForked(db: ReadableDb, log: string): boolean {
  return (
    statement<[string], unknown>(db, 'SELECT 1 FROM logs WHERE log = ? AND branch > 0 LIMIT 1').get(log) !==
    undefined
  );
}

/** The continuation that holds an entry; undefined when the log has no such entry here. */
export function rowOfEntry(db: ReadableDb, { log, hash }: Omit<Place, 'seq'>): LogRow | undefined {
  const entry = entryByHash(db, hash);
  const row = entry === undefined ? undefined : logByRow(db, entry.log_id);
  return row?.log === log ? row : undefined;
}

/**
 * Whether an entry lies at or before a point on the point's own continuation. A point of a log that was continued
 * twice, whose entry is not here, is taken by its number alone.
 */
export function isBehind(db: ReadableDb, entry: Place, point: Omit<Place, 'log'>): boolean {
  if (entry.seq > point.seq) return false;
  if (!isForked(db, entry.log)) return true;
  const row = rowOfEntry(db, { log: entry.log, hash: point.hash });
  return row === undefined || entryAt(db, row.id, entry.seq)?.hash === entry.hash;
}

/** Whether an entry lies before another one of its log, on the way that leads there; always, where there is one way. */
export function precedes(db: ReadableDb, earlier: string, { log, seq, hash }: Place): boolean {
  if (!isForked(db, log)) return true;
  const before = entryByHash(db, earlier);
  const row = rowOfEntry(db, { log, hash });
  if (before === undefined || row === undefined || before.seq >= seq) return false;
  return entryAt(db, row.id, before.seq)?.hash === earlier;
}

/** Begins another continuation of a log behind one of its entries, or from its beginning (`after` null). */
export function addBranch(db: WritableDb, log: string, after: EntryRow | null): LogRow {
  const branch = rowsOfLog(db, log).length;
  const seq = after?.seq ?? -1;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO logs (log, branch, parent, fork_seq, seq, accepted_seq, named_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(log, branch, after?.log_id ?? null, seq, seq, seq, seq);
  const row = logByRow(db, Number(lastInsertRowid));
  if (row === undefined) throw new Error('a continuation vanished after it was added');
  return row;
}

/** Takes over whose log it is from the row that this one continues, once that is known. */
export function describeLikeParent(db: WritableDb, row: LogRow): void {
  statement(
    db,
    `UPDATE logs SET (public_key, user, certified_by, device, device_name) =
       (SELECT public_key, user, certified_by, device, device_name FROM logs WHERE id = ?) WHERE id = ?`,
  ).run(row.parent, row.id);
}

/** Entries on the way to the end of a row, over forks, from a place on; at most `limit`, and none only at the end. */
export function entriesOfChain(
  db: ReadableDb,
  row: LogRow,
  from: number,
  limit: number,
): readonly EntryRow[] {
  if (row.parent === null || from > row.fork_seq) return entriesOfLog(db, row.id, from, limit);
  const parent = logByRow(db, row.parent);
  if (parent === undefined) throw new Error('a continuation without the row that it continues');
  // The parent goes on beyond the fork with entries that are not this chain's.
  return entriesOfChain(db, parent, from, Math.min(limit, row.fork_seq - from + 1));
}

/** Ends of the log's accepted continuations: entries that took effect and that none which did continues. */
export function acceptedEnds(db: ReadableDb, log: string): readonly Omit<Place, 'log'>[] {
  return statement<[string], Omit<Place, 'log'>>(
    db,
    `SELECT e.seq AS seq, e.hash AS hash FROM logs l JOIN entries e ON e.log_id = l.id AND e.seq = l.accepted_seq
     WHERE l.log = ? AND NOT EXISTS (
       SELECT 1 FROM logs c WHERE c.parent = l.id AND c.fork_seq = l.accepted_seq AND c.accepted_seq > c.fork_seq)
     ORDER BY e.hash`,
  ).all(log);
}

/** Every log that is here, once, by its id. */
export function logIds(db: ReadableDb): readonly string[] {
  return statement<[], { log: string }>(db, 'SELECT log FROM logs WHERE branch = 0 ORDER BY log')
    .all()
    .map(({ log }) => log);
}
