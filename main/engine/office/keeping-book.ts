import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { claimsOf } from '#core/office/letter-fields.ts';
import { onePlaceFields } from '#core/office/letter-state.ts';
import type { LetterState, OnePlaceField } from '#core/office/letter-state.ts';
import { mayRegister } from '#core/office/rights.ts';

import type { WritableDb } from '../store/database.ts';
import { deleteStaged } from '../store/staged.ts';
import { actorOf, groundsFor } from './acting.ts';
import type { Grounds } from './acting.ts';
import type { NewAct } from './append.ts';
import { isStillStaged, removeStagedFile, takeStaged } from './intake.ts';
import type { HeldPosition } from './letter-actions.ts';
import { sealingKeyOf } from './letter-secrets.ts';
import { actOn } from './letters.ts';
import type { OfficeRuntime } from './runtime.ts';

type Answer = Result<ActAnswer>;

function asClerk(
  runtime: OfficeRuntime,
  letter: string,
  make: (held: HeldPosition, grounds: Grounds) => NewAct,
  also?: (db: WritableDb) => void,
): Answer {
  const roster = runtime.roster.current();
  const asHolder = (grounds: Grounds): Result<NewAct> => {
    const held = grounds.held.find((h) => mayRegister(roster, h.position.id));
    return held === undefined ? fail('not-allowed') : ok(make(held, grounds));
  };
  return actOn(runtime, letter, asHolder, also);
}

/** Corrects what was registered; the earlier value stays in the history. */
export function correctLetter(runtime: OfficeRuntime, input: CheckedInput<'letters.correct'>): Answer {
  const { letter, ...body } = input;
  return asClerk(runtime, letter, (held, grounds) => ({
    type: 'letter.corrected',
    subject: letter,
    body,
    actor: actorOf(grounds.session.user, held),
    basis: claimsSeen(
      grounds.letter,
      onePlaceFields.filter((field) => field in body),
    ),
  }));
}

/** Entries that gave the fields the values that the person saw; what is set anew answers them. */
function claimsSeen(letter: LetterState, fields: readonly OnePlaceField[]): readonly string[] {
  const claims = fields.flatMap((field) => claimsOf(letter, field));
  return [...new Set(claims.map((claim) => claim.mark.entry))].slice(0, 64);
}

/** The returns that a forwarding answers, and the forwardings before it. */
function forwardBasis(letter: LetterState): readonly string[] {
  const returns = letter.desks.flatMap((d) => (d.settled === null ? [] : [d.settled.entry]));
  return [...new Set([...claimsSeen(letter, ['forwardTo']), ...returns])].slice(-64);
}

/** Sends a returned letter on, to the same or another position. */
export function forwardLetter(runtime: OfficeRuntime, input: CheckedInput<'letters.forward'>): Answer {
  if (!runtime.roster.current().positions.has(input.forwardTo)) return fail('recipient-unknown');
  return asClerk(runtime, input.letter, (held, grounds) => ({
    type: 'letter.forwarded',
    subject: input.letter,
    body: { forwardTo: input.forwardTo, note: input.note },
    actor: actorOf(grounds.session.user, held),
    basis: forwardBasis(grounds.letter),
  }));
}

/** Adds a document to a letter that is registered already. */
export async function attachToLetter(
  runtime: OfficeRuntime,
  letter: string,
  staged: string,
): Promise<Answer> {
  const about = groundsFor(runtime, letter);
  if (!about.ok) return about;
  const key = sealingKeyOf(runtime, about.value.letter);
  if (!key.ok) return key;
  const document = await takeStaged(runtime, staged, key.value);
  if (!document.ok) return document;
  if (!isStillStaged(runtime, staged)) return fail('act-already-done');
  const answer = asClerk(
    runtime,
    letter,
    (held, grounds) => ({
      type: 'letter.attached',
      subject: letter,
      body: { document: document.value },
      actor: actorOf(grounds.session.user, held),
    }),
    (db) => deleteStaged(db, staged),
  );
  if (answer.ok) await removeStagedFile(runtime, staged, key.value);
  return answer;
}
