import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Role } from '#core/office/enums.ts';
import { positionsOf } from '#core/office/roster.ts';

import { generateSigningKey } from '../../keys/signing-key.ts';
import { certificateSpki, generateUserKeys, publicUserKeys } from '../../keys/user-keys.ts';
import { wrapLogKey } from '../../keys/wrapped-log-key.ts';
import { wrapUserKeys } from '../../keys/wrapped-user-keys.ts';
import { logIdOf } from '../../log/log-id.ts';
import { personActor } from '../../office/acting.ts';
import { append } from '../../office/append.ts';
import type { NewAct } from '../../office/append.ts';
import { certify, openAuthority } from '../../office/authority.ts';
import type { HeldPosition } from '../../office/letter-actions.ts';
import { rosterWriter } from '../../office/roster-editing.ts';
import { deviceOf } from '../../office/own-log.ts';
import { unlock } from '../../office/unlocking.ts';
import type { OfficeRuntime } from '../../office/runtime.ts';
import type { Session } from '../../office/session.ts';
import { allIdentities, saveIdentity } from '../../store/identities.ts';
import type { Random } from './random.ts';
import { familyNames, givenNames } from './vocabulary.ts';

/** Somebody of the synthetic office, able to act: signed in on this PC like a colleague who shares it. */
export interface Colleague {
  readonly session: Session;
  readonly held: HeldPosition;
}

interface Seat {
  readonly title: string;
  readonly role: Role;
  /** Name of the unit; null for the head of the office. */
  readonly unit: string | null;
}

const UNITS = ['Bidang Aplikasi Informatika', 'Bidang Persandian dan Statistik', 'Bidang Komunikasi Publik'];

const SEATS: readonly Seat[] = [
  { title: 'Kepala Dinas', role: 'pimpinan', unit: null },
  ...UNITS.flatMap((unit): Seat[] => [
    { title: `Kepala ${unit}`, role: 'pejabat', unit },
    { title: `Analis ${unit.replace('Bidang ', '')}`, role: 'staf', unit },
  ]),
];

/** Everybody of this PC whose keys open with the passphrase, except the one signed in. */
function sessionsHere(runtime: OfficeRuntime, passphrase: string): readonly Session[] {
  const { machine } = deviceOf(runtime);
  return allIdentities(runtime.db).flatMap(({ user }) => {
    if (user === runtime.session?.user) return [];
    const opened = unlock({ ...runtime, session: null }, user, passphrase, machine);
    return opened.ok ? [opened.value] : [];
  });
}

/** The positions that people hold on a day; without those who hold none. */
function atTheirDesks(
  runtime: OfficeRuntime,
  sessions: readonly Session[],
  day: string,
): readonly Colleague[] {
  return sessions.flatMap((session) => {
    const held = positionsOf(runtime.roster.current(), session.user, day)[0];
    return held === undefined ? [] : [{ session, held }];
  });
}

