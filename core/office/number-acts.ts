import { z } from 'zod';

import { logIdSchema } from './entry.ts';
import { issuedNumberSchema, seriesSchema } from './number-series.ts';

/** How many numbers a new ceiling lies ahead of the next one. */
export const CEILING_STEP = 200;
/** Numbers in one lease (agenda lease of a TU desk, 3-office-log: 50). */
export const LEASE_SIZE = 50;
/** The most numbers that one lease may hold and still count. */
export const LEASE_LIMIT = 500;
/** How far ahead of everything known one ceiling may lie and still count: a slip must not burn a whole book. */
export const CEILING_LIMIT = 10_000;

/** Why numbers will never be used; words in `core/words`. */
export const voidReasons = ['registryReplaced', 'deskClosed', 'yearEnded', 'spoiled'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Bodies of the acts on a book of numbers; the entry's subject is the series' id. */
export const numberActSchemas = {
  /** The registry will use numbers up to here, once this entry was read back from the share. */
  'number.ceiling': z.strictObject({ series: seriesSchema, ceiling: issuedNumberSchema }),
  /** A registry that was replaced has seen that and gives no more: its successor waits for a word from there. */
  'number.stopped': z.strictObject({ series: seriesSchema }),
  /** A TU desk asks for numbers of its own. */
  'number.lease-requested': z.strictObject({ series: seriesSchema }),
  /** The registry hands numbers to a desk's log; `basis` is the request. */
  'number.leased': z.strictObject({
    series: seriesSchema,
    log: logIdSchema,
    from: issuedNumberSchema,
    to: issuedNumberSchema,
  }),
  /** These numbers will not be used: said by the registry, or by a desk of its own lease (then the `basis`). */
  'number.voided': z.strictObject({
    series: seriesSchema,
    from: issuedNumberSchema,
    to: issuedNumberSchema,
    reason: z.enum(voidReasons),
    note: z.string().max(500),
  }),
} as const;

export type NumberActType = keyof typeof numberActSchemas;
export type NumberActBody<T extends NumberActType> = z.infer<(typeof numberActSchemas)[T]>;

/** Acts on numbers that bind: all but the asking. */
export const bindingNumberActs: ReadonlySet<string> = new Set<NumberActType>([
  'number.ceiling',
  'number.stopped',
  'number.leased',
  'number.voided',
]);

/** True for the acts on a book itself; a letter's own number is an act on the letter. */
export function isNumberAct(type: string): type is NumberActType {
  return type in numberActSchemas;
}
