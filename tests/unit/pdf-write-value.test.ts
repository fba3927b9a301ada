import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pdfBytes,
  pdfDate,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRef,
  pdfText,
} from '#main/engine/pdf/increment/value.ts';
import { realToken, valueToken } from '#main/engine/pdf/increment/write-value.ts';
import { newBudget } from '#main/engine/pdf/read/limits.ts';
import { ValueParser } from '#main/engine/pdf/read/parser.ts';
import { stringBytes, textOf } from '#main/engine/pdf/read/strings.ts';
import { isArray, isDict, isString, numeric, type PdfValue } from '#main/engine/pdf/read/values.ts';

const reread = (value: PdfValue): PdfValue => {
  const bytes = Buffer.from(valueToken(value), 'latin1');
  return new ValueParser(bytes, 0, bytes.length, newBudget()).value();
};

/** A value with strings by what they mean, so that two readings can be compared. */
const meaning = (value: PdfValue): unknown => {
  if (isString(value)) return ['string', Buffer.from(stringBytes(value)).toString('hex')];
  if (isArray(value)) return value.map(meaning);
  if (isDict(value)) return ['dict', [...value.entries].map(([key, inner]) => [key, meaning(inner)])];
  return value;
};

const byteText = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    byteText.map(pdfName),
    fc.nat(8_000_000).map((num) => pdfRef(num)),
    fc.uint8Array({ maxLength: 30 }).map(pdfBytes),
    fc.string({ unit: 'binary', maxLength: 30 }).map(pdfText),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(byteText, tie('value'), { maxKeys: 5 }).map(pdfDict),
  ),
}));

/** `-0.0` is zero to every reader of a PDF: the sign of nothing may go. */
function unsignedZero(number: number | undefined): number | undefined {
  return number === 0 ? 0 : number;
}

describe('what we write into a PDF', () => {
  test('is read back as it was meant', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(meaning(reread(one))).toEqual(meaning(one));
      }),
    );
  });

  test('texts survive in any script, with parentheses and backslashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = reread(pdfText(text));
        expect(isString(read) && textOf(read)).toBe(text);
      }),
    );
  });

  test('reals have no exponent and lose nothing that a reader keeps', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (number) => {
        const token = realToken(number);
        expect(token).toMatch(/^-?\d+(?:\.\d+)?$/u);
        expect(Math.abs(Number(token) - number)).toBeLessThan(1e-9);
      }),
    );
    expect([realToken(0.1 + 0.2), realToken(-0), realToken(1e-12), realToken(100)]).toEqual([
      '0.3',
      '0',
      '0',
      '100',
    ]);
    expect(valueToken(pdfNumber(595.276))).toBe('595.276');
  });

  test('a real that was read is written so that it is read as the very same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{0,6}\.\d{1,12}$/u), (token) => {
        const bytes = Buffer.from(token, 'latin1');
        const first = new ValueParser(bytes, 0, bytes.length, newBudget()).value();
        expect(unsignedZero(numeric(reread(first)))).toBe(unsignedZero(numeric(first)));
      }),
    );
  });

  test('a date is UTC', () => {
    expect(valueToken(pdfDate(new Date('2026-10-09T10:42:07.9+07:00')))).toBe('(D:20261009034207Z)');
  });
});
