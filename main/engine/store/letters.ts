import { urgencies } from '#core/office/enums.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { Task } from '#core/office/tasks.ts';

import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** The letter's folded state, or undefined when this PC does not know it. */
export function readLetter(db: ReadableDb, id: string): LetterState | undefined {
  const row = statement<[string], { state: string }>(db, 'SELECT state FROM letters WHERE id = ?').get(id);
  return row === undefined ? undefined : (JSON.parse(row.state) as LetterState);
}

/** Whether one of the positions may read the letter; `all` for those that keep the books. */
export function mayReadLetter(
  db: ReadableDb,
  id: string,
  positions: readonly string[],
  all: boolean,
): boolean {
  const row = statement<{ id: string; positions: string; all: 0 | 1 }, { open: number }>(
    db,
    `SELECT (:all AND l.security IN ('biasa', 'terbatas'))
         OR EXISTS (SELECT 1 FROM access a WHERE a.letter_row = l.row
                    AND a.position IN (SELECT value FROM json_each(:positions))) AS open
     FROM letters l WHERE l.id = :id`,
  );
  return row.get({ id, positions: JSON.stringify(positions), all: all ? 1 : 0 })?.open === 1;
}

function notesOf(letter: LetterState): string {
  const notes: string[] = [];
  for (const d of letter.dispositions) {
    notes.push(d.note);
    for (const r of d.recipients)
      notes.push(r.note, ...r.followUps.map((f) => f.note), r.finished?.note ?? '');
  }
  return notes.filter((note) => note !== '').join('\n');
}

function statusOf(letter: LetterState, tasks: readonly Task[]): string {
  if (letter.memo !== null && letter.memo.stage !== 'issued') return letter.memo.stage;
  if (letter.kind === 'incomingLetter' && letter.agenda === null) return 'waitingNumber';
  if (letter.desks.some((d) => d.status === 'returned')) return 'returned';
  if (letter.desks.some((d) => d.status === 'open' && !d.copy)) return 'waitingDisposition';
  return tasks.some((t) => t.kind !== 'readCopy') ? 'inProgress' : 'done';
}

interface KnownRow {
  readonly row: number;
  readonly sender: string;
}

/**
 * Writes the projections of one letter anew: its row, tasks, readers and words for the search. Called in the
 * transaction of the act that changed it.
 */
export function projectLetter(
  db: WritableDb,
  letter: LetterState,
  tasks: readonly Task[],
  timeZone: string,
): void {
  const known = statement<[string], KnownRow>(db, 'SELECT row, sender FROM letters WHERE id = ?').get(
    letter.id,
  );
  const firstDisposed = letter.dispositions.find((d) => d.parent === null && d.recalled === null);
  const values = {
    id: letter.id,
    kind: letter.kind,
    sender: letter.from,
    subject: letter.subject,
    number: letter.number,
    date: letter.date,
    agendaYear: letter.agenda?.year ?? null,
    agendaNumber: letter.agenda?.number ?? null,
    receivedAt: letter.receivedAt,
    receivedDay: officeDay(letter.receivedAt, timeZone),
    disposedDay: firstDisposed === undefined ? null : officeDay(firstDisposed.by.time, timeZone),
    security: letter.securityClass,
    urgency: letter.urgency,
    status: statusOf(letter, tasks),
    fromPosition: letter.fromPosition,
    sha256: letter.memo?.revisions[0]?.document.sha256 ?? letter.document.sha256,
    document: letter.document.sha256,
    state: JSON.stringify(letter),
  };
  const row = known === undefined ? insertRow(db, values) : updateRow(db, known.row, values);
  projectTasks(db, row, letter, tasks);
  projectAccess(db, row, letter);
  projectSearch(db, row, letter);
  if (letter.kind === 'incomingLetter' && known?.sender !== letter.from)
    countSender(db, letter, known?.sender);
}

type RowValues = Record<string, string | number | null>;

function insertRow(db: WritableDb, values: RowValues): number {
  const { lastInsertRowid } = statement<RowValues>(
    db,
    `INSERT INTO letters (id, kind, sender, subject, number, date, agenda_year, agenda_number, received_at,
       received_day, disposed_day, security, urgency, status, from_position, sha256, document, state)
     VALUES (:id, :kind, :sender, :subject, :number, :date, :agendaYear, :agendaNumber, :receivedAt,
       :receivedDay, :disposedDay, :security, :urgency, :status, :fromPosition, :sha256, :document, :state)`,
  ).run(values);
  return Number(lastInsertRowid);
}

function updateRow(db: WritableDb, row: number, values: RowValues): number {
  statement<RowValues>(
    db,
    `UPDATE letters SET kind = :kind, sender = :sender, subject = :subject, number = :number, date = :date,
       agenda_year = :agendaYear, agenda_number = :agendaNumber, received_at = :receivedAt,
       received_day = :receivedDay, disposed_day = :disposedDay, security = :security, urgency = :urgency,
       status = :status, from_position = :fromPosition, sha256 = :sha256, document = :document, state = :state
     WHERE id = :id`,
  ).run(values);
  return row;
}

