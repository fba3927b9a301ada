import { decodeCrockford, encodeCrockford, groupedByFive } from '../log/crockford.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { sha256 } from '../log/digest.ts';

/** Kinds of secrets that people copy by hand. A code of one kind is not taken for the other. */
export type CodeKind = 'invitation' | 'recovery-kit';

/** `unreadable`: not a code of this length at all; `mistyped`: the checksum says that a symbol is wrong. */
export type CodeFault = 'unreadable' | 'mistyped';

const CHECKSUM = 2;

function checksum(kind: CodeKind, bytes: Uint8Array): Buffer {
  return sha256(`nirkertas/code/0\n${kind}\n`, bytes).subarray(0, CHECKSUM);
}

/** Bytes with a 16-bit checksum in Crockford's base 32, upper case, in groups of five. */
export function encodeCheckedCode(kind: CodeKind, bytes: Uint8Array): string {
  const symbols = encodeCrockford(Buffer.concat([bytes, checksum(kind, bytes)]));
  return groupedByFive(symbols.toUpperCase());
}

/** Reads a code of `length` bytes as people type it. One wrong symbol passes once in 65,536 times. */
export function decodeCheckedCode(kind: CodeKind, text: string, length: number): Decoded<Buffer, CodeFault> {
  const all = decodeCrockford(text, length + CHECKSUM);
  if (all === null) return refused('unreadable');
  const bytes = all.subarray(0, length);
  return checksum(kind, bytes).equals(all.subarray(length)) ? decoded(bytes) : refused('mistyped');
}
