import type { ReadableDb } from './database.ts';
import { statement } from './statement.ts';
import { numberShared, waitsFor } from './queue.ts';
import type { QueueRow, Viewer } from './queue.ts';

/** An obligation of the office that is late or due today. */
export type PressingRow = QueueRow & { readonly task_position: string };

/** Late and due today, all positions that the viewer may look at; late first. */
export function pressingTasks(
  db: ReadableDb,
  viewer: Viewer,
  today: string,
  now: string,
  limit: number,
): { rows: readonly PressingRow[]; total: number } {
  const seen = viewer.all
    ? "l.security IN ('biasa', 'terbatas') OR t.position IN (SELECT value FROM json_each(:positions))"
    : 't.position IN (SELECT value FROM json_each(:positions))';
  const from = `FROM tasks t JOIN letters l ON l.row = t.letter_row
    WHERE t.due IS NOT NULL AND t.due < :limitDay AND t.kind <> 'readCopy' AND (${seen})`;
  const binding = {
    positions: JSON.stringify(viewer.positions),
    // Everything due on or before today sorts before tomorrow's first minute.
    limitDay: `${today}T99`,
    now,
    limit,
  };
  const rows = statement<typeof binding, PressingRow>(
    db,
    `SELECT l.id, l.kind, l.sender, l.subject, l.number, l.date, l.agenda_year, l.agenda_number, l.agenda_suffix,
       ${numberShared} AS number_shared, l.received_at,
       l.security, l.urgency, l.contested, ${waitsFor('l.id')} AS waiting,
       t.kind AS task, t.position AS task_position, t.disposition AS task_disposition, t.by_position AS task_by,
       t.due AS due, t.since AS since, t.read AS read
     ${from} ORDER BY t.due, t.urgency DESC, t.since LIMIT :limit`,
  ).all(binding);
  const total =
    statement<typeof binding, { n: number }>(db, `SELECT count(*) AS n ${from}`).get(binding)?.n ?? 0;
  return { rows, total };
}

export interface LoadRow {
  readonly position: string;
  readonly open: number;
  readonly late: number;
  readonly oldest: number;
}

/**
 * Open obligations by position; the caller adds them up by unit. Secret letters count at the viewer's own positions
 * alone: where else they lie, and how late they are, is not everybody's to see.
 */
export function loadByPosition(
  db: ReadableDb,
  now: string,
  positions: readonly string[],
): readonly LoadRow[] {
  return statement<{ now: string; positions: string }, LoadRow>(
    db,
    `SELECT t.position AS position, count(*) AS open, min(t.since) AS oldest,
       sum(t.due IS NOT NULL AND substr(t.due || 'T99:99', 1, 16) < :now) AS late
     FROM tasks t WHERE t.kind <> 'readCopy'
       AND (t.position IN (SELECT value FROM json_each(:positions))
            OR t.letter_row NOT IN (SELECT row FROM letters INDEXED BY letters_secret
                                    WHERE security NOT IN ('biasa', 'terbatas')))
     GROUP BY t.position`,
  ).all({ now, positions: JSON.stringify(positions) });
}

/** Incoming letters by day of receipt since a day. */
export function incomingPerDay(db: ReadableDb, since: string): ReadonlyMap<string, number> {
  const rows = statement<[string], { day: string; n: number }>(
    db,
    `SELECT received_day AS day, count(*) AS n FROM letters
     WHERE kind = 'incomingLetter' AND received_day >= ? GROUP BY received_day`,
  ).all(since);
  return new Map(rows.map((row) => [row.day, row.n]));
}

/** Days of receipt and of the first disposition of letters since a day; `disposed` null while none was made. */
export function disposalDays(
  db: ReadableDb,
  since: string,
): readonly { received: string; disposed: string | null; n: number }[] {
  return statement<[string], { received: string; disposed: string | null; n: number }>(
    db,
    `SELECT received_day AS received, disposed_day AS disposed, count(*) AS n FROM letters INDEXED BY letters_day
     WHERE kind = 'incomingLetter' AND received_day >= ? GROUP BY 1, 2`,
  ).all(since);
}

/** Incoming letters that wait for an agenda number. */
export function countWaitingNumber(db: ReadableDb): number {
  const row = statement<[], { n: number }>(
    db,
    `SELECT count(*) AS n FROM letters INDEXED BY letters_waiting_number
     WHERE agenda_number IS NULL AND kind = 'incomingLetter'`,
  ).get();
  return row?.n ?? 0;
}

/** Senders whose name begins with, or has a word that begins with, what was typed; most letters first. */
export function suggestSenders(
  db: ReadableDb,
  prefix: string,
  limit: number,
): readonly { name: string; letters: number; lastAt: number }[] {
  const escaped = prefix.replaceAll(/[\\%_]/g, (c) => `\\${c}`);
  return statement<[string, string, number], { name: string; letters: number; lastAt: number }>(
    db,
    `SELECT name, letters, last_at AS lastAt FROM senders
     WHERE name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\' ORDER BY letters DESC, name LIMIT ?`,
  ).all(`${escaped}%`, `% ${escaped}%`, limit);
}

/** Letters with exactly these bytes, or with this number from this sender. */
export function findDuplicates(
  db: ReadableDb,
  probe: { sha256: string | null; from: string; number: string },
): readonly string[] {
  return statement<typeof probe, { id: string }>(
    db,
    `SELECT id FROM letters WHERE sha256 = :sha256
     UNION SELECT id FROM letters INDEXED BY letters_number
       WHERE :number <> '' AND kind = 'incomingLetter'
         AND number = :number COLLATE NOCASE AND sender = :from COLLATE NOCASE
     LIMIT 20`,
  )
    .all(probe)
    .map((row) => row.id);
}
