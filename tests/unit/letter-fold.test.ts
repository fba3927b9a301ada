import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';

import {
  AGENDA,
  LETTER,
  NOON,
  REGISTRY_LOG,
  act,
  blob,
  contextOf,
  disposed,
  dispositionId,
  officeOf,
  positionId,
  proposed,
  registered,
  signatureStep,
} from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const tik: Seat = { title: 'Kepala Bidang TIK', holder: 'Arif', role: 'pejabat' };
const staff: Seat = { title: 'Pranata Komputer', holder: 'Rizky', role: 'staf' };
const roster = officeOf(tu, head, tik, staff);
const context = contextOf(roster);

function folded(...entries: readonly AcceptedEntry[]): LetterState {
  const state = foldLetter(LETTER, entries, context);
  if (state === null) throw new Error('no letter');
  return state;
}

const register = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: tu });
const dispose = act('letter.disposed', disposed('d1', null, 'Kepala Bidang TIK'), { rank: 2, by: head });
const part = { disposition: dispositionId('d1'), position: positionId('Kepala Bidang TIK') };

describe('an incoming letter', () => {
  it('lies at the position that TU forwarded it to', () => {
    expect(folded(register).desks).toMatchObject([{ position: positionId('Kepala Dinas'), status: 'open' }]);
  });

  it('does not begin with an act of somebody who does not hold the position', () => {
    const forged = act('letter.registered', registered('Kepala Dinas'), {
      rank: 1,
      by: { ...tu, holder: 'Penyusup' },
    });
    expect(foldLetter(LETTER, [forged], context)).toBeNull();
  });

  it('cannot be begun a second time under its id, whatever rank the other entry claims', () => {
    const memo = proposed([signatureStep('Kepala Dinas', 1)], ['Kepala Dinas']);
    const hijack = { ...act('memo.proposed', memo, { rank: 0, by: staff }), seq: 0 };
    const state = folded(hijack, register);
    expect(state.kind).toBe('incomingLetter');
    expect(foldLetter(LETTER, [hijack], context)).toBeNull();
  });

  it('gets its number from the registry alone, and only once', () => {
    const issue = (number: number, rank: number, log: string, signed = true) =>
      act('number.issued', { series: AGENDA, number }, { rank, by: tu, log, signed });
    const state = folded(
      register,
      issue(1, 2, 'd'.repeat(64)),
      issue(2, 3, REGISTRY_LOG, false),
      issue(1284, 4, REGISTRY_LOG),
      issue(1285, 5, REGISTRY_LOG),
    );
    expect(state.agenda).toMatchObject({ series: 'agenda/-/-/2026', year: 2026, number: 1284, suffix: '' });
    expect(state.ineffective.map((i) => i.reason)).toEqual([
      'not-entitled',
      'no-user-signature',
      'already-done',
    ]);
  });

  it('keeps a correction of TU and refuses one of others', () => {
    const fix = (by: Seat, rank: number, subject: string) =>
      act('letter.corrected', { subject }, { rank, by });
    const state = folded(register, fix(tu, 2, 'Undangan rapat SPBE'), fix(staff, 3, 'Lain'));
    expect(state.subject).toBe('Undangan rapat SPBE');
    expect(state.ineffective).toMatchObject([{ reason: 'not-entitled' }]);
  });

  it('clears the desk by "tidak perlu disposisi", of its own holder only', () => {
    const clear = (by: Seat, rank: number) =>
      act('letter.no-disposition', { position: positionId('Kepala Dinas'), note: '' }, { rank, by });
    const state = folded(register, clear(tik, 2), clear(head, 3));
    expect(state.desks).toMatchObject([{ status: 'noDisposition' }]);
    expect(state.ineffective).toMatchObject([{ reason: 'not-entitled' }]);
  });

  it('goes back to TU with a note and on to another position', () => {
    const state = folded(
      register,
      act(
        'letter.returned',
        { disposition: null, position: positionId('Kepala Dinas'), note: 'Bukan untuk kami' },
        { rank: 2, by: head },
      ),
      act('letter.forwarded', { forwardTo: positionId('Kepala Bidang TIK'), note: '' }, { rank: 3, by: tu }),
    );
    expect(state.desks.map((d) => [d.position, d.status])).toEqual([
      [positionId('Kepala Dinas'), 'returned'],
      [positionId('Kepala Bidang TIK'), 'open'],
    ]);
  });
});

