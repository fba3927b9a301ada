import type { Lease } from './number-lease.ts';
import type { NumberBook, VoidedNumbers } from './number-book.ts';

/**
 * What became of a number: held by a letter; by several under one suffix; given up; in a desk's lease and not used
 * yet; given by an act that has no effect; passed over without a word; or still to be given.
 */
export const numberFates = [
  'used',
  'duplicate',
  'voided',
  'leased',
  'withoutEffect',
  'skipped',
  'free',
] as const;
export type NumberFate = (typeof numberFates)[number];

/** A letter that holds a number, or was given one without effect. */
export interface NumberHolder {
  readonly number: number;
  readonly suffix: string;
  readonly letter: string;
}

export interface FateOfNumber {
  readonly number: number;
  readonly fate: NumberFate;
  readonly holders: readonly NumberHolder[];
  /** The lease that the number lies in, used or not: what tells that desks interleave. */
  readonly lease: Lease | null;
  /** Who gave it up, also where a letter turned out to hold it. */
  readonly voided: VoidedNumbers | null;
}

/** What the fates of a stretch are told from; holders in order of their numbers. */
export interface FateGrounds {
  readonly book: NumberBook;
  readonly held: readonly NumberHolder[];
  readonly withoutEffect: readonly NumberHolder[];
  /** The highest number that was given or leased so far; what lies above it is still to be given. */
  readonly given: number;
}

function byNumber(holders: readonly NumberHolder[]): ReadonlyMap<number, readonly NumberHolder[]> {
  const grouped = new Map<number, NumberHolder[]>();
  for (const holder of holders) {
    const list = grouped.get(holder.number);
    if (list === undefined) grouped.set(holder.number, [holder]);
    else list.push(holder);
  }
  return grouped;
}

function isDuplicate(holders: readonly NumberHolder[]): boolean {
  return new Set(holders.map(({ suffix }) => suffix)).size < holders.length;
}

/** The fate of every number from one to another, both included. A letter that holds it counts before a void. */
export function fatesBetween(grounds: FateGrounds, from: number, to: number): readonly FateOfNumber[] {
  const held = byNumber(grounds.held);
  const failed = byNumber(grounds.withoutEffect);
  const leases = grounds.book.leases.filter((lease) => lease.from <= to && from <= lease.to);
  const voids = grounds.book.voids.filter((gone) => gone.from <= to && from <= gone.to);
  const fates: FateOfNumber[] = [];
  for (let number = from; number <= to; number += 1) {
    const within = (span: { from: number; to: number }) => span.from <= number && number <= span.to;
    const lease = leases.find(within) ?? null;
    const voided = voids.find(within) ?? null;
    const letters = held.get(number) ?? [];
    const without = failed.get(number) ?? [];
    const fate: NumberFate =
      letters.length > 0
        ? isDuplicate(letters)
          ? 'duplicate'
          : 'used'
        : voided !== null
          ? 'voided'
          : without.length > 0
            ? 'withoutEffect'
            : lease !== null
              ? 'leased'
              : number <= grounds.given
                ? 'skipped'
                : 'free';
    fates.push({ number, fate, holders: letters.length > 0 ? letters : without, lease, voided });
  }
  return fates;
}
