import { wordAt } from './characters.ts';
import { type Budget, PdfSyntaxError } from './limits.ts';
import { ValueParser } from './parser.ts';
import { isDict, isInteger, isRef, type PdfRef, type PdfValue } from './values.ts';

/** An indirect object as it stands in the file (7.3.10). */
export type IndirectObject = {
  readonly num: number;
  readonly gen: number;
  readonly value: PdfValue;
  /** Position of the object number, and the position after `endobj`. */
  readonly start: number;
  readonly end: number;
  /** Set when the stream's length was looked up elsewhere. */
  readonly lengthRef: PdfRef | undefined;
};

/** Bytes that cost as much as one token. */
const BYTES_A_TOKEN = 16;

/** Reads `num gen obj … endobj` at `start`, never past `limit`. `lengthOf` gives the value of an indirect
 * /Length. A stream must end where its /Length says. Throws `PdfSyntaxError`. */
export const parseIndirect = (
  bytes: Uint8Array,
  start: number,
  limit: number,
  budget: Budget,
  lengthOf: (ref: PdfRef) => number | undefined,
): IndirectObject => {
  if (start < 0 || start >= limit) throw new PdfSyntaxError('object outside the file', start);
  const parser = new ValueParser(bytes, start, limit, budget);
  let begin = start;
  let num: number;
  let gen: number;
  let value: PdfValue;
  try {
    parser.skipSpace();
    begin = parser.position;
    num = parser.takeInteger();
    gen = parser.takeInteger();
    if (!parser.takeWord('obj')) throw new PdfSyntaxError('object header expected', start);
    value = parser.value();
    parser.skipSpace();
  } finally {
    // Long runs cost too, or a thousand entries that lead into one endless string would take for ever.
    budget.tokens -= Math.floor((parser.position - start) / BYTES_A_TOKEN);
  }
  let lengthRef: PdfRef | undefined;
  if (isDict(value) && wordAt(bytes, parser.position, limit, 'stream')) {
    const length = value.entries.get('Length');
    if (isRef(length)) lengthRef = length;
    const size = isRef(length) ? lengthOf(length) : length;
    const data = dataStart(bytes, parser.position + 6);
    if (!isInteger(size) || size < 0 || data + size > limit)
      throw new PdfSyntaxError('stream length missing or out of range', begin);
    parser.position = afterStream(bytes, data + size, limit);
    value = { kind: 'stream', dict: value, source: bytes, start: data, end: data + size };
  }
  if (!parser.takeWord('endobj')) throw new PdfSyntaxError('endobj expected', parser.position);
  return { num, gen, value, start: begin, end: parser.position, lengthRef };
};

/** After the line end that must follow `stream` (7.3.8.1). */
const dataStart = (bytes: Uint8Array, position: number): number => {
  if (bytes[position] === 13 && bytes[position + 1] === 10) return position + 2;
  if (bytes[position] === 10) return position + 1;
  throw new PdfSyntaxError('line end expected after stream', position);
};

/** After the `endstream` that must stand at the end of the data, at most one line end away. */
const afterStream = (bytes: Uint8Array, end: number, limit: number): number => {
  let position = end;
  if (bytes[position] === 13) position += 1;
  if (bytes[position] === 10) position += 1;
  if (!wordAt(bytes, position, limit, 'endstream'))
    throw new PdfSyntaxError('endstream is not at /Length', position);
  return position + 9;
};
