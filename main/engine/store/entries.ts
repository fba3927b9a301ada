import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

export interface EntryRow {
  readonly id: number;
  readonly log_id: number;
  readonly seq: number;
  readonly hash: string;
  readonly rank: number | null;
  readonly roster_index: number;
  readonly type: string;
  readonly subject: string | null;
  readonly time: number;
  readonly user_signed: 0 | 1;
  readonly bytes: Buffer;
}

export interface NewEntry {
  readonly logRow: number;
  readonly seq: number;
  readonly hash: string;
  readonly rank: number | null;
  readonly rosterIndex: number;
  readonly type: string;
  readonly subject: string | null;
  readonly time: number;
  readonly userSigned: boolean;
  readonly bytes: Uint8Array;
}

/** Stores an entry verbatim; answers its row. */
export function insertEntry(db: WritableDb, entry: NewEntry): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO entries (log_id, seq, hash, rank, roster_index, type, subject, time, user_signed, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.logRow,
    entry.seq,
    entry.hash,
    entry.rank,
    entry.rosterIndex,
    entry.type,
    entry.subject,
    entry.time,
    entry.userSigned ? 1 : 0,
    entry.bytes,
  );
  return Number(lastInsertRowid);
}

/** Lets a waiting entry take its place in the causal order. */
export function acceptEntry(db: WritableDb, id: number, rank: number, userSigned: boolean): void {
  statement(db, 'UPDATE entries SET rank = ?, user_signed = ? WHERE id = ?').run(
    rank,
    userSigned ? 1 : 0,
    id,
  );
}

/** The entry with this hash, accepted or waiting. */
export function entryByHash(db: ReadableDb, hash: string): EntryRow | undefined {
  return statement<[string], EntryRow>(db, 'SELECT * FROM entries WHERE hash = ?').get(hash);
}

/** An entry by its place in the order, without what it says. */
export type PlacedEntry = Pick<EntryRow, 'id' | 'log_id' | 'seq' | 'hash' | 'rank' | 'roster_index'>;

const placeColumns = 'SELECT id, log_id, seq, hash, rank, roster_index FROM entries';
// Put together once: a first join asks these a million times.
const byHashQuery = `${placeColumns} WHERE hash = ?`;
const atPlaceQuery = `${placeColumns} WHERE log_id = ? AND seq = ?`;

/** The place of the entry with this hash, accepted or waiting. */
export function placeByHash(db: ReadableDb, hash: string): PlacedEntry | undefined {
  return statement<[string], PlacedEntry>(db, byHashQuery).get(hash);
}

/** As `entryAt`, without what the entry says. */
export function placeAt(db: ReadableDb, logRow: number, seq: number): PlacedEntry | undefined {
  return onTheWay(db, logRow, seq, (row) =>
    statement<[number, number], PlacedEntry>(db, atPlaceQuery).get(row, seq),
  );
}

/** The entry at a place of a log, on the way to the end of this row; before a fork it is in another row. */
export function entryAt(db: ReadableDb, logRow: number, seq: number): EntryRow | undefined {
  return onTheWay(db, logRow, seq, (row) =>
    statement<[number, number], EntryRow>(db, 'SELECT * FROM entries WHERE log_id = ? AND seq = ?').get(
      row,
      seq,
    ),
  );
}

/** What `find` finds in a row, or, at or before its fork, in the row that it continues. */
function onTheWay<T>(
  db: ReadableDb,
  logRow: number,
  seq: number,
  find: (row: number) => T | undefined,
): T | undefined {
  const own = find(logRow);
  if (own !== undefined) return own;
  const fork = statement<[number], { parent: number | null; fork_seq: number }>(
    db,
    'SELECT parent, fork_seq FROM logs WHERE id = ?',
  ).get(logRow);
  if (fork === undefined || fork.parent === null || seq > fork.fork_seq) return undefined;
  return onTheWay(db, fork.parent, seq, find);
}

/**
 * The last place of the roster that accepted entries of a log name; -1 when there is none. Of a log that was continued
 * twice the least that its continuations came to: what one of its PCs knew the other need not.
 */
export function lastRosterIndex(db: ReadableDb, log: string): number {
  const row = statement<[string], { roster_index: number | null }>(
    db,
    `SELECT min(e.roster_index) AS roster_index
     FROM logs l JOIN entries e ON e.log_id = l.id AND e.seq = l.accepted_seq
     WHERE l.log = ?`,
  ).get(log);
  return row?.roster_index ?? -1;
}

/** Entries of one row of a log from a place on, in order; what lies before a fork is in another row. */
export function entriesOfLog(
  db: ReadableDb,
  logRow: number,
  from: number,
  limit: number,
): readonly EntryRow[] {
  return statement<[number, number, number], EntryRow>(
    db,
    'SELECT * FROM entries WHERE log_id = ? AND seq >= ? ORDER BY seq LIMIT ?',
  ).all(logRow, from, limit);
}

/** What of a stored entry makes it an accepted one. */
export type StoredEntry = Pick<EntryRow, 'hash' | 'rank' | 'user_signed' | 'bytes'>;

/** All accepted entries about a letter, in causal order. */
export function entriesOfSubject(db: ReadableDb, subject: string): readonly StoredEntry[] {
  return statement<[string], StoredEntry>(
    db,
    'SELECT hash, rank, user_signed, bytes FROM entries WHERE subject = ? AND rank IS NOT NULL ORDER BY rank, hash',
  ).all(subject);
}

