import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import { addDays, isWorkingDay } from '#core/office/office-day.ts';
import { dayDateYear } from '#renderer/lib/format/dates.ts';
import { readTypedDate, readTypedDue } from '#renderer/lib/format/typed-date.ts';

/** Friday, 9 October 2026; the following Monday is a holiday. */
const friday = { today: '2026-10-09', holidays: new Set(['2026-10-12']), direction: 'future' } as const;
const plain = { today: '2026-10-09', holidays: new Set<string>(), direction: 'future' } as const;
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a due date typed as people say it', () => {
  it.each([
    ['hari ini', '2026-10-09'],
    ['besok', '2026-10-10'],
    ['lusa', '2026-10-11'],
    ['2 hari kerja', '2026-10-13'],
    ['dua hari kerja', '2026-10-13'],
    ['  2  Hari  Kerja ', '2026-10-13'],
    ['5 hk', '2026-10-16'],
    ['3 hari lagi', '2026-10-12'],
    ['1 minggu', '2026-10-16'],
    ['2 pekan', '2026-10-23'],
    ['1 bulan', '2026-11-09'],
    ['13/10', '2026-10-13'],
    ['13-10-2026', '2026-10-13'],
    ['13.10.26', '2026-10-13'],
    ['1/2', '2027-02-01'],
    ['12 okt', '2026-10-12'],
    ['12 Oktober 2026', '2026-10-12'],
    ['12 Nopember', '2026-11-12'],
    ['senin', '2026-10-12'],
    ['Jumat depan', '2026-10-16'],
    ['2026-10-13', '2026-10-13'],
    ['tomorrow', '2026-10-10'],
    ['2 working days', '2026-10-13'],
    ['29/2', '2028-02-29'],
  ])('reads %s', (typed, expected) => {
    expect(readTypedDate(typed, plain)).toBe(expected);
  });

  it('skips holidays when it counts working days', () => {
    expect(readTypedDate('2 hari kerja', friday)).toBe('2026-10-14');
  });

  it.each(['', 'entah', '32/10', '31/11', '29/2/2027', '13/13', '2 abad'])(
    'does not guess at "%s"',
    (typed) => {
      expect(readTypedDate(typed, plain)).toBeNull();
    },
  );

  it('looks back for the date of a letter', () => {
    expect(readTypedDate('7/10', { ...plain, direction: 'past' })).toBe('2026-10-07');
    expect(readTypedDate('25/12', { ...plain, direction: 'past' })).toBe('2025-12-25');
  });

  it('takes an hour after the day', () => {
    expect(readTypedDue('13/10 14.00', plain)).toBe('2026-10-13T14:00');
    expect(readTypedDue('besok pukul 9', plain)).toBe('2026-10-10T09:00');
    expect(readTypedDue('besok 25.00', plain)).toBeNull();
    expect(readTypedDue('13.10', plain)).toBe('2026-10-13');
  });

  it('reads back what the field itself prints, in both languages', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('id' as const, 'en' as const), (day, language) => {
        expect(readTypedDate(dayDateYear(day, language), plain)).toBe(day);
      }),
    );
  });

  it('answers a working day for any number of working days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (today, count) => {
        const due = readTypedDate(`${count} hari kerja`, { ...friday, today });
        expect(due !== null && isWorkingDay(due, friday.holidays) && due > addDays(today, count - 1)).toBe(
          true,
        );
      }),
    );
  });
});
