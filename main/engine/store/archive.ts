import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** What one PC said about keeping the office's documents. */
export interface KeeperRow {
  readonly device: string;
  readonly keeps: 0 | 1;
  /** 1: it holds everything named by what it had seen; 0: it lost some; null: it has not said anything yet. */
  readonly whole: 0 | 1 | null;
  /** Claimed time of that word, milliseconds since 1970 UTC. */
  readonly checked_time: number;
}

/** Where a word stands in the causal order: of two of one PC the later one counts, whichever arrived first. */
export interface WordPlace {
  readonly rank: number;
  readonly hash: string;
}

/** Notes that a PC keeps all documents from now on, or no longer. */
export function noteKeeper(db: WritableDb, device: string, keeps: boolean, at: WordPlace): void {
  statement(db, 'INSERT OR IGNORE INTO archive_keepers (device) VALUES (?)').run(device);
  statement(
    db,
    `UPDATE archive_keepers SET keeps = ?, keeps_rank = ?, keeps_hash = ?
     WHERE device = ? AND (keeps_rank, keeps_hash) < (?, ?)`,
  ).run(keeps ? 1 : 0, at.rank, at.hash, device, at.rank, at.hash);
}

/** A log of a keeper, and its entry in which the keeper says what it holds. */
export interface CheckPlace extends WordPlace {
  readonly logRow: number;
  readonly seq: number;
  readonly time: number;
}

/**
 * Notes a keeper's word on its documents. Whole: it holds what the logs of its PC had named by then, since deps are
 * what had arrived there, and what that log itself wrote.
 */
export function noteCheck(db: WritableDb, device: string, whole: boolean, at: CheckPlace): void {
  statement(db, 'INSERT OR IGNORE INTO archive_keepers (device) VALUES (?)').run(device);
  const { changes } = statement(
    db,
    `UPDATE archive_keepers SET whole = ?, checked_rank = ?, checked_hash = ?, checked_time = ?
     WHERE device = ? AND (checked_rank, checked_hash) < (?, ?)`,
  ).run(whole ? 1 : 0, at.rank, at.hash, at.time, device, at.rank, at.hash);
  if (changes === 0 || !whole) return;
  const hold = `ON CONFLICT (device, log_id) DO UPDATE SET seq = max(seq, excluded.seq)`;
  statement(db, `INSERT INTO archive_holdings (device, log_id, seq) VALUES (?, ?, ?) ${hold}`).run(
    device,
    at.logRow,
    at.seq,
  );
  statement(
    db,
    `INSERT INTO archive_holdings (device, log_id, seq)
     SELECT l.device, w.log_id, max(w.seq) FROM logs l JOIN witness w ON w.by_log = l.id
     WHERE l.device = ? GROUP BY w.log_id ${hold}`,
  ).run(device);
}

/** Every PC that ever said something about keeping documents, by its id. */
export function allKeepers(db: ReadableDb): readonly KeeperRow[] {
  return statement<[], KeeperRow>(
    db,
    'SELECT device, keeps, whole, checked_time FROM archive_keepers ORDER BY device',
  ).all();
}

/** What a PC said, or undefined when it never spoke of it. */
export function findKeeper(db: ReadableDb, device: string): KeeperRow | undefined {
  return statement<[string], KeeperRow>(
    db,
    'SELECT device, keeps, whole, checked_time FROM archive_keepers WHERE device = ?',
  ).get(device);
}

/** Documents that are named by entries which fewer than `copies` of the keepers hold. */
export function countFewerCopies(db: ReadableDb, devices: readonly string[], copies: number): number {
  const holdings = statement<[string], { log_id: number; seq: number }>(
    db,
    `SELECT h.log_id AS log_id, h.seq AS seq FROM archive_holdings h
     JOIN archive_keepers k ON k.device = h.device AND k.whole = 1
     WHERE h.device IN (SELECT value FROM json_each(?)) ORDER BY h.log_id, h.seq DESC`,
  ).all(JSON.stringify(devices));
  // Up to where a log is held by so many: the last of the highest that many.
  const held = new Map<number, number[]>();
  for (const { log_id, seq } of holdings) held.set(log_id, [...(held.get(log_id) ?? []), seq]);
  const logs = statement<[], { log_id: number }>(
    db,
    'SELECT DISTINCT log_id FROM blobs WHERE destroyed = 0',
  ).all();
  const beyond = statement<[number, number], { n: number }>(
    db,
    'SELECT count(*) AS n FROM blobs WHERE destroyed = 0 AND log_id = ? AND seq > ?',
  );
  return logs.reduce(
    (sum, { log_id }) => sum + (beyond.get(log_id, held.get(log_id)?.[copies - 1] ?? -1)?.n ?? 0),
    0,
  );
}

/** Whether something is not here that a PC said to hold. */
export function lacksHeld(db: ReadableDb, device: string): boolean {
  return (
    statement<[string], unknown>(
      db,
      `SELECT 1 FROM blobs b JOIN archive_holdings h ON h.device = ? AND h.log_id = b.log_id AND b.seq <= h.seq
       WHERE b.here = 0 AND b.destroyed = 0 LIMIT 1`,
    ).get(device) !== undefined
  );
}

/** Forgets what PCs said, so that it can be read from the entries again. */
export function clearKeepers(db: WritableDb): void {
  db.exec('DELETE FROM archive_keepers; DELETE FROM archive_holdings;');
}
