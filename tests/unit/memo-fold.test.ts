import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import type { LetterActBody } from '#core/office/letter-acts.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';

import {
  LETTER,
  act,
  blob,
  contextOf,
  initialsStep,
  officeOf,
  positionId,
  proposed,
  signatureStep,
} from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const drafter: Seat = { title: 'Kasubag Keuangan', holder: 'Dedi', role: 'pejabat' };
const secretary: Seat = { title: 'Sekretaris', holder: 'Siti', role: 'pejabat' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const plh: Seat = {
  title: 'Kepala Dinas',
  holder: 'Siti',
  role: 'pimpinan',
  standing: 'dailyActing',
  from: '2026-10-05',
  until: '2026-10-09',
};
const roster = officeOf(drafter, secretary, head, plh);
const context = contextOf(roster);
const chain = [
  initialsStep('Sekretaris'),
  signatureStep('Kasubag Keuangan', 1),
  signatureStep('Kepala Dinas', 2),
];
const propose = act('memo.proposed', proposed(chain, ['Sekretaris'], ['Kasubag Keuangan']), {
  rank: 1,
  by: drafter,
});

const approval = (
  overrides: Partial<LetterActBody<'memo.approved'>> = {},
): LetterActBody<'memo.approved'> => ({
  step: 0,
  revision: blob('konsep').sha256,
  chain: canonicalDigest(chain),
  note: '',
  ...overrides,
});
const signature = (step: number, before: string, after: string): LetterActBody<'memo.signed'> => ({
  step,
  revision: blob(before).sha256,
  chain: canonicalDigest(chain),
  result: blob(after),
  field: `TTD-${step}`,
  certificate: blob('sertifikat').sha256,
});
const approve = act('memo.approved', approval(), { rank: 2, by: secretary, signed: true });
const signFirst = act('memo.signed', signature(1, 'konsep', 'satu'), {
  rank: 3,
  by: drafter,
  signed: true,
  basis: [approve],
});
const signSecond = act('memo.signed', signature(2, 'satu', 'dua'), {
  rank: 4,
  by: head,
  signed: true,
  basis: [signFirst],
});

const memoOf = (...entries: readonly AcceptedEntry[]) => {
  const letter = foldLetter(LETTER, [propose, ...entries], context);
  if (letter?.memo == null) throw new Error('no memo');
  return { letter, memo: letter.memo, reasons: letter.ineffective.map((i) => i.reason) };
};

describe('a nota dinas', () => {
  it('is issued to its addressees when the last signatory has signed', () => {
    const { letter, memo, reasons } = memoOf(approve, signFirst, signSecond);
    expect(reasons).toEqual([]);
    expect(memo.stage).toBe('issued');
    expect(letter.document).toEqual(blob('dua'));
    expect(letter.desks.map((d) => [d.position, d.copy])).toEqual([
      [positionId('Sekretaris'), false],
      [positionId('Kasubag Keuangan'), true],
    ]);
  });

  it('keeps the order of the chain', () => {
    expect(memoOf(signFirst, approve).reasons).toEqual([]);
    expect(memoOf({ ...signFirst, rank: 1 }).reasons).toEqual(['not-in-turn']);
    expect(memoOf(approve, signSecond).reasons).toEqual(['other-revision']);
  });

  it.each([
    ['another revision', approval({ revision: blob('lain').sha256 }), 'other-revision'],
    ['another chain', approval({ chain: canonicalDigest([]) }), 'other-revision'],
    ['a step that is not there', approval({ step: 7 }), 'unknown-subject'],
  ])('refuses an approval of %s', (_name, body, reason) => {
    expect(memoOf(act('memo.approved', body, { rank: 2, by: secretary, signed: true })).reasons).toEqual([
      reason,
    ]);
  });

  it('refuses an approval without a user signature, or by another position', () => {
    expect(memoOf(act('memo.approved', approval(), { rank: 2, by: secretary })).reasons).toEqual([
      'no-user-signature',
    ]);
    expect(memoOf(act('memo.approved', approval(), { rank: 2, by: head, signed: true })).reasons).toEqual([
      'not-entitled',
    ]);
  });

  it('lets a Plh. sign for the position, until the last day of the standing', () => {
    const lastDay = Date.UTC(2026, 9, 9, 16, 59);
    const byPlh = (time: number) =>
      act('memo.signed', signature(2, 'satu', 'dua'), {
        rank: 4,
        by: plh,
        signed: true,
        time,
        basis: [signFirst],
      });
    expect(memoOf(approve, signFirst, byPlh(lastDay)).memo.stage).toBe('issued');
    expect(memoOf(approve, signFirst, byPlh(lastDay + 60_000)).reasons).toEqual(['not-entitled']);
  });

  it('goes back with a note, and earlier approvals do not carry over to the revision', () => {
    const back = act(
      'memo.returned',
      { step: 1, revision: blob('konsep').sha256, note: 'Perbaiki jumlah' },
      { rank: 3, by: drafter, basis: [approve] },
    );
    const revise = act(
      'memo.revised',
      { document: blob('konsep2'), chain, note: '' },
      { rank: 4, by: drafter, basis: [back] },
    );
    const { memo } = memoOf(approve, back, revise);
    expect(memo.stage).toBe('inChain');
    expect(memo.revision).toBe(blob('konsep2').sha256);
    expect(memo.chain.every((step) => step.done === null)).toBe(true);
  });

  it('can be withdrawn by its drafter before it is issued, not after', () => {
    const withdraw = (rank: number, seen: AcceptedEntry) =>
      act('memo.withdrawn', { note: '' }, { rank, by: drafter, signed: true, basis: [seen] });
    expect(memoOf(approve, withdraw(3, approve)).memo.stage).toBe('withdrawn');
    expect(memoOf(approve, signFirst, signSecond, withdraw(5, signSecond)).reasons).toEqual(['closed']);
  });
});
