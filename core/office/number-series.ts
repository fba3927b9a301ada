import { z } from 'zod';

import { unitIdSchema } from './entry.ts';
import { officeDay } from './office-day.ts';

/** The books that number: the register of incoming letters (buku agenda), and the office's own letters. */
export const seriesKinds = ['agenda', 'letter'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** Largest number of any series: far beyond what an office writes in a year, and exact in every reader. */
export const NUMBER_LIMIT = 10_000_000;

export const bookYearSchema = z.int().min(1945).max(9999);
export const issuedNumberSchema = z.int().min(1).max(NUMBER_LIMIT);
/** What tells an inserted number (nomor sisipan) from the one it follows: 12.a. */
export const suffixSchema = z.string().regex(/^[a-z]{1,2}$/);

const bookShape = {
  kind: z.enum(seriesKinds),
  /** The unit that keeps a book of its own; null for the book of the whole office. */
  unit: unitIdSchema.nullable(),
  /** The kind of letter that the book is for, in the office's own code; empty for all kinds, which ids write as `-`. */
  code: z.string().regex(/^(?!-$)[A-Za-z0-9.-]{0,16}$/),
};

/** A book of numbers through the years: one registry keeps it at a time. */
export const bookSchema = z.strictObject(bookShape);
export type Book = z.infer<typeof bookSchema>;

/** A book in one year: its numbers begin anew each year. */
export const seriesSchema = z.strictObject({ ...bookShape, year: bookYearSchema });
export type Series = z.infer<typeof seriesSchema>;

/** The agenda of the whole office, which every office has. */
export const officeAgenda: Book = { kind: 'agenda', unit: null, code: '' };

/** One text for a book, e.g. `agenda/-/-`. */
export function bookId({ kind, unit, code }: Book): string {
  return `${kind}/${unit ?? '-'}/${code === '' ? '-' : code}`;
}

/** One text for a series, e.g. `agenda/-/-/2026`; at most 64 characters, so that it is an entry's subject. */
export function seriesId(series: Series): string {
  return `${bookId(series)}/${series.year}`;
}

/** The series that a text names; null for any other text. */
export function parseSeriesId(text: string): Series | null {
  const [kind, unit, code, year, ...rest] = text.split('/');
  if (rest.length > 0 || code === '' || unit === '' || !/^\d{4}$/.test(year ?? '')) return null;
  const parsed = seriesSchema.safeParse({
    kind,
    unit: unit === '-' ? null : unit,
    code: code === '-' ? '' : code,
    year: Number(year),
  });
  return parsed.success && seriesId(parsed.data) === text ? parsed.data : null;
}

/** The calendar year of an instant in the office's zone. */
export function officeYear(time: number, timeZone: string): number {
  return Number(officeDay(time, timeZone).slice(0, 4));
}

/** One appointment of a registry: from here on this log numbers the book's year, from `start` on. */
export interface RegistryTerm {
  readonly log: string;
  readonly start: number;
  readonly year: number;
  /** The place of the roster from which on it holds. */
  readonly index: number;
  /** The registry before is lost: nobody waits for its word that it stopped. */
  readonly gone: boolean;
}

/**
 * Who keeps a book in a year, and the first number. The last appointment for that very year decides; a year without
 * one is kept, from 1, by whoever keeps the year before, so that a new year begins without anybody's act.
 */
export function termFor(terms: readonly RegistryTerm[] | undefined, year: number): RegistryTerm | null {
  const own = terms?.findLast((term) => term.year === year);
  if (own !== undefined) return own;
  let latest: RegistryTerm | null = null;
  for (const term of terms ?? []) {
    if (term.year < year && (latest === null || term.year >= latest.year)) latest = term;
  }
  return latest === null ? null : { ...latest, start: 1, year };
}

/** Everyone who was to keep the book in that year, in order, the current one last, each from the place that said so. */
export function termsOfYear(
  terms: readonly RegistryTerm[] | undefined,
  year: number,
): readonly RegistryTerm[] {
  const keepers: RegistryTerm[] = [];
  for (const [place, { index, gone }] of (terms ?? []).entries()) {
    const term = termFor((terms ?? []).slice(0, place + 1), year);
    const last = keepers.at(-1);
    if (term === null || (term.log === last?.log && term.start === last.start)) continue;
    keepers.push({ ...term, index, gone });
  }
  return keepers;
}

/**
 * Whether everyone who kept the year before its current registry has seen the successor, or is lost. Whoever wrote
 * anything under that place of the roster gives no more numbers, and their log is a chain: what they announced before
 * is known, and no listing of the share that comes late can hide it.
 *
 * @param terms those of the year, the current one last
 * @param seenBy the last place of the roster that a log's accepted entries name; beyond all for a log that is closed
 */
export function haveStopped(terms: readonly RegistryTerm[], seenBy: (log: string) => number): boolean {
  return terms.every(({ log }, place) => {
    const successor = terms[place + 1];
    return (
      successor === undefined || successor.log === log || successor.gone || seenBy(log) >= successor.index
    );
  });
}

/**
 * The year of the agenda book in which an incoming letter is entered: that of the day on which it was received, also
 * when it is registered after the turn of the year. A day of receipt after the day of registering does not open a
 * book ahead of time, and a letter from before the office's first book goes into the first.
 */
export function agendaYear(
  letter: { readonly receivedAt: number; readonly registeredAt: number },
  timeZone: string,
  terms: readonly RegistryTerm[] | undefined,
): number {
  const received = Math.min(
    officeYear(letter.receivedAt, timeZone),
    officeYear(letter.registeredAt, timeZone),
  );
  const first = (terms ?? []).reduce<number | null>(
    (least, { year }) => (least === null ? year : Math.min(least, year)),
    null,
  );
  return first === null ? received : Math.max(first, received);
}

/** A number as the book writes it: 1284/2026, and 1284.a/2026 for an inserted one. */
export function numberText(held: {
  readonly number: number;
  readonly suffix: string;
  readonly year: number;
}): string {
  return `${held.number}${held.suffix === '' ? '' : `.${held.suffix}`}/${held.year}`;
}
