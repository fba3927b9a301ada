import type { ActContext, Reducers } from './letter-reducers.ts';
import type { LetterActType } from './letter-acts.ts';
import type { Desk, IneffectiveReason, LetterState } from './letter-state.ts';
import { mayRegister } from './rights.ts';

type DeskAct = 'letter.corrected' | 'letter.attached' | 'letter.forwarded' | 'letter.no-disposition';

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
    const given = Object.fromEntries(Object.entries(context.body).filter(([, value]) => value !== undefined));
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
};
