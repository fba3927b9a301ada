import type { QueueInput } from '#core/contract/inputs.ts';
import type { SecurityClass, Urgency, LetterKind } from '#core/office/enums.ts';
import type { TaskKind } from '#core/office/tasks.ts';

import type { ReadableDb } from './database.ts';
import { matchExpression } from './search.ts';
import { statement } from './statement.ts';

/** A row as the tables have it; titles are put in by the caller, who knows the roster. */
export interface QueueRow {
  readonly id: string;
  readonly kind: LetterKind;
  readonly sender: string;
  readonly subject: string;
  readonly number: string;
  readonly date: string | null;
  readonly agenda_year: number | null;
  readonly agenda_number: number | null;
  readonly agenda_suffix: string;
  /** Another letter holds the same number. */
  readonly number_shared: 0 | 1;
  readonly received_at: number;
  readonly security: SecurityClass;
  readonly urgency: Urgency;
  readonly contested: 0 | 1;
  readonly task: TaskKind | null;
  readonly task_position: string | null;
  readonly task_disposition: string | null;
  readonly task_by: string | null;
  readonly due: string | null;
  readonly since: number | null;
  readonly read: 0 | 1 | null;
  readonly waiting: 0 | 1;
}

/** Who looks: the positions held today, and whether they keep the books. */
export interface Viewer {
  readonly positions: readonly string[];
  readonly all: boolean;
}

/** Whether a letter `l` shares a number with another one. */
export const numberShared = `EXISTS (SELECT 1 FROM numbers n JOIN numbers m
  ON m.series = n.series AND m.number = n.number AND m.suffix = n.suffix AND m.letter <> n.letter
  WHERE n.letter = l.id)`;

/**
 * Whether an entry about `letter` (an SQL expression) waits. Looks through the letter's own entries: an index over the
 * outbox would be written with every act and again when it is published.
 */
export const waitsFor = (letter: string): string =>
  `EXISTS (SELECT 1 FROM entries w CROSS JOIN outbox o ON o.entry_id = w.id WHERE w.subject = ${letter})`;

const letterColumns = `l.id, l.kind, l.sender, l.subject, l.number, l.date, l.agenda_year, l.agenda_number,
  l.agenda_suffix, ${numberShared} AS number_shared, l.received_at, l.security, l.urgency, l.contested,
  ${waitsFor('l.id')} AS waiting`;

const taskColumns = `t.kind AS task, t.position AS task_position, t.disposition AS task_disposition,
  t.by_position AS task_by, t.due AS due, t.since AS since, t.read AS read`;

/** For boxes: the first task that is open on the letter, mine before others'. */
const firstTask = `(SELECT x.rowid FROM tasks x WHERE x.letter_row = l.row
  ORDER BY x.position IN (SELECT value FROM json_each(:positions)) DESC, x.due IS NULL, x.due LIMIT 1)`;

/** Condition on a letter `l`: it waits for the viewer, who has not read it. Whoever has a task may read its letter. */
const unreadByMe = `l.row IN (SELECT t.letter_row FROM tasks t WHERE t.read = 0
  AND t.position IN (SELECT value FROM json_each(:positions)))`;

/** Condition on a letter `l`: the viewer (`:all`, `:positions`) may read it. */
export const visible = `((:all AND l.security IN ('biasa', 'terbatas'))
  OR EXISTS (SELECT 1 FROM access a WHERE a.letter_row = l.row
             AND a.position IN (SELECT value FROM json_each(:positions))))`;

/** Late, today, the next seven days, later (with what has no due date): the queue's groups, 0 to 3. */
const todoGroup = `CASE WHEN t.due IS NULL THEN 3
    WHEN substr(t.due || 'T99:99', 1, 16) < :now THEN 0
    WHEN substr(t.due, 1, 10) <= :today THEN 1
    WHEN substr(t.due, 1, 10) <= :week THEN 2 ELSE 3 END`;

