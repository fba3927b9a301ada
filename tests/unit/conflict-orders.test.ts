import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';

import {
  arriving,
  doing,
  drafter,
  folded,
  head,
  inOrder,
  plh,
  propose,
  secretary,
} from './conflict-samples.ts';
import type { Deed } from './conflict-samples.ts';
import type { Seat } from './office-samples.ts';

const seats: readonly Seat[] = [drafter, secretary, plh, head];
const deeds: readonly Deed[] = [
  'approve',
  'sign',
  'return',
  'withdraw',
  'revise',
  'settle',
  'settle',
  'approve',
];
const acts = fc.array(
  fc.record({
    who: fc.nat({ max: seats.length - 1 }),
    deed: fc.constantFrom(...deeds),
    keep: fc.nat({ max: 3 }),
    lift: fc.nat({ max: 3 }),
    /** Whose entries reach the author before: a bit for each person. */
    meets: fc.nat({ max: 15 }),
  }),
  { minLength: 2, maxLength: 12 },
);

type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** What people write who work apart and meet now and then. */
function story(steps: Acts, salt = '', lifted = true): readonly AcceptedEntry[] {
  const all: AcceptedEntry[] = [propose];
  const known = seats.map(() => new Set<AcceptedEntry>([propose]));
  for (const { who, deed, keep, lift, meets } of steps) {
    const mine = known[who] ?? new Set<AcceptedEntry>();
    for (const [other, theirs] of known.entries()) {
      if ((meets & (1 << other)) !== 0) for (const entry of theirs) mine.add(entry);
    }
    const seat = seats[who] ?? drafter;
    const entry = doing([...mine], { by: seat, deed, keep, salt, lift: lifted ? lift : 0 });
    if (entry === null || folded([...mine, entry]).ineffective.some((i) => i.entry === entry.hash)) continue;
    mine.add(entry);
    all.push(entry);
  }
  return all;
}

describe('people who work apart', () => {
  it('agree whatever the order of arrival, entry by entry as well as all at once', () => {
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat()), (steps, order) => {
        const entries = story(steps);
        const keys = new Map(entries.map((entry) => [entry, order.next().value as number]));
        const shuffled = entries.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        const whole = JSON.parse(JSON.stringify(folded(entries))) as unknown;
        expect(arriving(shuffled)).toEqual(whole);
        expect(arriving(inOrder(entries))).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it('never have an approval and a withdrawal both in effect, and every conflict has somebody to settle it', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(acts, (steps) => {
        const letter = folded(story(steps));
        const { memo } = letter;
        const without = new Set(letter.ineffective.map((i) => i.entry));
        const taken = memo?.acts.filter((a) => !without.has(a.mark.entry)) ?? [];
        met.add(memo?.conflict?.kind ?? memo?.stage ?? '');
        if (memo?.stage === 'issued') expect(memo.chain.every((step) => step.done !== null)).toBe(true);
        if (memo?.stage === 'inChain') {
          expect(taken.some((a) => a.deed.type === 'memo.withdrawn')).toBe(false);
        }
        expect(memo?.stage === 'contested').toBe(memo?.conflict != null && memo.stage !== 'issued');
        for (const conflict of conflictsOf(letter)) {
          expect(conflict.settler).not.toBeNull();
          expect(conflict.sides.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 1500 },
    );
    expect([...met].toSorted()).toEqual(
      expect.arrayContaining([
        'inChain',
        'issued',
        'request',
        'return',
        'returned',
        'withdrawal',
        'withdrawn',
      ]),
    );
  });

  it('come to the same whatever ranks and hashes the entries happen to have', () => {
    fc.assert(
      fc.property(acts, fc.string({ minLength: 1, maxLength: 4 }), (steps, salt) => {
        const unsettled = steps.filter((step) => step.deed !== 'settle');
        const one = folded(story(unsettled)).memo;
        const other = folded(story(unsettled, salt, false)).memo;
        expect([other?.stage, other?.conflict?.kind]).toEqual([one?.stage, one?.conflict?.kind]);
      }),
      { numRuns: 400 },
    );
  });
});
