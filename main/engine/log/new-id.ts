import { randomBytes } from 'node:crypto';

import { encodeCrockford } from './crockford.ts';

/** Kinds of things that have a random id in entries: person, position, unit, disposition, PC. */
export type IdKind = 'usr' | 'pos' | 'unt' | 'dsp' | 'dev';

/** A fresh id: the kind, an underscore and 80 random bits in Crockford's base 32 (16 symbols). */
export function newId(kind: IdKind): string {
  return `${kind}_${encodeCrockford(randomBytes(10))}`;
}
