import { inflateSync } from 'node:zlib';
import { ascii85, asciiHex, runLength } from './ascii-filters.ts';
import { type Budget, PdfSyntaxError } from './limits.ts';
import { lzw } from './lzw.ts';
import { undoPredictor } from './predictor.ts';
import { isArray, isDict, nameOf, type PdfDict, type PdfStream, type PdfValue } from './values.ts';

const MAX_FILTERS = 8;

/** Resolves a value that may be a reference; the decoder itself knows no cross-reference. */
export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

const list = (value: PdfValue | undefined): readonly PdfValue[] => {
  if (value === undefined || value === null) return [];
  return isArray(value) ? value : [value];
};

const decodeOne = (
  filter: string | undefined,
  data: Uint8Array,
  parameters: PdfDict | undefined,
  room: number,
): Uint8Array => {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return undoPredictor(inflateSync(data, { maxOutputLength: room }), parameters);
    case 'LZWDecode':
    case 'LZW':
      return undoPredictor(lzw(data, parameters?.entries.get('EarlyChange') !== 0, room), parameters);
    case 'ASCIIHexDecode':
    case 'AHx':
      return asciiHex(data);
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(data, room);
    case 'RunLengthDecode':
    case 'RL':
      return runLength(data, room);
    default:
      throw new PdfSyntaxError(`filter ${filter ?? 'unknown'} not supported here`, 0);
  }
};

/** The decoded bytes of a stream (7.4). Image filters are refused: nothing that the verifier reads uses them.
 * Throws `PdfSyntaxError`; bounded by the budget's `decoded`. */
export const decodeStream = (stream: PdfStream, resolve: Resolve, budget: Budget): Uint8Array => {
  const { entries } = stream.dict;
  const filters = list(resolve(entries.get('Filter') ?? entries.get('F'))).map((item) =>
    nameOf(resolve(item)),
  );
  const parameters = list(resolve(entries.get('DecodeParms') ?? entries.get('DP'))).map((item) =>
    resolve(item),
  );
  if (filters.length > MAX_FILTERS) throw new PdfSyntaxError('too many filters', stream.start, true);
  let data = stream.source.subarray(stream.start, stream.end);
  for (const [index, filter] of filters.entries()) {
    const parameter = parameters[index];
    if (budget.decoded <= 0) throw new PdfSyntaxError('decoded streams too large', stream.start, true);
    try {
      data = decodeOne(filter, data, isDict(parameter) ? parameter : undefined, budget.decoded);
    } catch (error) {
      if (error instanceof PdfSyntaxError) throw error;
      throw new PdfSyntaxError('stream does not decode', stream.start);
    }
    budget.decoded -= data.length;
  }
  return data;
};
