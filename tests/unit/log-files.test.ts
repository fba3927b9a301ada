import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keyRing, makeOfficeKey } from '#main/engine/keys/office-key.ts';
import { generateSigningKey, sign } from '#main/engine/keys/signing-key.ts';
import { canonicalDigest, canonicalJson } from '#main/engine/log/canonical-json.ts';
import { checkChain } from '#main/engine/log/chain.ts';
import {
  blobName,
  headName,
  parseHeadName,
  parseSegmentName,
  segmentName,
} from '#main/engine/log/file-names.ts';
import { decodeHeadFile, encodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead, verifyHead } from '#main/engine/log/head.ts';
import { openFile, sealedKinds, sealFile } from '#main/engine/log/sealed-file.ts';
import type { SealedKind } from '#main/engine/log/sealed-file.ts';
import { decodeSegment, encodeSegment } from '#main/engine/log/segment.ts';

import { entry, jsonValue, OFFICE, sampleLog } from './log-samples.ts';

const office = { officeId: OFFICE, keys: keyRing(makeOfficeKey()) };
const stranger = { officeId: OFFICE, keys: keyRing(makeOfficeKey()) };
const kinds: SealedKind[] = ['head', 'segment', 'blob', 'manifest', 'chunk'];

/** Every file that differs from the given one in a single byte. */
function* flipped(file: Buffer): Generator<Buffer> {
  for (let at = 0; at < file.length; at += 1) {
    const bytes = Buffer.from(file);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    yield bytes;
  }
}

describe('a sealed file', () => {
  it('opens under its key, kind, name and office, and under no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...kinds),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 2000 }),
        (kind, otherKind, name, plain) => {
          const file = sealFile(office, kind, name, plain);
          expect(openFile(office, kind, name, file)).toEqual({ ok: true, value: Buffer.from(plain) });
          expect(openFile(office, kind, `${name}x`, file)).toEqual({ ok: false, code: 'file-forged' });
          expect(openFile({ ...office, officeId: '9'.repeat(32) }, kind, name, file).ok).toBe(false);
          expect(openFile(stranger, kind, name, file)).toEqual({ ok: false, code: 'key-unknown' });
          if (kind !== otherKind) expect(openFile(office, otherKind, name, file).ok).toBe(false);
        },
      ),
    );
  });

  it('opens under an older key of the ring, and names each failure', () => {
    const older = makeOfficeKey();
    const file = sealFile({ officeId: OFFICE, keys: keyRing(older) }, 'blob', 'n', Buffer.from('isi'));
    const ring = { officeId: OFFICE, keys: keyRing(makeOfficeKey(), older) };
    expect(openFile(ring, 'blob', 'n', file).ok).toBe(true);
    const newer = Buffer.from(file);
    newer[8] = 1;
    expect(openFile(ring, 'blob', 'n', newer)).toEqual({ ok: false, code: 'file-newer' });
    expect(openFile(ring, 'head', 'n', file)).toEqual({ ok: false, code: 'file-other-kind' });
    expect(openFile(ring, 'blob', 'n', file.subarray(0, 61))).toEqual({ ok: false, code: 'file-not-ours' });
    expect(openFile(ring, 'blob', 'n', file.subarray(0, -1))).toEqual({ ok: false, code: 'file-forged' });
    expect(Object.values(sealedKinds)).toHaveLength(new Set(Object.values(sealedKinds)).size);
  });
});

