import type { RosterActsPage, RosterActView } from '#core/contract/roster-views.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { isOfficeAct, officeActTypes } from '#core/office/office-acts.ts';
import type { OfficeActType } from '#core/office/office-acts.ts';
import { logActSchemas, rosterActSchemas } from '#core/office/roster-acts.ts';
import { isRosterType } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';

import { entryByHash } from '../store/entries.ts';
import { officeEntries } from '../store/office-entries.ts';
import { findLog } from '../store/logs.ts';
import { foldContext } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { countingRequests } from './roster-requests.ts';
import { entryOfRow } from './stored-entry.ts';
import { actorTitle, standingTitle, titleOf } from './titles.ts';

type Params = Record<string, string | number>;

interface Around {
  readonly runtime: OfficeRuntime;
  readonly roster: RosterState;
}

function person({ roster }: Around, user: string): string {
  return roster.people.get(user)?.name ?? '';
}

function device({ runtime }: Around, log: string): string {
  return findLog(runtime.db, log)?.device_name ?? '';
}

/** Whose log it is. */
function owner(around: Around, log: string): string {
  return person(around, findLog(around.runtime.db, log)?.user ?? '');
}

interface Holding {
  readonly user: string;
  readonly position: string;
  readonly standing: Parameters<typeof standingTitle>[1];
  readonly from: string;
  readonly until: string | null;
}

function holding(around: Around, { user, position, standing, from, until }: Holding): Params {
  const title = standingTitle(titleOf(around.roster, position), standing);
  return { person: person(around, user), position: title, from, until: until ?? '' };
}

function askedParams(around: Around, body: unknown): Params {
  const { act, note } = logActSchemas['request.roster'].parse(body);
  const about = { asked: act.type, note };
  switch (act.type) {
    case 'roster.unit-set':
      return { ...about, name: act.body.name };
    case 'roster.position-set':
      return { ...about, position: act.body.title };
    case 'roster.holder-set':
      return { ...about, ...holding(around, act.body) };
    case 'roster.logs-closed':
      return { ...about, person: person(around, act.body.user), reason: act.body.reason };
  }
}

function refusedParams(around: Around, body: unknown): Params {
  const { request, note } = logActSchemas['request.refused'].parse(body);
  const asked = entryByHash(around.runtime.db, request);
  const user = asked === undefined || asked.rank === null ? '' : entryOfRow(asked).actor.user;
  return { person: person(around, user), note };
}

type Tellers = Readonly<Record<OfficeActType, (around: Around, entry: AcceptedEntry) => Params>>;

/** Values of each act's sentence. The bodies fit their schemas. */
const tellers: Tellers = {
  'roster.person-admitted': (_, { body }) => ({
    person: rosterActSchemas['roster.person-admitted'].parse(body).name,
  }),
  'roster.person-rekeyed': (around, { body }) => ({
    person: person(around, rosterActSchemas['roster.person-rekeyed'].parse(body).user),
  }),
  'roster.holder-set': (around, { body }) =>
    holding(around, rosterActSchemas['roster.holder-set'].parse(body)),
  'roster.registry-set': (around, { body }) => {
    const { log, start } = rosterActSchemas['roster.registry-set'].parse(body);
    return { person: owner(around, log), device: device(around, log), start };
  },
  'roster.handed-over': (around, { body }) => {
    const { user, log } = rosterActSchemas['roster.handed-over'].parse(body);
    return { person: person(around, user), device: device(around, log) };
  },
  'roster.taken-over': (_, { body }) => {
    const { name, term } = rosterActSchemas['roster.taken-over'].parse(body);
    return { person: name, term };
  },
  'roster.key-rotated': (_, { body }) => ({ id: rosterActSchemas['roster.key-rotated'].parse(body).id }),
  'roster.logs-closed': (around, { body }) => {
    const { user, cuts, reason } = rosterActSchemas['roster.logs-closed'].parse(body);
    return { person: person(around, user), logs: cuts.length, reason };
  },
  'roster.entries-released': (around, { body }) => {
    const { user, log, seq } = rosterActSchemas['roster.entries-released'].parse(body);
    return { person: person(around, user), device: device(around, log), seq };
  },
  'log.opened': (around, { actor, body }) => ({
    person: person(around, actor.user),
    device: logActSchemas['log.opened'].parse(body).deviceName,
  }),
  'log.retired': (around, { actor, log }) => ({
    person: person(around, actor.user),
    device: device(around, log),
  }),
  'key.confirmed': (around, { body }) => ({
    person: person(around, logActSchemas['key.confirmed'].parse(body).user),
  }),
  'audit.code-made': (_, { body }) => ({ reader: logActSchemas['audit.code-made'].parse(body).reader }),
  'request.roster': (around, { body }) => askedParams(around, body),
  'request.refused': (around, { body }) => refusedParams(around, body),
};

/** A member may write any type with any body: what does not fit is shown as an act without effect. */
function paramsOf(around: Around, type: OfficeActType, entry: AcceptedEntry): Params | null {
  const schemas = { ...rosterActSchemas, ...logActSchemas };
  return schemas[type].safeParse(entry.body).success ? tellers[type](around, entry) : null;
}

/** Whether an act has effect: on the roster's main chain, or of a log that is not cut off before it, and signed. */
function hasEffect(runtime: OfficeRuntime, entry: AcceptedEntry, requests: ReadonlySet<string>): boolean {
  if (isRosterType(entry.type)) return runtime.roster.isOnMain(entry);
  if (entry.userSig === undefined) return false;
  if (entry.type === 'request.roster' || entry.type === 'request.refused') return requests.has(entry.hash);
  return !foldContext(runtime).judge(entry).quarantined;
}

/** What was done to the office's roster, keys and PCs, the newest first, page by page. */
export function rosterActs(
  runtime: OfficeRuntime,
  { before, limit }: CheckedInput<'office.roster-acts'>,
): RosterActsPage {
  const around = { runtime, roster: runtime.roster.current() };
  const requests = countingRequests(runtime);
  const rows = officeEntries(runtime.db, officeActTypes, before, limit + 1);
  const acts = rows.slice(0, limit).flatMap((row): RosterActView[] => {
    const entry = entryOfRow(row);
    const { type, hash, time, actor, log, seq } = entry;
    if (!isOfficeAct(type)) return [];
    const params = paramsOf(around, type, entry);
    return [
      {
        entry: hash,
        type,
        time,
        user: actor.user,
        name: person(around, actor.user),
        title: actorTitle(around.roster, actor),
        params: params ?? {},
        counts: params !== null && hasEffect(runtime, entry, requests),
        proof: { log, seq, device: device(around, log) },
      },
    ];
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    acts,
    next: last === undefined || last.rank === null ? null : { rank: last.rank, hash: last.hash },
  };
}
