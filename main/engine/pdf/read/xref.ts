import { isDigit, isSpace, skipSpace, wordAt } from './characters.ts';
import { decodeStream } from './filters.ts';
import { parseIndirect } from './indirect.ts';
import { type Budget, PdfSyntaxError } from './limits.ts';
import { ValueParser } from './parser.ts';
import { isArray, isDict, isInteger, isStream, nameOf, type PdfDict } from './values.ts';

/** Where a cross-reference section says an object is (7.5.4, 7.5.8). */
export type XrefEntry =
  | { readonly at: 'free'; readonly gen: number }
  | { readonly at: 'offset'; readonly offset: number; readonly gen: number }
  | { readonly at: 'stream'; readonly container: number; readonly index: number };

/** One cross-reference section: a table with its trailer, or a stream. All positions are in file bytes. */
export type XrefSection = {
  readonly kind: 'table' | 'stream';
  readonly start: number;
  /** After the trailer dictionary, or after the stream's `endobj`. */
  readonly end: number;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  /** Object number of a cross-reference stream. */
  readonly num: number | undefined;
  /** The stream that a hybrid file's table names in /XRefStm (7.5.8.4). */
  readonly hybrid: XrefSection | undefined;
};

type Source = { readonly bytes: Uint8Array; readonly base: number; readonly budget: Budget };

const MAX_OBJECTS = 8_388_608;

const takeEntries = (budget: Budget, count: number, highest: number, position: number): void => {
  budget.xrefEntries -= count;
  if (budget.xrefEntries < 0 || highest > MAX_OBJECTS)
    throw new PdfSyntaxError('too many objects', position, true);
};

const readSubsection = (
  { bytes, base }: Source,
  from: number,
  first: number,
  count: number,
  entries: Map<number, XrefEntry>,
): number => {
  const end = bytes.length;
  let position = from;
  for (let index = 0; index < count; index += 1) {
    const fields = [0, 0];
    for (let field = 0; field < 2; field += 1) {
      while (position < end && isSpace(bytes[position])) position += 1;
      const start = position;
      let value = 0;
      while (position < end && position - start < 11 && isDigit(bytes[position])) {
        value = value * 10 + ((bytes[position] ?? 48) - 48);
        position += 1;
      }
      if (position === start) throw new PdfSyntaxError('malformed cross-reference entry', position);
      fields[field] = value;
    }
    while (position < end && isSpace(bytes[position])) position += 1;
    const [offset = 0, gen = 0] = fields;
    const kind = bytes[position];
    if (kind !== 0x6e && kind !== 0x66) throw new PdfSyntaxError('malformed cross-reference entry', position);
    position += 1;
    // The same number twice in one section has no defined meaning: readers differ in which one they take.
    if (entries.has(first + index)) throw new PdfSyntaxError('object listed twice in one section', position);
    entries.set(
      first + index,
      kind === 0x6e ? { at: 'offset', offset: offset + base, gen } : { at: 'free', gen },
    );
  }
  return position;
};

const readTable = (source: Source, start: number): XrefSection => {
  const { bytes, base, budget } = source;
  const entries = new Map<number, XrefEntry>();
  const parser = new ValueParser(bytes, start + 4, bytes.length, budget);
  for (;;) {
    parser.skipSpace();
    if (!isDigit(bytes[parser.position])) break;
    const first = parser.takeInteger();
    const count = parser.takeInteger();
    takeEntries(budget, count, first + count, parser.position);
    parser.position = readSubsection(source, parser.position, first, count, entries);
  }
  if (!parser.takeWord('trailer')) throw new PdfSyntaxError('trailer expected', parser.position);
  const trailer = parser.value();
  if (!isDict(trailer)) throw new PdfSyntaxError('trailer is no dictionary', start);
  const stream = trailer.entries.get('XRefStm');
  const hybrid = isInteger(stream) ? readStream(source, stream + base) : undefined;
  return { kind: 'table', start, end: parser.position, entries, trailer, num: undefined, hybrid };
};

const field = (data: Uint8Array, position: number, width: number): number => {
  let value = 0;
  for (let index = 0; index < width; index += 1) value = value * 256 + (data[position + index] ?? 0);
  return value;
};

const readStream = (source: Source, start: number): XrefSection => {
  const { bytes, base, budget } = source;
  const object = parseIndirect(bytes, start, bytes.length, budget, () => undefined);
  const stream = object.value;
  if (!isStream(stream) || nameOf(stream.dict.entries.get('Type')) !== 'XRef')
    throw new PdfSyntaxError('no cross-reference here', start);
  const trailer = stream.dict;
  const widths = trailer.entries.get('W');
  const size = trailer.entries.get('Size');
  if (!isArray(widths) || widths.length !== 3 || !isInteger(size))
    throw new PdfSyntaxError('malformed cross-reference stream', start);
  const [w0, w1, w2] = widths.map((width) => (isInteger(width) && width >= 0 && width <= 8 ? width : -1));
  if (w0 === undefined || w1 === undefined || w2 === undefined || w0 < 0 || w1 < 1 || w2 < 0)
    throw new PdfSyntaxError('malformed cross-reference stream', start);
  const data = decodeStream(stream, (value) => value, budget);
  const index = trailer.entries.get('Index') ?? [0, size];
  if (!isArray(index) || index.length % 2 !== 0) throw new PdfSyntaxError('malformed /Index', start);
  const entries = new Map<number, XrefEntry>();
  let position = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    const first = index[pair];
    const count = index[pair + 1];
    if (!isInteger(first) || !isInteger(count) || first < 0 || count < 0)
      throw new PdfSyntaxError('malformed /Index', start);
    if (position + count * (w0 + w1 + w2) > data.length)
      throw new PdfSyntaxError('cross-reference stream too short', start);
    takeEntries(budget, count, first + count, start);
    for (let num = first; num < first + count; num += 1) {
      const type = w0 === 0 ? 1 : field(data, position, w0);
      const second = field(data, position + w0, w1);
      const third = field(data, position + w0 + w1, w2);
      position += w0 + w1 + w2;
      if (entries.has(num)) throw new PdfSyntaxError('object listed twice in one section', start);
      if (type === 0) entries.set(num, { at: 'free', gen: third });
      else if (type === 1) entries.set(num, { at: 'offset', offset: second + base, gen: third });
      else if (type === 2) entries.set(num, { at: 'stream', container: second, index: third });
      // Any other type is a reference to the null object (7.5.8.3, table 18).
    }
  }
  return { kind: 'stream', start, end: object.end, entries, trailer, num: object.num, hybrid: undefined };
};

/** Reads the section at file position `start`. Throws `PdfSyntaxError`. */
export const readSection = (source: Source, start: number): XrefSection => {
  if (start < 0 || start >= source.bytes.length)
    throw new PdfSyntaxError('cross-reference outside the file', start);
  const position = skipSpace(source.bytes, start, source.bytes.length);
  return wordAt(source.bytes, position, source.bytes.length, 'xref')
    ? readTable(source, position)
    : readStream(source, position);
};
