import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import type { FoldContext } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';

import { context, done, propose, secretary } from './conflict-samples.ts';
import { LETTER, act, contextOf, officeOf, registered } from './office-samples.ts';
import type { Seat } from './office-samples.ts';

/** One person at two PCs that went on with one log: neither PC saw what was done at the other one. */
function twice(of: FoldContext): FoldContext {
  return { ...of, precedes: () => false };
}

function folded(entries: readonly AcceptedEntry[], of: FoldContext): LetterState {
  const state = foldLetter(LETTER, entries, of);
  if (state === null) throw new Error('no letter');
  return state;
}

describe('a memo on which both continuations of one log speak', () => {
  const approve = done([propose], { by: secretary, deed: 'approve' });
  const sendBack = done([propose], { by: secretary, deed: 'return', lift: 1 });
  const entries = [propose, approve, sendBack];

  it('is contested when they decide differently, as if two people had', () => {
    expect(approve.log).toBe(sendBack.log);
    expect(folded(entries, twice(context)).memo).toMatchObject({
      stage: 'contested',
      conflict: { sides: [approve.hash, sendBack.hash] },
    });
  });

  it('is not when one of the two came after the other in the log', () => {
    const { memo, ineffective } = folded(entries, context);
    expect(memo?.stage).toBe('inChain');
    expect(ineffective).toMatchObject([{ entry: sendBack.hash }]);
  });
});

describe('a one-place field that both continuations of one log set', () => {
  const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
  const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
  const office = contextOf(officeOf(tu, head));
  const entries = [
    act('letter.registered', registered(head.title), { rank: 1, by: tu }),
    act('letter.corrected', { urgency: 'biasa' }, { rank: 2, by: tu }),
    act('letter.corrected', { urgency: 'sangatSegera' }, { rank: 3, by: tu }),
  ];

  it('keeps both values until somebody settles it', () => {
    expect(conflictsOf(folded(entries, twice(office)))).toMatchObject([
      { kind: 'field', field: 'urgency', sides: [{ value: 'biasa' }, { value: 'sangatSegera' }] },
    ]);
  });

  it('goes to the later value where there is one order', () => {
    expect(conflictsOf(folded(entries, office))).toEqual([]);
    expect(folded(entries, office).urgency).toBe('sangatSegera');
  });
});
