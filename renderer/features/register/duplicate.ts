import type { LetterRow } from '#core/contract/views.ts';

/** Why a registered letter is held to be the same as the one being registered. */
export interface Duplicate {
  readonly row: LetterRow;
  readonly reason: 'bytes' | 'number';
}

/** The nearest duplicate: the same bytes before the same number and sender. Null without any. */
export function foundDuplicate(
  sameBytes: readonly LetterRow[],
  sameNumber: readonly LetterRow[],
): Duplicate | null {
  const [bytes] = sameBytes;
  if (bytes !== undefined) return { row: bytes, reason: 'bytes' };
  const [number] = sameNumber;
  return number === undefined ? null : { row: number, reason: 'number' };
}
