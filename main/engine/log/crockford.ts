/** Crockford's base 32: digits and letters without I, L, O and U, read aloud and typed without mistakes. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const values = new Map<string, number>([...ALPHABET].map((symbol, value) => [symbol, value]));
values.set('o', 0).set('i', 1).set('l', 1);

/** Bytes as lower-case symbols, five bits each, the last symbol filled with zero bits. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((buffer << (5 - bits)) & 31);
}

/**
 * Bytes of a text typed by a person: case, white space and dashes do not matter, O is read as 0, I and L as 1.
 * Null when a symbol is none of the alphabet, or when the number of symbols or the filling bits are not those
 * of exactly `length` bytes.
 */
export function decodeCrockford(text: string, length: number): Buffer | null {
  const symbols = Math.ceil((length * 8) / 5);
  const bytes = Buffer.alloc(length);
  let at = 0;
  let seen = 0;
  let buffer = 0;
  let bits = 0;
  for (const symbol of text.toLowerCase()) {
    if (/[\s\u002d\u2010-\u2015]/u.test(symbol)) continue;
    const value = values.get(symbol);
    seen += 1;
    if (value === undefined || seen > symbols) return null;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 255;
      at += 1;
      buffer &= (1 << bits) - 1;
    }
  }
  return seen === symbols && buffer === 0 ? bytes : null;
}

/** Symbols in groups of five with dashes between, as they are printed. */
export function groupedByFive(symbols: string): string {
  return (symbols.match(/.{1,5}/g) ?? []).join('-');
}
