import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { derive } from '../keys/derive.ts';
import type { KeyRing, OfficeKey } from '../keys/office-key.ts';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';

/**
 * The envelope of every file on the share that is not public:
 *
 *     magic "NIRKERTA"  8   version 1   kind 1   key id 8   salt 16   nonce 12   ciphertext   tag 16
 *
 * AES-256-GCM under a key of its own for each file (HKDF of the office key and the salt), so that the limit on
 * nonces under one key (NIST SP 800-38D section 8.3) never depends on how many files an office writes. Header,
 * office and the file's name are authenticated: a file copied to another name or office does not open.
 */
const MAGIC = Buffer.from('NIRKERTA');
const VERSION = 0;
const HEADER = 46;
const TAG = 16;

/** Bytes that the envelope adds to the plain content. */
export const SEALED_OVERHEAD = HEADER + TAG;

/** What a file holds. */
export const sealedKinds = { head: 1, segment: 2, blob: 3, manifest: 4, chunk: 5, index: 6 } as const;
export type SealedKind = keyof typeof sealedKinds;

/**
 * Why a file does not open: cut off or not ours at all, made by a newer program, of another kind, under a key
 * that we do not have, or with any bit changed (also: moved from another name or office).
 */
export type SealedFault = 'file-not-ours' | 'file-newer' | 'file-other-kind' | 'key-unknown' | 'file-forged';

/** Whose files, and the keys for them. */
export interface SealingOffice {
  readonly officeId: string;
  readonly keys: KeyRing;
}

function bound(header: Uint8Array, office: SealingOffice, kind: SealedKind, name: string): Buffer {
  return Buffer.concat([header, Buffer.from(`\n${office.officeId}\n${kind}\n${name}`)]);
}

function fileKey(key: OfficeKey, header: Uint8Array, kind: SealedKind): Buffer {
  return derive(key.bytes, header.subarray(18, 34), `nirkertas/file/0\n${kind}`);
}

/** Encrypts the content of a file of this kind under the current office key. `name` is its logical name. */
export function sealFile(office: SealingOffice, kind: SealedKind, name: string, plain: Uint8Array): Buffer {
  const key = office.keys.current();
  const header = Buffer.concat([
    MAGIC,
    Buffer.from([VERSION, sealedKinds[kind]]),
    Buffer.from(key.id, 'hex'),
    randomBytes(28),
  ]);
  const cipher = createCipheriv('aes-256-gcm', fileKey(key, header, kind), header.subarray(34));
  cipher.setAAD(bound(header, office, kind, name));
  return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The kind that a file says it has, or null when it is not one of our files. Proves nothing. */
export function claimedKind(bytes: Uint8Array): SealedKind | null {
  if (bytes.length < SEALED_OVERHEAD || !MAGIC.equals(bytes.subarray(0, 8))) return null;
  switch (bytes[9]) {
    case sealedKinds.head:
      return 'head';
    case sealedKinds.segment:
      return 'segment';
    case sealedKinds.blob:
      return 'blob';
    case sealedKinds.manifest:
      return 'manifest';
    case sealedKinds.chunk:
      return 'chunk';
    case sealedKinds.index:
      return 'index';
    default:
      return null;
  }
}

/** Opens a file that should be of this kind and stand under this logical name. */
export function openFile(
  office: SealingOffice,
  kind: SealedKind,
  name: string,
  bytes: Uint8Array,
): Decoded<Buffer, SealedFault> {
  if (bytes.length < SEALED_OVERHEAD || !MAGIC.equals(bytes.subarray(0, 8))) return refused('file-not-ours');
  const version = bytes[8];
  if (version !== VERSION) return refused('file-newer');
  if (bytes[9] !== sealedKinds[kind]) return refused('file-other-kind');
  const key = office.keys.find(Buffer.from(bytes.subarray(10, 18)).toString('hex'));
  if (key === undefined) return refused('key-unknown');
  const header = bytes.subarray(0, HEADER);
  const decipher = createDecipheriv('aes-256-gcm', fileKey(key, header, kind), header.subarray(34), {
    authTagLength: TAG,
  });
  decipher.setAAD(bound(header, office, kind, name));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const plain = decipher.update(bytes.subarray(HEADER, -TAG));
  try {
    const rest = decipher.final();
    return decoded(rest.length === 0 ? plain : Buffer.concat([plain, rest]));
  } catch {
    return refused('file-forged');
  }
}
