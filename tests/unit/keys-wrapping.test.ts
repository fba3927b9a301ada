import { createHash, createPublicKey, sign as signBytes, verify } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decrypt, encrypt } from '#main/engine/keys/aead.ts';
import { generateExchangeKey } from '#main/engine/keys/exchange-key.ts';
import { keyRing, makeOfficeKey, officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { passphraseFault } from '#main/engine/keys/passphrase.ts';
import { isExchangeKey, openSealed, sealTo } from '#main/engine/keys/seal.ts';
import {
  generateSigningKey,
  isSigningKey,
  sign,
  signingKeyFromSeed,
  signingSeed,
  verifySignature,
} from '#main/engine/keys/signing-key.ts';
import { certificateSpki, generateUserKeys, publicUserKeys } from '#main/engine/keys/user-keys.ts';
import { unwrapLogKey, wrapLogKey } from '#main/engine/keys/wrapped-log-key.ts';
import { unwrapUserKeys, wrapUserKeys } from '#main/engine/keys/wrapped-user-keys.ts';
import { machineHash, readMachineId } from '#main/engine/keys/machine.ts';
import { toBase64url } from '#main/engine/log/base64url.ts';

import { OFFICE } from './log-samples.ts';

const USER = 'usr_0123456789abcdef';
const PASSPHRASE = 'hujan turun di bulan Juni';

describe('a signing key', () => {
  it('signs what others verify, and comes back from its seed', () => {
    const key = generateSigningKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (payload) => {
        const signature = sign(key, payload);
        expect(signature).toHaveLength(86);
        expect(verifySignature(key.public, payload, signature)).toBe(true);
        expect(verifySignature(key.public, Buffer.concat([payload, Buffer.from('x')]), signature)).toBe(
          false,
        );
      }),
      { numRuns: 20 },
    );
    expect(signingKeyFromSeed(signingSeed(key)).public).toBe(key.public);
  });

  it('has one spelling of each signature', () => {
    const key = generateSigningKey();
    const signature = sign(key, Buffer.from('surat'));
    const last = signature.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const loose = signature.slice(0, -1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    expect(Buffer.from(loose, 'base64url').equals(Buffer.from(signature, 'base64url'))).toBe(true);
    expect(verifySignature(key.public, Buffer.from('surat'), loose)).toBe(false);
  });

  it('is refused when it has small order or is not reduced, so that nobody can deny what they signed', () => {
    const points = [
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      `ec${'ff'.repeat(30)}7f`,
      `ed${'ff'.repeat(30)}7f`,
      `ee${'ff'.repeat(30)}7f`,
      `f0${'ff'.repeat(30)}7f`,
    ].map((hex) => Buffer.from(hex, 'hex'));
    const mirrored = points.map((point) => {
      const other = Buffer.from(point);
      other[31] = (other[31] ?? 0) | 0x80;
      return other;
    });
    // R the neutral point, S zero: OpenSSL 3.0 (Node 20) takes it for every message whose hash the order divides.
    const signature = Buffer.alloc(64);
    signature[0] = 1;
    const messages = Array.from({ length: 200 }, (_, index) => Buffer.from(`pesan ${index}`));
    for (const point of [...points, ...mirrored]) {
      const key = toBase64url(point);
      expect(messages.some((message) => verifySignature(key, message, toBase64url(signature)))).toBe(false);
      expect(isSigningKey(key)).toBe(false);
    }
    expect(isSigningKey(generateSigningKey().public)).toBe(true);
  });
});

