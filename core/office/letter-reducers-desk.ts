import type { ActContext, Reducers } from './letter-reducers.ts';
import type { LetterActType } from './letter-acts.ts';
import { isSecret } from './enums.ts';
import { involvedPositions } from './letter-state.ts';
import type { Desk, IneffectiveReason, LetterState } from './letter-state.ts';
import { mayRegister } from './rights.ts';

type DeskAct =
  | 'letter.corrected'
  | 'letter.attached'
  | 'letter.forwarded'
  | 'letter.no-disposition'
  | 'letter.key-shared'
  | 'number.issued';

/** Replaces the desk of a position; the others stay as they are. */
export function withDesk(
  state: LetterState,
  position: string,
  change: (desk: Desk) => Desk | IneffectiveReason,
): LetterState | IneffectiveReason {
  const index = state.desks.findLastIndex((d) => d.position === position);
  const desk = state.desks[index];
  if (desk === undefined) return 'unknown-subject';
  const changed = change(desk);
  if (typeof changed === 'string') return changed;
  return { ...state, desks: state.desks.with(index, changed) };
}

/** Only the position's own holder acts for it. */
export function actsFor<T extends LetterActType>(context: ActContext<T>, position: string): boolean {
  return context.entry.actor.position === position;
}

/** The book of letters: TU and admin correct, attach to and forward what came in, never what colleagues signed. */
function keepsBookOf<T extends LetterActType>(state: LetterState, { entry, roster }: ActContext<T>): boolean {
  return state.kind === 'incomingLetter' && mayRegister(roster, entry.actor.position);
}

/** Acts on the letter as it lies at a position, and on its own record. */
export const deskReducers: Reducers<DeskAct> = {
  'letter.corrected': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    const { sealed: _sealed, keys: _keys, ...fields } = context.body;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return { ...state, ...given };
  },
  'letter.attached': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    return { ...state, attachments: [...state.attachments, context.body.document] };
  },
  'letter.forwarded': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    // What lies with somebody is taken from nobody's queue.
    if (state.desks.some((d) => d.status !== 'returned')) return 'not-in-turn';
    const desk: Desk = {
      position: context.body.forwardTo,
      copy: false,
      since: context.mark.time,
      read: null,
      acknowledged: null,
      status: 'open',
      settled: null,
    };
    return { ...state, desks: [...state.desks, desk] };
  },
  'letter.no-disposition': (state, context) => {
    if (!actsFor(context, context.body.position)) return 'not-entitled';
    return withDesk(state, context.body.position, (desk) =>
      desk.status === 'open' ? { ...desk, status: 'noDisposition', settled: context.mark } : 'already-done',
    );
  },
  'letter.key-shared': (state, { body, entry, roster }) => {
    if (!isSecret(state.securityClass)) return 'not-in-turn';
    const route = involvedPositions(state);
    const { position } = entry.actor;
    // Only who may read the letter can have its key to give, and only those on the route get it.
    if (position === null || !(route.has(position) || mayRegister(roster, position))) return 'not-entitled';
    return route.has(body.position) && body.keys !== undefined ? state : 'unknown-subject';
  },
  'number.issued': (state, { body, entry, roster }) => {
    if (state.kind !== 'incomingLetter') return 'not-entitled';
    if (roster.registries.get(body.series)?.log !== entry.log) return 'not-entitled';
    if (state.agenda !== null) return 'already-done';
    return { ...state, agenda: { year: body.year, number: body.number } };
  },
};
