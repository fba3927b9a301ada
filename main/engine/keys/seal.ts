import { fromBase64url, toBase64url } from '../log/base64url.ts';

import { AEAD_OVERHEAD, decrypt, encrypt } from './aead.ts';
import { derive } from './derive.ts';
import { agree, generateExchangeKey } from './exchange-key.ts';
import type { ExchangeKey } from './exchange-key.ts';

/** What a sealed text is for; the opener names the same, or it does not open. */
export const sealPurposes = {
  /** The first office key, in the genesis. `nonce` is the genesis' own. */
  officeKeyToRoot: (nonce: string) => `office-key-to-root\n${nonce}`,
  /** A later office key, in the roster. */
  laterKeyToRoot: (officeId: string, id: string) => `office-key-to-root\n${officeId}\n${id}`,
  /** The private key of the office CA, in the roster. */
  authorityToRoot: (officeId: string) => `authority-to-root\n${officeId}`,
  /** An office key for somebody who was admitted. */
  officeKeyToPerson: (officeId: string, user: string) => `office-key-to-person\n${officeId}\n${user}`,
  /** A person's own keys, wrapped under their passphrase, for a further PC of theirs. */
  userKeysToDevice: (officeId: string, user: string) => `user-keys-to-device\n${officeId}\n${user}`,
  /** The key of one Rahasia letter, for a person of its circle or for the root. */
  letterKey: (officeId: string, to: string) => `letter-key\n${officeId}\n${to}`,
} as const;

function boundTo(purpose: string, ephemeral: string, recipient: string): Buffer {
  return Buffer.from(`nirkertas/seal/0\n${purpose}\n${ephemeral}\n${recipient}`);
}

/**
 * Seals bytes so that only the holder of the exchange key opens them: an ephemeral X25519 key, HKDF-SHA256,
 * AES-256-GCM. The text says nothing about who sealed it: what needs an author is signed besides. Throws when
 * `recipient` is no exchange key; whoever took it from outside has checked it with `isExchangeKey`.
 */
export function sealTo(recipient: string, purpose: string, plain: Uint8Array): string {
  const ephemeral = generateExchangeKey();
  const shared = agree(ephemeral, recipient);
  if (shared === null) throw new TypeError('not an exchange key');
  const bound = boundTo(purpose, ephemeral.public, recipient);
  const key = derive(shared, Buffer.alloc(0), bound.toString());
  const raw = Buffer.from(ephemeral.public, 'base64url');
  return toBase64url(Buffer.concat([raw, encrypt(key, plain, bound)]));
}

/** The sealed bytes, or null when key, purpose or any bit differ. */
export function openSealed(key: ExchangeKey, purpose: string, sealed: string): Buffer | null {
  const bytes = fromBase64url(sealed);
  if (bytes === null || bytes.length < 32 + AEAD_OVERHEAD) return null;
  const ephemeral = toBase64url(bytes.subarray(0, 32));
  const shared = agree(key, ephemeral);
  if (shared === null) return null;
  const bound = boundTo(purpose, ephemeral, key.public);
  return decrypt(derive(shared, Buffer.alloc(0), bound.toString()), bytes.subarray(32), bound);
}

/** Whether bytes can be sealed to this text: a raw X25519 key that is not of small order. */
export function isExchangeKey(publicKey: string): boolean {
  return agree(generateExchangeKey(), publicKey) !== null;
}