/** By group, then urgency, due (undated last) and age. */
const todoOrder = `${todoGroup}, t.urgency DESC, t.due IS NULL, t.due, t.since, t.letter_row`;

export const queueGroups = ['late', 'today', 'week', 'later'] as const;

export interface QueueRows {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  /** How many rows stand in each group, in row order; empty for boxes that are ordered by age. */
  readonly groups: readonly { readonly group: (typeof queueGroups)[number]; readonly count: number }[];
}

export interface QueueClock {
  /** Office day and minute (ISO), and the day seven days on. */
  readonly today: string;
  readonly now: string;
  readonly week: string;
}

type Binding = Record<string, string | number | null>;

/**
 * The rows of a box, newest first. Each is read from one index: those who read all walk the letters, others what
 * their positions may read.
 */
function boxRows(box: QueueInput['box'], viewer: Viewer, unread: boolean): string {
  const kind = kindOf(box);
  if (box === 'sent') {
    return `SELECT l.row AS row, l.received_at AS received_at FROM letters l INDEXED BY letters_from
      WHERE l.from_position IN (SELECT value FROM json_each(:positions)) ${unread ? `AND ${unreadByMe}` : ''}`;
  }
  if (unread) {
    return `SELECT l.row AS row, l.received_at AS received_at FROM letters l
      WHERE ${unreadByMe} ${kind === null ? '' : `AND +l.kind = '${kind}'`}`;
  }
  if (!viewer.all) {
    // One position's letters stand in the order of the box already; those of several are merged.
    const [whose, each] =
      viewer.positions.length === 1
        ? ["a.position = json_extract(:positions, '$[0]')", '']
        : ['a.position IN (SELECT value FROM json_each(:positions))', 'DISTINCT'];
    return `SELECT ${each} a.letter_row AS row, a.received_at AS received_at FROM access a
      WHERE ${whose} ${kind === null ? '' : `AND a.kind = '${kind}'`}`;
  }
  return `SELECT l.row AS row, l.received_at AS received_at FROM letters l
    WHERE ${kind === null ? '' : `l.kind = '${kind}' AND`} ${visible}`;
}

/** How many letters a box of those who read all has: all of its kind but the secret ones of other people. */
function countAll(db: ReadableDb, kind: LetterKind | null, binding: Binding): number {
  const counted = statement<Binding, { n: number }>(
    db,
    `SELECT (SELECT coalesce(sum(letters), 0) FROM letter_counts ${kind === null ? '' : `WHERE kind = '${kind}'`})
       - (SELECT count(*) FROM letters l INDEXED BY letters_secret
          WHERE l.security NOT IN ('biasa', 'terbatas') ${kind === null ? '' : `AND l.kind = '${kind}'`}
            AND NOT ${visible}) AS n`,
  ).get(binding);
  return counted?.n ?? 0;
}

function kindOf(box: QueueInput['box']): LetterKind | null {
  return box === 'incoming' ? 'incomingLetter' : box === 'memos' ? 'officialMemo' : null;
}