/** The roster acts that make units, positions and people, and their identities for this PC. */
function hire(
  runtime: OfficeRuntime,
  writer: Session,
  random: Random,
  passphrase: string,
  since: string,
): Result<null> {
  const authority = openAuthority(runtime);
  if (!authority.ok) return authority;
  const roster = runtime.roster.current();
  const about = { subject: null, actor: personActor(writer.user) };
  const units = new Map(UNITS.map((name) => [name, random.id('unt')]));
  const acts: NewAct[] = [...units].map(([name, unit], index) => ({
    ...about,
    type: 'roster.unit-set',
    body: { unit, name, code: '', order: roster.units.size + index },
  }));
  const identities: Parameters<typeof saveIdentity>[1][] = [];
  const place = { officeId: runtime.officeId, machine: deviceOf(runtime).machine };
  const heads = new Map<string | null, string>();
  for (const [index, seat] of SEATS.entries()) {
    const user = random.id('usr');
    const position = random.id('pos');
    const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
    const nip = `19${60 + random.below(40)}0${1 + random.below(9)}1${random.below(10)} 20${10 + random.below(10)}01 1 00${1 + random.below(9)}`;
    const superior = heads.get(seat.role === 'staf' ? seat.unit : null) ?? null;
    if (seat.role !== 'staf') heads.set(seat.unit, position);
    const keys = generateUserKeys();
    const logKey = generateSigningKey();
    const certificate = certify(
      authority.value,
      roster.name,
      { user, name, nip, title: seat.title, spki: certificateSpki(keys) },
      runtime.clock(),
    );
    if (!certificate.ok) return certificate;
    const unit = seat.unit === null ? null : (units.get(seat.unit) ?? null);
    const order = roster.positions.size + index;
    acts.push(
      {
        ...about,
        type: 'roster.position-set',
        body: { position, title: seat.title, unit, superior, role: seat.role, order },
      },
      {
        ...about,
        type: 'roster.person-admitted',
        body: { user, name, nip, keys: publicUserKeys(keys), invitation: null },
      },
      {
        ...about,
        type: 'roster.holder-set',
        body: { position, user, standing: 'definitive', from: since, until: null, decision: '' },
      },
      { ...about, type: 'roster.certificate-issued', body: certificate.value },
    );
    identities.push({
      user,
      wrapped: Buffer.from(wrapUserKeys(keys, user, passphrase)),
      log: logIdOf(logKey.public) ?? '',
      log_key: Buffer.from(wrapLogKey(logKey, keys, place)),
      state: 'enrolled',
      secrets: null,
    });
  }
  const written = append(runtime, writer, acts, (db) => {
    identities.forEach((identity, index) => saveIdentity(db, identity, runtime.clock() + index));
  });
  return written.ok ? ok(null) : written;
}

/** Lets positions be held from an earlier day on, so that their holders could act on older letters. */
function holdSince(
  runtime: OfficeRuntime,
  writer: Session,
  held: readonly (HeldPosition | undefined)[],
  since: string,
): Result<null> {
  const acts = held.flatMap((one): NewAct[] => {
    if (one === undefined || one.holder.from <= since) return [];
    const { user, standing, until, decision } = one.holder;
    const body = { position: one.position.id, user, standing, from: since, until, decision };
    return [{ type: 'roster.holder-set', subject: null, actor: personActor(writer.user), body }];
  });
  if (acts.length === 0) return ok(null);
  const written = append(runtime, writer, acts);
  return written.ok ? ok(null) : written;
}

export interface Staff {
  /** The roster writer, who registers and numbers. */
  readonly clerk: Colleague;
  readonly leader: Colleague;
  readonly heads: readonly Colleague[];
}

/**
 * The people of a synthetic office on this PC: made once, found again later. All open with the passphrase of the
 * person signed in. Their positions, and the clerk's, are held since the given day, so that older letters can be
 * made. Errors: `passphrase-needed`, `not-roster-writer`, `locked`, `not-allowed` (the clerk may not register).
 */
export function staffFor(
  runtime: OfficeRuntime,
  random: Random,
  passphrase: string,
  since: string,
  day: string,
): Result<Staff> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const own = () => positionsOf(runtime.roster.current(), writer.value.user, day)[0];
  if (own() === undefined) return fail('not-allowed');
  let sessions = sessionsHere(runtime, passphrase);
  if (sessions.length === 0) {
    const hired = hire(runtime, writer.value, random, passphrase, since);
    if (!hired.ok) return hired;
    sessions = sessionsHere(runtime, passphrase);
  }
  const known = atTheirDesks(runtime, sessions, day).map(({ held }) => held);
  const extended = holdSince(runtime, writer.value, [...known, own()], since);
  if (!extended.ok) return extended;
  const colleagues = atTheirDesks(runtime, sessions, day);
  const clerk = own();
  const leader = colleagues.find((c) => c.held.position.role === 'pimpinan');
  const heads = colleagues.filter((c) => c.held.position.role === 'pejabat');
  if (clerk === undefined || leader === undefined || heads.length === 0) return fail('not-allowed');
  return ok({ clerk: { session: writer.value, held: clerk }, leader, heads });
}
