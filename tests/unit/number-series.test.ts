import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  agendaYear,
  haveStopped,
  parseSeriesId,
  seriesId,
  seriesSchema,
  termFor,
  termsOfYear,
} from '#core/office/number-series.ts';
import type { RegistryTerm } from '#core/office/number-series.ts';

import { AGENDA, NOON } from './office-samples.ts';

describe('who keeps a book', () => {
  const terms: readonly RegistryTerm[] = [
    { log: 'a', start: 1284, year: 2026, index: 1, gone: false },
    { log: 'b', start: 30, year: 2027, index: 2, gone: false },
    { log: 'c', start: 1500, year: 2026, index: 3, gone: false },
  ];

  it('is told by the last appointment for the year, or by the year before, which then begins at 1', () => {
    expect(termFor(terms, 2025)).toBeNull();
    expect(termFor(terms, 2026)).toMatchObject({ log: 'c', start: 1500 });
    expect(termFor(terms, 2027)).toMatchObject({ log: 'b', start: 30 });
    expect(termFor(terms, 2028)).toMatchObject({ log: 'b', start: 1, year: 2028 });
    expect(termsOfYear(terms, 2026).map(({ log }) => log)).toEqual(['a', 'c']);
    expect(termsOfYear(terms, 2027).map(({ log, start }) => [log, start])).toEqual([
      ['a', 1],
      ['b', 30],
    ]);
  });

  it('lets a new registry wait until the one before has seen it, or is lost', () => {
    const handed = (gone: boolean): readonly RegistryTerm[] => [
      { log: 'a', start: 1, year: 2026, index: 2, gone: false },
      { log: 'b', start: 201, year: 2026, index: 9, gone },
    ];
    const stopped = (year: number, seen: number, gone = false) =>
      haveStopped(termsOfYear(handed(gone), year), (log) => (log === 'a' ? seen : -1));
    expect(stopped(2026, 8)).toBe(false);
    expect(stopped(2026, 9)).toBe(true);
    expect(stopped(2026, 8, true)).toBe(true);
    // The next year was kept by the one before too, and passes on with the book.
    expect(stopped(2027, 8)).toBe(false);
    expect(stopped(2027, 9)).toBe(true);
  });

  it('reads a series back from its id, and no other text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('agenda' as const, 'letter' as const),
        fc.option(fc.constant('unt_0123456789abcdef')),
        fc.stringMatching(/^[A-Za-z0-9.-]{0,16}$/).filter((code) => code !== '-'),
        fc.integer({ min: 1945, max: 9999 }),
        (kind, unit, code, year) => {
          const series = { kind, unit, code, year };
          const id = seriesId(series);
          expect(id.length).toBeLessThanOrEqual(64);
          expect(parseSeriesId(id)).toEqual(series);
        },
      ),
    );
    expect(seriesSchema.safeParse({ ...AGENDA, code: '-' }).success).toBe(false);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseSeriesId(text);
        expect(parsed === null || seriesId(parsed) === text).toBe(true);
      }),
    );
  });

  it('turns the year at midnight of the office, not of Greenwich', () => {
    const at = (receivedAt: number, zone: string, registeredAt = receivedAt) =>
      agendaYear({ receivedAt, registeredAt }, zone, [
        { log: 'a', start: 1, year: 2026, index: 1, gone: false },
      ]);
    const midnight = Date.UTC(2026, 11, 31, 17);
    expect(at(midnight - 1, 'Asia/Jakarta')).toBe(2026);
    expect(at(midnight, 'Asia/Jakarta')).toBe(2027);
    expect(at(midnight - 1, 'Asia/Jayapura')).toBe(2027);
    // Received before the turn and registered after it: the old book.
    expect(at(midnight - 1, 'Asia/Jakarta', midnight + 1)).toBe(2026);
    // A day of receipt that has not come opens no book, and the first book takes what is older.
    expect(at(Date.UTC(2062, 0), 'Asia/Jakarta', NOON)).toBe(2026);
    expect(at(Date.UTC(2019, 0), 'Asia/Jakarta')).toBe(2026);
  });
});
