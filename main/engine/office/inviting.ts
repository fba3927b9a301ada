import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { holdersOn, positionsOf } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';

import { makeInvitation } from '../keys/invitation.ts';
import { encodeInvite } from '../keys/invite-file.ts';
import { newId } from '../log/new-id.ts';
import { keepSecret } from '../store/join-requests.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import type { JoinFolder } from './join-folder.ts';
import { findUnit, rosterWriter } from './roster-editing.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

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

/**
 * A person of the office who gets a new key, as the roster has them. Errors: `user-unknown`; `revoke-self` for the
 * roster's writer, whose lost key only the recovery kit replaces.
 */
function invitedAgain(
  runtime: OfficeRuntime,
  user: string,
  admin: string,
): Result<{ position: string; person: { name: string; title: string; nip: string } }> {
  const roster = runtime.roster.current();
  const known = roster.people.get(user);
  const [held] = positionsOf(roster, user, today(runtime));
  if (known === undefined || held === undefined) return fail('user-unknown');
  if (user === admin) return fail('revoke-self');
  const person = { name: known.name, title: held.position.title, nip: known.nip };
  return ok({ position: held.position.id, person });
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
  const again = input.user === undefined ? null : invitedAgain(runtime, input.user, admin);
  if (again !== null && !again.ok) return again;
  const seat = again === null ? seatFor(runtime, input, actor) : { position: again.value.position, acts: [] };
  const invitation = makeInvitation(runtime.officeId);
  const user = input.user ?? newId('usr');
  const expires = runtime.clock() + INVITATION_DAYS * DAY;
  const { name, title, nip } = again === null ? input.person : again.value.person;
  const file = encodeInvite(
    invitation,
    {
      genesisHash: runtime.genesisHash,
      officeName: runtime.roster.current().name,
      purpose: 'person',
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
