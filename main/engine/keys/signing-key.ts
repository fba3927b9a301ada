import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { fromBase64url, toBase64url } from '../log/base64url.ts';

/** An Ed25519 key (RFC 8032): root, person or log. */
export interface SigningKey {
  /** Raw public key, base64url. */
  readonly public: string;
  readonly private: KeyObject;
}

/** DER before the raw 32 bytes (RFC 8410 sections 4 and 7). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Points of small order. Such a key has signatures that fit many messages, so its owner could deny what they
 * signed (Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs", 2020, section 3).
 */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);
/** 2^255 - 19, big-endian: coordinates are below it (RFC 8032 section 5.1.3). */
const FIELD = `7f${'ff'.repeat(30)}ed`;

/**
 * Refuses keys on which programs disagree: OpenSSL 3.0 and BoringSSL (Electron) verify under small orders and
 * coordinates that are not reduced, OpenSSL 3.5 does not, and all PCs must come to the same judgement.
 */
function isSound(raw: Uint8Array): boolean {
  const y = Buffer.from(raw);
  y[31] = (y[31] ?? 0) & 0x7f;
  if (SMALL_ORDER.has(y.toString('hex'))) return false;
  return Buffer.from(y.toReversed()).toString('hex') < FIELD;
}

/** The raw 32 bytes of an Ed25519 or X25519 public key: the end of its DER. */
function rawPublic(key: KeyObject): string {
  return toBase64url(key.export({ type: 'spki', format: 'der' }).subarray(-32));
}

/** A new random key. */
export function generateSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { public: rawPublic(publicKey), private: privateKey };
}

/** The key of a 32-byte seed (RFC 8032 section 5.1.5). */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return { public: rawPublic(createPublicKey(key)), private: key };
}

/** The 32-byte seed, to be wrapped and never stored bare. */
export function signingSeed(key: SigningKey): Buffer {
  return Buffer.from(key.private.export({ type: 'pkcs8', format: 'der' }).subarray(-32));
}

/** Ed25519 signature, base64url (86 symbols). The payload begins with its domain. */
export function sign(key: SigningKey, payload: Uint8Array): string {
  return toBase64url(signBytes(null, payload, key.private));
}

const known = new Map<string, KeyObject | null>();
const KNOWN_LIMIT = 4096;

/** Parsed public keys are kept: an office has a few hundred, and parsing costs as much as verifying. */
function publicKeyObject(publicKey: string): KeyObject | null {
  const cached = known.get(publicKey);
  if (cached !== undefined) return cached;
  const raw = fromBase64url(publicKey, 32);
  let key: KeyObject | null = null;
  if (raw !== null && isSound(raw)) {
    try {
      key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
    } catch {
      key = null;
    }
  }
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(publicKey, key);
  return key;
}

/** Whether the text is an Ed25519 public key that we accept: 32 bytes, one spelling, a sound point. */
export function isSigningKey(publicKey: string): boolean {
  return publicKeyObject(publicKey) !== null;
}

/** Whether `signature` (base64url) is this key's over the payload. False for malformed keys and signatures. */
export function verifySignature(publicKey: string, payload: Uint8Array, signature: string): boolean {
  const key = publicKeyObject(publicKey);
  const bytes = fromBase64url(signature, 64);
  if (key === null || bytes === null) return false;
  try {
    return verify(null, payload, key, bytes);
  } catch {
    return false;
  }
}
