/** Fewest characters of a passphrase, as the engine takes them. */
export const PASSPHRASE_MIN = 10;

export const passphraseStrengths = ['empty', 'short', 'guessable', 'enough', 'strong'] as const;
export type PassphraseStrength = (typeof passphraseStrengths)[number];

/** What is said under the field: the judgement and how many characters are missing. */
export interface PassphraseJudgement {
  readonly strength: PassphraseStrength;
  readonly missing: number;
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const common = [
  'password',
  'kata sandi',
  'katasandi',
  'rahasia',
  'admin',
  'bismillah',
  'indonesia',
  'sayang',
  'kominfo',
];

/** Fewest different characters. */
const DIFFERENT_MIN = 5;

function repeatsPiece(text: string): boolean {
  return [1, 2, 3, 4, 5].some((length) => {
    const piece = text.slice(0, length);
    return piece.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text;
  });
}

function isRun(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  if (pair[0] === pair[1]) return true;
  const backwards = `${pair[1]}${pair[0]}`;
  return rows.some((row) => row.includes(pair) || row.includes(backwards));
}

/** Characters that carry surprise: repeats, keyboard runs and words that everybody tries count for little. */
function surprisingLength(text: string, known: readonly string[]): number {
  let rest = text.toLowerCase();
  let kept = 0;
  for (const word of [...known.map((w) => w.toLowerCase()).filter((w) => w.length > 3), ...common]) {
    while (rest.includes(word)) {
      rest = rest.replace(word, ' ');
      kept += 1;
    }
  }
  const letters = rest.replaceAll(/\s+/g, ' ').trim();
  for (let i = 0; i < letters.length; i += 1) kept += i > 0 && isRun(letters, i - 1) ? 0.25 : 1;
  return kept;
}

/**
 * Judges a passphrase in the four words that the form shows. Length decides before variety does: long sentences
 * are easier to remember than short riddles. `known` holds what a colleague would try first, such as the
 * person's and the office's names.
 */
export function judgePassphrase(typed: string, known: readonly string[]): PassphraseJudgement {
  // The engine's spelling (NFKC), so that both count the same characters.
  const passphrase = typed.normalize('NFKC');
  const characters = [...passphrase.toLowerCase()];
  const { length } = characters;
  if (length === 0) return { strength: 'empty', missing: PASSPHRASE_MIN };
  if (length < PASSPHRASE_MIN) return { strength: 'short', missing: PASSPHRASE_MIN - length };
  const words = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  const surprise = surprisingLength(passphrase, words);
  const isPlain = new Set(characters).size < DIFFERENT_MIN || repeatsPiece(characters.join(''));
  if (isPlain || surprise < PASSPHRASE_MIN - 3) return { strength: 'guessable', missing: 0 };
  return { strength: surprise >= 16 ? 'strong' : 'enough', missing: 0 };
}

/** Whether the form lets the person go on with it. */
export function isPassphraseAccepted(judgement: PassphraseJudgement): boolean {
  return judgement.strength === 'enough' || judgement.strength === 'strong';
}
