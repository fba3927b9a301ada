import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { registerSchema } from '#core/contract/inputs.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { officeMinute } from '#core/office/office-day.ts';
import { foundDuplicate } from '#renderer/features/register/duplicate.ts';
import { fileGroups } from '#renderer/features/register/file-groups.ts';
import {
  formFaults,
  freshForm,
  isTouched,
  keptForm,
  timeOf,
  toRegisterInput,
} from '#renderer/features/register/form-values.ts';
import { nextDocument, previousDocument } from '#renderer/features/register/next-document.ts';
import { officeInstant } from '#renderer/features/register/office-instant.ts';
import { lettersPerHour } from '#renderer/features/register/pace.ts';

const kadis = 'pos_0000000000000001';
const fresh = freshForm('2026-10-09T10:42', kadis);
const staged = 'a'.repeat(64);

describe('the register form', () => {
  it('begins as received now, for whom the last letter went to', () => {
    expect(fresh).toMatchObject({ receivedDay: '2026-10-09', receivedTime: '10.42', forwardTo: kadis });
    expect(isTouched(fresh)).toBe(false);
    expect(isTouched({ ...fresh, subject: 'x' })).toBe(true);
  });

  it('names what is missing where it is missing', () => {
    expect(
      formFaults({ ...fresh, forwardTo: '', date: '2027-01-01', receivedTime: '25.00' }, '2026-10-09'),
    ).toEqual({
      from: 'fromMissing',
      subject: 'subjectMissing',
      date: 'dateFuture',
      receivedTime: 'timeUnclear',
      forwardTo: 'forwardToMissing',
    });
  });

  it('becomes an input that the contract takes, with the instant of the office', () => {
    const values = { ...fresh, from: 'Disdukcapil', subject: 'Permohonan', date: '2026-10-07' };
    const input = toRegisterInput(staged, values, true, (minute) => officeInstant(minute, 'Asia/Jayapura'));
    expect(registerSchema.parse(input)).toMatchObject({
      duplicateSeen: true,
      date: '2026-10-07',
      forwardTo: kadis,
    });
    expect(new Date(input.receivedAt).toISOString()).toBe('2026-10-09T01:42:00.000Z');
  });

  it('reads a kept draft over a fresh form', () => {
    expect(keptForm({ from: 'BPS', urgency: 'segera', securityClass: 'nonsense', date: 7 }, fresh)).toEqual({
      ...fresh,
      from: 'BPS',
      urgency: 'segera',
    });
    expect(keptForm(null, fresh)).toBeNull();
  });

  it('reads times as people write them', () => {
    expect(timeOf('9.05')).toEqual({ hour: 9, minute: 5 });
    expect(timeOf('0905')).toEqual({ hour: 9, minute: 5 });
    expect(timeOf('24.00')).toBeNull();
    expect(timeOf('pagi')).toBeNull();
  });
});

describe('an office-local minute', () => {
  it('comes back from its instant in every zone of Indonesia', () => {
    const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Pontianak');
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(zones, instants, (zone, time) => {
        const minute = officeMinute(time, zone);
        expect(officeMinute(officeInstant(minute, zone), zone)).toBe(minute);
      }),
    );
  });
});

describe('the batch', () => {
  it('makes one letter of each PDF and one of the images given together', () => {
    const names = ['a.pdf', 'IMG_1.JPG', 'b.PDF', 'IMG_2.png'].map((name) => ({ name }));
    expect(fileGroups(names).map((group) => group.map((file) => file.name))).toEqual([
      ['a.pdf'],
      ['b.PDF'],
      ['IMG_1.JPG', 'IMG_2.png'],
    ]);
  });

  it('goes on to the next document, round the end, and to none when it was the last', () => {
    expect(nextDocument(['a', 'b', 'c'], 'a')).toBe('b');
    expect(nextDocument(['a', 'b', 'c'], 'c')).toBe('a');
    expect(nextDocument(['a'], 'a')).toBeNull();
    expect(previousDocument(['a', 'b', 'c'], 'a')).toBe('c');
    expect(previousDocument(['a', 'b', 'c'], 'c')).toBe('b');
  });

  it('counts letters an hour from the first to the last saved', () => {
    expect(lettersPerHour([0, 30_000])).toBeNull();
    expect(lettersPerHour([0, 36_000, 72_000])).toBe(100);
  });
});

describe('duplicates', () => {
  const row = (id: string) => ({ id }) as LetterRow;
  it('put the same bytes before the same number', () => {
    expect(foundDuplicate([row('x')], [row('y')])).toMatchObject({ reason: 'bytes', row: { id: 'x' } });
    expect(foundDuplicate([], [row('y')])).toMatchObject({ reason: 'number', row: { id: 'y' } });
    expect(foundDuplicate([], [])).toBeNull();
  });
});
