import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import { claimsOf } from '#core/office/letter-fields.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { tasksOf } from '#core/office/tasks.ts';

import { LETTER, act, contextOf, hashOf, officeOf, positionId, registered } from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
const admin: Seat = { title: 'Admin', holder: 'Ratna', role: 'admin' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const tik: Seat = { title: 'Kepala Bidang TIK', holder: 'Arif', role: 'pejabat' };
const ikp: Seat = { title: 'Kepala Bidang IKP', holder: 'Wati', role: 'pejabat' };
const context = contextOf(officeOf(tu, admin, head, tik, ikp));
const promise = { timeZone: 'Asia/Jakarta', holidays: new Set<string>(), daysToDispose: 2 };

function folded(entries: readonly AcceptedEntry[]): LetterState {
  const state = foldLetter(LETTER, entries, context);
  if (state === null) throw new Error('no letter');
  return state;
}

const register = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: tu });
const urgent = (
  by: Seat,
  rank: number,
  urgency: 'biasa' | 'segera' | 'sangatSegera',
  basis: readonly AcceptedEntry[] = [],
) => act('letter.corrected', { urgency }, { rank, by, basis });

describe('a one-place field set twice side by side', () => {
  const mine = urgent(tu, 2, 'sangatSegera');
  const theirs = urgent(admin, 3, 'biasa');
  const both = [register, mine, theirs];

  it('keeps both values, with a task for the one who registered the letter', () => {
    const letter = folded(both);
    expect(conflictsOf(letter)).toMatchObject([
      { kind: 'field', field: 'urgency', sides: [{ value: 'sangatSegera' }, { value: 'biasa' }] },
    ]);
    expect(tasksOf(letter, promise)).toContainEqual(
      expect.objectContaining({ kind: 'settle', position: positionId('Arsiparis') }),
    );
  });

  it('is no conflict when both say the same, or when one had seen the other', () => {
    expect(conflictsOf(folded([register, mine, urgent(admin, 3, 'sangatSegera')]))).toEqual([]);
    expect(conflictsOf(folded([register, mine, urgent(admin, 3, 'biasa', [mine])]))).toEqual([]);
    expect(conflictsOf(folded([register, mine, urgent(tu, 3, 'biasa')]))).toEqual([]);
  });

  it('is settled by an authorised act that cites both, and by no other', () => {
    const settle = (by: Seat, keep: AcceptedEntry, basis: readonly AcceptedEntry[]) =>
      act('letter.settled', { field: 'urgency', keep: keep.hash, note: '' }, { rank: 4, by, basis });
    const kept = folded([...both, settle(admin, mine, [mine, theirs])]);
    expect([kept.urgency, conflictsOf(kept)]).toEqual(['sangatSegera', []]);
    for (const [by, basis, reason] of [
      [head, [mine, theirs], 'not-entitled'],
      [admin, [], 'unknown-subject'],
      [{ ...admin, title: 'Arsiparis', holder: 'Endang' }, [], 'already-done'],
    ] as const) {
      const wrong = settle(by, mine, basis);
      const letter = folded([...both, wrong]);
      expect(letter.ineffective).toMatchObject([{ entry: wrong.hash, reason }]);
      expect(conflictsOf(letter)).toHaveLength(1);
    }
    expect(conflictsOf(folded([...both, urgent(admin, 4, 'segera', [mine, theirs])]))).toEqual([]);
  });
});

describe('plain text set twice side by side', () => {
  it('goes to the last by rank and hash and is no conflict', () => {
    const named = (by: Seat, rank: number, subject: string) =>
      act('letter.corrected', { subject }, { rank, by });
    const letter = folded([named(admin, 3, 'Kedua'), register, named(tu, 2, 'Pertama')]);
    expect([letter.subject, conflictsOf(letter)]).toEqual(['Kedua', []]);
  });
});

