import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { fromBase64url, toBase64url } from '../log/base64url.ts';

/** An X25519 key (RFC 7748): what others seal to. */
export interface ExchangeKey {
  /** Raw public key, base64url. */
  readonly public: string;
  readonly private: KeyObject;
}

/** DER before the raw 32 bytes (RFC 8410 sections 4 and 7). */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

function withPublic(key: KeyObject): ExchangeKey {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { public: toBase64url(spki.subarray(-32)), private: key };
}

/** A new random key. */
export function generateExchangeKey(): ExchangeKey {
  return withPublic(generateKeyPairSync('x25519').privateKey);
}

/** The key of 32 secret bytes. */
export function exchangeKeyFromSecret(secret: Uint8Array): ExchangeKey {
  const der = Buffer.concat([PKCS8_PREFIX, secret]);
  return withPublic(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** The 32 secret bytes, to be wrapped and never stored bare. */
export function exchangeSecret(key: ExchangeKey): Buffer {
  return Buffer.from(key.private.export({ type: 'pkcs8', format: 'der' }).subarray(-32));
}

/**
 * The secret that both keys share, or null when `publicKey` is none or has small order, so that the secret
 * would be zero (RFC 7748 section 6.1).
 */
export function agree(privateKey: ExchangeKey, publicKey: string): Buffer | null {
  const raw = fromBase64url(publicKey, 32);
  if (raw === null) return null;
  try {
    const other = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
    const shared = diffieHellman({ privateKey: privateKey.private, publicKey: other });
    return shared.some((byte) => byte !== 0) ? shared : null;
  } catch {
    return null;
  }
}
