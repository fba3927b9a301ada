import fc from 'fast-check';
import { expect, test } from 'vitest';

import { generateExchangeKey } from '#main/engine/keys/exchange-key.ts';
import {
  letterKeyId,
  makeLetterKey,
  openContent,
  openDocument,
  openLetterKey,
  sealContent,
  sealDocument,
  wrapLetterKey,
} from '#main/engine/keys/letter-key.ts';
import { fromBase64url, toBase64url } from '#main/engine/log/base64url.ts';

const OFFICE = 'a'.repeat(32);
const OTHER_OFFICE = 'b'.repeat(32);
const USER = 'usr_0000000000000001';
const place = { officeId: OFFICE, letter: 'let_1', type: 'letter.disposed', user: USER };

/** The same text with one bit of its bytes turned. */
function flipped(text: string, bit: number): string {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('not base64url');
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return toBase64url(bytes);
}

test('a wrapped letter key opens for its person, office and commitment alone, and not with any bit turned', () => {
  const key = makeLetterKey();
  const id = letterKeyId(key);
  const mine = generateExchangeKey();
  const wrap = wrapLetterKey(key, OFFICE, USER, mine.public);
  expect(openLetterKey(wrap, OFFICE, mine, id)).toEqual(key);
  expect(openLetterKey(wrap, OFFICE, generateExchangeKey(), id)).toBeNull();
  expect(openLetterKey(wrap, OTHER_OFFICE, mine, id)).toBeNull();
  expect(openLetterKey({ ...wrap, to: 'usr_0000000000000002' }, OFFICE, mine, id)).toBeNull();
  expect(openLetterKey(wrap, OFFICE, mine, letterKeyId(makeLetterKey()))).toBeNull();
  fc.assert(
    fc.property(fc.nat(8 * 90), (bit) => {
      expect(openLetterKey({ ...wrap, sealed: flipped(wrap.sealed, bit) }, OFFICE, mine, id)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('sealed content opens in its place alone, with the letter’s key alone', () => {
  const key = makeLetterKey();
  const content = { note: 'Siapkan bahan' };
  const sealed = sealContent(key, place, content);
  expect(JSON.parse(openContent(key, place, sealed)?.toString('utf8') ?? 'null')).toEqual(content);
  expect(openContent(makeLetterKey(), place, sealed)).toBeNull();
  for (const other of [
    { ...place, officeId: OTHER_OFFICE },
    { ...place, letter: 'let_2' },
    { ...place, type: 'letter.returned' },
    { ...place, user: 'usr_0000000000000002' },
  ]) {
    expect(openContent(key, other, sealed)).toBeNull();
  }
  fc.assert(
    fc.property(fc.nat(8 * 500), (bit) => {
      expect(openContent(key, place, flipped(sealed, bit))).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('lengths of what is sealed tell little', () => {
  const key = makeLetterKey();
  const lengths = ['', 'x', 'x'.repeat(400)].map((note) => sealContent(key, place, { note }).length);
  expect(new Set(lengths).size).toBe(1);
  const sizes = [1, 100, 4000].map((size) => sealDocument(key, OFFICE, Buffer.alloc(size, 1)).length);
  expect(new Set(sizes).size).toBe(1);
});

test('a sealed document opens with the letter’s key alone, whatever its size', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000 }), fc.nat(8 * 4000), (plain, bit) => {
      const key = makeLetterKey();
      const sealed = sealDocument(key, OFFICE, plain);
      expect(openDocument(key, OFFICE, sealed)?.equals(Buffer.from(plain))).toBe(true);
      expect(openDocument(makeLetterKey(), OFFICE, sealed)).toBeNull();
      expect(openDocument(key, OTHER_OFFICE, sealed)).toBeNull();
      const at = Math.floor(bit / 8);
      sealed[at] = (sealed[at] ?? 0) ^ (1 << (bit % 8));
      expect(openDocument(key, OFFICE, sealed)).toBeNull();
      expect(openDocument(key, OFFICE, sealed.subarray(0, 20))).toBeNull();
    }),
    { numRuns: 40 },
  );
});
