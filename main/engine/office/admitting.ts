import type { JoinRequestView } from '#core/contract/answers.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { officeDay } from '#core/office/office-day.ts';
import { holdersOn } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import type { Invitation as InvitationRecord } from '#core/office/roster.ts';

import { invitationFrom, makeInvitation } from '../keys/invitation.ts';
import { encodeInvite } from '../keys/invite-file.ts';
import { encodeAnswer } from '../keys/join-answer.ts';
import { decodeRequest } from '../keys/join-request.ts';
import type { JoinRequest } from '../keys/join-request.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import { sixDigits } from '../keys/six-digits.ts';
import { newId } from '../log/new-id.ts';
import { raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import { officeKeys } from '../store/identities.ts';
import { keepSecret, secretOf } from '../store/join-requests.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { certify, openAuthority } from './authority.ts';
import type { JoinFolder } from './join-folder.ts';
import { findUnit, rosterWriter } from './roster-editing.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

/** Days for which an invitation's code is good. */
export const INVITATION_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

interface Seat {
  readonly position: string;
  /** Set when the position does not exist yet. */
  readonly acts: readonly NewAct[];
}

/** A vacant position of that title and unit, or a new one; a new unit too when it is named for the first time. */
function seatFor(runtime: OfficeRuntime, input: CheckedInput<'office.invite'>, actor: NewAct['actor']): Seat {
  const roster = runtime.roster.current();
  const day = today(runtime);
  const about = { subject: null, actor };
  const known = input.unit === null ? null : findUnit(roster, input.unit);
  const unit = known === undefined ? newId('unt') : known;
  const title = input.person.title;
  const vacant = [...roster.positions.values()].find(
    (p) =>
      p.title === title &&
      p.unit === unit &&
      holdersOn(p, day).length === 0 &&
      !isReserved(roster, p.id, runtime),
  );
  if (vacant !== undefined) return { position: vacant.id, acts: [] };
  const position = newId('pos');
  const acts: NewAct[] = [];
  if (known === undefined && unit !== null) {
    acts.push({
      ...about,
      type: 'roster.unit-set',
      body: { unit, name: input.unit ?? '', code: '', order: roster.units.size },
    });
  }
  acts.push({
    ...about,
    type: 'roster.position-set',
    body: { position, title, unit, superior: input.superior, role: input.role, order: roster.positions.size },
  });
  return { position, acts };
}

function isReserved(roster: RosterState, position: string, runtime: OfficeRuntime): boolean {
  const now = runtime.clock();
  return [...roster.invitations.values()].some((i) => i.position === position && !i.used && i.expires > now);
}

/** Invites a person: reserves their position in the roster and puts the sealed invitation on the share. */
export async function invite(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  input: CheckedInput<'office.invite'>,
): Promise<Result<{ code: string; expires: number; position: string; user: string }>> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const { user: admin, userKeys } = writer.value;
  if (userKeys === null) return fail('locked');
  const actor = personActor(admin);
  const seat = seatFor(runtime, input, actor);
  const invitation = makeInvitation(runtime.officeId);
  const user = newId('usr');
  const expires = runtime.clock() + INVITATION_DAYS * DAY;
  const { name, title, nip } = input.person;
  const file = encodeInvite(
    invitation,
    {
      genesisHash: runtime.genesisHash,
      officeName: runtime.roster.current().name,
      user,
      position: seat.position,
      name,
      title,
      nip,
      expires,
    },
    userKeys.sign,
  );
  const published = await folder.publishFile(invitation, 'invite', file);
  if (!published.ok) return published;
  const written = append(
    runtime,
    writer.value,
    [
      ...seat.acts,
      {
        type: 'roster.invited',
        subject: null,
        actor,
        body: { invitation: invitation.id, user, position: seat.position, name, nip, expires },
      },
    ],
    (db) => keepSecret(db, invitation.id, invitation.secret, runtime.clock()),
  );
  return written.ok ? ok({ code: invitation.code, expires, position: seat.position, user }) : written;
}

interface OpenedRequest {
  readonly record: InvitationRecord;
  readonly request: JoinRequest;
  readonly bytes: Uint8Array;
  readonly digits: string;
}

