/** Crockford's base 32 in small letters, as ids of the office are written. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A fresh id for a position or a unit that is asked for: the kind, an underscore and 80 random bits. */
export function freshId(kind: 'pos' | 'unt'): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return `${kind}_${[...drawn].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('')}`;
}
