/** Character classes of PDF (7.2.3): 1 white space, 2 delimiter, 0 regular. */
export const characterClass: Uint8Array = (() => {
  const table = new Uint8Array(256);
  for (const byte of [0, 9, 10, 12, 13, 32]) table[byte] = 1;
  for (const byte of Buffer.from('()<>[]{}/%')) table[byte] = 2;
  return table;
})();

/** Value of a hexadecimal digit, or 255. */
export const hexValue: Uint8Array = (() => {
  const table = new Uint8Array(256).fill(255);
  for (let digit = 0; digit < 16; digit += 1) {
    const character = digit.toString(16);
    table[character.charCodeAt(0)] = digit;
    table[character.toUpperCase().charCodeAt(0)] = digit;
  }
  return table;
})();

/** White space of PDF (table 1). */
export const isSpace = (byte: number | undefined): boolean =>
  byte !== undefined && characterClass[byte] === 1;

/** A decimal digit. */
export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** First position at or after `from` that is neither white space nor inside a comment. */
export const skipSpace = (bytes: Uint8Array, from: number, end: number): number => {
  let position = from;
  while (position < end) {
    const byte = bytes[position] ?? 0;
    if (characterClass[byte] === 1) position += 1;
    else if (byte === 0x25) {
      while (position < end && bytes[position] !== 10 && bytes[position] !== 13) position += 1;
    } else break;
  }
  return position;
};

/** Whether the ASCII `word` stands at `position` and ends there (a delimiter, white space or the end follows). */
export const wordAt = (bytes: Uint8Array, position: number, end: number, word: string): boolean => {
  if (position + word.length > end) return false;
  for (let index = 0; index < word.length; index += 1)
    if (bytes[position + index] !== word.charCodeAt(index)) return false;
  const next = bytes[position + word.length];
  return position + word.length === end || next === undefined || characterClass[next] !== 0;
};