/** Requests on the share that open with the secret of an open invitation; what does not open is reported. */
async function openRequests(
  runtime: OfficeRuntime,
  folder: JoinFolder,
): Promise<Result<readonly OpenedRequest[]>> {
  const opened: OpenedRequest[] = [];
  const now = runtime.clock();
  for (const record of runtime.roster.current().invitations.values()) {
    const secret = secretOf(runtime.db, record.id);
    if (record.used || secret === null) continue;
    const invitation = invitationFrom(runtime.officeId, secret);
    const bytes = await folder.readFile(invitation, 'request');
    if (!bytes.ok) return bytes;
    if (bytes.value === null) continue;
    const request = decodeRequest(invitation, bytes.value);
    const fault = !request.ok
      ? request.code
      : request.value.user !== record.user
        ? 'request-not-valid'
        : record.expires < now
          ? 'request-expired'
          : null;
    if (fault !== null || !request.ok) {
      transact(runtime.db, (db) =>
        raiseAlert(db, 'join-request-refused', record.id, { name: record.name, reason: fault ?? '' }, now),
      );
      runtime.notify({ keys: ['sync'] });
      continue;
    }
    opened.push({
      record,
      request: request.value,
      bytes: bytes.value,
      digits: sixDigits(invitation, runtime.genesisHash, bytes.value),
    });
  }
  return ok(opened);
}

function requestView(runtime: OfficeRuntime, opened: OpenedRequest): JoinRequestView {
  return {
    invitation: opened.record.id,
    user: opened.record.user,
    name: opened.record.name,
    title: titleOf(runtime.roster.current(), opened.record.position),
    device: opened.request.deviceName,
    digits: opened.digits,
    requestedAt: opened.request.time,
  };
}

/** Who asks to join, with the six digits that both screens show. */
export async function joinRequests(
  runtime: OfficeRuntime,
  folder: JoinFolder,
): Promise<Result<readonly JoinRequestView[]>> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const opened = await openRequests(runtime, folder);
  return opened.ok ? ok(opened.value.map((o) => requestView(runtime, o))) : opened;
}

/** Admits the people whose digits were compared: roster, position, certificate, then the answer on the share. */
export async function admit(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  invitations: readonly string[] | 'all',
): Promise<Result<readonly JoinRequestView[]>> {
  const opened = await openRequests(runtime, folder);
  if (!opened.ok) return opened;
  const wanted = opened.value.filter((o) => invitations === 'all' || invitations.includes(o.record.id));
  if (wanted.length === 0) return fail('request-none');
  const views: JoinRequestView[] = [];
  for (const one of wanted) {
    const admitted = admitOne(runtime, one);
    if (!admitted.ok) return admitted;
    const answered = await answer(runtime, folder, one);
    if (!answered.ok) return answered;
    views.push(requestView(runtime, one));
  }
  return ok(views);
}

function admitOne(runtime: OfficeRuntime, { record, request }: OpenedRequest): Result<null> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const authority = openAuthority(runtime);
  if (!authority.ok) return authority;
  const roster = runtime.roster.current();
  const now = runtime.clock();
  const certificate = certify(
    authority.value,
    roster.name,
    {
      user: record.user,
      name: record.name,
      nip: record.nip,
      title: titleOf(roster, record.position),
      spki: request.certificate,
    },
    now,
  );
  if (!certificate.ok) return certificate;
  const about = { subject: null, actor: personActor(writer.value.user) };
  const written = append(runtime, writer.value, [
    {
      ...about,
      type: 'roster.person-admitted',
      body: {
        user: record.user,
        name: record.name,
        nip: record.nip,
        keys: { sign: request.sign, exchange: request.exchange },
        invitation: record.id,
      },
    },
    {
      ...about,
      type: 'roster.holder-set',
      body: {
        position: record.position,
        user: record.user,
        standing: 'definitive',
        from: officeDay(now, roster.timeZone),
        until: null,
        decision: '',
      },
    },
    { ...about, type: 'roster.certificate-issued', body: certificate.value },
  ]);
  return written.ok ? ok(null) : written;
}

async function answer(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  { record, request, bytes }: OpenedRequest,
): Promise<Result<null>> {
  const keys = runtime.session?.userKeys ?? null;
  const secret = secretOf(runtime.db, record.id);
  if (keys === null || secret === null) return fail('locked');
  const invitation = invitationFrom(runtime.officeId, secret);
  const file = encodeAnswer(
    invitation,
    {
      user: record.user,
      exchange: request.exchange,
      request: bytes,
      roster: runtime.roster.current().at,
      officeKeys: officeKeys(runtime.db).map((row) => officeKeyFrom(row.key)),
    },
    keys.sign,
  );
  return folder.publishFile(invitation, 'answer', file);
}