describe('a returned letter forwarded to two positions', () => {
  const back = act(
    'letter.returned',
    { disposition: null, position: positionId('Kepala Dinas'), note: 'Bukan untuk kami' },
    { rank: 2, by: head },
  );
  const forward = (by: Seat, to: Seat, rank: number, basis = [back]) =>
    act('letter.forwarded', { forwardTo: positionId(to.title), note: '' }, { rank, by, basis });
  const toTik = forward(tu, tik, 3);
  const toIkp = forward(admin, ikp, 4);
  const both = [register, back, toTik, toIkp];
  const open = (letter: LetterState) =>
    letter.desks.filter((d) => d.status === 'open').map((d) => d.position);

  it('lies with both until one is settled on, and leaves the other then', () => {
    const letter = folded(both);
    expect(conflictsOf(letter)).toMatchObject([{ field: 'forwardTo', sides: [{}, {}] }]);
    expect(open(letter)).toEqual([positionId(tik.title), positionId(ikp.title)]);
    const settle = act(
      'letter.settled',
      { field: 'forwardTo', keep: toIkp.hash, note: '' },
      { rank: 5, by: tu, basis: [toTik, toIkp] },
    );
    const settled = folded([...both, settle]);
    expect([open(settled), conflictsOf(settled)]).toEqual([[positionId(ikp.title)], []]);
    expect(settled.desks[1]?.status).toBe('moved');
  });

  it('is not taken from whoever did something with it', () => {
    const cleared = act(
      'letter.no-disposition',
      { position: positionId(tik.title), note: '' },
      { rank: 5, by: tik },
    );
    const settle = act(
      'letter.settled',
      { field: 'forwardTo', keep: toIkp.hash, note: '' },
      { rank: 6, by: tu, basis: [toTik, toIkp] },
    );
    expect(folded([...both, cleared, settle]).desks[1]?.status).toBe('noDisposition');
  });

  it('is refused to somebody who had seen where it went, or answers no return', () => {
    for (const late of [forward(admin, ikp, 4, [back, toTik]), forward(admin, ikp, 4, [])]) {
      expect(folded([register, back, toTik, late]).ineffective).toMatchObject([{ reason: 'not-in-turn' }]);
    }
  });
});

describe('clerks who work apart', () => {
  const steps = fc.array(
    fc.record({
      who: fc.boolean(),
      urgency: fc.constantFrom('biasa', 'segera', 'sangatSegera'),
      meets: fc.boolean(),
      settles: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  );

  it('agree whatever the order of arrival, entry by entry as well as all at once', () => {
    let contested = 0;
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (story, order) => {
        const all: AcceptedEntry[] = [register];
        const known = [new Set([register]), new Set([register])] as const;
        for (const { who, urgency, meets, settles } of story) {
          const mine = known[who ? 1 : 0];
          if (meets) for (const entry of known[who ? 0 : 1]) mine.add(entry);
          const letter = folded([...mine]);
          const claims = claimsOf(letter, 'urgency');
          const basis = [...mine].filter((entry) => claims.some((c) => c.mark.entry === entry.hash));
          const options = { rank: 1 + all.length, by: who ? admin : tu, basis };
          const keep = claims[0]?.mark.entry;
          const made =
            settles && conflictsOf(letter).length > 0 && keep !== undefined
              ? act('letter.settled', { field: 'urgency', keep, note: '' }, options)
              : act('letter.corrected', { urgency }, options);
          const entry = { ...made, hash: hashOf(JSON.stringify([made.hash, made.basis])) };
          mine.add(entry);
          all.push(entry);
        }
        const whole = folded(all);
        contested += conflictsOf(whole).length;
        const keys = new Map(all.map((entry) => [entry, order.next().value as number]));
        const shuffled = all.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(folded(shuffled)).toEqual(whole);
        let state: LetterState = folded(all.slice(0, 1));
        for (const entry of all.slice(1)) {
          state = foldAct(JSON.parse(JSON.stringify(state)) as LetterState, entry, context);
        }
        expect(state).toEqual(whole);
      }),
      { numRuns: 300 },
    );
    expect(contested).toBeGreaterThan(20);
  });
});
