import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { RosterActBody } from '#core/office/roster-acts.ts';
import type { RosterState } from '#core/office/roster.ts';

import { newId } from '../log/new-id.ts';
import { personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { endsOfPerson } from './log-ends.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** The session of the roster's writer with an unlocked key. Errors: `passphrase-needed`, `not-roster-writer`, `locked`. */
export function rosterWriter(runtime: OfficeRuntime): Result<Session> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  if (session.value.log !== runtime.roster.current().writerLog) return fail('not-roster-writer');
  return session.value.userKeys === null ? fail('locked') : session;
}

/** A unit by id or name; undefined when the office has none. */
export function findUnit(roster: RosterState, nameOrId: string): string | undefined {
  if (roster.units.has(nameOrId)) return nameOrId;
  const wanted = nameOrId.trim().toLocaleLowerCase('id');
  return [...roster.units.values()].find((u) => u.name.toLocaleLowerCase('id') === wanted)?.id;
}

/** Requests of deputies that an act answers. */
export type AnsweredRequests = readonly string[];

type About = Required<Pick<NewAct, 'subject' | 'actor' | 'basis'>>;

function write(runtime: OfficeRuntime, basis: AnsweredRequests, act: (about: About) => NewAct): Result<null> {
  const session = rosterWriter(runtime);
  if (!session.ok) return session;
  const actor = personActor(session.value.user);
  const written = append(runtime, session.value, [act({ subject: null, actor, basis })]);
  return written.ok ? ok(null) : written;
}

/** Adds or renames a unit. */
export function setUnit(
  runtime: OfficeRuntime,
  input: CheckedInput<'office.set-unit'>,
  basis: AnsweredRequests = [],
): Result<{ unit: string }> {
  const roster = runtime.roster.current();
  const unit = input.unit ?? newId('unt');
  const order = roster.units.get(unit)?.order ?? roster.units.size;
  const done = write(runtime, basis, (about) => ({
    ...about,
    type: 'roster.unit-set',
    body: { unit, name: input.name, code: input.code, order },
  }));
  return done.ok ? ok({ unit }) : done;
}

/** Adds a position (jabatan). */
export function addPosition(
  runtime: OfficeRuntime,
  input: CheckedInput<'office.add-position'>,
): Result<{ position: string }> {
  const roster = runtime.roster.current();
  const unit = input.unit === null ? null : findUnit(roster, input.unit);
  if (unit === undefined) return fail('not-found');
  if (input.superior !== null && !roster.positions.has(input.superior)) return fail('not-found');
  const position = newId('pos');
  const { title, superior, role } = input;
  const done = setPosition(runtime, {
    position,
    title,
    unit,
    superior,
    role,
    order: roster.positions.size,
  });
  return done.ok ? ok({ position }) : done;
}

/** Writes a position as it is from now on: a new one, or another title, unit, superior, role or place. */
export function setPosition(
  runtime: OfficeRuntime,
  body: RosterActBody<'roster.position-set'>,
  basis: AnsweredRequests = [],
): Result<null> {
  return write(runtime, basis, (about) => ({ ...about, type: 'roster.position-set', body }));
}

/** Names who holds a position, in which standing and until when. Plt. and Plh. need their decision's number. */
export function setHolder(
  runtime: OfficeRuntime,
  input: CheckedInput<'office.set-holder'>,
  basis: AnsweredRequests = [],
): Result<null> {
  const roster = runtime.roster.current();
  if (!roster.positions.has(input.position)) return fail('not-found');
  if (!roster.people.has(input.user)) return fail('user-unknown');
  const acting = input.standing === 'acting' || input.standing === 'dailyActing';
  if (acting && input.decision.trim() === '') return fail('input-invalid');
  if (input.until !== null && input.until < input.from) return fail('input-invalid');
  const left = leaving(runtime, input);
  const floors = left.flatMap((user) => endsOfPerson(runtime.db, user));
  return write(runtime, basis, (about) => ({
    ...about,
    type: 'roster.holder-set',
    body: left.length === 0 ? input : { ...input, floors, leaving: [...left] },
  }));
}

/**
 * Who stops holding the position by this: the definitive holder before the next one, or whoever it ends for. The ends
 * of their logs go along, so that what they write from now on is judged by a roster that knows it.
 */
function leaving(
  runtime: OfficeRuntime,
  { position, user, standing, until }: CheckedInput<'office.set-holder'>,
): readonly string[] {
  const day = today(runtime);
  if (until !== null && until < day) return [user];
  if (standing !== 'definitive') return [];
  const holders = runtime.roster.current().positions.get(position)?.holders ?? [];
  const others = holders.filter((h) => h.standing === 'definitive' && h.user !== user);
  return [...new Set(others.filter((h) => h.until === null || h.until >= day).map((h) => h.user))];
}
