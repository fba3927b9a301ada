import type { JoinRequestView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { RosterActBody } from '#core/office/roster-acts.ts';
import type { Invitation as InvitationRecord, Person } from '#core/office/roster.ts';

import { invitationFrom } from '../keys/invitation.ts';
import { encodeAnswer } from '../keys/join-answer.ts';
import { decodeRequest } from '../keys/join-request.ts';
import type { JoinRequest } from '../keys/join-request.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { sixDigits } from '../keys/six-digits.ts';
import { raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import { officeKeys } from '../store/identities.ts';
import { keepAnswer, secretOf } from '../store/join-requests.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { certify, openAuthority } from './authority.ts';
import { publishAnswers } from './join-answers.ts';
import type { JoinFolder } from './join-folder.ts';
import { endsOfPerson } from './log-ends.ts';
import { rosterWriter } from './roster-editing.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

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

/**
 * Admits the people whose digits were compared: roster, position, certificate and the sealed answer in one
 * transaction, then the answer on the share. A share that is away gets the answer with a later pass.
 */
export async function admit(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  invitations: readonly string[] | 'all',
): Promise<Result<readonly JoinRequestView[]>> {
  const opened = await openRequests(runtime, folder);
  if (!opened.ok) return opened;
  const wanted = opened.value.filter((o) => invitations === 'all' || invitations.includes(o.record.id));
  if (wanted.length === 0) return fail('request-none');
  for (const one of wanted) {
    const admitted = admitOne(runtime, one);
    if (!admitted.ok) return admitted;
  }
  await publishAnswers(runtime, folder);
  return ok(wanted.map((one) => requestView(runtime, one)));
}

/** A new key for a person of the office: the old one is closed where this PC has seen its logs end. */
function rekeyingActs(
  runtime: OfficeRuntime,
  { record, request }: OpenedRequest,
  person: Person,
  actor: NewAct['actor'],
  certificate: RosterActBody<'roster.certificate-issued'>,
): readonly NewAct[] {
  const about = { subject: null, actor };
  const keys = { sign: request.sign, exchange: request.exchange };
  const cuts = [...endsOfPerson(runtime.db, person.id)];
  return [
    { ...about, type: 'roster.person-rekeyed', body: { user: person.id, keys, invitation: record.id } },
    {
      ...about,
      type: 'roster.logs-closed',
      body: { user: person.id, key: person.keys.sign, cuts, reason: 'passphrase' },
    },
    { ...about, type: 'roster.certificate-issued', body: certificate },
  ];
}

function admittingActs(
  { record, request }: OpenedRequest,
  actor: NewAct['actor'],
  day: string,
  certificate: RosterActBody<'roster.certificate-issued'>,
): readonly NewAct[] {
  const about = { subject: null, actor };
  return [
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
        from: day,
        until: null,
        decision: '',
      },
    },
    { ...about, type: 'roster.certificate-issued', body: certificate },
  ];
}

function admitOne(runtime: OfficeRuntime, opened: OpenedRequest): Result<null> {
  const { record, request } = opened;
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const { userKeys, user } = writer.value;
  const authority = openAuthority(runtime);
  if (!authority.ok) return authority;
  if (userKeys === null) return fail('locked');
  const roster = runtime.roster.current();
  // Asked for twice in a hurry, or from two windows: the first one admitted them.
  if (roster.invitations.get(record.id)?.used !== false) return ok(null);
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
  const known = roster.people.get(record.user);
  const actor = personActor(user);
  const acts =
    known === undefined
      ? admittingActs(opened, actor, officeDay(now, roster.timeZone), certificate.value)
      : rekeyingActs(runtime, opened, known, actor, certificate.value);
  const written = append(runtime, writer.value, acts, (db) => {
    keepAnswer(db, record.id, answerFile(runtime, opened, userKeys.sign));
  });
  return written.ok ? ok(null) : written;
}

function answerFile(
  runtime: OfficeRuntime,
  { record, request, bytes }: OpenedRequest,
  writer: SigningKey,
): Uint8Array {
  const secret = secretOf(runtime.db, record.id);
  if (secret === null) throw new Error('a request was opened without its secret');
  return encodeAnswer(
    invitationFrom(runtime.officeId, secret),
    {
      user: record.user,
      exchange: request.exchange,
      request: bytes,
      roster: runtime.roster.current().at,
      officeKeys: officeKeys(runtime.db).map((row) => officeKeyFrom(row.key)),
    },
    writer,
  );
}