function projectTasks(db: WritableDb, row: number, letter: LetterState, tasks: readonly Task[]): void {
  statement(db, 'DELETE FROM tasks WHERE letter_row = ?').run(row);
  const insert = statement(
    db,
    `INSERT INTO tasks (letter_row, position, kind, disposition, by_position, since, due, read, urgency)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const urgency = urgencies.indexOf(letter.urgency);
  for (const t of tasks) {
    insert.run(row, t.position, t.kind, t.disposition, t.by, t.since, t.due, t.read ? 1 : 0, urgency);
  }
}

function projectAccess(db: WritableDb, row: number, letter: LetterState): void {
  const wanted = involvedPositions(letter);
  const known = statement<[number], { position: string }>(
    db,
    'SELECT position FROM access WHERE letter_row = ?',
  ).all(row);
  // Most acts change nothing here, so the difference is taken outside SQL.
  for (const { position } of known) {
    if (wanted.has(position)) continue;
    statement(db, 'DELETE FROM access WHERE position = ? AND letter_row = ?').run(position, row);
  }
  const there = new Set(known.map(({ position }) => position));
  for (const position of wanted) {
    if (there.has(position)) continue;
    statement(db, 'INSERT INTO access (position, letter_row) VALUES (?, ?)').run(position, row);
  }
}

interface SearchRow {
  readonly subject: string;
  readonly sender: string;
  readonly number: string;
  readonly notes: string;
  readonly words: string;
}

function projectSearch(db: WritableDb, row: number, letter: LetterState): void {
  const words =
    statement<[string], { words: string }>(db, 'SELECT words FROM words WHERE sha256 = ?').get(
      letter.document.sha256,
    )?.words ?? '';
  const next: SearchRow = {
    subject: letter.subject,
    sender: letter.from,
    number: `${letter.number} ${letter.agenda?.number ?? ''}`,
    notes: notesOf(letter),
    words,
  };
  const now = statement<[number], SearchRow>(
    db,
    'SELECT subject, sender, number, notes, words FROM search WHERE rowid = ?',
  ).get(row);
  if (now === undefined) {
    statement(
      db,
      'INSERT INTO search (rowid, subject, sender, number, notes, words) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(row, next.subject, next.sender, next.number, next.notes, next.words);
    return;
  }
  const same = (Object.keys(next) as (keyof SearchRow)[]).every((key) => now[key] === next[key]);
  if (same) return;
  statement(
    db,
    'UPDATE search SET subject = ?, sender = ?, number = ?, notes = ?, words = ? WHERE rowid = ?',
  ).run(next.subject, next.sender, next.number, next.notes, next.words, row);
}

function countSender(db: WritableDb, letter: LetterState, before: string | undefined): void {
  statement(
    db,
    `INSERT INTO senders (name, letters, last_at) VALUES (?, 1, ?)
     ON CONFLICT (name) DO UPDATE SET letters = letters + 1, last_at = max(last_at, excluded.last_at)`,
  ).run(letter.from, letter.receivedAt);
  if (before === undefined) return;
  statement(db, 'UPDATE senders SET letters = letters - 1 WHERE name = ?').run(before);
  statement(db, 'DELETE FROM senders WHERE name = ? AND letters < 1').run(before);
}

/** Empties every projection, so that it can be made again from the entries. */
export function clearProjections(db: WritableDb): void {
  db.exec(
    'DELETE FROM tasks; DELETE FROM access; DELETE FROM search; DELETE FROM senders; DELETE FROM letters;',
  );
}

/** Keeps the words of a document for the search, on this PC only. */
export function keepWords(db: WritableDb, sha256: string, words: string): void {
  statement(db, 'INSERT OR REPLACE INTO words (sha256, words) VALUES (?, ?)').run(sha256, words);
}

/** Gives a copy of a document (normalised, signed) the words of the one it was made from. */
export function carryWords(db: WritableDb, from: string, to: string): void {
  statement(
    db,
    'INSERT OR IGNORE INTO words (sha256, words) SELECT ?, words FROM words WHERE sha256 = ?',
  ).run(to, from);
}

/** Incoming letters without an agenda number, oldest first. */
export function lettersWithoutNumber(db: ReadableDb, limit: number): readonly string[] {
  return statement<[number], { id: string }>(
    db,
    `SELECT id FROM letters WHERE agenda_number IS NULL AND kind = 'incomingLetter' ORDER BY received_at, id LIMIT ?`,
  )
    .all(limit)
    .map((row) => row.id);
}

/** The highest agenda number of a year, 0 when there is none. */
export function highestAgenda(db: ReadableDb, year: number): number {
  const row = statement<[number], { n: number | null }>(
    db,
    'SELECT max(agenda_number) AS n FROM letters WHERE agenda_year = ?',
  ).get(year);
  return row?.n ?? 0;
}

/** Status of a letter, and the due date of its task for one of the positions, or of its first task. */
export function letterSummary(
  db: ReadableDb,
  id: string,
  positions: readonly string[],
): { status: string; due: string | null } {
  const row = statement<{ id: string; positions: string }, { status: string; due: string | null }>(
    db,
    `SELECT l.status AS status,
       (SELECT t.due FROM tasks t WHERE t.letter_row = l.row
        ORDER BY t.position IN (SELECT value FROM json_each(:positions)) DESC, t.due IS NULL, t.due LIMIT 1) AS due
     FROM letters l WHERE l.id = :id`,
  ).get({ id, positions: JSON.stringify(positions) });
  return row ?? { status: 'inProgress', due: null };
}

/** Letters whose document, as it is now, has these bytes. */
export function lettersOfDocument(db: ReadableDb, sha256: string): readonly string[] {
  return statement<[string], { id: string }>(db, 'SELECT id FROM letters WHERE document = ? LIMIT 20')
    .all(sha256)
    .map((row) => row.id);
}

/** Puts the words of a document that arrived later into the search. */
export function refreshWords(db: WritableDb, letter: string, words: string): void {
  statement(db, 'UPDATE search SET words = ? WHERE rowid = (SELECT row FROM letters WHERE id = ?)').run(
    words,
    letter,
  );
}
