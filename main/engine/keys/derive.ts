import { hkdfSync } from 'node:crypto';

/** HKDF-SHA256 (RFC 5869): `length` bytes for one named use of a secret. */
export function derive(secret: Uint8Array, salt: Uint8Array, use: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, use, length));
}
