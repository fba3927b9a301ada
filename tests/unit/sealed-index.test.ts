import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keyRing, makeOfficeKey } from '#main/engine/keys/office-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { headName } from '#main/engine/log/file-names.ts';
import { signHead } from '#main/engine/log/head.ts';
import { decodeIndex, encodeIndex, indexName, parseIndexName } from '#main/engine/log/sealed-index.ts';
import type { SealedHead } from '#main/engine/log/sealed-index.ts';

import { OFFICE } from './log-samples.ts';

const office = { officeId: OFFICE, keys: keyRing(makeOfficeKey()) };

/** The last head of a fresh log, as it stood in `heads/`. */
function sealedHead(version: number, segments: readonly string[]): SealedHead {
  const head = signHead(OFFICE, { version, seq: version, hash: 'e'.repeat(64) }, generateSigningKey());
  return { name: headName(head.log, version, Buffer.from('isi')), head, segments: [...segments] };
}

describe('an index of logs that ended', () => {
  it('reads back as it was written, under its number and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 36 ** 5 }),
        fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 4 }),
        (index, versions) => {
          const heads = versions.map((version) => sealedHead(version, ['0-7.0123456789abcdef']));
          const bytes = encodeIndex(office, index, heads);
          expect(decodeIndex(office, index, bytes)).toEqual({ ok: true, value: heads });
          expect(decodeIndex(office, index + 1, bytes).ok).toBe(false);
          expect(parseIndexName(indexName(index, bytes))).toMatchObject({ index });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('with any bit changed, or cut off, does not open', () => {
    const bytes = encodeIndex(office, 1, [sealedHead(3, [])]);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(decodeIndex(office, 1, flipped).ok).toBe(false);
      expect(decodeIndex(office, 1, bytes.subarray(0, at)).ok).toBe(false);
    }
  });

  it('is refused when a head is not the one of its name, or is not signed', () => {
    const good = sealedHead(3, []);
    const refusal = (head: SealedHead) => {
      const read = decodeIndex(office, 1, encodeIndex(office, 1, [good, head]));
      return read.ok ? 'opens' : read.code;
    };
    expect(refusal({ ...good, name: sealedHead(3, []).name })).toBe('index-not-valid');
    expect(refusal({ ...good, name: headName(good.head.log, 4, Buffer.from('isi')) })).toBe(
      'index-not-valid',
    );
    expect(refusal({ ...good, name: 'catatan.txt' })).toBe('index-not-valid');
    expect(refusal({ ...good, segments: ['../../genesis.json'] })).toBe('index-not-valid');
    expect(refusal({ ...good, head: { ...good.head, seq: 9 } })).toBe('head-signature-wrong');
    expect(decodeIndex(office, 1, encodeIndex(office, 1, []))).toEqual({
      ok: false,
      code: 'index-not-valid',
    });
  });

  it('has a name that nothing else on the share has', () => {
    for (const name of [
      '',
      '1',
      '0.0123456789ab',
      '1.0123456789abc',
      '1.0123456789AB',
      'z'.repeat(9),
      '1.0123456789ab.r1',
    ]) {
      expect(parseIndexName(name)).toBe(null);
    }
    expect(parseIndexName('1z.0123456789ab')).toEqual({
      name: '1z.0123456789ab',
      index: 71,
      hash12: '0123456789ab',
    });
  });
});
