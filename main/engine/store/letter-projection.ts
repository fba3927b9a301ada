import { isSecret, urgencies } from '#core/office/enums.ts';
import type { LetterKind, SecurityClass } from '#core/office/enums.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import { destroyedDocuments, documentsOfLetter } from '#core/office/letter-documents.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { Task } from '#core/office/tasks.ts';

import type { WritableDb } from './database.ts';
import { projectDocuments, unprojectDocuments } from './destroyed.ts';
import { projectSearch, searchKey } from './letter-search.ts';
import { readLetter } from './letters.ts';
import { projectNumbers } from './numbers.ts';
import { statement } from './statement.ts';

function statusOf(letter: LetterState, tasks: readonly Task[]): string {
  if (letter.memo !== null && letter.memo.stage !== 'issued') return letter.memo.stage;
  if (letter.kind === 'incomingLetter' && letter.agenda === null) return 'waitingNumber';
  if (letter.desks.some((d) => d.status === 'returned')) return 'returned';
  if (letter.desks.some((d) => d.status === 'open' && !d.copy)) return 'waitingDisposition';
  return tasks.some((t) => t.kind !== 'readCopy') ? 'inProgress' : 'done';
}

type Value = string | number | null;
type RowValues = Readonly<Record<string, Value>>;

/** The letter's row, by column. */
function rowOf(letter: LetterState, tasks: readonly Task[], timeZone: string): RowValues {
  const firstDisposed = letter.dispositions.find((d) => d.parent === null && d.recalled === null);
  return {
    id: letter.id,
    kind: letter.kind,
    sender: letter.from,
    subject: letter.subject,
    number: letter.number,
    date: letter.date,
    agenda_year: letter.agenda?.year ?? null,
    agenda_number: letter.agenda?.number ?? null,
    agenda_suffix: letter.agenda?.suffix ?? '',
    registered_log: letter.registeredLog,
    received_at: letter.receivedAt,
    received_day: officeDay(letter.receivedAt, timeZone),
    disposed_day: firstDisposed === undefined ? null : officeDay(firstDisposed.by.time, timeZone),
    security: letter.securityClass,
    urgency: letter.urgency,
    contested: conflictsOf(letter).length > 0 ? 1 : 0,
    status: statusOf(letter, tasks),
    from_position: letter.fromPosition,
    sha256: letter.memo?.revisions[0]?.document.sha256 ?? letter.document.sha256,
    document: letter.document.sha256,
  };
}

/**
 * Writes the projections of one letter anew: its row, tasks, readers and words for the search. Called in the
 * transaction of the act that changed it. Only what differs is written: most acts change a column or two, and every
 * index that is left alone is a page less on the disk. The search's own rows are long, so they are looked at only when
 * what feeds them changed since the last projection, or when they are `doubtful`.
 *
 * @param was the state that was projected last, where the caller has it
 */
export function projectLetter(
  db: WritableDb,
  letter: LetterState,
  tasks: readonly Task[],
  timeZone: string,
  was: LetterState | 'read' | 'doubtful' = 'read',
): void {
  const known = statement<[string], KnownRow>(db, 'SELECT * FROM letters WHERE id = ?').get(letter.id);
  const values = rowOf(letter, tasks, timeZone);
  const row = known === undefined ? insertRow(db, values) : updateRow(db, known, values);
  const isNew = known === undefined;
  const before =
    isNew || was === 'doubtful' ? null : was === 'read' ? (readLetter(db, letter.id) ?? null) : was;
  // Replaced in its place: taken out and put in again, it would move its neighbours about.
  statement(
    db,
    'INSERT INTO letter_states (letter_row, state) VALUES (?, ?) ON CONFLICT (letter_row) DO UPDATE SET state = excluded.state',
  ).run(row, JSON.stringify(letter));
  // Of a letter that was not there nothing else is: a first join projects a hundred thousand of them.
  projectTasks(db, row, letter, tasks, isNew);
  projectAccess(db, row, letter, isNew);
  if (before === null || searchKey(before) !== searchKey(letter)) projectSearch(db, row, letter, isNew);
  if (before === null || !sameNumbers(before, letter)) projectNumbers(db, letter, isNew);
  if (before === null || documentKey(before) !== documentKey(letter)) {
    const documents = documentsOfLetter(letter).map(({ sha256 }) => sha256);
    projectDocuments(db, row, documents, destroyedDocuments(letter), isNew);
  }
  if (isCounted(letter.kind, letter.securityClass) && known?.sender !== letter.from)
    countSender(db, letter, known?.sender);
}

/** Senders are suggested by their letters; of a secret one there is none to suggest. */
function isCounted(kind: LetterKind, security: SecurityClass): boolean {
  return kind === 'incomingLetter' && !isSecret(security);
}

/** Whether a letter holds the same numbers in two states. */
export function sameNumbers(a: LetterState, b: LetterState): boolean {
  const key = ({ agenda, letterNumber }: LetterState) => JSON.stringify([agenda, letterNumber]);
  return key(a) === key(b);
}

/** What of a letter feeds the table of its documents. */
function documentKey(letter: LetterState): string {
  const documents = documentsOfLetter(letter).map(({ sha256 }) => sha256);
  return JSON.stringify([documents, [...destroyedDocuments(letter)]]);
}

