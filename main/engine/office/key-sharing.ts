import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { isSecret } from '#core/office/enums.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import { mayRegister } from '#core/office/rights.ts';
import { holdersOn } from '#core/office/roster.ts';

import type { LetterKey } from '../keys/letter-key.ts';
import { readRecoveryKit } from '../keys/recovery-kit.ts';
import { actorOf, groundsFor } from './acting.ts';
import { append } from './append.ts';
import { openWrapped } from './letter-secrets.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

function share(
  runtime: OfficeRuntime,
  letter: string,
  position: string,
  keyOf: () => Result<LetterKey | null>,
): Result<ActAnswer> {
  const about = groundsFor(runtime, letter);
  if (!about.ok) return about;
  const grounds = about.value;
  const route = involvedPositions(grounds.letter);
  const roster = runtime.roster.current();
  // Whoever keeps the book may, also where the letter itself leaves them nothing to do.
  const giver = grounds.held.find((h) => route.has(h.position.id) || mayRegister(roster, h.position.id));
  if (giver === undefined || !isSecret(grounds.letter.securityClass)) return fail('act-not-allowed');
  const to = roster.positions.get(position);
  if (!route.has(position) || to === undefined) return fail('recipient-unknown');
  if (holdersOn(to, today(runtime)).length === 0) return fail('position-vacant');
  const key = keyOf();
  if (!key.ok) return key;
  const written = append(runtime, grounds.session, [
    {
      type: 'letter.key-shared',
      subject: letter,
      body: { position },
      actor: actorOf(grounds.session.user, giver),
      ...(key.value === null ? {} : { letterKey: key.value }),
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/**
 * Hands the key of a secret letter on to who holds a position on its route today (a successor, or a further holder).
 * Only who opens the letter can. Errors: `letter-key-missing`, `recipient-unknown` for a position off the route,
 * `position-vacant`, `locked`.
 */
export function shareLetterKey(
  runtime: OfficeRuntime,
  { letter, position }: CheckedInput<'letters.share-key'>,
): Result<ActAnswer> {
  return share(runtime, letter, position, () => ok(null));
}

/**
 * The same by whoever keeps the book and has the recovery kit, when nobody of the circle opens the letter any more.
 * The root key is in memory only while this runs; what the kit opens goes to the position on the route and is shown to
 * nobody here. Errors: also `kit-unreadable`, `kit-mistyped`, `kit-other-office`.
 */
export function shareLetterKeyByKit(
  runtime: OfficeRuntime,
  { letter, position, kit }: CheckedInput<'letters.share-key-by-kit'>,
): Result<ActAnswer> {
  return share(runtime, letter, position, () => {
    const read = readRecoveryKit(kit);
    if (!read.ok) return fail(read.code);
    const { officeId, root } = read.value;
    if (officeId !== runtime.officeId || root.sign.public !== runtime.rootSign)
      return fail('kit-other-office');
    const key = openWrapped(runtime, letter, 'root', root.exchange);
    return key === null ? fail('letter-key-missing') : ok(key);
  });
}