describe('a head', () => {
  const { key, log, entries } = sampleLog(['a']);
  const last = entries[1] ?? entry();
  const head = signHead(OFFICE, { version: 2, seq: 1, hash: last.hash }, key);
  const at = { log16: log.slice(0, 16), version: 2 };

  it('proves the end of its log for one office', () => {
    expect(verifyHead(OFFICE, head)).toBe(true);
    expect(verifyHead('9'.repeat(32), head)).toBe(false);
    const changes = [{ version: 3 }, { seq: 2 }, { hash: '0'.repeat(64) }, { log: '0'.repeat(64) }];
    expect(changes.map((change) => verifyHead(OFFICE, { ...head, ...change }))).toEqual(
      changes.map(() => false),
    );
    // A stranger's key that signs the very words that the log would have signed.
    const other = generateSigningKey();
    const { version, seq, hash } = head;
    const words = JSON.stringify({ office: OFFICE, log, version, seq, hash });
    const payload = Buffer.from(`nirkertas/head/0\n${words}`);
    expect(verifyHead(OFFICE, { ...head, signature: sign(key, payload) })).toBe(true);
    expect(verifyHead(OFFICE, { ...head, key: other.public, signature: sign(other, payload) })).toBe(false);
  });

  it('travels with its hints', () => {
    const segments = [`0-1.${'e'.repeat(16)}`];
    const file = encodeHeadFile(office, { head, segments });
    expect(decodeHeadFile(office, at, file)).toEqual({ ok: true, value: { head, segments } });
    expect(decodeHeadFile(office, { ...at, version: 3 }, file)).toEqual({ ok: false, code: 'file-forged' });
  });

  it('is refused with any byte changed, under another key, and with a signature that is not the log’s', () => {
    const file = encodeHeadFile(office, { head, segments: [] });
    for (const bytes of flipped(file)) expect(decodeHeadFile(office, at, bytes).ok).toBe(false);
    expect(decodeHeadFile(stranger, at, file)).toEqual({ ok: false, code: 'key-unknown' });
    const forged = encodeHeadFile(office, { head: { ...head, seq: 7 }, segments: [] });
    expect(decodeHeadFile(office, at, forged)).toEqual({ ok: false, code: 'head-signature-wrong' });
  });

  it('has a name that reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (version) => {
        const name = headName(log, version, Buffer.from('x'));
        expect(parseHeadName(name)).toMatchObject({ name, log16: at.log16, version });
      }),
    );
    const wrong = [
      '',
      'desktop.ini',
      `${at.log16}.0.${'a'.repeat(12)}`,
      `${at.log16}.zzzzzzzzzzz.${'a'.repeat(12)}`,
    ];
    expect(wrong.map(parseHeadName)).toEqual(wrong.map(() => null));
  });
});

describe('a segment', () => {
  const { key, log, entries } = sampleLog(['satu', 'dua', 'tiga']);
  const range = { log, from: 0, to: 3 };
  const bytesOf = entries.map(({ bytes }) => bytes);
  const proof = signHead(OFFICE, { version: 4, seq: 3, hash: entries[3]?.hash ?? '' }, key);

  it('gives back the very bytes, with and without a proof', () => {
    for (const given of [proof, null]) {
      const file = encodeSegment(office, range, given, bytesOf);
      const read = decodeSegment(office, range, file);
      expect(read.ok && read.value.proof).toEqual(given);
      expect(read.ok && read.value.entries.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
    }
  });

  it('hides how much is in it, up to 4 KiB', () => {
    const sizes = [1, 2, 3].map((count) => {
      const part = { log, from: 0, to: count - 1 };
      return encodeSegment(office, part, null, bytesOf.slice(0, count)).length;
    });
    expect(new Set(sizes)).toEqual(new Set([4096 + 62]));
  });

  it('is refused with any byte changed, under another key, and for another log or range', () => {
    const file = encodeSegment(office, range, proof, bytesOf);
    for (const bytes of flipped(file)) expect(decodeSegment(office, range, bytes).ok).toBe(false);
    expect(decodeSegment(stranger, range, file)).toEqual({ ok: false, code: 'key-unknown' });
    expect(decodeSegment(office, { ...range, from: 1, to: 4 }, file).ok).toBe(false);
    expect(decodeSegment(office, { ...range, log: '0'.repeat(64) }, file).ok).toBe(false);
  });

  it('is refused when a member of the office sealed something else in it', () => {
    const codeOf = (...made: Parameters<typeof encodeSegment>) => {
      const read = decodeSegment(office, range, encodeSegment(...made));
      return read.ok ? 'accepted' : read.code;
    };
    const shifted = [...bytesOf.slice(1), ...bytesOf.slice(0, 1)];
    const otherProof = { ...proof, seq: 2 };
    const wrongSignature = { ...proof, version: 5 };
    expect([
      codeOf(office, range, proof, bytesOf.slice(1)),
      codeOf(office, range, proof, shifted),
      codeOf(office, range, proof, [...bytesOf.slice(0, 3), Buffer.from('{}')]),
      codeOf(office, range, otherProof, bytesOf),
      codeOf(office, range, wrongSignature, bytesOf),
    ]).toEqual([
      'segment-other-range',
      'segment-other-range',
      'entry-not-valid',
      'segment-not-valid',
      'head-signature-wrong',
    ]);
  });

  it('never throws on what a member of the office may have sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 0, max: 2 }), (start, blocks) => {
        const plain = Buffer.alloc(4096 * blocks + (blocks === 0 ? start.length : 0));
        plain.set(start.subarray(0, plain.length));
        const file = sealFile(office, 'segment', `logs/${log.slice(0, 16)}/0-3`, plain);
        expect(decodeSegment(office, range, file).ok).toBe(false);
      }),
    );
  });

  it('has a name that reads back', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(1000), (from, more) => {
        const name = segmentName(from, from + more, Buffer.from('x'));
        expect(parseSegmentName(name)).toMatchObject({ name, from, to: from + more });
      }),
    );
    const wrong = ['', '3-2.aaaaaaaaaaaaaaaa', '01-2.aaaaaaaaaaaaaaaa', '1-2.AAAAAAAAAAAAAAAA', '../1-2'];
    expect(wrong.map(parseSegmentName)).toEqual(wrong.map(() => null));
  });
});

