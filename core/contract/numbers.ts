import { z } from 'zod';

import { letterIdSchema } from '../office/entry.ts';
import type { LetterKind, SecurityClass } from '../office/enums.ts';
import type { VoidReason } from '../office/number-acts.ts';
import type { NumberFate } from '../office/number-fates.ts';
import { bookSchema, issuedNumberSchema, seriesSchema, suffixSchema } from '../office/number-series.ts';
import type { Series } from '../office/number-series.ts';

/** Who keeps a book or holds numbers of it: a person on a PC. */
export interface NumberKeeperView {
  readonly log: string;
  readonly name: string;
  readonly device: string;
  /** Whether that is the person signed in, on this PC. */
  readonly mine: boolean;
}

export interface NumberSeriesView {
  readonly id: string;
  readonly series: Series;
  /** Null while the roster names nobody. */
  readonly registry: NumberKeeperView | null;
  /** First number of the program in this series. */
  readonly start: number;
  /** Highest number given or leased so far; 0 when there is none. */
  readonly given: number;
  /** Up to where registries announced that they number; 0 when none did. */
  readonly ceiling: number;
  /** How many numbers have each fate, from the first one to the highest given; given up ones also above it. */
  readonly counts: Readonly<Record<NumberFate, number>>;
  readonly leases: readonly {
    readonly holder: NumberKeeperView;
    readonly from: number;
    readonly to: number;
    readonly left: number;
  }[];
}

/** What a book tells of a letter. Subject and sender are null where the session does not read them. */
export interface NumberLetterView {
  readonly letter: string;
  readonly kind: LetterKind;
  readonly securityClass: SecurityClass;
  /** The letter's own number as its sender wrote it. */
  readonly number: string;
  readonly from: string | null;
  readonly subject: string | null;
  readonly receivedAt: number;
}

/** One number of a book and what became of it. Times are milliseconds since 1970 UTC. */
export interface NumberRowView {
  readonly number: number;
  readonly fate: NumberFate;
  /** Letters that hold it. */
  readonly letters: readonly (NumberLetterView & { readonly suffix: string })[];
  /** The desk in whose lease it lies. */
  readonly desk: NumberKeeperView | null;
  readonly voided: {
    readonly reason: VoidReason;
    readonly note: string;
    readonly name: string;
    readonly time: number;
  } | null;
}

export interface NumberBookView extends NumberSeriesView {
  /** The highest number that has a fate: given, leased or given up; what lies above is still to be given. */
  readonly last: number;
  readonly rows: readonly NumberRowView[];
  /** The number with which the next page begins, going the same way; null at the end. */
  readonly next: number | null;
}

export const waitingReasons = [
  'locked',
  'ceiling',
  'predecessor',
  'leaseAsked',
  'noLease',
  'desk',
  'registry',
  'suspended',
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** A letter that waits for its agenda number, and why. */
export interface WaitingNumberView extends NumberLetterView {
  readonly series: string;
  readonly registeredBy: NumberKeeperView;
  readonly reason: WaitingReason;
}

export const bookInputSchema = z.strictObject({
  /** Null for the office's agenda of this year. */
  series: seriesSchema.nullable(),
  /** Where the page begins; null for the beginning, which is the highest number when it goes down. */
  from: issuedNumberSchema.nullable(),
  limit: z.int().min(1).max(500),
  order: z.enum(['up', 'down']).default('up'),
  /** Leaves out numbers that one letter holds and those still to be given. */
  gapsOnly: z.boolean(),
});
export const registryInputSchema = z.strictObject({
  book: bookSchema,
  /** The log of the person and PC that keep the book from now on: its id or, of that, at least 8 digits. */
  log: z.string().regex(/^[0-9a-f]{8,64}$/),
  /** First number of this year; never below what is known already. */
  start: issuedNumberSchema.nullable(),
  /** The registry before is lost: the new one does not wait for its word that it stopped. */
  gone: z.boolean(),
});
export const voidInputSchema = z
  .strictObject({
    series: seriesSchema,
    from: issuedNumberSchema,
    to: issuedNumberSchema,
    note: z.string().trim().min(1).max(500),
  })
  .refine(({ from, to }) => from <= to);
export const correctNumberSchema = z.strictObject({ letter: letterIdSchema, suffix: suffixSchema });
export const letterNumberSchema = z.strictObject({
  letter: letterIdSchema,
  book: bookSchema.refine(({ kind }) => kind === 'letter'),
});
