import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { generateSigningKey, sign } from '#main/engine/keys/signing-key.ts';
import { encodeEntry, ENTRY_LIMIT, parseEntry, verifyUserSignature } from '#main/engine/log/entry-codec.ts';

import { body, draft, entry, OFFICE } from './log-samples.ts';

const user = generateSigningKey();
const signer = { officeId: OFFICE, sign: (payload: Uint8Array) => sign(user, payload) };

function parseText(json: string) {
  const parsed = parseEntry(Buffer.from(json));
  return parsed.ok ? 'accepted' : parsed.code;
}

function text(changes: Parameters<typeof entry>[0] = {}): string {
  return Buffer.from(entry(changes).bytes).toString();
}

describe('an entry', () => {
  it('reads back as it was written, whatever its body, signed or not', () => {
    fc.assert(
      fc.property(body, fc.boolean(), (anyBody, signed) => {
        const made = entry({ body: anyBody }, signed ? signer : undefined);
        const read = parseEntry(made.bytes);
        expect(read).toEqual({ ok: true, value: made });
        expect(verifyUserSignature(made, OFFICE, user.public)).toBe(signed);
      }),
    );
  });

  it('has its members in the fixed order, the user signature last', () => {
    const keys = Object.keys(JSON.parse(Buffer.from(entry({}, signer).bytes).toString()));
    expect(keys.join(' ')).toBe('v log seq prev deps roster time actor type subject basis body userSig');
  });

  it('is not accepted with any byte changed under its signature', () => {
    const made = entry({}, signer);
    for (let at = 0; at < made.bytes.length; at += 1) {
      const bytes = Buffer.from(made.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const read = parseEntry(bytes);
      expect(read.ok && verifyUserSignature(read.value, OFFICE, user.public), `byte ${at}`).toBe(false);
    }
  });

  it('is signed for one office and by one person', () => {
    const made = entry({}, signer);
    expect(verifyUserSignature(made, OFFICE.replace('0', '1'), user.public)).toBe(false);
    expect(verifyUserSignature(made, OFFICE, generateSigningKey().public)).toBe(false);
    expect(verifyUserSignature(made, OFFICE, 'not a key')).toBe(false);
  });

  it('mends text that was cut within an emoji, and keeps whole emoji', () => {
    const made = entry({ body: { note: '\ud83d', name: '📬', path: 'C:\\ud800' } });
    expect(made.envelope.body).toEqual({ note: '\ufffd', name: '📬', path: 'C:\\ud800' });
    expect(parseEntry(made.bytes).ok).toBe(true);
  });

  it('refuses to be longer than the limit, and is accepted just below', () => {
    expect(encodeEntry(draft({ body: { note: 'x'.repeat(ENTRY_LIMIT) } }))).toEqual({
      ok: false,
      code: 'entry-too-large',
    });
    expect(encodeEntry(draft({ body: { note: 'x'.repeat(ENTRY_LIMIT - 1000) } })).ok).toBe(true);
    expect(parseEntry(Buffer.alloc(ENTRY_LIMIT + 1, 0x20))).toEqual({ ok: false, code: 'entry-too-large' });
  });
});

describe('bytes that are no entry', () => {
  it('are refused by name', () => {
    const good = text();
    const cases: readonly (readonly [string, string])[] = [
      [good, 'accepted'],
      [` ${good}`, 'entry-not-canonical'],
      [`\ufeff${good}`, 'entry-not-json'],
      [good.slice(0, -1), 'entry-not-json'],
      [good.replace('"seq":1', '"seq":1.0'), 'entry-not-canonical'],
      [good.replace('"seq":1', '"seq":1,"seq":1'), 'entry-not-canonical'],
      [good.replace('"v":0', '"v":1'), 'entry-newer'],
      [good.replace('"v":0', '"v":-1'), 'entry-not-valid'],
      [good.replace('"letter.read"', '"Letter.Read"'), 'entry-not-valid'],
      [good.replace('"body":{', '"body":{"__proto__":{"x":1},'), 'entry-not-canonical'],
      [good.replace('"body":{', '"body":{"note":"\\ud83d",'), 'entry-not-canonical'],
      [good.replace('"body":{', '"body":{"note":"\\u0041",'), 'entry-not-canonical'],
      [good.replace('{"v":0,', '{"x":1,"v":0,'), 'entry-not-valid'],
      [good.replace(/^\{"v":0,(.*)\}$/, '{$1,"v":0}'), 'entry-not-canonical'],
      ['[]', 'entry-not-valid'],
      ['null', 'entry-not-valid'],
      ['', 'entry-not-json'],
      [`${'['.repeat(100_000)}`, 'entry-too-deep'],
      [good.replace('"body":{', `"body":{"d":${'['.repeat(30)}${']'.repeat(30)},`), 'entry-too-deep'],
    ];
    expect(cases.map(([bytes]) => parseText(bytes))).toEqual(cases.map(([, verdict]) => verdict));
    expect(parseEntry(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ ok: false, code: 'entry-not-utf8' });
  });

  it('keeps a text that merely speaks of __proto__', () => {
    const made = entry({ body: { note: 'tentang __proto__ dan \\ud800' } });
    expect(parseEntry(made.bytes).ok).toBe(true);
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parseEntry(bytes).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 30 }), (json) => {
        expect(parseEntry(Buffer.from(json)).ok).toBe(false);
      }),
    );
  });

  it('are only accepted in the one spelling of what they say', () => {
    const good = Buffer.from(entry({}, signer).bytes);
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 0, max: 3 }),
        fc.uint8Array({ maxLength: 3 }),
        (at, cut, put) => {
          const bytes = Buffer.concat([good.subarray(0, at), put, good.subarray(at + cut)]);
          const read = parseEntry(bytes);
          if (!read.ok) return;
          expect(Buffer.from(JSON.stringify(JSON.parse(bytes.toString()))).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
