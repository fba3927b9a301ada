import { keepsBookOf } from './letter-book.ts';
import type { ActContext, Reducers } from './letter-reducers.ts';
import type { LetterActType } from './letter-acts.ts';
import { isSecret } from './enums.ts';
import { mayRegister } from './rights.ts';
import { involvedPositions } from './letter-state.ts';
import type { Desk, IneffectiveReason, LetterState } from './letter-state.ts';

type DeskAct = 'letter.attached' | 'letter.no-disposition' | 'letter.key-shared';

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

/** Acts on the letter as it lies at a position, and on its own record. */
export const deskReducers: Reducers<DeskAct> = {
  'letter.attached': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    return { ...state, attachments: [...state.attachments, context.body.document] };
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
};
