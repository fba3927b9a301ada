import type { JoinRequestView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { RosterActBody } from '#core/office/roster-acts.ts';
import type { Invitation as InvitationRecord, Person } from '#core/office/roster.ts';

import { encodeAnswer } from '../keys/join-answer.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { officeKeys } from '../store/identities.ts';
import { keepAnswer } from '../store/join-requests.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { certify, openAuthority } from './authority.ts';
import { publishAnswers } from './join-answers.ts';
import type { JoinFolder } from './join-folder.ts';
import { endsOfPerson } from './log-ends.ts';
import { chosen, openRequests, requestView } from './open-request.ts';
import type { OpenedRequest, OpenInvitation } from './open-request.ts';
import { rosterWriter } from './roster-editing.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

interface Invited extends OpenInvitation {
  readonly invited: InvitationRecord;
}

/** The invitations of the roster that nobody was admitted by. */
function openInvitations(runtime: OfficeRuntime): readonly Invited[] {
  const roster = runtime.roster.current();
  return [...roster.invitations.values()]
    .filter(({ used }) => !used)
    .map((invited) => {
      const { id, user, name, expires } = invited;
      return { id, user, name, expires, title: titleOf(roster, invited.position), invited };
    });
}

/** Who asks to join, with the six digits that both screens show. */
export async function joinRequests(
  runtime: OfficeRuntime,
  folder: JoinFolder,
): Promise<Result<readonly JoinRequestView[]>> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const opened = await openRequests(runtime, folder, openInvitations(runtime));
  return opened.ok ? ok(opened.value.map(requestView)) : opened;
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
  const opened = await openRequests(runtime, folder, openInvitations(runtime));
  if (!opened.ok) return opened;
  const wanted = chosen(opened.value, invitations);
  if (!wanted.ok) return wanted;
  for (const one of wanted.value) {
    const admitted = admitOne(runtime, one);
    if (!admitted.ok) return admitted;
  }
  await publishAnswers(runtime, folder);
  return ok(wanted.value.map(requestView));
}

/** A new key for a person of the office: the old one is closed where this PC has seen its logs end. */
function rekeyingActs(
  runtime: OfficeRuntime,
  { record, request }: OpenedRequest<Invited>,
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
  { record, request }: OpenedRequest<Invited>,
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
        nip: record.invited.nip,
        keys: { sign: request.sign, exchange: request.exchange },
        invitation: record.id,
      },
    },
    {
      ...about,
      type: 'roster.holder-set',
      body: {
        position: record.invited.position,
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

function admitOne(runtime: OfficeRuntime, opened: OpenedRequest<Invited>): Result<null> {
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
      nip: record.invited.nip,
      title: record.title,
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
  { record, invitation, request, bytes }: OpenedRequest<Invited>,
  writer: SigningKey,
): Uint8Array {
  return encodeAnswer(
    invitation,
    {
      user: record.user,
      exchange: request.exchange,
      request: bytes,
      roster: runtime.roster.current().at,
      officeKeys: officeKeys(runtime.db).map((row) => officeKeyFrom(row.key)),
      userKeys: null,
    },
    writer,
  );
}
