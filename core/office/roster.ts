import type { AcceptedEntry, RosterPosition, Standing } from './entry.ts';
import type { Role } from './enums.ts';
import { bookId } from './number-series.ts';
import type { RegistryTerm } from './number-series.ts';
import { addDays } from './office-day.ts';
import { rosterActSchemas } from './roster-acts.ts';
import type { RosterActBody, RosterActType, UserKeys } from './roster-acts.ts';
import { closeLogs, nothingClosed, raiseFloors, releaseEntries } from './roster-closing.ts';
import type { Closings } from './roster-closing.ts';
import { personByRoot } from './roster-people.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly order: number;
}

export interface Holder {
  readonly user: string;
  readonly standing: Standing;
  /** ISO dates, inclusive; `until` null while open. */
  readonly from: string;
  readonly until: string | null;
  readonly decision: string;
}

/** A position (jabatan): letters go to it, holders change. */
export interface Position {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  readonly superior: string | null;
  readonly role: Role;
  readonly order: number;
  readonly holders: readonly Holder[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly nip: string;
  readonly keys: UserKeys;
  /** Base64url DER of the office certificate in force, and its SHA-256. */
  readonly certificate: string | null;
  readonly fingerprint: string | null;
  readonly admittedAt: number;
  /** Who enrolled a new key for them, and when; null for the first key. */
  readonly rekeyed: { readonly by: string; readonly time: number } | null;
}

export interface Invitation {
  readonly id: string;
  readonly user: string;
  readonly position: string;
  readonly name: string;
  readonly nip: string;
  readonly expires: number;
  readonly used: boolean;
}

/** The office as the roster chain describes it at one of its positions. Immutable. */
export interface RosterState extends Closings {
  readonly at: RosterPosition;
  readonly writerLog: string;
  /** Counts hand-overs and take-overs. */
  readonly term: number;
  readonly name: string;
  readonly letterhead: readonly string[];
  readonly timeZone: string;
  readonly units: ReadonlyMap<string, Unit>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly people: ReadonlyMap<string, Person>;
  readonly invitations: ReadonlyMap<string, Invitation>;
  /** By book id, every appointment in order. */
  readonly registries: ReadonlyMap<string, readonly RegistryTerm[]>;
  readonly authority: { readonly certificate: string; readonly sealedToRoot: string } | null;
  /** Office keys after the first, in order. */
  readonly keyRotations: readonly RosterActBody<'roster.key-rotated'>[];
  /** By a deputy's request, the entry that granted it. */
  readonly answered: ReadonlyMap<string, string>;
  /** The office CA's private key, sealed to whom the roster was handed to. */
  readonly authorityHanded: { readonly user: string; readonly sealed: string } | null;
}

/** The roster at its genesis: nobody yet, and the log that may write its first term. */
export function rosterAtGenesis(genesisHash: string, writerLog: string): RosterState {
  return {
    at: { index: 0, hash: genesisHash },
    writerLog,
    term: 0,
    name: '',
    letterhead: [],
    timeZone: 'Asia/Jakarta',
    units: new Map(),
    positions: new Map(),
    people: new Map(),
    invitations: new Map(),
    registries: new Map(),
    authority: null,
    authorityHanded: null,
    keyRotations: [],
    answered: new Map(),
    ...nothingClosed,
  };
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

/** A definitive holder makes room for the next one (mutasi): the last day is the one before. */
function endBefore(holder: Holder, day: string): Holder {
  const last = addDays(day, -1);
  return holder.until !== null && holder.until <= last ? holder : { ...holder, until: last };
}

type Reducers = {
  [T in RosterActType]: (s: RosterState, body: RosterActBody<T>, entry: AcceptedEntry) => RosterState;
};

const reducers: Reducers = {
  'roster.office-set': (s, b) => ({ ...s, name: b.name, letterhead: b.letterhead, timeZone: b.timeZone }),
  'roster.unit-set': (s, b) => ({
    ...s,
    units: withEntry(s.units, b.unit, { id: b.unit, name: b.name, code: b.code, order: b.order }),
  }),
  'roster.position-set': (s, b) => ({
    ...s,
    positions: withEntry(s.positions, b.position, {
      id: b.position,
      title: b.title,
      unit: b.unit,
      superior: b.superior,
      role: b.role,
      order: b.order,
      holders: s.positions.get(b.position)?.holders ?? [],
    }),
  }),
  'roster.invited': (s, b) => ({
    ...s,
    invitations: withEntry(s.invitations, b.invitation, {
      id: b.invitation,
      user: b.user,
      position: b.position,
      name: b.name,
      nip: b.nip,
      expires: b.expires,
      used: false,
    }),
  }),
  'roster.person-admitted': (s, b, entry) => {
    const invited = b.invitation === null ? undefined : s.invitations.get(b.invitation);
    return {
      ...s,
      people: withEntry(s.people, b.user, {
        id: b.user,
        name: b.name,
        nip: b.nip,
        keys: b.keys,
        certificate: null,
        fingerprint: null,
        admittedAt: entry.time,
        rekeyed: null,
      }),
      invitations:
        invited === undefined
          ? s.invitations
          : withEntry(s.invitations, invited.id, { ...invited, used: true }),
    };
  },
  'roster.person-rekeyed': (s, b, entry) => {
    const person = s.people.get(b.user);
    if (person === undefined) return s;
    const rekeyed = { by: entry.actor.user, time: entry.time };
    const next = { ...person, keys: b.keys, certificate: null, fingerprint: null, rekeyed };
    const invited = s.invitations.get(b.invitation);
    return {
      ...s,
      people: withEntry(s.people, b.user, next),
      invitations:
        invited === undefined
          ? s.invitations
          : withEntry(s.invitations, invited.id, { ...invited, used: true }),
    };
  },
  'roster.holder-set': (s, b) => {
    const position = s.positions.get(b.position);
    if (position === undefined || !s.people.has(b.user)) return s;
    const holder: Holder = {
      user: b.user,
      standing: b.standing,
      from: b.from,
      until: b.until,
      decision: b.decision,
    };
    const others = position.holders
      .filter((h) => !(h.user === b.user && h.standing === b.standing))
      .map((h) => (b.standing === 'definitive' && h.standing === 'definitive' ? endBefore(h, b.from) : h));
    const held = {
      ...s,
      positions: withEntry(s.positions, b.position, { ...position, holders: [...others, holder] }),
    };
    return raiseFloors(held, s.at.index + 1, b.floors ?? [], b.leaving ?? []);
  },
  'roster.registry-set': (s, { book, ...term }) => {
    const terms = [...(s.registries.get(bookId(book)) ?? []), { ...term, index: s.at.index + 1 }];
    return { ...s, registries: withEntry(s.registries, bookId(book), terms) };
  },
  'roster.authority-set': (s, b) => ({
    ...s,
    authority: { certificate: b.certificate, sealedToRoot: b.sealedToRoot },
  }),
  'roster.certificate-issued': (s, b) => {
    const person = s.people.get(b.user);
    if (person === undefined) return s;
    const certified = { ...person, certificate: b.certificate, fingerprint: b.fingerprint };
    return { ...s, people: withEntry(s.people, b.user, certified) };
  },
  'roster.handed-over': (s, b) => ({
    ...s,
    writerLog: b.log,
    term: s.term + 1,
    authorityHanded: b.authority === null ? null : { user: b.user, sealed: b.authority },
  }),
  'roster.taken-over': (s, b, entry) => ({
    ...s,
    writerLog: b.log,
    term: b.term,
    people: withEntry(s.people, b.user, personByRoot(s.people.get(b.user), b, entry.time)),
  }),
  'roster.key-rotated': (s, b) => ({ ...s, keyRotations: [...s.keyRotations, b] }),
  'roster.logs-closed': closeLogs,
  'roster.entries-released': releaseEntries,
};

/** True for the types that belong to the roster chain. */
export function isRosterType(type: string): type is RosterActType {
  return type in rosterActSchemas;
}

/**
 * Applies the next roster entry. The caller has checked that the entry follows `state.at`, comes from the
 * term's writer or by the root key, and carries a valid user signature. A body that does not fit its schema changes nothing but
 * the position, so that an older program and a newer one keep the same chain.
 */
export function applyRoster(state: RosterState, entry: AcceptedEntry): RosterState {
  const at = { index: state.at.index + 1, hash: entry.hash };
  if (!isRosterType(entry.type)) return { ...state, at };
  return { ...answering(reduce(state, entry.type, entry), entry), at };
}

/** A roster entry answers the deputies' requests that are its basis; the first answer stays. */
function answering(state: RosterState, { basis, hash }: AcceptedEntry): RosterState {
  const open = basis.filter((request) => !state.answered.has(request));
  if (open.length === 0) return state;
  const answered = new Map(state.answered);
  for (const request of open) answered.set(request, hash);
  return { ...state, answered };
}

function reduce<T extends RosterActType>(state: RosterState, type: T, entry: AcceptedEntry): RosterState {
  const parsed = rosterActSchemas[type].safeParse(entry.body);
  if (!parsed.success) return state;
  return reducers[type](state, parsed.data as RosterActBody<T>, entry);
}

/** Whether somebody holds the position on this day (ISO). */
export function holdsOn({ from, until }: Holder, day: string): boolean {
  return from <= day && (until === null || day <= until);
}

/** Who holds the position on a day (ISO date), the most binding standing first. */
export function holdersOn(position: Position, day: string): readonly Holder[] {
  const rank: Record<Standing, number> = {
    definitive: 2,
    acting: 1,
    dailyActing: 0,
    onBehalfOf: 3,
    byOrderOf: 4,
  };
  return position.holders
    .filter((h) => holdsOn(h, day))
    .toSorted((a, b) => rank[a.standing] - rank[b.standing]);
}

/** The positions that a person holds on a day, with the standing in which they hold each. */
export function positionsOf(
  roster: RosterState,
  user: string,
  day: string,
): readonly { position: Position; holder: Holder }[] {
  const held = [];
  for (const position of roster.positions.values()) {
    const holder = holdersOn(position, day).find((h) => h.user === user);
    if (holder !== undefined) held.push({ position, holder });
  }
  return held.toSorted((a, b) => a.position.order - b.position.order);
}