/** One page of a box and how many rows it has in all. */
export function readQueue(db: ReadableDb, input: QueueInput, viewer: Viewer, clock: QueueClock): QueueRows {
  const match = input.query === undefined ? null : matchExpression(input.query);
  const binding: Binding = {
    positions: JSON.stringify(viewer.positions),
    all: viewer.all ? 1 : 0,
    limit: input.limit,
    offset: input.offset,
    ...clock,
  };
  if (match !== null) binding['match'] = match;
  if (input.kinds !== undefined) binding['kinds'] = JSON.stringify(input.kinds);
  const matched = 'IN (SELECT rowid FROM search WHERE search MATCH :match)';
  if (input.box === 'todo' || input.box === 'dispositions') {
    const kinds = input.kinds === undefined ? '' : 'AND t.kind IN (SELECT value FROM json_each(:kinds))';
    const part = input.box === 'dispositions' ? 'AND t.disposition IS NOT NULL' : '';
    const unread = input.unread === true ? 'AND t.read = 0' : '';
    const found = match === null ? '' : `AND t.letter_row ${matched}`;
    const from = `FROM tasks t
      WHERE t.position IN (SELECT value FROM json_each(:positions)) ${kinds} ${part} ${unread} ${found}`;
    return taskPage(db, from, binding);
  }
  const isUnread = input.unread === true;
  const found = match === null ? '' : `WHERE b.row ${matched}`;
  const from = `FROM (${boxRows(input.box, viewer, isUnread)}) b ${found}`;
  const rows = statement<Binding, QueueRow>(
    db,
    `SELECT ${letterColumns}, ${taskColumns} FROM
       (SELECT b.row ${from} ORDER BY b.received_at DESC, b.row DESC LIMIT :limit OFFSET :offset) k
     JOIN letters l ON l.row = k.row LEFT JOIN tasks t ON t.rowid = ${firstTask}
     ORDER BY l.received_at DESC, l.row DESC`,
  ).all(binding);
  const isWhole = viewer.all && input.box !== 'sent' && match === null && !isUnread;
  const total = isWhole ? countAll(db, kindOf(input.box), binding) : count(db, from, binding);
  return { rows, total, groups: [] };
}

function taskPage(db: ReadableDb, from: string, binding: Binding): QueueRows {
  const rows = statement<Binding, QueueRow>(
    db,
    `SELECT ${letterColumns}, ${taskColumns} FROM
       (SELECT t.rowid AS task ${from} ORDER BY ${todoOrder} LIMIT :limit OFFSET :offset) k
     JOIN tasks t ON t.rowid = k.task JOIN letters l ON l.row = t.letter_row ORDER BY ${todoOrder}`,
  ).all(binding);
  const counted = statement<Binding, { g: number; n: number }>(
    db,
    `SELECT ${todoGroup} AS g, count(*) AS n ${from} GROUP BY g`,
  ).all(binding);
  const groups = queueGroups.map((group, index) => ({
    group,
    count: counted.find((row) => row.g === index)?.n ?? 0,
  }));
  return {
    rows,
    total: groups.reduce((sum, g) => sum + g.count, 0),
    groups: groups.filter((g) => g.count > 0),
  };
}

function count(db: ReadableDb, from: string, binding: Binding): number {
  return statement<Binding, { n: number }>(db, `SELECT count(*) AS n ${from}`).get(binding)?.n ?? 0;
}

/** Open tasks of the positions by kind, for the filter chips and the rail. */
export function countTasks(
  db: ReadableDb,
  positions: readonly string[],
  now: string,
): readonly { kind: TaskKind; disposition: 0 | 1; read: 0 | 1; n: number; late: number }[] {
  return statement<
    { positions: string; now: string },
    { kind: TaskKind; disposition: 0 | 1; read: 0 | 1; n: number; late: number }
  >(
    db,
    `SELECT kind, disposition IS NOT NULL AS disposition, read, count(*) AS n,
       sum(due IS NOT NULL AND substr(due || 'T99:99', 1, 16) < :now) AS late
     FROM tasks WHERE position IN (SELECT value FROM json_each(:positions)) GROUP BY 1, 2, 3`,
  ).all({ positions: JSON.stringify(positions), now });
}

/** The rows of given letters, in that order of age, newest first: for duplicates and search hits. */
export function rowsOfLetters(db: ReadableDb, ids: readonly string[], viewer: Viewer): readonly QueueRow[] {
  return statement<Binding, QueueRow>(
    db,
    `SELECT ${letterColumns}, ${taskColumns} FROM letters l LEFT JOIN tasks t ON t.rowid = ${firstTask}
     WHERE l.id IN (SELECT value FROM json_each(:ids)) AND ${visible} ORDER BY l.row DESC`,
  ).all({
    ids: JSON.stringify(ids),
    positions: JSON.stringify(viewer.positions),
    all: viewer.all ? 1 : 0,
  });
}
