import type { MethodInput, MethodName } from '#core/contract/methods.ts';
import type { LetterView } from '#core/contract/views.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { Random } from '#main/engine/audit/seed/random.ts';
import { groundsFor } from '#main/engine/office/acting.ts';
import { projectedLetters } from '#main/engine/store/projection-check.ts';
import { stagedIds } from '#main/engine/store/staged.ts';

import { CANARY } from './canary.ts';
import { letterStates } from './letter-states.ts';
import type { OfficeTemplate } from './office-template.ts';
import type { Replica } from './replica.ts';

/** How an act came out: done, refused with the program's code, or there was nothing to do it on. */
export type Outcome = 'done' | 'nothing' | (string & {});

/** What an act has to go by. */
export interface Scene {
  readonly pc: Replica;
  readonly random: Random;
  readonly office: OfficeTemplate;
  /** Acts that come next, on one letter each. */
  readonly planned: PlannedAct[];
  /** All PCs of the office. */
  readonly colleagues: readonly Replica[];
}

/** Somebody will do next what they may do on this letter. */
export interface PlannedAct {
  readonly pc: Replica;
  readonly letter: string;
}

export interface Act {
  readonly name: string;
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly run: (scene: Scene) => Promise<Outcome>;
}

/** Calls the engine; answers how that came out. */
export async function ask<M extends MethodName>(
  pc: Replica,
  method: M,
  input: MethodInput<M>,
): Promise<Outcome> {
  const answer = await pc.call(method, input);
  return answer.ok ? 'done' : answer.error.code;
}

/** A letter that this PC knows: often one of the newest, so that colleagues meet on it. */
export function someLetter({ pc, random }: Scene): string | null {
  const letters = projectedLetters(pc.engine.state.db, '', 1000);
  if (letters.length === 0) return null;
  // Ids are hashes: the last by id are the same few on every PC, and no newer or older than the others.
  return random.chance(0.7) ? random.pick(letters.slice(-8)) : random.pick(letters);
}

/** What the program offers on a letter. */
export type Action = LetterView['actions'][number];

/** An act on a letter as it is shown, how often it is chosen beside the others. */
export type Deeds = {
  readonly [A in Action]?: {
    readonly weight: number;
    readonly act: (scene: Scene, view: LetterView) => Promise<Outcome>;
  };
};

/** Whether the action could make sense on a letter in this state, whoever asks. */
const sensible: Partial<Record<Action, (letter: LetterState) => boolean>> = {
  approve: ({ memo }) => memo?.stage === 'inChain',
  sign: ({ memo }) => memo?.stage === 'inChain',
  returnMemo: ({ memo }) => memo?.stage === 'inChain',
  withdraw: ({ memo }) => memo !== null && memo.stage !== 'issued',
  settle: (letter) => conflictsOf(letter).length > 0,
  revise: ({ memo }) => memo?.stage === 'returned',
  forward: ({ desks }) => desks.some(({ status }) => status === 'returned'),
  recall: ({ dispositions }) => dispositions.some(({ recalled }) => recalled === null),
};

/** Mostly letters on which the person may do this now; sometimes others, so that refusals are met too. */
export async function letterFor(scene: Scene, action: Action): Promise<LetterView | null> {
  const { pc, random } = scene;
  const fits = sensible[action];
  const letters = letterStates(pc)
    .filter((letter) => fits === undefined || fits(letter))
    .map(({ id }) => id);
  for (let tries = 0; tries < 6 && letters.length > 0; tries += 1) {
    const letter = random.pick(random.chance(0.7) ? letters.slice(-8) : letters);
    const grounds = groundsFor(pc.runtime, letter);
    if (!grounds.ok || !(grounds.value.stand.actions.includes(action) || random.chance(0.03))) continue;
    const view = await pc.call('letters.show', { letter });
    if (view.ok) return view.value;
  }
  return null;
}

/** A document that was taken in on this PC and waits; null when the pile is used up. */
export function stagedDocument({ pc, random }: Scene): string | null {
  const staged = [...stagedIds(pc.engine.state.db)].toSorted();
  // Often the same few on every PC: two desks take in one letter, and two PCs bring one file to the share.
  return staged.length === 0 ? null : random.pick(random.chance(0.5) ? staged.slice(0, 2) : staged);
}

/** Mostly true where the position of somebody here may do this: refusals are met too, and not too often. */
export function mayTry({ pc, random }: Scene, roles: readonly string[]): boolean {
  if (random.chance(0.1)) return true;
  const { positions } = pc.runtime.roster.current();
  return [...positions.values()].some(
    ({ role, holders }) => roles.includes(role) && holders.some(({ user }) => user === pc.user),
  );
}

/** A note with the canary in it. */
export function note(random: Random): string {
  return `${CANARY} catatan ${random.below(1000)}`;
}
