import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { UserKeys } from '#core/office/roster-acts.ts';
import { toBase64url } from '../log/base64url.ts';

import { exchangeKeyFromSecret, exchangeSecret, generateExchangeKey } from './exchange-key.ts';
import type { ExchangeKey } from './exchange-key.ts';
import { generateSigningKey, signingKeyFromSeed, signingSeed } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

/** Everything secret that makes a person, in memory while the session is unlocked. */
export interface UserKeySet {
  /** Signs acts that bind, and certifies the person's logs. */
  readonly sign: SigningKey;
  /** What others seal office keys to. */
  readonly exchange: ExchangeKey;
  /** P-256, for the office certificate that signs PDFs. */
  readonly certificate: KeyObject;
}

/** New random keys for a person. */
export function generateUserKeys(): UserKeySet {
  return {
    sign: generateSigningKey(),
    exchange: generateExchangeKey(),
    certificate: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey,
  };
}

/** The public halves that the roster names. */
export function publicUserKeys(keys: UserKeySet): UserKeys {
  return { sign: keys.sign.public, exchange: keys.exchange.public };
}

/** The public key for the office certificate: DER of its SubjectPublicKeyInfo (RFC 5480), base64url. */
export function certificateSpki(keys: UserKeySet): string {
  return toBase64url(createPublicKey(keys.certificate).export({ type: 'spki', format: 'der' }));
}

const RAW = 32;

/** The secrets as bytes, to be wrapped: seed, exchange secret, PKCS #8 of the certificate key. */
export function serialiseUserKeys(keys: UserKeySet): Buffer {
  const certificate = keys.certificate.export({ type: 'pkcs8', format: 'der' });
  return Buffer.concat([signingSeed(keys.sign), exchangeSecret(keys.exchange), certificate]);
}

/** Reads what `serialiseUserKeys` wrote; null when it is something else. */
export function parseUserKeys(bytes: Uint8Array): UserKeySet | null {
  if (bytes.length <= 2 * RAW) return null;
  try {
    const certificate = createPrivateKey({
      key: Buffer.from(bytes.subarray(2 * RAW)),
      format: 'der',
      type: 'pkcs8',
    });
    if (certificate.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null;
    return {
      sign: signingKeyFromSeed(bytes.subarray(0, RAW)),
      exchange: exchangeKeyFromSecret(bytes.subarray(RAW, 2 * RAW)),
      certificate,
    };
  } catch {
    return null;
  }
}
