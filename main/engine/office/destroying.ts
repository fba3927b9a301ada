import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { actorOf, groundsFor } from './acting.ts';
import { append } from './append.ts';
import { destroyingPosition, documentsLeft, proposingPosition } from './destruction-standing.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * Proposes to destroy all documents that the letter still has, under a retention decision: whoever keeps the books.
 * Errors: `letter-not-found`, `not-allowed`, `act-already-done` when nothing is left, `act-not-in-turn` while a memo is
 * under way, `locked`.
 */
export function proposeDestruction(
  runtime: OfficeRuntime,
  { letter, decision, note }: CheckedInput<'letters.propose-destruction'>,
): Result<ActAnswer> {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const held = proposingPosition(runtime.roster.current(), grounds.value.held);
  if (held === undefined) return fail('not-allowed');
  const documents = documentsLeft(grounds.value.letter);
  if (documents.length === 0) return fail('act-already-done');
  const { user } = grounds.value.session;
  const written = append(runtime, grounds.value.session, [
    {
      type: 'blob.destruction-proposed',
      subject: letter,
      body: { documents: [...documents], decision, note },
      actor: actorOf(user, held),
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/**
 * Destroys what was proposed: the head of the office, another person than who proposed it. From then on no PC fetches,
 * heals or keeps these documents. Errors: `letter-not-found`, `not-allowed`, `not-found` when nothing is proposed,
 * `locked`.
 */
export function destroyLetterDocuments(
  runtime: OfficeRuntime,
  { letter, proposal, note }: CheckedInput<'letters.destroy'>,
): Result<ActAnswer> {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const held = destroyingPosition(runtime.roster.current(), grounds.value.held);
  if (held === undefined) return fail('not-allowed');
  const proposed = grounds.value.letter.destructions.find((d) => d.proposed.entry === proposal);
  if (proposed === undefined) return fail('not-found');
  const { user } = grounds.value.session;
  const written = append(runtime, grounds.value.session, [
    {
      type: 'blob.destroyed',
      subject: letter,
      body: { documents: [...proposed.documents], decision: proposed.decision, note },
      actor: actorOf(user, held),
      basis: [proposal],
    },
  ]);
  if (!written.ok) return written;
  runtime.wakePublisher();
  return ok({ entry: written.value[0]?.hash ?? '' });
}
