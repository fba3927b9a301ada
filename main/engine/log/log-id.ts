import { fromBase64url } from './base64url.ts';
import { sha256Hex } from './digest.ts';

/**
 * The id of a log: SHA-256 of its raw Ed25519 public key, in hex; null when the text is no such key.
 * Whoever shows the key has therefore shown that it is this log's.
 */
export function logIdOf(publicKey: string): string | null {
  const raw = fromBase64url(publicKey, 32);
  return raw === null ? null : sha256Hex(raw);
}

/** The 16 digits by which files on the share name a log. */
export function shortLogId(log: string): string {
  return log.slice(0, 16);
}
