import type { JoinRequestView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { positionsOf } from '#core/office/roster.ts';
import type { Person } from '#core/office/roster.ts';

import { makeInvitation } from '../keys/invitation.ts';
import { encodeInvite } from '../keys/invite-file.ts';
import { encodeAnswer } from '../keys/join-answer.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { transact } from '../store/database.ts';
import { findIdentity, officeKeys } from '../store/identities.ts';
import { keepAnswer, keepDeviceSecret, openDeviceInvitations } from '../store/join-requests.ts';
import { signedIn } from './acting.ts';
import { publishAnswers } from './join-answers.ts';
import type { JoinFolder } from './join-folder.ts';
import { chosen, openRequests, requestView } from './open-request.ts';
import type { OpenedRequest } from './open-request.ts';
import { isClosedLog, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { standingTitle } from './titles.ts';

/** For how long the code of a further PC is good: the two PCs stand side by side. */
const DEVICE_CODE_MS = 24 * 60 * 60 * 1000;

interface Owner {
  readonly user: string;
  readonly person: Person;
  readonly keys: UserKeySet;
}

/** The person signed in, with an open key that the office knows and has not closed. */
function owner(runtime: OfficeRuntime): Result<Owner> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const { user, userKeys: keys, log } = session.value;
  if (keys === null) return fail('locked');
  const person = runtime.roster.current().people.get(user);
  if (person?.keys.sign !== keys.sign.public) return fail('not-enrolled');
  return isClosedLog(runtime, log) ? fail('log-closed') : ok({ user, person, keys });
}

function seatOf(runtime: OfficeRuntime, user: string): { position: string | null; title: string } {
  const [first] = positionsOf(runtime.roster.current(), user, today(runtime));
  if (first === undefined) return { position: null, title: '' };
  return { position: first.position.id, title: standingTitle(first.position.title, first.holder.standing) };
}

/**
 * A code with which the person signed in takes a further PC into use. It is signed with their own key and needs nobody
 * else; the roster learns of the PC by its log, which the same key certifies. Errors: `passphrase-needed`, `locked`,
 * `not-enrolled`, `log-closed`, and the share's.
 */
export async function inviteDevice(
  runtime: OfficeRuntime,
  folder: JoinFolder,
): Promise<Result<{ code: string; expires: number }>> {
  const own = owner(runtime);
  if (!own.ok) return own;
  const { user, person, keys } = own.value;
  const invitation = makeInvitation(runtime.officeId);
  const now = runtime.clock();
  const expires = now + DEVICE_CODE_MS;
  const file = encodeInvite(
    invitation,
    {
      genesisHash: runtime.genesisHash,
      officeName: runtime.roster.current().name,
      purpose: 'device',
      user,
      ...seatOf(runtime, user),
      name: person.name,
      nip: person.nip,
      expires,
    },
    keys.sign,
  );
  const published = await folder.publishFile(invitation, 'invite', file);
  if (!published.ok) return published;
  const { id, secret } = invitation;
  transact(runtime.db, (db) => keepDeviceSecret(db, { invitation: id, secret, user, expires }, now));
  return ok({ code: invitation.code, expires });
}

async function openedRequests(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  { user, person }: Owner,
): Promise<Result<readonly OpenedRequest[]>> {
  const { title } = seatOf(runtime, user);
  const records = openDeviceInvitations(runtime.db, user).map(({ invitation, expires }) => {
    return { id: invitation, user, name: person.name, title, expires };
  });
  return openRequests(runtime, folder, records);
}

/** PCs that ask to be the signed-in person's too, with the six digits that both screens show. */
export async function deviceRequests(
  runtime: OfficeRuntime,
  folder: JoinFolder,
): Promise<Result<readonly JoinRequestView[]>> {
  const own = owner(runtime);
  if (!own.ok) return own;
  const opened = await openedRequests(runtime, folder, own.value);
  return opened.ok ? ok(opened.value.map(requestView)) : opened;
}

/**
 * Hands the person's keys, wrapped under their passphrase, to the PCs whose digits were compared, with the office's
 * keys. Whoever had swapped the request would still not have the passphrase. Error `request-none`.
 */
export async function admitDevice(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  invitations: readonly string[] | 'all',
): Promise<Result<readonly JoinRequestView[]>> {
  const own = owner(runtime);
  if (!own.ok) return own;
  const opened = await openedRequests(runtime, folder, own.value);
  if (!opened.ok) return opened;
  const wanted = chosen(opened.value, invitations);
  if (!wanted.ok) return wanted;
  const { user, keys } = own.value;
  const wrapped = findIdentity(runtime.db, user)?.wrapped.toString('utf8');
  if (wrapped === undefined) throw new Error('a person is signed in whose keys are not here');
  transact(runtime.db, (db) => {
    for (const { record, invitation, request, bytes } of wanted.value) {
      const parts = {
        user,
        exchange: request.exchange,
        request: bytes,
        roster: runtime.roster.current().at,
        officeKeys: officeKeys(db).map((row) => officeKeyFrom(row.key)),
        userKeys: wrapped,
      };
      keepAnswer(db, record.id, encodeAnswer(invitation, parts, keys.sign));
    }
  });
  await publishAnswers(runtime, folder);
  return ok(wanted.value.map(requestView));
}
