import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { isSecret } from '#core/office/enums.ts';
import type { LetterActBody } from '#core/office/letter-acts.ts';
import { mayRegister } from '#core/office/rights.ts';

import { makeLetterKey } from '../keys/letter-key.ts';
import { deleteStaged } from '../store/staged.ts';
import { actorOf, signedIn } from './acting.ts';
import { append, nextLetterId } from './append.ts';
import type { NewAct } from './append.ts';
import { duplicatesOf } from './duplicates.ts';
import { isStillStaged, removeStagedFile, takeStaged } from './intake.ts';
import { numberAct } from './numbers.ts';
import { heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Registers a surat masuk. On the registry PC it gets its agenda number in the same transaction. */
export async function registerLetter(
  runtime: OfficeRuntime,
  input: CheckedInput<'letters.register'>,
): Promise<Result<{ letterId: string; agendaNumber: number | null; entry: string }>> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const roster = runtime.roster.current();
  const clerk = heldPositions(runtime).find((h) => mayRegister(roster, h.position.id));
  if (clerk === undefined) return fail('not-allowed');
  if (!roster.positions.has(input.forwardTo)) return fail('recipient-unknown');
  const key = isSecret(input.securityClass) ? makeLetterKey() : null;
  const staged = await takeStaged(runtime, input.staged, key);
  if (!staged.ok) return staged;
  if (!isStillStaged(runtime, input.staged)) return fail('act-already-done');
  if (!input.duplicateSeen && duplicatesOf(runtime, input).length > 0) return fail('letter-duplicate');
  const { staged: id, duplicateSeen: _seen, ...fields } = input;
  const letterId = nextLetterId(runtime, session.value);
  const actor = actorOf(session.value.user, clerk);
  const body: LetterActBody<'letter.registered'> = {
    kind: 'incomingLetter',
    ...fields,
    document: staged.value,
  };
  const numbered = numberAct(runtime, session.value, { id: letterId, receivedAt: input.receivedAt }, actor);
  const acts: NewAct[] = [
    {
      type: 'letter.registered',
      subject: letterId,
      body,
      actor,
      ...(key === null ? {} : { letterKey: key }),
    },
  ];
  if (numbered !== null) acts.push(numbered);
  const written = append(runtime, session.value, acts, (db) => deleteStaged(db, id));
  if (!written.ok) return written;
  await removeStagedFile(runtime, id, key);
  return ok({
    letterId,
    agendaNumber: numbered?.body.number ?? null,
    entry: written.value[0]?.hash ?? '',
  });
}
