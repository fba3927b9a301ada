import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import { userIdSchema } from '#core/office/entry.ts';
import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { sha256Hex } from '../log/digest.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import { decrypt, encrypt } from './aead.ts';
import { derive } from './derive.ts';
import { normalisedPassphrase } from './passphrase.ts';
import { parseUserKeys, serialiseUserKeys } from './user-keys.ts';
import type { UserKeySet } from './user-keys.ts';

/** Cost of one guess (RFC 7914): 32 MiB and some 80 ms on an office PC. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1 } as const;
const SCRYPT_MEMORY = 64 * 1024 * 1024;
const TEXT_LIMIT = 8 * 1024;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const wrappedSchema = z.strictObject({
  format: z.literal('nirkertas-user-keys'),
  version: z.literal(0),
  user: userIdSchema,
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.literal(SCRYPT.N),
    r: z.literal(SCRYPT.r),
    p: z.literal(SCRYPT.p),
    salt: base64url,
  }),
  /** Tells a wrong passphrase from damage. Derived beside the key, so it gives a guesser nothing new. */
  check: base64url,
  sealed: base64url,
  /** SHA-256 over everything before it: damage, not authenticity. */
  sum: z.string().regex(/^[0-9a-f]{64}$/),
});
type Wrapped = z.infer<typeof wrappedSchema>;

export type UnwrapFault = 'passphrase-wrong' | 'keys-damaged' | 'keys-newer';

interface PassphraseKeys {
  readonly key: Buffer;
  readonly check: Buffer;
}

function fromPassphrase(passphrase: string, salt: Uint8Array): PassphraseKeys {
  const stretched = scryptSync(normalisedPassphrase(passphrase), salt, 32, {
    ...SCRYPT,
    maxmem: SCRYPT_MEMORY,
  });
  return {
    key: derive(stretched, salt, 'nirkertas/user-keys/0\nkey'),
    check: derive(stretched, salt, 'nirkertas/user-keys/0\ncheck', 16),
  };
}

type Unsummed = Omit<Wrapped, 'sum'>;

function boundTo({ format, version, user, kdf, check }: Omit<Unsummed, 'sealed'>): Buffer {
  return Buffer.from(JSON.stringify({ format, version, user, kdf, check }));
}

function sumOf({ format, version, user, kdf, check, sealed }: Unsummed): string {
  return sha256Hex(JSON.stringify({ format, version, user, kdf, check, sealed }));
}

/**
 * Wraps a person's keys under the passphrase: scrypt, then AES-256-GCM bound to the person. The text is the
 * canonical form of the keys and may be stored anywhere. Takes some 80 ms.
 */
export function wrapUserKeys(keys: UserKeySet, user: string, passphrase: string): string {
  const salt = randomBytes(16);
  const { key, check } = fromPassphrase(passphrase, salt);
  const head = {
    format: 'nirkertas-user-keys',
    version: 0,
    user,
    kdf: { name: 'scrypt', ...SCRYPT, salt: toBase64url(salt) },
    check: toBase64url(check),
  } as const;
  const unsummed = { ...head, sealed: toBase64url(encrypt(key, serialiseUserKeys(keys), boundTo(head))) };
  return JSON.stringify({ ...unsummed, sum: sumOf(unsummed) });
}

function parseWrapped(text: string): Decoded<Wrapped, UnwrapFault> {
  const json = parseStrictJson(Buffer.from(text), { bytes: TEXT_LIMIT, depth: 3 });
  if (!json.ok) return refused('keys-damaged');
  const { value } = json.value;
  const wrapped = wrappedSchema.safeParse(value);
  if (wrapped.success) {
    return sumOf(wrapped.data) === wrapped.data.sum ? decoded(wrapped.data) : refused('keys-damaged');
  }
  const newer = z.object({ format: z.literal('nirkertas-user-keys'), version: z.int().min(1) });
  return refused(newer.safeParse(value).success ? 'keys-newer' : 'keys-damaged');
}

/**
 * Opens a person's keys. A wrong passphrase, damage (or keys put under another person's name) and a newer
 * format are told apart. Takes some 80 ms, right or wrong.
 */
export function unwrapUserKeys(
  text: string,
  user: string,
  passphrase: string,
): Decoded<UserKeySet, UnwrapFault> {
  const wrapped = parseWrapped(text);
  if (!wrapped.ok) return wrapped;
  const salt = fromBase64url(wrapped.value.kdf.salt, 16);
  const check = fromBase64url(wrapped.value.check, 16);
  const sealed = fromBase64url(wrapped.value.sealed);
  if (salt === null || check === null || sealed === null || wrapped.value.user !== user) {
    return refused('keys-damaged');
  }
  const derived = fromPassphrase(passphrase, salt);
  if (!timingSafeEqual(derived.check, check)) return refused('passphrase-wrong');
  const plain = decrypt(derived.key, sealed, boundTo(wrapped.value));
  const keys = plain === null ? null : parseUserKeys(plain);
  return keys === null ? refused('keys-damaged') : decoded(keys);
}
