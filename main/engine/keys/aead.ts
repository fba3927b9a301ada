import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes that `encrypt` adds: a 12-byte nonce before and a 16-byte tag after. */
export const AEAD_OVERHEAD = 28;

/** AES-256-GCM (NIST SP 800-38D) with a fresh random nonce: nonce, ciphertext, tag. */
export function encrypt(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What `encrypt` was given, or null when key, bound data or any bit differ. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | null {
  if (sealed.length < AEAD_OVERHEAD) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(12, -16));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}
