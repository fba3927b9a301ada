import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  officeDay,
  workingDaysBetween,
} from '#core/office/office-day.ts';
import { applyRoster } from '#core/office/roster.ts';
import { tasksOf } from '#core/office/tasks.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';

import {
  AGENDA,
  LETTER,
  NOON,
  REGISTRY_LOG,
  WRITER_LOG,
  act,
  blob,
  contextOf,
  disposed,
  dispositionId,
  hashOf,
  initialsStep,
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
const promise = { timeZone: 'Asia/Jakarta', holidays: new Set<string>(), daysToDispose: 2 };

function folded(...entries: readonly AcceptedEntry[]): LetterState {
  const state = foldLetter(LETTER, entries, context);
  if (state === null) throw new Error('no letter');
  return state;
}

const reasons = (state: LetterState) => state.ineffective.map((i) => [i.type, i.reason]);
const register = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: tu });
const dispose = act('letter.disposed', disposed('d1', null, 'Kepala Bidang TIK'), { rank: 2, by: head });

describe('who begins a letter', () => {
  it('is the one who keeps the books, for a surat masuk', () => {
    const forged = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: staff });
    expect(foldLetter(LETTER, [forged], context)).toBeNull();
    expect(folded(forged, { ...register, rank: 2 }).registered.actor.position).toBe(positionId('Arsiparis'));
  });

  it('needs an id that a letter can have', () => {
    const strange = { ...register, subject: 'let_SOMETHING' };
    expect(foldLetter('let_SOMETHING', [strange], context)).toBeNull();
  });

  it('needs a moment of receipt that a calendar knows', () => {
    for (const receivedAt of [9_000_000_000_000_000, -1]) {
      const body = { ...registered('Kepala Dinas'), receivedAt };
      expect(foldLetter(LETTER, [act('letter.registered', body, { rank: 1, by: tu })], context)).toBeNull();
    }
  });

  it('asks for a signature: a chain of initials alone issues nothing', () => {
    const memo = (chain: Parameters<typeof proposed>[0]) =>
      act('memo.proposed', proposed(chain, ['Kepala Dinas']), { rank: 1, by: tu });
    expect(foldLetter(LETTER, [memo([initialsStep('Kepala Dinas')])], context)).toBeNull();
    const fieldless = { ...signatureStep('Kepala Dinas', 1), field: null };
    expect(foldLetter(LETTER, [memo([fieldless])], context)).toBeNull();
    const twice = [signatureStep('Kepala Dinas', 1), signatureStep('Arsiparis', 1)];
    expect(foldLetter(LETTER, [memo(twice)], context)).toBeNull();
    const initialsLast = [signatureStep('Kepala Dinas', 1), initialsStep('Arsiparis')];
    expect(foldLetter(LETTER, [memo(initialsLast)], context)).toBeNull();
  });
});

describe('the book', () => {
  const chain = [signatureStep('Kepala Dinas', 1)];
  const memo = act('memo.proposed', proposed(chain, ['Kepala Bidang TIK']), { rank: 1, by: staff });

  it('corrects, attaches to, forwards and numbers surat masuk, and leaves a nota dinas alone', () => {
    const state = folded(
      memo,
      act('letter.corrected', { subject: 'Lain sama sekali' }, { rank: 2, by: tu }),
      act('letter.attached', { document: blob('selipan') }, { rank: 3, by: tu }),
      act('letter.forwarded', { forwardTo: positionId('Pranata Komputer'), note: '' }, { rank: 4, by: tu }),
      act(
        'number.issued',
        { series: AGENDA, number: 1 },
        { rank: 5, by: tu, log: REGISTRY_LOG, signed: true },
      ),
    );
    expect(state).toMatchObject({ subject: 'Usulan anggaran', attachments: [], desks: [], agenda: null });
    expect(reasons(state).map(([, reason]) => reason)).toEqual(Array(4).fill('not-entitled'));
  });

  it('takes a letter from no desk that has not returned it', () => {
    const forward = act(
      'letter.forwarded',
      { forwardTo: positionId('Kepala Bidang TIK'), note: '' },
      { rank: 2, by: tu },
    );
    const state = folded(register, forward);
    expect(state.desks).toMatchObject([{ position: positionId('Kepala Dinas'), status: 'open' }]);
    expect(reasons(state)).toEqual([['letter.forwarded', 'not-in-turn']]);
  });
});

