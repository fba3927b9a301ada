/** Fewest characters of a passphrase. */
export const PASSPHRASE_MINIMUM = 10;
/** Most characters that are taken; longer ones are a paste gone wrong. */
export const PASSPHRASE_MAXIMUM = 1024;
const DIFFERENT_MINIMUM = 5;

/** Why a passphrase is refused. */
export type PassphraseFault = 'too-short' | 'too-long' | 'too-simple';

/** Rows that hands walk along; a passphrase that is a stretch of one of them, either way, is no secret. */
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ROADS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]).map((row) => row + row);

/**
 * The one spelling of a passphrase: NFKC, so that keyboards and systems that compose characters differently
 * give the same key.
 */
export function normalisedPassphrase(text: string): string {
  return text.normalize('NFKC');
}

function repeatsBlock(text: string): boolean {
  for (let length = 1; length <= 5; length += 1) {
    const block = text.slice(0, length);
    if (block.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true;
  }
  return false;
}

/**
 * Judges a new passphrase by a rule that fits into a sentence: at least ten characters, five of them
 * different, no short piece repeated, no stretch of the keyboard or the alphabet. Null when it will do.
 * It promises no strength beyond that; scrypt makes each guess expensive.
 */
export function passphraseFault(text: string): PassphraseFault | null {
  const characters = [...normalisedPassphrase(text).toLowerCase()];
  if (characters.length < PASSPHRASE_MINIMUM) return 'too-short';
  if (characters.length > PASSPHRASE_MAXIMUM) return 'too-long';
  if (new Set(characters).size < DIFFERENT_MINIMUM) return 'too-simple';
  const plain = characters.join('');
  if (repeatsBlock(plain) || ROADS.some((road) => road.includes(plain))) return 'too-simple';
  return null;
}
