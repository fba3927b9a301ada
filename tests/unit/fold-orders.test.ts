import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterActType } from '#core/office/letter-acts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { foldNumberBook } from '#core/office/number-book.ts';
import type { RosterActType } from '#core/office/roster-acts.ts';
import { RosterTree } from '#core/office/roster-tree.ts';
import type { RosterState } from '#core/office/roster.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';

import {
  bookLife,
  head,
  letterAct,
  letterActTypes,
  office,
  rosterActs,
  staff,
  tik,
  tu,
} from '../fuzz/fold-samples.ts';
import { AGENDA, contextOf, hashOf, LETTER, WRITER_LOG } from './office-samples.ts';

const seats = [tu, head, tik, staff];
const following = letterActTypes.filter((type) => type !== 'letter.registered' && type !== 'memo.proposed');

/** Acts of every type on one letter, by anybody, beside and after each other. */
const lives = fc
  .record({
    first: fc.constantFrom<LetterActType>('letter.registered', 'memo.proposed'),
    acts: fc.array(
      fc.record({
        type: fc.constantFrom(...following),
        rank: fc.integer({ min: 2, max: 9 }),
        seat: fc.option(fc.constantFrom(...seats), { nil: null }),
        pc: fc.integer({ min: 0, max: 3 }),
        cites: fc.array(fc.nat({ max: 12 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
  })
  .map(({ first, acts }) => {
    const entries: AcceptedEntry[] = [letterAct(first, 1)];
    for (const { type, rank, seat, pc, cites } of acts) {
      const basis = cites.flatMap((n) => entries[n] ?? []);
      const by = seat === null ? {} : { by: seat };
      const made = letterAct(type, rank, { basis, ...by, ...(pc === 0 ? {} : { log: hashOf(`PC ${pc}`) }) });
      const hash = hashOf(`${made.hash} ${entries.length}`);
      entries.push({ ...made, hash });
    }
    return entries;
  });

function contextFor(entries: readonly AcceptedEntry[]) {
  const known = new Map(entries.map((entry) => [entry.hash, entry]));
  return contextOf(office, (hash) => known.get(hash) ?? null);
}

const text = (letter: LetterState | null) => canonicalJson(letter);

describe('a letter with acts of every type', () => {
  it('is the same in whatever order they arrive, all at once or one by one', () => {
    const met = new Set<string>();
    const effective = new Set<string>();
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), (entries, order) => {
        const context = contextFor(entries);
        const whole = foldLetter(LETTER, entries, context);
        const keys = new Map(entries.map((entry) => [entry, order.next().value as number]));
        const shuffled = entries.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(text(foldLetter(LETTER, shuffled, context))).toBe(text(whole));
        let state: LetterState | null = null;
        const here: AcceptedEntry[] = [];
        for (const entry of shuffled) {
          here.push(entry);
          const kept: LetterState | null = state;
          const follows = kept !== null && entry.rank > kept.last.rank;
          const next: LetterState | null =
            follows && kept !== null ? foldAct(kept, entry, context) : foldLetter(LETTER, here, context);
          // As the store keeps it between two arrivals.
          state = JSON.parse(JSON.stringify(next)) as LetterState | null;
        }
        expect(text(state)).toBe(text(JSON.parse(JSON.stringify(whole)) as LetterState | null));
        const without = new Set(whole?.ineffective.map((i) => i.entry));
        for (const { type, hash } of entries) {
          met.add(type);
          if (!without.has(hash)) effective.add(type);
        }
      }),
      { numRuns: 600, seed: 20261124 },
    );
    expect([...met].toSorted()).toEqual([...letterActTypes].toSorted());
    // A sample that never has an effect would prove little about its type.
    expect(effective.size).toBeGreaterThan(letterActTypes.length * 0.6);
  });
});

describe('a book with acts of every type', () => {
  it('is the same in whatever order they arrive, beside and after each other', () => {
    const context = { rosterOf: () => office, isQuarantined: () => false };
    const ranks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(ranks, fc.shuffledSubarray([...bookLife.keys()], { minLength: 5 }), (given, order) => {
        const entries = bookLife.map((entry, n) => ({ ...entry, rank: given[n] ?? 1 }));
        const shuffled = order.flatMap((n) => entries[n] ?? []);
        expect(foldNumberBook(AGENDA, shuffled, context)).toEqual(foldNumberBook(AGENDA, entries, context));
      }),
    );
  });
});

const rosterTypes = Object.keys(rosterActs) as RosterActType[];

interface Grown {
  readonly entry: AcceptedEntry;
  readonly parent: number;
}

/** Entries of every type, each after some earlier one, as forks of a writer's log that was continued twice would be. */
const rosters = fc
  .array(fc.record({ type: fc.constantFrom(...rosterTypes), back: fc.nat({ max: 2 }) }), {
    minLength: 2,
    maxLength: 18,
  })
  .map((steps) =>
    steps.map(({ type, back }, n): Grown => {
      const like = letterAct('letter.read', n + 1);
      const hash = hashOf(`${type} ${n}`);
      const entry = { ...like, type, body: rosterActs[type], log: WRITER_LOG, subject: null, seq: n, hash };
      return { entry, parent: Math.max(-1, n - 1 - (back === 2 ? 1 : 0)) };
    }),
  );

function plain(state: RosterState): string {
  const fields = Object.entries(state).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Map ? Object.fromEntries(value) : value,
  ]);
  return canonicalJson(Object.fromEntries(fields));
}

describe('a roster with entries of every type', () => {
  it('has one end in whatever order they arrive', () => {
    fc.assert(
      fc.property(rosters, fc.string(), (grown, salt) => {
        const tipAfter = (place: (n: number) => string): string => {
          const tree = new RosterTree(office);
          const nodes = new Map([[-1, tree.tip]]);
          const left = new Map(grown.entries());
          while (left.size > 0) {
            const ready = [...left].filter(([, { parent }]) => nodes.has(parent));
            const [n, one] = ready.toSorted(([a], [b]) => (place(a) < place(b) ? -1 : 1))[0] ?? [];
            const parent = one === undefined ? undefined : nodes.get(one.parent);
            if (n === undefined || one === undefined || parent === undefined) throw new Error('nothing fits');
            left.delete(n);
            const takesOver = one.entry.type === 'roster.taken-over';
            nodes.set(n, tree.add(parent, { ...one.entry, roster: parent.state.at }, takesOver));
          }
          return plain(tree.tip.state);
        };
        expect(tipAfter((n) => sha256Hex(salt, String(n)))).toBe(tipAfter((n) => String(n).padStart(3, '0')));
      }),
      { numRuns: 300 },
    );
  });
});
