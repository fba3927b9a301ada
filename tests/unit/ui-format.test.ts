import { describe, expect, it } from 'vitest';

import * as dates from '#renderer/lib/format/dates.ts';
import { dueState } from '#renderer/lib/format/due.ts';
import { formatAgenda, formatBytes, formatNumber } from '#renderer/lib/format/numbers.ts';
import { initialsOf } from '#renderer/ui/initials.ts';

const WIB = 'Asia/Jakarta';
/** Friday, 9 October 2026, 10.42 WIB. */
const now = Date.parse('2026-10-09T10:42:00+07:00');

describe('dates and times as the office writes them', () => {
  it('prints Indonesian dates, and times with a dot', () => {
    expect([
      dates.longDate('2026-10-12', 'id'),
      dates.fullDate('2026-10-09', 'id'),
      dates.dayDate('2026-10-07', 'id'),
      dates.weekdayDay('2026-10-12', 'id'),
      dates.dayDateTime(Date.parse('2026-10-07T01:14:00Z'), WIB, 'id'),
      dates.shortDateTime(Date.parse('2026-10-07T01:14:00Z'), WIB, 'id'),
      dates.clock('2026-10-09T16:00'),
      dates.zoneName(WIB),
      dates.zoneName('Asia/Jayapura'),
    ]).toEqual([
      '12 Oktober 2026',
      'Jumat, 9 Oktober 2026',
      'Rab, 7 Okt',
      'Sen 12',
      'Rab, 7 Okt 08.14',
      '7 Okt 08.14',
      '16.00',
      'WIB',
      'WIT',
    ]);
  });

  it('takes the day from the office’s zone, not from the PC’s', () => {
    const lateInJakarta = Date.parse('2026-10-09T16:30:00Z');
    expect(dates.shortDateTime(lateInJakarta, WIB, 'id')).toBe('9 Okt 23.30');
    expect(dates.shortDateTime(lateInJakarta, 'Asia/Jayapura', 'id')).toBe('10 Okt 01.30');
  });
});

describe('how near a due date is', () => {
  it.each([
    ['2026-10-07', 'late', 2],
    ['2026-10-08', 'late', 1],
    ['2026-10-09T10:41', 'late', 0],
    ['2026-10-09T10:42', 'today', 0],
    ['2026-10-09', 'today', 0],
    ['2026-10-10', 'week', 0],
    ['2026-10-16', 'week', 0],
    ['2026-10-17', 'later', 0],
    [null, 'none', 0],
  ])('%s is %s', (due, nearness, daysLate) => {
    expect(dueState(due, now, WIB)).toEqual({ nearness, daysLate });
  });
});

describe('numbers', () => {
  it('have the separators of the language', () => {
    expect([formatNumber(1284, 'id'), formatNumber(1284, 'en'), formatNumber(1.4, 'id', 1)]).toEqual([
      '1.284',
      '1,284',
      '1,4',
    ]);
    expect([formatBytes(900, 'id'), formatBytes(86_016, 'id'), formatBytes(1_300_000, 'id')]).toEqual([
      '900 B',
      '84 KB',
      '1,2 MB',
    ]);
  });

  it('print an agenda number with its year only when that is another year', () => {
    expect([
      formatAgenda('1284/2026', 2026, 'id'),
      formatAgenda('1284/2025', 2026, 'id'),
      formatAgenda('A-12/TU', 2026, 'id'),
    ]).toEqual(['1.284', '1.284/2025', 'A-12/TU']);
  });
});

describe('initials of a person', () => {
  it('leave out degrees and titles', () => {
    expect(['Arif Nugroho, S.Kom., M.T.', 'Dr. Agus Setiabudi, S.H.', 'Endang'].map(initialsOf)).toEqual([
      'AN',
      'AS',
      'E',
    ]);
  });
});
