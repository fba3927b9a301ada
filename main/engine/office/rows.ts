import type { LetterRow } from '#core/contract/views.ts';
import { numberText } from '#core/office/number-series.ts';
import type { RosterState } from '#core/office/roster.ts';

import type { QueueRow } from '../store/queue.ts';
import { titleOf } from './titles.ts';

/** Tasks that a colleague put here: shown by the colleague's title. A letter or memo itself shows its sender. */
const fromColleague: ReadonlySet<string> = new Set(['followUp', 'revise', 'forward', 'settle']);

/** A row that passed `openRow`: content where the session may read it. */
export type OpenedRow = QueueRow & { readonly sealed: boolean };

/** A stored row with the titles that people read. */
export function letterRow(row: OpenedRow, roster: RosterState): LetterRow {
  const by = row.task !== null && fromColleague.has(row.task) ? titleOf(roster, row.task_by) : '';
  return {
    id: row.id,
    kind: row.kind,
    from: by === '' ? row.sender : by,
    subject: row.subject,
    number: row.number,
    date: row.date,
    agenda:
      row.agenda_number === null || row.agenda_year === null
        ? null
        : numberText({ number: row.agenda_number, suffix: row.agenda_suffix, year: row.agenda_year }),
    numberShared: row.number_shared === 1,
    receivedAt: row.received_at,
    securityClass: row.security,
    urgency: row.urgency,
    task: row.task,
    taskPosition: row.task_position,
    taskDisposition: row.task_disposition,
    at: row.task_position === null ? null : titleOf(roster, row.task_position),
    due: row.due,
    since: row.since ?? row.received_at,
    unread: row.read === 0,
    contested: row.contested === 1,
    delivery: row.waiting === 1 ? 'local' : 'onShare',
    sealed: row.sealed,
  };
}

/**
 * A row of a list as its reader sees it: a task of somebody else is told by where the letter lies, not as one's own,
 * and what somebody else has not read is not unread to the reader.
 *
 * @param positions those that the reader holds today
 */
export function listedRow(row: OpenedRow, roster: RosterState, positions: readonly string[]): LetterRow {
  const shown = letterRow(row, roster);
  if (row.task_position !== null && positions.includes(row.task_position)) return shown;
  return { ...shown, from: row.sender, task: null, taskPosition: null, taskDisposition: null, unread: false };
}