describe('a chain', () => {
  const { log, entries } = sampleLog(['satu', 'dua', 'tiga']);
  const [first = entry(), second = entry(), third = entry(), fourth = entry()] = entries;
  const endOf = ({ hash }: { hash: string }, seq: number) => ({ seq, hash });

  it('continues from where it is known, at any cut', () => {
    for (let cut = 0; cut <= entries.length; cut += 1) {
      const start = checkChain(log, null, entries.slice(0, cut));
      expect(start.ok && checkChain(log, start.value, entries.slice(cut))).toEqual({
        ok: true,
        value: endOf(fourth, 3),
      });
    }
  });

  it('names what is wrong', () => {
    const codeOf = (...given: Parameters<typeof checkChain>) => {
      const checked = checkChain(...given);
      return checked.ok ? 'accepted' : checked.code;
    };
    const other = sampleLog(['lain']);
    expect([
      codeOf(log, null, [first, third]),
      codeOf(log, null, [second]),
      codeOf(log, endOf(second, 0), [second]),
      codeOf(log, null, other.entries),
      codeOf(log, null, [entry({ log, seq: 0, prev: null })]),
      codeOf(log, endOf(first, 0), [third, second]),
    ]).toEqual(['chain-gap', 'chain-gap', 'chain-broken', 'chain-other-log', 'log-not-opened', 'chain-gap']);
  });

  it('begins with the key that hashes to the log’s id', () => {
    const stolen = entry({
      ...first.envelope,
      body: { ...first.envelope.body, key: generateSigningKey().public },
    });
    expect(checkChain(log, null, [stolen])).toEqual({ ok: false, code: 'log-not-opened' });
  });
});

describe('a document’s name', () => {
  it('follows from content and key, and tells neither', () => {
    const key = makeOfficeKey();
    const sha256 = 'a'.repeat(64);
    expect(blobName(key, sha256)).toBe(blobName(key, sha256));
    expect(blobName(makeOfficeKey(), sha256)).not.toBe(blobName(key, sha256));
    expect(blobName(key, 'b'.repeat(64))).not.toBe(blobName(key, sha256));
    expect(blobName(key, sha256)).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value in any order, and means that value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), jsonValue), (value) => {
        const reordered = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reordered)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has one digest a value', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
    expect(canonicalDigest({ a: 1, b: 2 })).toBe(canonicalDigest({ b: 2, a: 1 }));
    expect(canonicalDigest({ a: 1 })).not.toBe(canonicalDigest({ a: '1' }));
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});
