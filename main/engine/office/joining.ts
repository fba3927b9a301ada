import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { parseInvitationCode } from '../keys/invitation.ts';
import type { Invitation } from '../keys/invitation.ts';
import { decodeInvite } from '../keys/invite-file.ts';
import type { Invite } from '../keys/invite-file.ts';
import { decodeAnswer } from '../keys/join-answer.ts';
import { encodeRequest } from '../keys/join-request.ts';
import { machineHash } from '../keys/machine.ts';
import { passphraseFault } from '../keys/passphrase.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import { sixDigits } from '../keys/six-digits.ts';
import { generateUserKeys } from '../keys/user-keys.ts';
import { wrapLogKey } from '../keys/wrapped-log-key.ts';
import { wrapUserKeys } from '../keys/wrapped-user-keys.ts';
import type { GenesisFile } from '../log/genesis.ts';
import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import {
  addOfficeKey,
  enrolIdentity,
  findIdentity,
  forgetIdentity,
  saveIdentity,
} from '../store/identities.ts';
import { deleteMeta, readMeta, writeMeta } from '../store/meta.ts';
import type { JoinFolder } from './join-folder.ts';
import { runtimeFor } from './open-office.ts';
import type { Place } from './creating.ts';
import type { OfficeRuntime } from './runtime.ts';
import { beginLog, deviceOf } from './own-log.ts';

/** What a joining PC remembers until it is answered. Text fields are base64url. */
export interface PendingJoin {
  readonly code: string;
  readonly request: string;
  readonly digits: string;
  readonly user: string;
  readonly position: string;
  readonly name: string;
  readonly title: string;
  readonly officeName: string;
  /** User key of whoever sent the invitation; the answer comes from them. */
  readonly writer: string;
  /** A further PC of a person of the office: their own keys come with the answer. */
  readonly device: boolean;
  /** The answer is here; what lacks is the roster, or for a further PC the passphrase. */
  readonly answered: boolean;
}

/** The pending request of this data folder, or null. */
export function pendingJoin(runtime: Pick<OfficeRuntime, 'db'>): PendingJoin | null {
  const text = readMeta(runtime.db, 'pending.join');
  return text === null ? null : (JSON.parse(text) as PendingJoin);
}

function invitationOf(code: string): Result<Invitation> {
  const parsed = parseInvitationCode(code);
  return parsed.ok ? ok(parsed.value) : fail('code-wrong', { reason: parsed.code });
}

/** An invitation as found on the share, with the office's genesis that its code pins. */
export interface FoundInvitation {
  readonly invitation: Invitation;
  readonly genesis: GenesisFile;
  readonly invite: Invite;
}

/** Reads what a code invites to. Errors: `code-wrong`, `code-expired`, `invitation-not-on-share` and the share's. */
export async function readCode(
  folder: JoinFolder,
  code: string,
  now: number,
): Promise<Result<FoundInvitation>> {
  const invitation = invitationOf(code);
  if (!invitation.ok) return invitation;
  const genesis = await folder.readGenesis(invitation.value.officeId);
  if (!genesis.ok) return genesis;
  const bytes = await folder.readFile(invitation.value, 'invite');
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail('invitation-not-on-share');
  const invite = decodeInvite(invitation.value, bytes.value);
  if (!invite.ok) return fail('code-wrong', { reason: invite.code });
  if (invite.value.expires < now) return fail('code-expired');
  return ok({ invitation: invitation.value, genesis: genesis.value, invite: invite.value });
}

export interface JoinParts {
  readonly share: string;
  readonly code: string;
  readonly passphrase: string;
  readonly deviceName: string;
}

/**
 * Asks to join: makes the person's keys, remembers them, and puts the sealed request on the share. On a PC that is in
 * the office already (`here`) somebody joins beside those who use it, or gets a new key for one they cannot open.
 * Errors besides the code's: `passphrase-weak`, `join-waiting`, `person-on-this-pc` for the code of a further PC used
 * where the person is already, and `code-wrong` for another office's code.
 */
