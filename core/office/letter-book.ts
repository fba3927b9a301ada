import type { ActContext } from './letter-reducers.ts';
import type { LetterActType } from './letter-acts.ts';
import type { LetterState } from './letter-state.ts';
import { mayRegister } from './rights.ts';

/** The book of letters: TU and admin correct, attach to and forward what came in, never what colleagues signed. */
export function keepsBookOf<T extends LetterActType>(
  state: LetterState,
  { entry, roster }: ActContext<T>,
): boolean {
  return state.kind === 'incomingLetter' && mayRegister(roster, entry.actor.position);
}
