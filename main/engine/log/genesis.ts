import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { userIdSchema } from '#core/office/entry.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import type { RootKey } from '../keys/root-key.ts';
import { isExchangeKey, openSealed, sealPurposes, sealTo } from '../keys/seal.ts';
import { isSigningKey, sign, verifySignature } from '../keys/signing-key.ts';

import { toBase64url } from './base64url.ts';
import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import { sha256Hex } from './digest.ts';
import { parseStrictJson } from './strict-json.ts';

/** Most bytes of `genesis.json`; it has about 900. */
export const GENESIS_LIMIT = 16 * 1024;

const signingKey = z.string().refine(isSigningKey);
const exchangeKey = z.string().refine(isExchangeKey);

const genesisSchema = z.strictObject({
  v: z.literal(0),
  /** Milliseconds since 1970 UTC. */
  created: z.int().min(0),
  root: z.strictObject({ sign: signingKey, exchange: exchangeKey }),
  /** Who writes the first term of the roster, and on which log. */
  writer: z.strictObject({
    user: userIdSchema,
    userSign: signingKey,
    userExchange: exchangeKey,
    logKey: signingKey,
  }),
  officeKeySealedToRoot: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(512),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** By the root key, over everything before it. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Genesis = z.infer<typeof genesisSchema>;

/** A genesis with its exact bytes, which are the office's root of trust. Public: it names nobody. */
export interface GenesisFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly officeId: string;
  readonly genesis: Genesis;
}

export type GenesisFault = 'genesis-not-valid' | 'genesis-newer';

/** The office's id: the first 128 bits of its genesis hash, 32 hex digits. */
export function officeIdOf(genesisHash: string): string {
  return genesisHash.slice(0, 32);
}

function payload(unsigned: string): Uint8Array {
  return Buffer.from(`nirkertas/genesis/0\n${unsigned}`);
}

/** What is fixed when an office begins. */
export interface GenesisParts {
  readonly created: number;
  readonly root: RootKey;
  readonly officeKey: OfficeKey;
  readonly writer: Genesis['writer'];
}

/** Makes the genesis of an office: keys and the first writer, signed by the root; nothing that names anybody. */
export function makeGenesis({ created, root, officeKey, writer }: GenesisParts): GenesisFile {
  const nonce = toBase64url(randomBytes(32));
  const { user, userSign, userExchange, logKey } = writer;
  const unsigned = JSON.stringify({
    v: 0,
    created,
    root: { sign: root.sign.public, exchange: root.exchange.public },
    writer: { user, userSign, userExchange, logKey },
    officeKeySealedToRoot: sealTo(root.exchange.public, sealPurposes.officeKeyToRoot(nonce), officeKey.bytes),
    nonce,
  });
  const signature = sign(root.sign, payload(unsigned));
  const made = parseGenesis(Buffer.from(`${unsigned.slice(0, -1)},"signature":"${signature}"}`));
  if (!made.ok) throw new TypeError(made.code);
  return made.value;
}

/**
 * Reads a genesis that anybody may have written. That it is consistent and signed by the root that it names
 * proves nothing about whose office it is: compare its hash with the pinned one.
 */
export function parseGenesis(bytes: Uint8Array): Decoded<GenesisFile, GenesisFault> {
  const json = parseStrictJson(bytes, { bytes: GENESIS_LIMIT, depth: 3 });
  if (!json.ok) return refused('genesis-not-valid');
  const version = z.object({ v: z.int().min(1) }).safeParse(json.value.value);
  if (version.success) return refused('genesis-newer');
  const parsed = genesisSchema.safeParse(json.value.value);
  if (!parsed.success) return refused('genesis-not-valid');
  const genesis = parsed.data;
  const { text } = json.value;
  const tail = `,"signature":"${genesis.signature}"}`;
  if (!text.endsWith(tail)) return refused('genesis-not-valid');
  const signed = verifySignature(
    genesis.root.sign,
    payload(`${text.slice(0, -tail.length)}}`),
    genesis.signature,
  );
  if (!signed) return refused('genesis-not-valid');
  const hash = sha256Hex(bytes);
  return decoded({ bytes, hash, officeId: officeIdOf(hash), genesis });
}

/** The first office key, opened with the root key of the recovery kit; null for another office's kit. */
export function recoverOfficeKey({ genesis }: GenesisFile, root: RootKey): OfficeKey | null {
  const purpose = sealPurposes.officeKeyToRoot(genesis.nonce);
  const bytes = openSealed(root.exchange, purpose, genesis.officeKeySealedToRoot);
  return bytes !== null && bytes.length === 32 ? officeKeyFrom(bytes) : null;
}