/** Letters about which an accepted entry of one of these types speaks. */
export function subjectsOfTypes(db: ReadableDb, types: readonly string[]): readonly string[] {
  if (types.length === 0) return [];
  return statement<[string], { subject: string }>(
    db,
    `SELECT DISTINCT subject FROM entries
     WHERE type IN (SELECT value FROM json_each(?)) AND subject GLOB 'let_*' AND rank IS NOT NULL ORDER BY subject`,
  )
    .all(JSON.stringify(types))
    .map((row) => row.subject);
}

/** Entries without effect: those that wait for what they build on, and those of logs that were stopped. */
export function countWithoutEffect(db: ReadableDb): { waiting: number; refused: number } {
  const row = statement<[], { waiting: number | null; refused: number | null }>(
    db,
    `SELECT sum(seq - accepted_seq) FILTER (WHERE refused IS NULL) AS waiting,
       sum(seq - accepted_seq) FILTER (WHERE refused IS NOT NULL) AS refused
     FROM logs`,
  ).get();
  return { waiting: row?.waiting ?? 0, refused: row?.refused ?? 0 };
}

/** Every letter that some accepted entry speaks of. */
export function letterSubjects(db: ReadableDb): readonly string[] {
  return statement<[], { subject: string }>(
    db,
    "SELECT DISTINCT subject FROM entries WHERE subject GLOB 'let_*' AND rank IS NOT NULL",
  )
    .all()
    .map((row) => row.subject);
}

/**
 * Every letter that some accepted entry speaks of, in the order in which they began: by the rank of the first
 * entry, then by id. The same on every PC that has the same entries.
 */
export function letterSubjectsByBeginning(db: ReadableDb): readonly string[] {
  return statement<[], { subject: string }>(
    db,
    `SELECT subject FROM entries WHERE subject GLOB 'let_*' AND rank IS NOT NULL
     GROUP BY subject ORDER BY min(rank), subject`,
  )
    .all()
    .map((row) => row.subject);
}

/** Accepted entries that are about no letter and not in the roster chain, in causal order. */
export function entriesAboutNoLetter(db: ReadableDb): readonly EntryRow[] {
  return statement<[], EntryRow>(
    db,
    `SELECT e.* FROM entries e LEFT JOIN roster_tree r ON r.entry_id = e.id
     WHERE r.entry_id IS NULL AND e.rank IS NOT NULL AND (e.subject IS NULL OR e.subject NOT GLOB 'let_*')
     ORDER BY e.rank, e.hash`,
  ).all();
}

/** Entries of a log that have no effect, in order. */
export function entriesWithoutEffect(
  db: ReadableDb,
  log: string,
): readonly { readonly seq: number; readonly hash: string }[] {
  return statement<[string], { seq: number; hash: string }>(
    db,
    `SELECT e.seq AS seq, e.hash AS hash FROM logs l JOIN entries e ON e.log_id = l.id
     WHERE l.log = ? AND e.rank IS NULL ORDER BY e.seq, e.hash`,
  ).all(log);
}

/** Adds an entry to the roster at its index; entries beside the main chain share it. */
export function appendRoster(db: WritableDb, position: number, entryId: number): void {
  statement(db, 'INSERT INTO roster_tree (entry_id, position) VALUES (?, ?)').run(entryId, position);
}

/** The roster's entries, each after the one that it follows; equal sets in equal order. */
export function rosterEntries(db: ReadableDb): readonly EntryRow[] {
  return statement<[], EntryRow>(
    db,
    'SELECT e.* FROM roster_tree r JOIN entries e ON e.id = r.entry_id ORDER BY r.position, e.hash',
  ).all();
}

/** Accepted confirmations of keys, in causal order. */
export function keyConfirmations(db: ReadableDb): readonly EntryRow[] {
  return statement<[], EntryRow>(
    db,
    "SELECT * FROM entries WHERE type = 'key.confirmed' AND rank IS NOT NULL ORDER BY rank, hash",
  ).all();
}

/** Rows of every accepted entry, in causal order. */
export function acceptedIds(db: ReadableDb): readonly number[] {
  return statement<[], { id: number }>(
    db,
    'SELECT id FROM entries WHERE rank IS NOT NULL ORDER BY rank, hash',
  )
    .all()
    .map((row) => row.id);
}

/** The entry of a row. */
export function entryById(db: ReadableDb, id: number): EntryRow | undefined {
  return statement<[number], EntryRow>(db, 'SELECT * FROM entries WHERE id = ?').get(id);
}

/** Letters of which entries of a log from a place on speak. */
export function lettersOfLog(db: ReadableDb, logRow: number, from: number): readonly string[] {
  return statement<[number, number], { subject: string }>(
    db,
    `SELECT DISTINCT subject FROM entries
     WHERE log_id = ? AND seq >= ? AND rank IS NOT NULL AND subject GLOB 'let_*'`,
  )
    .all(logRow, from)
    .map((row) => row.subject);
}

/** Letters of which entries speak that name a roster beyond an index. */
export function lettersJudgedAfter(db: ReadableDb, index: number): readonly string[] {
  return statement<[number], { subject: string }>(
    db,
    `SELECT DISTINCT subject FROM entries
     WHERE roster_index > ? AND rank IS NOT NULL AND subject GLOB 'let_*'`,
  )
    .all(index)
    .map((row) => row.subject);
}
