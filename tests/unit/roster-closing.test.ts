import { describe, expect, it } from 'vitest';

import { floorOf, isQuarantined } from '#core/office/roster-closing.ts';
import type { KnownLogs, LogPoint } from '#core/office/roster-closing.ts';
import { applyRoster, rosterAtGenesis } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import type { RosterActBody, RosterActType } from '#core/office/roster-acts.ts';

import { hashOf, userId, WRITER_LOG } from './office-samples.ts';

const LOG = hashOf('a log continued twice');
const USER = userId('anggota');
/** The log's entries: 0 to 4 in common, then 5a to 9a on one PC, and 5b to 7b on the other. */
const at = (name: string): LogPoint & { log: string } => ({
  log: LOG,
  seq: Number.parseInt(name, 10),
  hash: hashOf(name),
});
const names = [
  ...Array.from({ length: 5 }, (_, seq) => `${seq}`),
  ...Array.from({ length: 5 }, (_, n) => `${5 + n}a`),
  ...Array.from({ length: 3 }, (_, n) => `${5 + n}b`),
];
const sideOf = (hash: string) => names.find((name) => hashOf(name) === hash)?.replaceAll(/\d/g, '');

const logs: KnownLogs = {
  certifiedBy: () => 'k'.repeat(43),
  isBehind: (entry, point) => {
    const [side, of] = [sideOf(entry.hash), sideOf(point.hash)];
    return entry.seq <= point.seq && (side === '' || side === of);
  },
};

function roster(
  ...acts: readonly { [T in RosterActType]: { type: T; body: RosterActBody<T> } }[RosterActType][]
): RosterState {
  return acts.reduce<RosterState>(
    (state, { type, body }, index) =>
      applyRoster(state, {
        v: 0,
        log: WRITER_LOG,
        seq: index,
        prev: null,
        deps: [],
        roster: state.at,
        time: 0,
        actor: { user: USER, position: null, standing: 'definitive' },
        type,
        subject: null,
        basis: [],
        body,
        hash: hashOf(`roster ${index}`),
        rank: index,
      }),
    rosterAtGenesis(hashOf('genesis'), WRITER_LOG),
  );
}

const closing = (...cuts: readonly string[]) => ({
  type: 'roster.logs-closed' as const,
  body: { user: USER, key: null, cuts: cuts.map(at), reason: 'cloned' as const },
});
const releasing = (name: string) => ({
  type: 'roster.entries-released' as const,
  body: { user: USER, ...at(name) },
});
const kept = (state: RosterState) => names.filter((name) => !isQuarantined(state, at(name), logs)).join(' ');

describe('the ends of a log that was continued twice', () => {
  it('keep what lies behind any of the points of one closing, on its own side', () => {
    expect(kept(roster())).toBe(names.join(' '));
    expect(kept(roster(closing('7a')))).toBe('0 1 2 3 4 5a 6a 7a');
    expect(kept(roster(closing('6a', '5b')))).toBe('0 1 2 3 4 5a 6a 5b');
    expect(kept(roster(closing('2')))).toBe('0 1 2');
  });

  it('are never given back by a second closing, and moved forward by a release, on one side alone', () => {
    expect(kept(roster(closing('6a', '6b'), closing('9a', '5b')))).toBe('0 1 2 3 4 5a 6a 5b');
    expect(kept(roster(closing('6a'), releasing('6b')))).toBe('0 1 2 3 4 5a 6a 5b 6b');
    expect(kept(roster(closing('6a'), releasing('9a'), closing('8a')))).toBe('0 1 2 3 4 5a 6a 7a 8a');
    expect(kept(roster(closing('6a'), releasing('5a')))).toBe('0 1 2 3 4 5a 6a');
  });

  it('with a closed key keep nothing but what is released', () => {
    const key = {
      type: 'roster.logs-closed' as const,
      body: { user: USER, key: 'k'.repeat(43), cuts: [], reason: 'lost' as const },
    };
    expect(kept(roster(key))).toBe('');
    expect(kept(roster(key, releasing('5b')))).toBe('0 1 2 3 4 5b');
  });
});

it('judges by a floor what lies behind none of its points', () => {
  const state = roster(
    {
      type: 'roster.position-set',
      body: {
        position: 'pos_0000000000000000',
        title: 'Kepala',
        unit: null,
        superior: null,
        role: 'pimpinan',
        order: 0,
      },
    },
    {
      type: 'roster.person-admitted',
      body: {
        user: USER,
        name: 'Anggota',
        nip: '',
        keys: { sign: 'a'.repeat(43), exchange: 'b'.repeat(43) },
        invitation: null,
      },
    },
    {
      type: 'roster.holder-set',
      body: {
        position: 'pos_0000000000000000',
        user: USER,
        standing: 'definitive',
        from: '2026-01-01',
        until: null,
        decision: '',
        floors: [at('6a'), at('5b')],
        leaving: [USER],
      },
    },
  );
  const judged = names.filter((name) => floorOf(state, at(name), USER, logs) === 3);
  expect(judged.join(' ')).toBe('7a 8a 9a 6b 7b');
  const unseen = { log: hashOf('a log that nobody had seen'), seq: 0, hash: hashOf('its first entry') };
  expect([USER, userId('lain')].map((user) => floorOf(state, unseen, user, logs))).toEqual([3, 0]);
});
