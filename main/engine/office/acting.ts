import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { LetterAction } from '#core/contract/views.ts';
import type { Actor } from '#core/office/entry.ts';
import { isSecret } from '#core/office/enums.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { mayRegister } from '#core/office/rights.ts';

import { mayReadLetter, readLetter } from '../store/letters.ts';
import { destructionStanding } from './destruction-standing.ts';
import type { DestructionStanding } from './destruction-standing.ts';
import { standpoint } from './letter-actions.ts';
import type { HeldPosition, Standpoint } from './letter-actions.ts';
import { openLetter } from './letter-secrets.ts';
import { heldPositions, viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** The actor of an entry: the person in one of the positions held today. */
export function actorOf(user: string, held: HeldPosition): Actor {
  const { standing, decision } = held.holder;
  const actor = { user, position: held.position.id, standing };
  return decision === '' ? actor : { ...actor, decision };
}

/** The actor of acts about the office itself, which need no position. */
export function personActor(user: string): Actor {
  return { user, position: null, standing: 'definitive' };
}

export interface Grounds {
  readonly session: Session;
  /** With its content where the letter is secret and the session opens it. */
  readonly letter: LetterState;
  /** A secret letter whose content this session does not open. */
  readonly sealed: boolean;
  readonly held: readonly HeldPosition[];
  readonly stand: Standpoint & Pick<DestructionStanding, 'destroyable'>;
}

/** The session, or `passphrase-needed`. */
export function signedIn(runtime: OfficeRuntime): Result<Session> {
  return runtime.session === null ? fail('passphrase-needed') : ok(runtime.session);
}

/** What one may do without the content: say that one has it. Everything else is decided by who can read it. */
const withoutContent: ReadonlySet<LetterAction> = new Set(['acknowledge']);

function standOf(
  runtime: OfficeRuntime,
  letter: LetterState,
  held: readonly HeldPosition[],
  sealed: boolean,
  user: string,
): Grounds['stand'] {
  const roster = runtime.roster.current();
  const stand = standpoint(letter, roster, held);
  if (sealed) {
    const actions = stand.actions.filter((action) => withoutContent.has(action));
    return { ...stand, actions, destroyable: [] };
  }
  const destruction = destructionStanding(letter, roster, held, user);
  const route = involvedPositions(letter);
  const shares =
    isSecret(letter.securityClass) &&
    held.some(({ position: { id } }) => route.has(id) || mayRegister(roster, id));
  return {
    ...stand,
    actions: [...stand.actions, ...(shares ? (['shareKey'] as const) : []), ...destruction.actions],
    destroyable: destruction.destroyable,
  };
}

/**
 * The letter as the person signed in may act on it. A letter that they may not read answers like one that does
 * not exist, so that ids tell nothing. Whoever keeps the books sees of every letter that it is there: of a secret one
 * outside their route the envelope.
 */
export function groundsFor(runtime: OfficeRuntime, id: string): Result<Grounds> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const { positions, all } = viewer(runtime);
  if (!all && !mayReadLetter(runtime.db, id, positions, all)) return fail('letter-not-found');
  const stored = readLetter(runtime.db, id);
  if (stored === undefined) return fail('letter-not-found');
  const opened = openLetter(runtime, stored);
  const letter = opened?.letter ?? stored;
  const held = heldPositions(runtime);
  const sealed = opened === null && isSecret(letter.securityClass);
  return ok({
    session: session.value,
    letter,
    sealed,
    held,
    stand: standOf(runtime, letter, held, sealed, session.value.user),
  });
}
