import { createHash } from 'node:crypto';

import { encodeCrockford } from '../../log/crockford.ts';
import type { IdKind } from '../../log/new-id.ts';

/** Numbers that look random and are the same for the same seed. Not for keys. */
export interface Random {
  /** From 0 (included) to 1. */
  readonly next: () => number;
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly id: (kind: IdKind) => string;
}

/** A generator (sfc32: three words of state and a counter) begun from the hash of a text. */
export function randomFrom(seed: string): Random {
  const start = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => start.readInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();
  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    id: (kind) => `${kind}_${encodeCrockford(Buffer.from(Array.from({ length: 10 }, () => below(256))))}`,
  };
}
