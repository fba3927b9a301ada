import { randomBytes } from 'node:crypto';

import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { sha256Hex } from '../log/digest.ts';
import { decrypt, encrypt } from './aead.ts';
import { derive } from './derive.ts';
import type { ExchangeKey } from './exchange-key.ts';
import { openSealed, sealPurposes, sealTo } from './seal.ts';

/** The key of one Rahasia letter: 32 bytes, in memory only and never stored bare. */
export type LetterKey = Uint8Array;

/** Sealed texts and documents are padded to a multiple of these, so that their length tells little. */
const TEXT_STEP = 512;
const DOCUMENT_STEP = 4096;
const LENGTH_BYTES = 6;

/** A new random letter key. */
export function makeLetterKey(): LetterKey {
  return randomBytes(32);
}

/** Public commitment to a letter key (hex). AES-GCM opens a text under more than one key; this names the one that counts. */
export function letterKeyId(key: LetterKey): string {
  return sha256Hex(derive(key, Buffer.alloc(0), 'nirkertas/letter-key-id/0'));
}

/** Seals the letter's key to a person's exchange key, or to the root's (`to` = 'root'). */
export function wrapLetterKey(
  key: LetterKey,
  officeId: string,
  to: string,
  exchange: string,
): { to: string; sealed: string } {
  return { to, sealed: sealTo(exchange, sealPurposes.letterKey(officeId, to), key) };
}

/** The letter's key from a wrap, or null when it is another's, damaged, or not the key that `id` commits to. */
export function openLetterKey(
  wrap: { readonly to: string; readonly sealed: string },
  officeId: string,
  exchange: ExchangeKey,
  id: string,
): LetterKey | null {
  const key = openSealed(exchange, sealPurposes.letterKey(officeId, wrap.to), wrap.sealed);
  return key?.length === 32 && letterKeyId(key) === id ? key : null;
}

/** What a sealed text belongs to: copied into another office, letter, act or mouth it does not open. */
export interface SealedPlace {
  readonly officeId: string;
  readonly letter: string;
  readonly type: string;
  readonly user: string;
}

function placeBytes({ officeId, letter, type, user }: SealedPlace): Buffer {
  return Buffer.from(`nirkertas/letter-content/0\n${officeId}\n${letter}\n${type}\n${user}`);
}

function padded(plain: Uint8Array, step: number): Buffer {
  const size = Math.ceil((LENGTH_BYTES + plain.length) / step) * step;
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(plain.length, 0, LENGTH_BYTES);
  bytes.set(plain, LENGTH_BYTES);
  return bytes;
}

function unpadded(bytes: Buffer | null): Buffer | null {
  if (bytes === null || bytes.length < LENGTH_BYTES) return null;
  const end = LENGTH_BYTES + bytes.readUIntBE(0, LENGTH_BYTES);
  return end <= bytes.length ? bytes.subarray(LENGTH_BYTES, end) : null;
}

/** Seals an act's content for the letter's circle; base64url. */
export function sealContent(key: LetterKey, place: SealedPlace, content: unknown): string {
  const use = derive(key, Buffer.alloc(0), 'nirkertas/letter-content/0');
  const plain = padded(Buffer.from(JSON.stringify(content)), TEXT_STEP);
  return toBase64url(encrypt(use, plain, placeBytes(place)));
}

/** The content's bytes (UTF-8 JSON by whoever wrote it, unchecked), or null when key, place or any bit differ. */
export function openContent(key: LetterKey, place: SealedPlace, sealed: string): Buffer | null {
  const bytes = fromBase64url(sealed);
  if (bytes === null) return null;
  const use = derive(key, Buffer.alloc(0), 'nirkertas/letter-content/0');
  return unpadded(decrypt(use, bytes, placeBytes(place)));
}

/**
 * Seals a document of the letter. The sealed bytes are what the log names, the disk keeps and the share carries: PCs
 * outside the circle store, heal and count them without a key, and a name tells nothing even to who has the document.
 */
export function sealDocument(key: LetterKey, officeId: string, plain: Uint8Array): Buffer {
  const use = derive(key, Buffer.alloc(0), 'nirkertas/letter-document/0');
  return encrypt(use, padded(plain, DOCUMENT_STEP), Buffer.from(`nirkertas/letter-document/0\n${officeId}`));
}

/** The document, or null when key or any bit differ. */
export function openDocument(key: LetterKey, officeId: string, sealed: Uint8Array): Buffer | null {
  const use = derive(key, Buffer.alloc(0), 'nirkertas/letter-document/0');
  return unpadded(decrypt(use, sealed, Buffer.from(`nirkertas/letter-document/0\n${officeId}`)));
}
