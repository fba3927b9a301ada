import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import type { NumberActBody, NumberActType } from '#core/office/number-acts.ts';
import { firstOf, foldNumberBook, highestKnown } from '#core/office/number-book.ts';
import type { NumberBook } from '#core/office/number-book.ts';
import { fatesBetween } from '#core/office/number-fates.ts';
import { officeAgenda, seriesId } from '#core/office/number-series.ts';
import type { RegistryTerm } from '#core/office/number-series.ts';
import { applyRoster } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';

import { AGENDA, REGISTRY_LOG, act, hashOf, officeOf } from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
const desk: Seat = { title: 'Petugas TU', holder: 'Sari', role: 'tu' };
const staff: Seat = { title: 'Staf', holder: 'Rizky', role: 'staf' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const DESK_LOG = hashOf('desk log');
const NEXT_LOG = hashOf('next registry log');
const before = officeOf(tu, desk, staff, head);

function withRegistry(roster: RosterState, term: Omit<RegistryTerm, 'index'>): RosterState {
  const [sample] = [
    act('letter.read', { position: 'pos_0000000000000000', disposition: null }, { rank: 1, by: tu }),
  ];
  if (sample === undefined) throw new Error('no sample');
  const body = { book: officeAgenda, ...term };
  return applyRoster(roster, { ...sample, type: 'roster.registry-set', subject: null, body });
}

const after = withRegistry(before, { log: NEXT_LOG, start: 1485, year: 2026, gone: false });

interface NumberOptions {
  readonly rank: number;
  readonly by?: Seat;
  readonly log?: string;
  readonly signed?: boolean;
  readonly basis?: readonly string[];
  readonly subject?: string;
  readonly roster?: number;
}

/** An accepted act on the agenda of 2026, by the registry unless told otherwise. */
function onBook<T extends NumberActType>(
  type: T,
  body: NumberActBody<T>,
  { rank, by = tu, log = REGISTRY_LOG, signed = true, basis = [], subject, roster = 0 }: NumberOptions,
): AcceptedEntry {
  const like = act(
    'letter.read',
    { position: 'pos_0000000000000000', disposition: null },
    { rank, by, log, signed },
  );
  const hash = hashOf(JSON.stringify([type, body, rank, log, basis]));
  return {
    ...like,
    type,
    body,
    hash,
    basis: [...basis],
    subject: subject ?? seriesId(AGENDA),
    roster: { ...like.roster, index: roster },
  };
}

function folded(...entries: readonly AcceptedEntry[]): NumberBook {
  return foldNumberBook(AGENDA, entries, {
    rosterOf: (entry) => (entry.roster.index === 0 ? before : after),
    isQuarantined: (entry) => entry.log === hashOf('cut log'),
  });
}

const ceiling = onBook('number.ceiling', { series: AGENDA, ceiling: 1483 }, { rank: 1 });
const request = onBook(
  'number.lease-requested',
  { series: AGENDA },
  { rank: 2, by: desk, log: DESK_LOG, signed: false },
);
const leaseBody = { series: AGENDA, log: DESK_LOG, from: 1290, to: 1339 };
const lease = onBook('number.leased', leaseBody, { rank: 3, basis: [request.hash] });
const returned = onBook(
  'number.voided',
  { series: AGENDA, from: 1330, to: 1339, reason: 'yearEnded', note: '' },
  { rank: 5, by: desk, log: DESK_LOG, basis: [lease.hash] },
);
const takenOver = onBook(
  'number.ceiling',
  { series: AGENDA, ceiling: 1684 },
  { rank: 6, log: NEXT_LOG, roster: 1 },
);
const givenUp = onBook(
  'number.voided',
  { series: AGENDA, from: 1340, to: 1484, reason: 'registryReplaced', note: '' },
  { rank: 7, log: NEXT_LOG, roster: 1 },
);
const stopped = onBook('number.stopped', { series: AGENDA }, { rank: 6, roster: 1 });
const life = [ceiling, request, lease, returned, stopped, takenOver, givenUp];

describe('the book of a series', () => {
  it('tells ceilings, leases and voids, and answers the request that a lease cites', () => {
    const book = folded(...life);
    expect(book.ineffective).toEqual([]);
    expect(book.ceilings.map(({ ceiling: top }) => top)).toEqual([1483, 1684]);
    expect(book.leases).toMatchObject([{ log: DESK_LOG, by: REGISTRY_LOG, from: 1290, to: 1339 }]);
    expect(book.requests).toMatchObject([{ log: DESK_LOG, answered: true }]);
    expect(book.voids.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [1330, 1339, 'yearEnded'],
      [1340, 1484, 'registryReplaced'],
    ]);
  });

  it('is the same in whatever order the entries arrived', () => {
    const whole = JSON.stringify(folded(...life));
    fc.assert(
      fc.property(fc.shuffledSubarray(life, { minLength: life.length }), (entries) => {
        expect(JSON.stringify(folded(...entries))).toBe(whole);
      }),
    );
  });

  it.each([
    ['a ceiling by a log that keeps nothing', { ...ceiling, log: DESK_LOG }, 'not-entitled'],
    ['a ceiling without a signature', withoutSignature(ceiling), 'no-user-signature'],
    [
      'a ceiling that would burn the book',
      onBook('number.ceiling', { series: AGENDA, ceiling: 9_000_000 }, { rank: 4 }),
      'malformed',
    ],
    ['a stop by who was never the registry', { ...stopped, log: DESK_LOG }, 'not-entitled'],
    [
      'a stop by the registry in force',
      onBook('number.stopped', { series: AGENDA }, { rank: 4 }),
      'not-entitled',
    ],
    ['a lease by a desk', { ...lease, log: DESK_LOG }, 'not-entitled'],
    ['a lease of too many numbers', { ...lease, body: { ...leaseBody, to: 1290 + 500 } }, 'not-entitled'],
    ['a lease by staff', onBook('number.leased', leaseBody, { rank: 3, by: staff }), 'not-entitled'],
    [
      'a request by staff',
      onBook('number.lease-requested', { series: AGENDA }, { rank: 2, by: staff }),
      'not-entitled',
    ],
    ['a void by a desk of what it does not hold', { ...returned, basis: [] }, 'not-entitled'],
    [
      'a void of numbers that nobody announced',
      onBook(
        'number.voided',
        { series: AGENDA, from: 1400, to: 5000, reason: 'spoiled', note: 'x' },
        { rank: 4 },
      ),
      'malformed',
    ],
    [
      'an act about another series under this subject',
      onBook('number.ceiling', { series: { ...AGENDA, year: 2027 }, ceiling: 5 }, { rank: 4 }),
      'unknown-subject',
    ],
    ['an act beyond the cut of its log', { ...ceiling, log: hashOf('cut log') }, 'quarantined'],
  ])('gives no effect to %s, and says why', (_what, entry, reason) => {
    const first = entry.type === 'number.voided' ? [ceiling, request, lease] : [];
    const book = folded(...first, entry);
    expect(book.ineffective).toEqual([{ entry: entry.hash, type: entry.type, reason }]);
  });

  it('lets a new registry begin above what any other announced or leased, whenever that became known', () => {
    const late = onBook('number.ceiling', { series: AGENDA, ceiling: 1683 }, { rank: 2 });
    const mine = { log: NEXT_LOG, start: 1485 };
    expect(firstOf(folded(ceiling), mine)).toBe(1485);
    expect(firstOf(folded(ceiling, late), mine)).toBe(1684);
    expect(highestKnown(folded(ceiling, late))).toBe(1683);
  });
});

