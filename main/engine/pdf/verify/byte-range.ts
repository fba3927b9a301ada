import type { Finding } from '#core/contract/findings.ts';
import { hexValue } from '../read/characters.ts';
import type { PdfFile } from '../read/pdf-file.ts';
import { isArray, isInteger, type PdfString, type PdfValue } from '../read/values.ts';
import { note } from './verification.ts';

/** What a signature covers, once /ByteRange proved to be sound. */
export type Coverage = {
  readonly pieces: readonly [Uint8Array, Uint8Array];
  /** The covered part ends here. */
  readonly end: number;
  /** The revision that ends here. */
  readonly revision: number;
};

type Judged =
  | { readonly ok: true; readonly coverage: Coverage }
  /** `pieces` is what the range names all the same, where it names anything inside the file. */
  | { readonly ok: false; readonly finding: Finding; readonly pieces: readonly Uint8Array[] | undefined };

/** Hexadecimal digits only, and letters of one case: a changed case would be a change that no digest shows. */
const isPlainHex = (bytes: Uint8Array, contents: PdfString): boolean => {
  let upper = false;
  let lower = false;
  for (let position = contents.start + 1; position < contents.end - 1; position += 1) {
    const byte = bytes[position] ?? 0;
    if (hexValue[byte] === 255) return false;
    if (byte >= 0x61) lower = true;
    else if (byte >= 0x41) upper = true;
  }
  return !(upper && lower) && (contents.end - contents.start) % 2 === 0;
};

/** Judges /ByteRange (12.8.1): four integers from 0, the gap exactly the /Contents string of this dictionary, the
 * end that of a revision. */
export const judgeByteRange = (
  file: PdfFile,
  range: PdfValue | undefined,
  contents: PdfString | undefined,
): Judged => {
  const { bytes } = file;
  const refuse = (finding: Finding, pieces?: readonly Uint8Array[]): Judged => ({
    ok: false,
    finding,
    pieces,
  });
  if (!isArray(range) || range.length !== 4 || !range.every((item) => isInteger(item) && item >= 0))
    return refuse(note('byterange-malformed'));
  const [first = 0, length1 = 0, start2 = 0, length2 = 0] = range.filter(isInteger);
  const end = start2 + length2;
  if (first !== 0 || start2 < length1 || end > bytes.length)
    return refuse(note('byterange-malformed', { start: first, end, size: bytes.length }));
  const pieces = [bytes.subarray(0, length1), bytes.subarray(start2, end)] as const;
  if (!contents?.hex || contents.source !== bytes || !isPlainHex(bytes, contents))
    return refuse(note('contents-malformed'), pieces);
  if (length1 !== contents.start || start2 !== contents.end)
    return refuse(note('byterange-gap', { from: length1, to: start2 }), pieces);
  const revision = file.revisions.find(
    (candidate) => end >= candidate.eof && end <= candidate.end && contents.start >= candidate.start,
  );
  if (!revision) return refuse(note('byterange-end', { end }), pieces);
  return { ok: true, coverage: { pieces, end, revision: revision.index } };
};
