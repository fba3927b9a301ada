import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Notes that the writer of one log had seen another log up to an entry. */
export function noteWitness(db: WritableDb, byRow: number, logRow: number, seq: number): void {
  statement(
    db,
    `INSERT INTO witness (by_log, log_id, seq) VALUES (?, ?, ?)
     ON CONFLICT (by_log, log_id) DO UPDATE SET seq = max(seq, excluded.seq)`,
  ).run(byRow, logRow, seq);
}

/**
 * How many other PCs have the letter as it is here: they wrote its last entry, or an entry of theirs names it or
 * something later of its log.
 */
export function countReceivers(db: ReadableDb, letter: string): number {
  const row = statement<[string], { n: number }>(
    db,
    `WITH last AS (SELECT log_id, seq FROM entries WHERE subject = ? AND rank IS NOT NULL
                   ORDER BY rank DESC, hash DESC LIMIT 1),
       holders AS (SELECT log_id AS id FROM last
                   UNION SELECT w.by_log FROM last JOIN witness w ON w.log_id = last.log_id AND w.seq >= last.seq)
     SELECT count(DISTINCT l.device) AS n FROM holders JOIN logs l ON l.id = holders.id
     WHERE l.own = 0 AND l.device IS NOT NULL
       AND l.device NOT IN (SELECT device FROM logs WHERE own = 1 AND device IS NOT NULL)`,
  ).get(letter);
  return row?.n ?? 0;
}

/** Own entries that stand on the share and that no entry of another PC has named yet. */
export function countNotReceived(db: ReadableDb): number {
  const row = statement<[], { n: number | null }>(
    db,
    `SELECT sum(l.published_seq - coalesce(
       (SELECT max(w.seq) FROM witness w JOIN logs b ON b.id = w.by_log WHERE w.log_id = l.id AND b.own = 0), -1)
     ) AS n FROM logs l
     WHERE l.own = 1 AND l.published_seq > coalesce(
       (SELECT max(w.seq) FROM witness w JOIN logs b ON b.id = w.by_log WHERE w.log_id = l.id AND b.own = 0), -1)`,
  ).get();
  return row?.n ?? 0;
}

/** By the row of each other log: how many own entries on the share its writer has not said to have. */
export function countBehind(db: ReadableDb): ReadonlyMap<number, number> {
  const rows = statement<[], { log: number; n: number }>(
    db,
    `SELECT b.id AS log, sum(max(0, l.published_seq - coalesce(w.seq, -1))) AS n
     FROM logs b JOIN logs l ON l.own = 1 AND b.own = 0
     LEFT JOIN witness w ON w.by_log = b.id AND w.log_id = l.id GROUP BY b.id`,
  ).all();
  return new Map(rows.map(({ log, n }) => [log, n]));
}

/** Everything that logs said to have seen of each other. */
export function allWitness(db: ReadableDb): readonly {
  readonly by: string;
  readonly log: string;
  readonly seq: number;
}[] {
  return statement<[], { by: string; log: string; seq: number }>(
    db,
    `SELECT b.log AS "by", l.log AS log, w.seq AS seq FROM witness w
     JOIN logs b ON b.id = w.by_log JOIN logs l ON l.id = w.log_id`,
  ).all();
}

/** Forgets what logs said to have seen, so that it can be read from the entries again. */
export function clearWitness(db: WritableDb): void {
  statement(db, 'DELETE FROM witness').run();
}

/** Whether something arrived that no own entry has named, other than others' notes of what they have seen. */
export function hasNewsToWitness(db: ReadableDb): boolean {
  return (
    statement<[], unknown>(
      db,
      `SELECT 1 FROM logs l JOIN entries e ON e.log_id = l.id AND e.seq > l.named_seq
       WHERE l.own = 0 AND l.accepted_seq > l.named_seq AND e.seq <= l.accepted_seq AND e.type NOT IN ('log.witnessed', 'log.archive-checked')
       LIMIT 1`,
    ).get() !== undefined
  );
}