describe('a disposition', () => {
  it('was read by whoever passed it on, so it can no longer be recalled', () => {
    const passed = act('letter.disposed', disposed('d2', 'd1', 'Pranata Komputer'), { rank: 3, by: tik });
    const recall = act(
      'letter.recalled',
      { disposition: dispositionId('d1') },
      { rank: 4, by: head, signed: true },
    );
    const state = folded(register, dispose, passed, recall);
    expect(state.desks[0]?.read?.entry).toBe(dispose.hash);
    expect(state.dispositions[0]?.recipients[0]?.read?.entry).toBe(passed.hash);
    expect(reasons(state)).toEqual([['letter.recalled', 'closed']]);
  });

  it('names a recipient once', () => {
    const twice = disposed('d1', null, 'Kepala Bidang TIK', 'Kepala Bidang TIK');
    const state = folded(register, act('letter.disposed', twice, { rank: 2, by: head }));
    expect(state.dispositions).toEqual([]);
    expect(reasons(state)).toEqual([['letter.disposed', 'malformed']]);
  });
});

describe('an issued memo', () => {
  it('lies once with a position that is named twice, so that finishing it clears the queue', () => {
    const chain = [signatureStep('Kepala Dinas', 1)];
    const to = ['Kepala Bidang TIK', 'Kepala Bidang TIK', 'Pranata Komputer'];
    const copies = ['Pranata Komputer', 'Kepala Bidang TIK', 'Arsiparis', 'Arsiparis'];
    const body = proposed(chain, to, copies);
    const signed = act(
      'memo.signed',
      {
        step: 0,
        revision: body.document.sha256,
        chain: canonicalDigest(chain),
        result: blob('signed'),
        field: 'TTD-1',
        certificate: hashOf('certificate'),
      },
      { rank: 2, by: head, signed: true },
    );
    const state = folded(act('memo.proposed', body, { rank: 1, by: staff }), signed);
    expect(state.desks.map((d) => [d.position, d.copy])).toEqual([
      [positionId('Kepala Bidang TIK'), false],
      [positionId('Pranata Komputer'), false],
      [positionId('Arsiparis'), true],
    ]);
  });
});

describe('a clock that is off by ages', () => {
  it('dates what it claims within four digits, and tasks can still be told', () => {
    const late = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: tu, time: 8.64e15 });
    expect(officeDay(8.64e15, 'Asia/Jakarta')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(addWorkingDays('9999-12-31', 5, promise.holidays)).toBe('9999-12-31');
    const state = folded(late);
    expect(tasksOf(state, promise)).toMatchObject([{ kind: 'dispose' }]);
  });

  it('keeps nobody waiting who counts the working days up to what it claims', () => {
    const none = new Set<string>();
    expect(workingDaysBetween('2026-10-09', '9999-12-31', none)).toBe(2_080_115);
    expect(workingDaysBetween('0001-01-01', '2026-10-09', none)).toBeGreaterThan(500_000);
    const holidays = new Set(['2026-10-13', '2026-10-17']);
    expect(workingDaysBetween('2026-10-09', '2026-10-19', holidays)).toBe(5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5, max: 60 }), (start, length) => {
        const from = addDays('1960-01-01', start);
        const days = Array.from({ length: Math.max(0, length) }, (_, n) => addDays(from, n + 1));
        const counted = days.filter((day) => isWorkingDay(day, holidays)).length;
        expect(workingDaysBetween(from, addDays(from, length), holidays)).toBe(counted);
      }),
    );
  });

  it('reads dates in a zone of the country, whatever an entry of the roster names', () => {
    const strange = applyRoster(roster, {
      ...register,
      log: WRITER_LOG,
      type: 'roster.office-set',
      subject: null,
      body: { name: 'Dinas', letterhead: [], timeZone: 'Mars/Olympus' },
    });
    expect(strange.timeZone).toBe('Asia/Jakarta');
    expect(officeDay(NOON, strange.timeZone)).toBe('2026-10-09');
  });
});
