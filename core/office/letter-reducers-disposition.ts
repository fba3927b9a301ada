import { actsFor, withDesk } from './letter-reducers-desk.ts';
import type { Reducers } from './letter-reducers.ts';
import type { IneffectiveReason, LetterState, RecipientState } from './letter-state.ts';

type DispositionAct =
  | 'letter.disposed'
  | 'letter.recalled'
  | 'letter.read'
  | 'letter.acknowledged'
  | 'letter.followed-up'
  | 'letter.finished'
  | 'letter.returned';

/** Changes one recipient's part of a disposition that is still in force. */
function withRecipient(
  state: LetterState,
  disposition: string,
  position: string,
  change: (recipient: RecipientState) => RecipientState | IneffectiveReason,
): LetterState | IneffectiveReason {
  const at = state.dispositions.findIndex((d) => d.id === disposition);
  const found = state.dispositions[at];
  const index = found?.recipients.findIndex((r) => r.position === position) ?? -1;
  const recipient = found?.recipients[index];
  if (found === undefined || recipient === undefined) return 'unknown-subject';
  if (found.recalled !== null) return 'closed';
  const changed = change(recipient);
  if (typeof changed === 'string') return changed;
  const recipients = found.recipients.with(index, changed);
  return { ...state, dispositions: state.dispositions.with(at, { ...found, recipients }) };
}

/** Routing by disposition: two dispositions on one letter both stand (conflict table of 3-office-log). */
export const dispositionReducers: Reducers<DispositionAct> = {
  'letter.disposed': (state, context) => {
    const { body, entry, mark } = context;
    if (state.dispositions.some((d) => d.id === body.disposition)) return 'already-done';
    if (new Set(body.recipients.map((r) => r.position)).size < body.recipients.length) return 'malformed';
    const parent = body.parent === null ? null : state.dispositions.find((d) => d.id === body.parent);
    if (parent === undefined) return 'unknown-subject';
    const receivedBy = (r: RecipientState) => r.position === entry.actor.position;
    if (parent === null) {
      if (!state.desks.some((d) => d.position === entry.actor.position)) return 'not-entitled';
    } else {
      if (parent.recalled !== null) return 'closed';
      if (!parent.recipients.some(receivedBy)) return 'not-entitled';
    }
    const disposition = {
      id: body.disposition,
      parent: body.parent,
      by: mark,
      instructions: body.instructions,
      note: body.note,
      due: body.due,
      recalled: null,
      recipients: body.recipients.map((recipient) => ({
        ...recipient,
        read: null,
        acknowledged: null,
        followUps: [],
        finished: null,
        returned: null,
      })),
    };
    const desks =
      parent !== null
        ? state.desks
        : state.desks.map((d) =>
            d.position === entry.actor.position && d.status === 'open'
              ? { ...d, read: d.read ?? mark, status: 'disposed' as const, settled: mark }
              : d,
          );
    // Whoever passes a disposition on has read it, and what was read is no longer recalled.
    const dispositions = state.dispositions.map((d) =>
      d !== parent
        ? d
        : { ...d, recipients: d.recipients.map((r) => (receivedBy(r) ? { ...r, read: r.read ?? mark } : r)) },
    );
    return { ...state, desks, dispositions: [...dispositions, disposition] };
  },
  'letter.recalled': (state, { body, entry, mark }) => {
    const at = state.dispositions.findIndex((d) => d.id === body.disposition);
    const found = state.dispositions[at];
    if (found === undefined) return 'unknown-subject';
    if (found.by.actor.position !== entry.actor.position) return 'not-entitled';
    if (found.recalled !== null) return 'already-done';
    // People expect to withdraw a disposition while it is unread (1-product, home counters).
    if (found.recipients.some((r) => r.read !== null)) return 'closed';
    const dispositions = state.dispositions.with(at, { ...found, recalled: mark });
    const stands = dispositions.some(
      (d) => d.parent === null && d.recalled === null && d.by.actor.position === entry.actor.position,
    );
    const desks =
      found.parent !== null || stands
        ? state.desks
        : state.desks.map((d) =>
            d.position === entry.actor.position && d.status === 'disposed'
              ? { ...d, status: 'open' as const, settled: null }
              : d,
          );
    return { ...state, desks, dispositions };
  },
  'letter.read': (state, context) => {
    const { body, mark } = context;
    if (!actsFor(context, body.position)) return 'not-entitled';
    if (body.disposition === null) {
      return withDesk(state, body.position, (d) => (d.read === null ? { ...d, read: mark } : 'already-done'));
    }
    return withRecipient(state, body.disposition, body.position, (r) =>
      r.read === null ? { ...r, read: mark } : 'already-done',
    );
  },
  'letter.acknowledged': (state, context) => {
    const { body, mark } = context;
    if (!actsFor(context, body.position)) return 'not-entitled';
    if (body.disposition === null) {
      return withDesk(state, body.position, (d) =>
        d.acknowledged === null ? { ...d, read: d.read ?? mark, acknowledged: mark } : 'already-done',
      );
    }
    return withRecipient(state, body.disposition, body.position, (r) =>
      r.acknowledged === null ? { ...r, read: r.read ?? mark, acknowledged: mark } : 'already-done',
    );
  },
  'letter.followed-up': (state, context) => {
    const { body, mark } = context;
    if (!actsFor(context, body.position)) return 'not-entitled';
    return withRecipient(state, body.disposition, body.position, (r) => ({
      ...r,
      read: r.read ?? mark,
      followUps: [...r.followUps, { ...mark, attachments: body.attachments }],
    }));
  },
  'letter.finished': (state, context) => {
    const { body, mark } = context;
    if (!actsFor(context, body.position)) return 'not-entitled';
    if (body.disposition === null) {
      return withDesk(state, body.position, (d) =>
        d.status === 'open'
          ? { ...d, read: d.read ?? mark, status: 'finished', settled: mark }
          : 'already-done',
      );
    }
    return withRecipient(state, body.disposition, body.position, (r) =>
      r.finished === null && r.returned === null
        ? { ...r, read: r.read ?? mark, finished: mark }
        : 'already-done',
    );
  },
  'letter.returned': (state, context) => {
    const { body, mark } = context;
    if (!actsFor(context, body.position)) return 'not-entitled';
    if (body.disposition === null) {
      return withDesk(state, body.position, (d) =>
        d.status === 'open'
          ? { ...d, read: d.read ?? mark, status: 'returned', settled: mark }
          : 'already-done',
      );
    }
    return withRecipient(state, body.disposition, body.position, (r) =>
      r.finished === null && r.returned === null
        ? { ...r, read: r.read ?? mark, returned: mark }
        : 'already-done',
    );
  },
};
