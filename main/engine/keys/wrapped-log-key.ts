import { z } from 'zod';

import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import { decrypt, encrypt } from './aead.ts';
import { derive } from './derive.ts';
import { signingKeyFromSeed, signingSeed } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';
import type { UserKeySet } from './user-keys.ts';

/** Where a log key may be used. */
export interface LogPlace {
  readonly officeId: string;
  /** `machineHash` of the PC. */
  readonly machine: string;
}

const wrappedSchema = z.strictObject({
  format: z.literal('nirkertas-log-key'),
  version: z.literal(0),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Names the place without telling the machine: a check that says why the key does not open. */
  place: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  sealed: z.string().regex(/^[A-Za-z0-9_-]+$/),
});

/** `other-machine`: a copied disk or restored backup; the person gets a fresh log key there. */
export type LogKeyFault = 'other-machine' | 'keys-damaged' | 'keys-newer';

function placeKeys(owner: UserKeySet, { officeId, machine }: LogPlace) {
  const salt = Buffer.from(`${officeId}\n${machine}`);
  const secret = signingSeed(owner.sign);
  return {
    key: derive(secret, salt, 'nirkertas/log-key/0\nkey'),
    place: toBase64url(derive(secret, salt, 'nirkertas/log-key/0\nplace', 16)),
  };
}

function boundTo(publicKey: string, place: string): Buffer {
  return Buffer.from(`nirkertas/log-key/0\n${publicKey}\n${place}`);
}

/** Wraps a log key under its owner's user key, for one office on one machine. */
export function wrapLogKey(logKey: SigningKey, owner: UserKeySet, at: LogPlace): string {
  const { key, place } = placeKeys(owner, at);
  const sealed = encrypt(key, signingSeed(logKey), boundTo(logKey.public, place));
  return JSON.stringify({
    format: 'nirkertas-log-key',
    version: 0,
    key: logKey.public,
    place,
    sealed: toBase64url(sealed),
  });
}

/** Opens a log key with its owner's unlocked keys, on the machine and in the office that it was made for. */
export function unwrapLogKey(
  text: string,
  owner: UserKeySet,
  at: LogPlace,
): Decoded<SigningKey, LogKeyFault> {
  const json = parseStrictJson(Buffer.from(text), { bytes: 4096, depth: 1 });
  if (!json.ok) return refused('keys-damaged');
  const { value } = json.value;
  const wrapped = wrappedSchema.safeParse(value);
  if (!wrapped.success) {
    const newer = z.object({ format: z.literal('nirkertas-log-key'), version: z.int().min(1) });
    return refused(newer.safeParse(value).success ? 'keys-newer' : 'keys-damaged');
  }
  const { key, place } = placeKeys(owner, at);
  if (wrapped.data.place !== place) return refused('other-machine');
  const sealed = fromBase64url(wrapped.data.sealed);
  const seed = sealed === null ? null : decrypt(key, sealed, boundTo(wrapped.data.key, place));
  if (seed === null || seed.length !== 32) return refused('keys-damaged');
  return decoded(signingKeyFromSeed(seed));
}
