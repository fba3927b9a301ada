import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that stand in the content of secret letters and must be found nowhere outside their circle's memory. */
export const CANARIES = {
  sender: 'CANARYSENDER7F',
  subject: 'CANARYSUBJECT7F',
  enclosure: 'CANARYENCLOSURE7F',
  note: 'CANARYNOTE7F',
  followUp: 'CANARYFOLLOWUP7F',
  file: 'CANARYFILENAME7F',
  pdf: 'CANARYDOCUMENT7F',
} as const;

function filesUnder(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory() ? filesUnder(join(dir, item.name)) : [join(dir, item.name)],
  );
}

/** The ways in which bytes may show a word: UTF-8, UTF-16 both ways, and base64 at each of its three offsets. */
export function spellings(word: string): readonly Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64');
    // Only the characters that depend on the word alone.
    return Buffer.from(
      text.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + word.length) * 4) / 3) - 1),
    );
  });
  return [Buffer.from(word), utf16, swapped, ...base64];
}

/** Whether the bytes show a canary in any spelling. */
export function showsCanary(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes);
  return Object.values(CANARIES).some((word) => spellings(word).some((s) => buffer.includes(s)));
}

/** Files below a folder in which a canary stands, as "file: word". */
export function leaks(dir: string): readonly string[] {
  return filesUnder(dir).flatMap((file) => {
    const bytes = readFileSync(file);
    return Object.values(CANARIES).flatMap((word) =>
      file.includes(word) || spellings(word).some((s) => bytes.includes(s)) ? [`${file}: ${word}`] : [],
    );
  });
}
