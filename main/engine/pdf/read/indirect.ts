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
  parser.skipSpace();
  const begin = parser.position;
  const num = parser.takeInteger();
  const gen = parser.takeInteger();
  if (!parser.takeWord('obj')) throw new PdfSyntaxError('object header expected', start);
  let value = parser.value();
  let lengthRef: PdfRef | undefined;
  parser.skipSpace();
  if (isDict(value) && wordAt(bytes, parser.position, limit, 'stream')) {
    let data = parser.position + 6;
    if (bytes[data] === 13 && bytes[data + 1] === 10) data += 2;
    else if (bytes[data] === 10) data += 1;
    else throw new PdfSyntaxError('line end expected after stream', data);
    const length = value.entries.get('Length');
    if (isRef(length)) lengthRef = length;
    const size = isRef(length) ? lengthOf(length) : length;
    if (!isInteger(size) || size < 0 || data + size > limit)
      throw new PdfSyntaxError('stream length missing or out of range', begin);
    let after = data + size;
    if (bytes[after] === 13) after += 1;
    if (bytes[after] === 10) after += 1;
    if (!wordAt(bytes, after, limit, 'endstream')) throw new PdfSyntaxError('endstream is not at /Length', after);
    parser.position = after + 9;
    value = { kind: 'stream', dict: value, source: bytes, start: data, end: data + size };
  }
  if (!parser.takeWord('endobj')) throw new PdfSyntaxError('endobj expected', parser.position);
  return { num, gen, value, start: begin, end: parser.position, lengthRef };
};