function withoutSignature({ userSig: _sig, ...entry }: AcceptedEntry): AcceptedEntry {
  return entry;
}

describe('the fate of every number', () => {
  const grounds = {
    book: folded(...life),
    held: [
      { number: 1284, suffix: '', letter: 'a' },
      { number: 1285, suffix: '', letter: 'b' },
      { number: 1285, suffix: '', letter: 'c' },
      { number: 1286, suffix: '', letter: 'd' },
      { number: 1286, suffix: 'a', letter: 'e' },
      { number: 1290, suffix: '', letter: 'f' },
      { number: 1341, suffix: '', letter: 'g' },
    ],
    withoutEffect: [{ number: 1288, suffix: '', letter: 'h' }],
    given: 1484,
  };
  const fate = (number: number) => fatesBetween(grounds, number, number)[0];

  it('is told for each, letters before voids', () => {
    expect(fate(1284)?.fate).toBe('used');
    expect(fate(1285)).toMatchObject({ fate: 'duplicate', holders: [{ letter: 'b' }, { letter: 'c' }] });
    expect(fate(1286)).toMatchObject({ fate: 'used', holders: [{ suffix: '' }, { suffix: 'a' }] });
    expect(fate(1287)?.fate).toBe('skipped');
    expect(fate(1288)).toMatchObject({ fate: 'withoutEffect', holders: [{ letter: 'h' }] });
    expect(fate(1290)).toMatchObject({ fate: 'used', lease: { log: DESK_LOG } });
    expect(fate(1291)).toMatchObject({ fate: 'leased', lease: { log: DESK_LOG } });
    expect(fate(1335)).toMatchObject({ fate: 'voided', voided: { reason: 'yearEnded' } });
    // Given up by the successor before it knew that the old registry had used it: the letter keeps it.
    expect(fate(1341)).toMatchObject({ fate: 'used', voided: { reason: 'registryReplaced' } });
    expect(fate(1342)?.fate).toBe('voided');
    expect(fate(1485)?.fate).toBe('free');
  });

  it('leaves no number out and tells none twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 300 }), (from, length) => {
        const fates = fatesBetween(grounds, from, from + length);
        expect(fates.map(({ number }) => number)).toEqual(
          Array.from({ length: length + 1 }, (_, n) => from + n),
        );
      }),
    );
  });
});
