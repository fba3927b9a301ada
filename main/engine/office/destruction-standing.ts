import type { LetterAction } from '#core/contract/views.ts';
import { destroyedDocuments, documentsOfLetter } from '#core/office/letter-documents.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { mayRegister } from '#core/office/rights.ts';
import type { RosterState } from '#core/office/roster.ts';

import type { HeldPosition } from './letter-actions.ts';

/** What a person may do about destroying a letter's documents. */
export interface DestructionStanding {
  readonly actions: readonly LetterAction[];
  /** Hashes of the proposals that the person may carry out. */
  readonly destroyable: readonly string[];
}

/** Hashes of the documents that the letter still has. */
export function documentsLeft(letter: LetterState): readonly string[] {
  const gone = destroyedDocuments(letter);
  return documentsOfLetter(letter)
    .map(({ sha256 }) => sha256)
    .filter((sha256) => !gone.has(sha256));
}

/** The position in which a person proposes to destroy: they keep the books. */
export function proposingPosition(
  roster: RosterState,
  held: readonly HeldPosition[],
): HeldPosition | undefined {
  return held.find(({ position }) => mayRegister(roster, position.id));
}

/** The position in which a person destroys: the head of the office. */
export function destroyingPosition(
  roster: RosterState,
  held: readonly HeldPosition[],
): HeldPosition | undefined {
  return held.find(({ position }) => roster.positions.get(position.id)?.role === 'pimpinan');
}

/**
 * What the fold would accept of this person now, so that nobody is offered what would be refused: two people, the
 * second of them the head (decision 0019). A memo that is under way is no archive yet.
 */
export function destructionStanding(
  letter: LetterState,
  roster: RosterState,
  held: readonly HeldPosition[],
  user: string,
): DestructionStanding {
  const left = new Set(documentsLeft(letter));
  if (left.size === 0) return { actions: [], destroyable: [] };
  const isUnderWay =
    letter.memo !== null && letter.memo.stage !== 'issued' && letter.memo.stage !== 'withdrawn';
  const proposes = !isUnderWay && proposingPosition(roster, held) !== undefined;
  const destroyable =
    destroyingPosition(roster, held) === undefined
      ? []
      : letter.destructions
          .filter(
            ({ destroyed, proposed, documents }) =>
              destroyed === null &&
              proposed.actor.user !== user &&
              documents.some((sha256) => left.has(sha256)),
          )
          .map(({ proposed }) => proposed.entry);
  return {
    actions: [
      ...(proposes ? (['proposeDestruction'] as const) : []),
      ...(destroyable.length > 0 ? (['destroy'] as const) : []),
    ],
    destroyable,
  };
}