describe('a disposition', () => {
  it('reaches its recipients and settles the desk', () => {
    const state = folded(register, dispose);
    expect(state.desks).toMatchObject([{ status: 'disposed' }]);
    expect(involvedPositions(state)).toEqual(
      new Set([positionId('Arsiparis'), positionId('Kepala Dinas'), positionId('Kepala Bidang TIK')]),
    );
  });

  it('may be passed on by its recipient and by nobody else', () => {
    const on = (by: Seat, rank: number, name: string) =>
      act('letter.disposed', disposed(name, 'd1', 'Pranata Komputer'), { rank, by });
    const state = folded(register, dispose, on(staff, 3, 'x'), on(tik, 4, 'd2'));
    expect(state.dispositions.map((d) => d.id)).toEqual([dispositionId('d1'), dispositionId('d2')]);
    expect(state.ineffective).toMatchObject([{ reason: 'not-entitled' }]);
  });

  it('goes through read, acknowledged, followed up and finished, each once', () => {
    const entries = [
      register,
      dispose,
      act('letter.read', part, { rank: 3, by: tik }),
      act('letter.acknowledged', part, { rank: 4, by: tik }),
      act(
        'letter.followed-up',
        { ...part, note: 'Bahan terlampir', attachments: [blob('bahan')] },
        { rank: 5, by: tik },
      ),
      act('letter.finished', { ...part, note: '' }, { rank: 6, by: tik }),
      act('letter.finished', { ...part, note: '' }, { rank: 7, by: tik }),
    ];
    const recipient = folded(...entries).dispositions[0]?.recipients[0];
    expect(recipient?.read?.time).toBe(NOON + 3 * 60_000);
    expect(recipient?.followUps).toMatchObject([{ note: 'Bahan terlampir', attachments: [blob('bahan')] }]);
    expect(recipient?.finished?.time).toBe(NOON + 6 * 60_000);
    expect(folded(...entries).ineffective).toMatchObject([{ reason: 'already-done' }]);
  });

  it('is recalled while unread, which opens the desk again', () => {
    const recall = act(
      'letter.recalled',
      { disposition: dispositionId('d1') },
      { rank: 4, by: head, signed: true },
    );
    expect(folded(register, dispose, recall).desks).toMatchObject([{ status: 'open' }]);
    const read = act('letter.read', part, { rank: 3, by: tik });
    const late = folded(register, dispose, read, recall);
    expect(late.dispositions[0]?.recalled).toBeNull();
    expect(late.ineffective).toMatchObject([{ reason: 'closed' }]);
  });

  it('stands beside another one on the same letter', () => {
    const second = act('letter.disposed', disposed('d9', null, 'Pranata Komputer'), { rank: 2, by: head });
    expect(folded(register, dispose, second).dispositions).toHaveLength(2);
  });
});

describe('the fold', () => {
  const all = [
    register,
    dispose,
    act('letter.read', part, { rank: 3, by: tik }),
    act('letter.disposed', disposed('d2', 'd1', 'Pranata Komputer'), { rank: 4, by: tik }),
    act('letter.corrected', { subject: 'Undangan' }, { rank: 4, by: tu }),
    act('letter.finished', { ...part, note: 'beres' }, { rank: 5, by: tik }),
    act('letter.finished', { ...part, note: 'lagi' }, { rank: 5, by: staff }),
  ];

  it('gives the same state for any order of arrival', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (entries) => {
        expect(folded(...entries)).toEqual(folded(...all));
      }),
    );
  });

  it('gives the same state one entry at a time', () => {
    const [first, ...rest] = all.toSorted((a, b) => a.rank - b.rank || (a.hash < b.hash ? -1 : 1));
    if (first === undefined) throw new Error('no entries');
    const stepwise = rest.reduce((state, entry) => foldAct(state, entry, context), folded(first));
    expect(stepwise).toEqual(folded(...all));
  });

  it('lists a malformed act and goes on', () => {
    const broken = { ...act('letter.read', part, { rank: 3, by: tik }), body: { position: 'x' } };
    const unknown = { ...act('letter.read', part, { rank: 3, by: tik }), type: 'letter.burned' };
    expect(folded(register, dispose, broken, unknown).ineffective.map((i) => i.reason)).toEqual([
      'malformed',
      'needs-update',
    ]);
  });
});
