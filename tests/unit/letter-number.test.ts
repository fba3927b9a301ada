import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { numberText, seriesId } from '#core/office/number-series.ts';

import {
  AGENDA,
  LETTER,
  REGISTRY_LOG,
  act,
  contextOf,
  hashOf,
  officeOf,
  registered,
} from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
const desk: Seat = { title: 'Petugas TU', holder: 'Sari', role: 'tu' };
const staff: Seat = { title: 'Staf', holder: 'Rizky', role: 'staf' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const DESK_LOG = hashOf('desk log');
const NEXT_LOG = hashOf('next registry log');
const before = officeOf(tu, desk, staff, head);
/** Fifty numbers of 2026 that the registry gave to the desk. */
const lease: AcceptedEntry = {
  ...act(
    'letter.read',
    { position: 'pos_0000000000000000', disposition: null },
    { rank: 3, by: tu, log: REGISTRY_LOG, signed: true },
  ),
  type: 'number.leased',
  subject: seriesId(AGENDA),
  hash: hashOf('lease'),
  body: { series: AGENDA, log: DESK_LOG, from: 1290, to: 1339 },
};

describe('a letter’s number', () => {
  const register = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: desk, log: DESK_LOG });
  const issue = (
    number: number,
    rank: number,
    log: string,
    basis: readonly string[],
    by = desk,
  ): AcceptedEntry => ({
    ...act('number.issued', { series: AGENDA, number }, { rank, by, log, signed: true }),
    basis: [...basis],
  });
  const known = (...entries: readonly AcceptedEntry[]) =>
    contextOf(before, (hash) => entries.find((entry) => entry.hash === hash) ?? null);
  const agendaOf = (entries: readonly AcceptedEntry[], context = known(lease)) =>
    foldLetter(LETTER, entries, context);

  it('comes from the lease that it cites', () => {
    const state = agendaOf([register, issue(1290, 4, DESK_LOG, [lease.hash])]);
    expect(state?.agenda).toMatchObject({ number: 1290, series: 'agenda/-/-/2026' });
  });

  it.each([
    ['outside the lease', issue(1340, 4, DESK_LOG, [lease.hash])],
    ['by a log that does not hold the lease', issue(1290, 4, NEXT_LOG, [lease.hash])],
    ['before the lease was given', issue(1290, 3, DESK_LOG, [lease.hash])],
    ['from a lease that nobody knows', issue(1290, 4, DESK_LOG, [hashOf('no lease')])],
    ['without a lease', issue(1290, 4, DESK_LOG, [])],
    ['from a lease that a desk gave itself', issue(1290, 5, DESK_LOG, [hashOf('own lease')])],
  ])('has no effect %s', (_what, entry) => {
    const own = { ...lease, log: DESK_LOG, hash: hashOf('own lease') };
    const state = agendaOf([register, entry], known(lease, own));
    expect(state?.agenda).toBeNull();
    expect(state?.ineffective).toMatchObject([{ type: 'number.issued', reason: 'not-entitled' }]);
  });

  it('is of the book of the year in which the letter was received', () => {
    const old = act(
      'letter.registered',
      { ...registered('Kepala Dinas'), receivedAt: Date.UTC(2026, 11, 31, 16, 59) },
      { rank: 1, by: tu, time: Date.UTC(2027, 0, 4) },
    );
    const by = (year: number, rank: number) => {
      const entry = act(
        'number.issued',
        { series: { ...AGENDA, year }, number: 1300 },
        { rank, by: tu, log: REGISTRY_LOG, signed: true, time: Date.UTC(2027, 0, 4) },
      );
      return entry;
    };
    const state = agendaOf([old, by(2027, 2), by(2026, 3)]);
    expect(state?.agenda).toMatchObject({ year: 2026, number: 1300 });
    expect(state?.ineffective).toMatchObject([{ reason: 'unknown-subject' }]);
  });

  it('is told apart by a person who cites both, and by nobody else', () => {
    const mine = issue(1290, 4, DESK_LOG, [lease.hash]);
    const theirs = {
      ...issue(1290, 5, REGISTRY_LOG, [], tu),
      subject: 'let_00000000000000000009',
      hash: hashOf('theirs'),
    };
    const context = known(lease, theirs);
    const correct = (basis: readonly string[], by: Seat = tu, number = 1290): AcceptedEntry => ({
      ...act('number.corrected', { series: AGENDA, number, suffix: 'a' }, { rank: 6, by, signed: true }),
      basis: [...basis],
    });
    const told = agendaOf([register, mine, correct([mine.hash, theirs.hash])], context);
    expect(told?.agenda).toMatchObject({ number: 1290, suffix: 'a' });
    expect(numberText(told?.agenda ?? { number: 0, suffix: '', year: 0 })).toBe('1290.a/2026');
    for (const refused of [
      correct([mine.hash]),
      correct([theirs.hash]),
      correct([mine.hash, lease.hash]),
      correct([mine.hash, theirs.hash], staff),
      correct([mine.hash, theirs.hash], tu, 1291),
    ]) {
      const state = agendaOf([register, mine, refused], context);
      expect(state?.agenda?.suffix).toBe('');
      expect(state?.ineffective).toHaveLength(1);
    }
  });
});