describe('sealing', () => {
  it('opens for the recipient and the purpose alone', () => {
    const recipient = generateExchangeKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
        const sealed = sealTo(recipient.public, 'kunci', plain);
        expect(openSealed(recipient, 'kunci', sealed)).toEqual(Buffer.from(plain));
        expect(openSealed(recipient, 'lain', sealed)).toBeNull();
        expect(openSealed(generateExchangeKey(), 'kunci', sealed)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('is refused with any byte changed', () => {
    const recipient = generateExchangeKey();
    const sealed = Buffer.from(sealTo(recipient.public, 'kunci', Buffer.from('isi')), 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const bytes = Buffer.from(sealed);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      expect(openSealed(recipient, 'kunci', toBase64url(bytes)), `byte ${at}`).toBeNull();
    }
    expect(openSealed(recipient, 'kunci', '')).toBeNull();
    expect(openSealed(recipient, 'kunci', 'A'.repeat(43))).toBeNull();
  });

  it('does not take a key of small order', () => {
    const wrong = [toBase64url(Buffer.alloc(32)), toBase64url(Buffer.alloc(31)), 'x', ''];
    expect(wrong.map(isExchangeKey)).toEqual([false, false, false, false]);
    expect(() => sealTo(wrong[0] ?? '', 'kunci', Buffer.from('isi'))).toThrow(TypeError);
  });

  it('encrypts with a key of its own each time', () => {
    const key = Buffer.alloc(32, 7);
    const twice = [
      encrypt(key, Buffer.from('isi'), Buffer.from('b')),
      encrypt(key, Buffer.from('isi'), Buffer.from('b')),
    ];
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(false);
    expect(decrypt(key, twice[0] ?? Buffer.alloc(0), Buffer.from('b'))).toEqual(Buffer.from('isi'));
    expect(decrypt(key, Buffer.alloc(27), Buffer.from('b'))).toBeNull();
  });
});

describe('office keys', () => {
  it('are found by id, the newest first', () => {
    const [newest, older] = [makeOfficeKey(), makeOfficeKey()];
    const ring = keyRing(newest, older);
    expect(ring.current()).toBe(newest);
    expect([ring.find(older.id), ring.find('0'.repeat(16))]).toEqual([older, undefined]);
    expect(officeKeyFrom(older.bytes)).toEqual(older);
    expect(older.id).not.toBe(createHash('sha256').update(older.bytes).digest('hex').slice(0, 16));
  });
});

describe('a person’s wrapped keys', () => {
  const keys = generateUserKeys();
  const wrapped = wrapUserKeys(keys, USER, PASSPHRASE);

  it('open with the passphrase, however it was composed', () => {
    const opened = unwrapUserKeys(
      wrapUserKeys(keys, USER, 'kafé di sudut jalan'),
      USER,
      'kafe\u0301 di sudut jalan',
    );
    expect(opened.ok && publicUserKeys(opened.value)).toEqual(publicUserKeys(keys));
    expect(opened.ok && certificateSpki(opened.value)).toBe(certificateSpki(keys));
  });

  it('tell a wrong passphrase from damage, another person and a newer format', () => {
    const codeOf = (text: string, user: string, passphrase: string) => {
      const opened = unwrapUserKeys(text, user, passphrase);
      return opened.ok ? 'opened' : opened.code;
    };
    const damagedAt = (at: number) => {
      const character = wrapped.charAt(at);
      return wrapped.slice(0, at) + (character === 'A' ? 'B' : 'A') + wrapped.slice(at + 1);
    };
    expect([
      codeOf(wrapped, USER, PASSPHRASE),
      codeOf(wrapped, USER, `${PASSPHRASE} `),
      codeOf(wrapped, USER.replace('0', '1'), PASSPHRASE),
      codeOf(wrapped.replace('"version":0', '"version":1'), USER, PASSPHRASE),
      codeOf('', USER, PASSPHRASE),
      codeOf('x'.repeat(100_000), USER, PASSPHRASE),
    ]).toEqual(['opened', 'passphrase-wrong', 'keys-damaged', 'keys-newer', 'keys-damaged', 'keys-damaged']);
    for (let at = 0; at < wrapped.length; at += 1) {
      expect(codeOf(damagedAt(at), USER, PASSPHRASE), `character ${at}`).not.toBe('opened');
    }
  });

  it('are refused when somebody mends the checksum after changing them', () => {
    const parsed = JSON.parse(wrapped);
    const sealed = Buffer.from(parsed.sealed, 'base64url');
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    const { format, version, user, kdf, check } = parsed;
    const unsummed = { format, version, user, kdf, check, sealed: toBase64url(sealed) };
    const sum = createHash('sha256').update(JSON.stringify(unsummed)).digest('hex');
    const opened = unwrapUserKeys(JSON.stringify({ ...unsummed, sum }), USER, PASSPHRASE);
    expect(opened).toEqual({ ok: false, code: 'keys-damaged' });
  });

  it('hold three keys that work', () => {
    const opened = unwrapUserKeys(wrapped, USER, PASSPHRASE);
    const payload = Buffer.from('nota');
    const key = opened.ok ? opened.value.certificate : keys.certificate;
    expect(opened.ok && verifySignature(keys.sign.public, payload, sign(opened.value.sign, payload))).toBe(
      true,
    );
    expect(opened.ok && opened.value.exchange.public).toBe(keys.exchange.public);
    expect(
      verify('sha256', payload, createPublicKey(keys.certificate), signBytes('sha256', payload, key)),
    ).toBe(true);
  });
});

describe('a log key', () => {
  const owner = generateUserKeys();
  const logKey = generateSigningKey();
  const place = { officeId: OFFICE, machine: machineHash('mesin', OFFICE) };
  const wrapped = wrapLogKey(logKey, owner, place);

  it('opens for its owner on its machine alone', () => {
    const codeOf = (...given: Parameters<typeof unwrapLogKey>) => {
      const opened = unwrapLogKey(...given);
      return opened.ok ? opened.value.public : opened.code;
    };
    const copied = { officeId: OFFICE, machine: machineHash('mesin lain', OFFICE) };
    const damaged = wrapped.replace(/"sealed":"...../, '"sealed":"AAAAA');
    expect([
      codeOf(wrapped, owner, place),
      codeOf(wrapped, owner, copied),
      codeOf(wrapped, owner, { ...place, officeId: '9'.repeat(32) }),
      codeOf(damaged, owner, place),
      codeOf(wrapped.replace('"version":0', '"version":2'), owner, place),
      codeOf('{}', owner, place),
    ]).toEqual([
      logKey.public,
      'other-machine',
      'other-machine',
      'keys-damaged',
      'keys-newer',
      'keys-damaged',
    ]);
    expect(unwrapLogKey(wrapped, generateUserKeys(), place).ok).toBe(false);
  });

  it('knows its machine without naming it', async () => {
    const id = await readMachineId();
    expect(id === null || /^\S{8,}$/.test(id)).toBe(true);
    expect(place.machine).toMatch(/^[0-9a-f]{64}$/);
    expect(machineHash('mesin', '9'.repeat(32))).not.toBe(place.machine);
  });
});

describe('a passphrase', () => {
  it('is judged by the rule that the form states', () => {
    const judged = [
      'pendek',
      'aaaaaaaaaaaaaa',
      'abcabcabcabc',
      '1234567890',
      '0987654321',
      'qwertyuiopqwerty',
      'abcdefghijkl',
      'abababcdab',
      'rahasia kita bersama',
      'Sapi-Terbang-42',
      'x'.repeat(2000),
    ].map(passphraseFault);
    expect(judged).toEqual([
      'too-short',
      'too-simple',
      'too-simple',
      'too-simple',
      'too-simple',
      'too-simple',
      'too-simple',
      'too-simple',
      null,
      null,
      'too-long',
    ]);
  });
});