type KnownRow = RowValues & { readonly row: number; readonly sender: string };

let insertion: string | null = null;

/** The statement that inserts a letter's row; written once, since its columns are always the same. */
function insertionOf(values: RowValues): string {
  const columns = Object.keys(values);
  insertion ??= `INSERT INTO letters (${columns.join(', ')}) VALUES (${columns.map((c) => `:${c}`).join(', ')})`;
  return insertion;
}

function insertRow(db: WritableDb, values: RowValues): number {
  return Number(statement<RowValues>(db, insertionOf(values)).run(values).lastInsertRowid);
}

function updateRow(db: WritableDb, known: KnownRow, values: RowValues): number {
  const changed = Object.keys(values).filter((column) => values[column] !== known[column]);
  if (changed.length > 0) {
    statement<RowValues>(
      db,
      `UPDATE letters SET ${changed.map((c) => `${c} = :${c}`).join(', ')} WHERE id = :id`,
    ).run(values);
  }
  return known.row;
}

const taskColumns = 'position, kind, disposition, by_position, since, due, read, urgency';

function projectTasks(
  db: WritableDb,
  row: number,
  letter: LetterState,
  tasks: readonly Task[],
  isNew: boolean,
): void {
  const urgency = urgencies.indexOf(letter.urgency);
  const wanted = tasks.map((t): Value[] => [
    t.position,
    t.kind,
    t.disposition,
    t.by,
    t.since,
    t.due,
    t.read ? 1 : 0,
    urgency,
  ]);
  if (!isNew) {
    const known = statement<[number], RowValues>(
      db,
      `SELECT ${taskColumns} FROM tasks WHERE letter_row = ? ORDER BY rowid`,
    ).all(row);
    if (JSON.stringify(known.map((task) => Object.values(task))) === JSON.stringify(wanted)) return;
    statement(db, 'DELETE FROM tasks WHERE letter_row = ?').run(row);
  }
  const insert = statement(
    db,
    `INSERT INTO tasks (letter_row, ${taskColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const task of wanted) insert.run(row, ...task);
}

function projectAccess(db: WritableDb, row: number, letter: LetterState, isNew: boolean): void {
  const wanted = involvedPositions(letter);
  const known = isNew
    ? []
    : statement<[number], { position: string; kind: string; received_at: number }>(
        db,
        'SELECT position, kind, received_at FROM access WHERE letter_row = ?',
      ).all(row);
  // Most acts change nothing here, so the difference is taken outside SQL.
  const there = new Set<string>();
  for (const { position, kind, received_at } of known) {
    if (wanted.has(position) && kind === letter.kind && received_at === letter.receivedAt) {
      there.add(position);
      continue;
    }
    statement(
      db,
      'DELETE FROM access WHERE position = ? AND kind = ? AND received_at = ? AND letter_row = ?',
    ).run(position, kind, received_at, row);
  }
  for (const position of wanted) {
    if (there.has(position)) continue;
    statement(db, 'INSERT INTO access (position, kind, received_at, letter_row) VALUES (?, ?, ?, ?)').run(
      position,
      letter.kind,
      letter.receivedAt,
      row,
    );
  }
}

function countSender(db: WritableDb, letter: LetterState, before: string | undefined): void {
  statement(
    db,
    `INSERT INTO senders (name, letters, last_at) VALUES (?, 1, ?)
     ON CONFLICT (name) DO UPDATE SET letters = letters + 1, last_at = max(last_at, excluded.last_at)`,
  ).run(letter.from, letter.receivedAt);
  if (before !== undefined) discountSender(db, before);
}

function discountSender(db: WritableDb, name: string): void {
  statement(db, 'UPDATE senders SET letters = letters - 1 WHERE name = ?').run(name);
  statement(db, 'DELETE FROM senders WHERE name = ? AND letters < 1').run(name);
}

/** Takes a letter out of every list; its entries stay. */
export function unprojectLetter(db: WritableDb, id: string): void {
  const known = statement<
    [string],
    { row: number; kind: LetterKind; security: SecurityClass; sender: string }
  >(db, 'SELECT row, kind, security, sender FROM letters WHERE id = ?').get(id);
  if (known === undefined) return;
  unprojectDocuments(db, known.row);
  for (const table of ['tasks', 'access', 'letter_states']) {
    statement(db, `DELETE FROM ${table} WHERE letter_row = ?`).run(known.row);
  }
  statement(db, 'DELETE FROM search WHERE rowid = ?').run(known.row);
  statement(db, 'DELETE FROM numbers WHERE letter = ?').run(id);
  statement(db, 'DELETE FROM letters WHERE row = ?').run(known.row);
  if (isCounted(known.kind, known.security)) discountSender(db, known.sender);
}

/** Empties every projection, so that it can be made again from the entries. */
export function clearProjections(db: WritableDb): void {
  db.exec(
    'DELETE FROM letter_documents; UPDATE blobs SET destroyed = 0 WHERE destroyed = 1; DELETE FROM tasks; DELETE FROM access; DELETE FROM search; DELETE FROM senders; DELETE FROM letter_states; DELETE FROM letters; ' +
      'DELETE FROM letter_counts; DELETE FROM unfolded; ' +
      'DELETE FROM numbers; DELETE FROM number_issues; DELETE FROM number_citations; DELETE FROM number_books;',
  );
}
