import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '#main/engine/pdf/read/filters.ts';
import { newBudget, PdfSyntaxError } from '#main/engine/pdf/read/limits.ts';
import { ValueParser } from '#main/engine/pdf/read/parser.ts';
import { stringBytes } from '#main/engine/pdf/read/strings.ts';
import type { PdfStream, PdfValue } from '#main/engine/pdf/read/values.ts';

const parse = (text: string): PdfValue => {
  const bytes = Buffer.from(text, 'latin1');
  return new ValueParser(bytes, 0, bytes.length, newBudget()).value();
};

const readString = (text: string): string => {
  const value = parse(text);
  if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'string')
    throw new Error('no string');
  return Buffer.from(stringBytes(value)).toString('latin1');
};

/** Plain data that a PDF value can hold, and its text. */
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 12 }).map((name) => ({ name })),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,8}$/), tie('any'), { maxKeys: 4 }).map((dict) => ({ dict })),
  ),
})).any;

const write = (item: unknown): string => {
  if (item instanceof Uint8Array) return `<${Buffer.from(item).toString('hex')}>`;
  if (Array.isArray(item)) return `[${item.map(write).join(' ')}]`;
  if (typeof item !== 'object' || item === null) return String(item);
  if ('name' in item)
    return `/${[...String(item.name)].map((letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}`;
  if ('dict' in item)
    return `<<${Object.entries(item.dict as object)
      .map(([key, inner]) => `/${key} ${write(inner)}`)
      .join(' ')}>>`;
  return 'null';
};

const plain = (item: PdfValue | undefined): unknown => {
  if (typeof item !== 'object' || item === null) return item;
  if (Array.isArray(item)) return item.map((inner: PdfValue) => plain(inner));
  if (!('kind' in item)) return undefined;
  if (item.kind === 'string') return Uint8Array.from(stringBytes(item));
  if (item.kind === 'name') return { name: item.name };
  if (item.kind === 'dict')
    return { dict: Object.fromEntries([...item.entries].map(([key, inner]) => [key, plain(inner)])) };
  return item;
};

describe('the reader of values', () => {
  it('reads back whatever is written', () => {
    fc.assert(
      fc.property(value, (item) => {
        expect(plain(parse(write(item)))).toEqual(item);
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });

  it('keeps an integer, a real and a reference apart', () => {
    expect(parse('12')).toBe(12);
    expect(parse('-7')).toBe(-7);
    expect(parse('1.0')).toEqual({ kind: 'real', value: 1 });
    expect(parse('-.5')).toEqual({ kind: 'real', value: -0.5 });
    expect(parse('12 0 R')).toEqual({ kind: 'ref', num: 12, gen: 0 });
    expect(parse('[12 0 R 3 4]')).toEqual([{ kind: 'ref', num: 12, gen: 0 }, 3, 4]);
    expect(parse('[1 2 Rest]'.replace(' Rest', ''))).toEqual([1, 2]);
  });

  it('reads escapes, octal codes, nesting and line ends in strings', () => {
    expect(readString('(a\\(b\\)\\\\(c)\\101\\7\\r)')).toBe('a(b)\\(c)A\x07\r');
    expect(readString('(one\\\r\ntwo\r\nthree)')).toBe('onetwo\nthree');
    expect(readString('<4 1 4>')).toBe('A@');
  });

  it.each(['<<', '[1 2', '(abc', '<12', '<1g>', '<</A>>', '<<1 2>>', '1.2.3', '--1', 'nul', '', ')', '{'])(
    'refuses %s',
    (text) => {
      expect(() => parse(text)).toThrow(PdfSyntaxError);
    },
  );

  it('names keys that were given twice, and stops at a depth', () => {
    expect(parse('<</A 1/B 2/#41 3>>')).toMatchObject({ duplicates: ['A'] });
    expect(() => parse('['.repeat(5000))).toThrow(PdfSyntaxError);
  });
});

const stream = (data: Uint8Array, dictionary: string): PdfStream => {
  const dict = parse(dictionary);
  if (dict === null || typeof dict !== 'object' || !('kind' in dict) || dict.kind !== 'dict')
    throw new Error('no dict');
  return { kind: 'stream', dict, source: data, start: 0, end: data.length };
};

const decode = (data: Uint8Array | string, dictionary: string): string =>
  Buffer.from(
    decodeStream(stream(Buffer.from(data as string, 'latin1'), dictionary), (item) => item, newBudget()),
  ).toString('latin1');

/** PNG rows by each of the five filters, written from the definition (RFC 2083, 6). */
const pngEncode = (rows: readonly Uint8Array[], kinds: readonly number[]): Uint8Array => {
  const out: number[] = [];
  for (const [row, bytes] of rows.entries()) {
    const kind = kinds[row % kinds.length] ?? 0;
    out.push(kind);
    for (const [index, byte] of bytes.entries()) {
      const left = bytes[index - 1] ?? 0;
      const up = rows[row - 1]?.[index] ?? 0;
      const corner = index > 0 ? (rows[row - 1]?.[index - 1] ?? 0) : 0;
      const nearest = [left, up, corner].toSorted(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      )[0];
      const predicted = [0, left, up, (left + up) >> 1, nearest ?? 0][kind] ?? 0;
      out.push((byte - predicted) & 255);
    }
  }
  return Uint8Array.from(out);
};

describe('the decoder of streams', () => {
  it('undoes Flate with every PNG predictor', () => {
    const row = fc.uint8Array({ minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        (rows, kinds) => {
          const data = deflateSync(pngEncode(rows, kinds));
          const got = decodeStream(
            stream(data, '<</Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 6>>>>'),
            (item) => item,
            newBudget(),
          );
          expect(Buffer.from(got)).toEqual(Buffer.concat(rows));
        },
      ),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it('undoes the text filters, alone and in a row', () => {
    expect(decode('48656C6C6F>', '<</Filter/ASCIIHexDecode>>')).toBe('Hello');
    expect(decode('87cURD]i,"Ebo80~>', '<</Filter/ASCII85Decode>>')).toBe('Hello World!');
    expect(decode('z~>', '<</Filter[/A85]>>')).toBe('\0\0\0\0');
    expect(decode('\x02abc\xfed\x80', '<</Filter/RunLengthDecode>>')).toBe('abcddd');
    const hex = `${Buffer.from(deflateSync(Buffer.from('dua kali'))).toString('hex')}>`;
    expect(decode(hex, '<</Filter[/ASCIIHexDecode/FlateDecode]>>')).toBe('dua kali');
  });

  it('undoes LZW as the standard’s example gives it (7.4.4.2)', () => {
    const data = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    const got = decodeStream(stream(data, '<</Filter/LZWDecode>>'), (item) => item, newBudget());
    expect([...got]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  it('stops a bomb, an image filter and a long chain', () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024));
    expect(() => decode(bomb.toString('latin1'), '<</Filter/FlateDecode>>')).toThrow(PdfSyntaxError);
    expect(() => decode('', '<</Filter/DCTDecode>>')).toThrow(PdfSyntaxError);
    expect(() => decode('', `<</Filter[${'/AHx'.repeat(20)}]>>`)).toThrow(PdfSyntaxError);
  });
});
