import type { EntryEnvelope } from '#core/office/entry.ts';
import { verifySignature } from '../keys/signing-key.ts';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import { sha256Hex } from './digest.ts';
import { envelopeOf } from './envelope.ts';
import { parseStrictJson, stringifyWellFormed } from './strict-json.ts';
import type { JsonFault } from './strict-json.ts';

/** Longest entry in bytes. What is larger belongs into a blob. */
export const ENTRY_LIMIT = 256 * 1024;
/** Deepest nesting in an entry; the bodies of this version need 5. */
const DEPTH_LIMIT = 24;

const ENTRY_DOMAIN = 'nirkertas/entry/0\n';
const ACT_DOMAIN = 'nirkertas/act/0\n';

/** Everything an entry says before somebody signs it. */
export type EntryDraft = Omit<EntryEnvelope, 'userSig'>;

/** An entry with the exact bytes that stand in its log and on the share; they are never made anew. */
export interface ParsedEntry {
  readonly envelope: EntryEnvelope;
  /** SHA-256 over the domain and the bytes, hex. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Why bytes are no entry. `entry-newer`: a later version of the format, to be kept until the program is. */
export type EntryFault =
  | 'entry-too-large'
  | 'entry-not-utf8'
  | 'entry-too-deep'
  | 'entry-not-json'
  | 'entry-not-canonical'
  | 'entry-not-valid'
  | 'entry-newer';

/** Signs acts that bind, with the person's user key, freshly unlocked. */
export interface EntrySigner {
  readonly officeId: string;
  /** Base64url Ed25519 signature of the payload. */
  readonly sign: (payload: Uint8Array) => string;
}

const FIRST_KEYS = [
  'v',
  'log',
  'seq',
  'prev',
  'deps',
  'roster',
  'time',
  'actor',
  'type',
  'subject',
  'basis',
  'body',
] as const;
const ORDER = [...FIRST_KEYS, 'userSig'];
/** `,"userSig":"` and 86 symbols and `"}`. */
const SIGNATURE_TAIL = 12 + 86 + 2;

const JSON_FAULTS: Readonly<Record<JsonFault, EntryFault>> = {
  'too-large': 'entry-too-large',
  'not-utf8': 'entry-not-utf8',
  'too-deep': 'entry-too-deep',
  'not-json': 'entry-not-json',
  'not-canonical': 'entry-not-canonical',
};

/** The domain, and behind it room for the entry that is hashed: one call of the library instead of four. */
const hashed = Buffer.alloc(ENTRY_DOMAIN.length + ENTRY_LIMIT);
hashed.write(ENTRY_DOMAIN);

/** SHA-256 (hex) by which entries name each other. */
export function entryHash(bytes: Uint8Array): string {
  if (bytes.length > ENTRY_LIMIT) return sha256Hex(ENTRY_DOMAIN, bytes);
  hashed.set(bytes, ENTRY_DOMAIN.length);
  return sha256Hex(hashed.subarray(0, ENTRY_DOMAIN.length + bytes.length));
}

function actPayload(officeId: string, unsigned: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${ACT_DOMAIN}${officeId}\n`), unsigned]);
}

/**
 * Writes an entry: one JSON text with its members in the fixed order, signed by `signer` when the act binds.
 * The user signature covers all of the entry but itself, and the office. Refuses what is over `ENTRY_LIMIT`.
 * Text with broken emoji is mended; the envelope returned is what every other PC will read. Throws when the
 * draft breaks the envelope's schema, which is a bug of the caller.
 */
export function encodeEntry(
  draft: EntryDraft,
  signer?: EntrySigner,
): Decoded<ParsedEntry, 'entry-too-large'> {
  const ordered = Object.fromEntries(FIRST_KEYS.map((key) => [key, draft[key]]));
  const unsigned = Buffer.from(stringifyWellFormed(ordered));
  if (unsigned.length + SIGNATURE_TAIL > ENTRY_LIMIT) return refused('entry-too-large');
  const bytes = signer === undefined ? unsigned : withSignature(unsigned, signer);
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new TypeError(`draft of ${draft.type}: ${parsed.code}`);
  return parsed;
}

function withSignature(unsigned: Buffer, signer: EntrySigner): Buffer {
  const signature = signer.sign(actPayload(signer.officeId, unsigned));
  return Buffer.concat([unsigned.subarray(0, -1), Buffer.from(`,"userSig":"${signature}"}`)]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Reads an entry that anybody may have written. Accepts only the bytes that `encodeEntry` would write for the
 * same values: strict UTF-8, bounded size and depth, one spelling, members in order, the envelope's schema.
 * Says nothing about signatures, chain or rights.
 */
export function parseEntry(bytes: Uint8Array): Decoded<ParsedEntry, EntryFault> {
  const json = parseStrictJson(bytes, { bytes: ENTRY_LIMIT, depth: DEPTH_LIMIT });
  if (!json.ok) return refused(JSON_FAULTS[json.code]);
  const { value } = json.value;
  if (!isRecord(value)) return refused('entry-not-valid');
  if (typeof value['v'] === 'number' && Number.isSafeInteger(value['v']) && value['v'] > 0) {
    return refused('entry-newer');
  }
  const envelope = envelopeOf(value);
  if (envelope === null) return refused('entry-not-valid');
  if (Object.keys(value).some((key, index) => key !== ORDER[index])) return refused('entry-not-canonical');
  return decoded({ envelope, hash: entryHash(bytes), bytes });
}

/**
 * Whether the entry carries a signature of this user key over itself and the office (RFC 8032). False for an
 * entry without one. The entry must come from `encodeEntry` or `parseEntry`, which put the signature last.
 */
export function verifyUserSignature(entry: ParsedEntry, officeId: string, userSign: string): boolean {
  const { userSig } = entry.envelope;
  if (userSig === undefined) return false;
  const unsigned = Buffer.concat([entry.bytes.subarray(0, -SIGNATURE_TAIL), Buffer.from('}')]);
  return verifySignature(userSign, actPayload(officeId, unsigned), userSig);
}