export async function requestToJoin(
  folder: JoinFolder,
  input: JoinParts,
  place: Place,
  here: OfficeRuntime | null,
): Promise<Result<OfficeRuntime>> {
  const fault = passphraseFault(input.passphrase);
  if (fault !== null) return fail('passphrase-weak', { reason: fault });
  const now = place.surroundings.clock();
  const found = await readCode(folder, input.code, now);
  if (!found.ok) return found;
  const { invitation, genesis, invite } = found.value;
  if (here !== null && here.genesisHash !== genesis.hash)
    return fail('code-wrong', { reason: 'other-office' });
  if (here !== null && pendingJoin(here) !== null) return fail('join-waiting');
  if (invite.purpose === 'device' && findIdentity(place.db, invite.user) !== undefined) {
    return fail('person-on-this-pc');
  }
  const keys = generateUserKeys();
  const logKey = generateSigningKey();
  const log = logIdOf(logKey.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const known = here === null ? null : deviceOf(here);
  const device = known?.id ?? newId('dev');
  const deviceName = known?.name ?? input.deviceName;
  const machine = machineHash(place.machineId, genesis.officeId);
  const replaced = findIdentity(place.db, invite.user);
  const request = encodeRequest(invitation, {
    user: invite.user,
    keys,
    logKey,
    device,
    deviceName,
    machine,
    time: now,
  });
  const pending: PendingJoin = {
    code: input.code,
    request: request.toString('base64url'),
    digits: sixDigits(invitation, genesis.hash, request),
    user: invite.user,
    position: invite.position ?? '',
    name: invite.name,
    title: invite.title,
    officeName: invite.officeName,
    writer: invite.writer,
    device: invite.purpose === 'device',
    answered: false,
  };
  transact(place.db, (db) => {
    if (here === null) {
      writeMeta(db, 'office.id', genesis.officeId);
      writeMeta(db, 'office.genesis', Buffer.from(genesis.bytes).toString('base64url'));
      writeMeta(db, 'share.path', input.share);
      writeMeta(db, 'device.id', device);
      writeMeta(db, 'device.name', deviceName);
      writeMeta(db, 'device.machine', machine);
    }
    writeMeta(db, 'pending.join', JSON.stringify(pending));
    saveIdentity(
      db,
      {
        user: invite.user,
        wrapped: Buffer.from(wrapUserKeys(keys, invite.user, input.passphrase)),
        log,
        log_key: Buffer.from(wrapLogKey(logKey, keys, { officeId: genesis.officeId, machine })),
        state: 'pending',
        secrets: null,
      },
      now,
    );
  });
  // The keys are here before the request is there: whoever is admitted by it can open the answer after any crash.
  const published = await folder.publishFile(invitation, 'request', request);
  if (!published.ok) {
    transact(place.db, (db) => {
      if (here === null) forgetJoin(db);
      else deleteMeta(db, 'pending.join');
      if (replaced === undefined) forgetIdentity(db, invite.user);
      else saveIdentity(db, replaced, now);
    });
    return published;
  }
  const runtime = here ?? runtimeFor(place.db, genesis, place.surroundings);
  runtime.session = {
    user: invite.user,
    log,
    logKey,
    userKeys: keys,
    credential: null,
    lastTouch: now,
  };
  return ok(runtime);
}

const joinFacts = [
  'office.id',
  'office.genesis',
  'share.path',
  'device.id',
  'device.name',
  'device.machine',
  'pending.join',
] as const;

/** A request that the share did not take: this PC belongs to no office, and another code may be tried. */
function forgetJoin(db: WritableDb): void {
  for (const fact of joinFacts) deleteMeta(db, fact);
}

/** The pending request of whoever is signed in; null when it is somebody else's, or there is none. */
export function ownPendingJoin(runtime: Pick<OfficeRuntime, 'db' | 'session'>): PendingJoin | null {
  const pending = pendingJoin(runtime);
  return pending !== null && pending.user === runtime.session?.user ? pending : null;
}

/** Puts the request on the share again if it is not there: a crash came between keeping and sending it. */
export async function resendRequest(folder: JoinFolder, runtime: OfficeRuntime): Promise<Result<null>> {
  const pending = pendingJoin(runtime);
  if (pending === null) return ok(null);
  const invitation = invitationOf(pending.code);
  if (!invitation.ok) return invitation;
  const there = await folder.readFile(invitation.value, 'request');
  if (!there.ok) return there;
  if (there.value !== null) return ok(null);
  return folder.publishFile(invitation.value, 'request', Buffer.from(pending.request, 'base64url'));
}

/**
 * Looks for the answer. `pending` while there is none; `keys` once the office key is here and the office can be
 * read. Error `request-invalid`: the office admitted another request than this PC's, somebody swapped it.
 */
export async function takeAnswer(
  folder: JoinFolder,
  runtime: OfficeRuntime,
): Promise<Result<'pending' | 'keys'>> {
  const pending = ownPendingJoin(runtime);
  const keys = runtime.session?.userKeys ?? null;
  if (pending === null || pending.answered) return ok('keys');
  if (keys === null) return fail('passphrase-needed');
  const invitation = invitationOf(pending.code);
  if (!invitation.ok) return invitation;
  const bytes = await folder.readFile(invitation.value, 'answer');
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return ok('pending');
  const answer = decodeAnswer(invitation.value, bytes.value, {
    user: pending.user,
    request: Buffer.from(pending.request, 'base64url'),
    exchange: keys.exchange,
    writerSign: pending.writer,
  });
  if (!answer.ok) return fail('request-invalid', { reason: answer.code });
  const { officeKeys, userKeys } = answer.value;
  if (pending.device !== (userKeys !== null)) return fail('request-invalid', { reason: 'answer-not-valid' });
  transact(runtime.db, (db) => {
    for (const key of officeKeys.toReversed()) addOfficeKey(db, key.id, key.bytes, runtime.clock());
    writeMeta(db, 'pending.join', JSON.stringify({ ...pending, answered: true } satisfies PendingJoin));
    if (userKeys !== null) keepOwnKeys(db, pending.user, userKeys, runtime.clock());
  });
  if (userKeys !== null) {
    // What was made to ask with is of no more use; the person's own keys open with their passphrase.
    runtime.session = null;
    runtime.notify({ keys: ['session'] });
  }
  return ok('keys');
}

/** The person's own keys in the place of those that this PC asked with. */
function keepOwnKeys(db: WritableDb, user: string, wrapped: string, now: number): void {
  const asked = findIdentity(db, user);
  if (asked === undefined) throw new Error('a request was answered that nobody here made');
  saveIdentity(db, { ...asked, wrapped: Buffer.from(wrapped) }, now);
}

/** Once the roster that names the person has arrived, begins their log and ends the waiting. */
export function finishJoining(runtime: OfficeRuntime): Result<'pending' | 'enrolled'> {
  const pending = ownPendingJoin(runtime);
  // A further PC begins with the person's own keys, which came with the answer.
  const session = pending === null || (pending.device && !pending.answered) ? null : runtime.session;
  const known = session === null ? undefined : runtime.roster.current().people.get(session.user);
  // The roster leads to the pinned genesis, as neither invitation nor answer does: it must know this PC's key.
  if (session === null || known?.keys.sign !== session.userKeys?.sign.public) return ok('pending');
  const begun = beginLog(runtime, session, deviceOf(runtime).machine);
  if (!begun.ok) return begun;
  transact(runtime.db, (db) => {
    enrolIdentity(db, session.user);
    deleteMeta(db, 'pending.join');
  });
  runtime.notify({ keys: ['session', 'office', 'letters', 'home'] });
  return ok('enrolled');
}
