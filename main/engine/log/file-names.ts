import { createHmac } from 'node:crypto';

import { derive } from '../keys/derive.ts';
import type { OfficeKey } from '../keys/office-key.ts';

import { sha256Hex } from './digest.ts';
import { shortLogId } from './log-id.ts';

/** What a head's file name tells: whose, which version, and a hash of the file's bytes. */
export interface HeadName {
  readonly name: string;
  readonly log16: string;
  readonly version: number;
  readonly hash12: string;
}

/** What a segment's file name tells: the entries from `from` to `to`, and a hash of the file's bytes. */
export interface SegmentName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly hash16: string;
}

const HEAD_NAME = /^([0-9a-f]{16})\.([1-9a-z][0-9a-z]{0,10})\.([0-9a-f]{12})$/;
const SEGMENT_NAME = /^(0|[1-9][0-9]{0,15})-(0|[1-9][0-9]{0,15})\.([0-9a-f]{16})$/;

/** `<log16>.<version36>.<hash12>`, where the hash is of the sealed file. */
export function headName(log: string, version: number, sealed: Uint8Array): string {
  return `${shortLogId(log)}.${version.toString(36)}.${sha256Hex(sealed).slice(0, 12)}`;
}

/** Reads a name found in `heads/`; null when it has not the shape of one. */
export function parseHeadName(name: string): HeadName | null {
  const [, log16, version36, hash12] = HEAD_NAME.exec(name) ?? [];
  if (log16 === undefined || version36 === undefined || hash12 === undefined) return null;
  const version = Number.parseInt(version36, 36);
  return Number.isSafeInteger(version) ? { name, log16, version, hash12 } : null;
}

/** `<from>-<to>.<hash16>`, where the hash is of the sealed file. */
export function segmentName(from: number, to: number, sealed: Uint8Array): string {
  return `${from}-${to}.${sha256Hex(sealed).slice(0, 16)}`;
}

/** Reads a segment's name from a head; null when it has not the shape of one. */
export function parseSegmentName(name: string): SegmentName | null {
  const [, fromText, toText, hash16] = SEGMENT_NAME.exec(name) ?? [];
  if (fromText === undefined || toText === undefined || hash16 === undefined) return null;
  const from = Number(fromText);
  const to = Number(toText);
  return Number.isSafeInteger(to) && from <= to ? { name, from, to, hash16 } : null;
}

function keyedName(key: OfficeKey, text: string): string {
  const nameKey = derive(key.bytes, Buffer.alloc(0), 'nirkertas/blob-name/0');
  return createHmac('sha256', nameKey).update(text).digest('hex').slice(0, 32);
}

/**
 * The name of a document on the share: keyed, so that a stranger cannot ask whether a PDF that he has is among
 * the office's. The same document has the same name on every PC that holds the key.
 */
export function blobName(key: OfficeKey, sha256: string): string {
  return keyedName(key, `blob\n${sha256}`);
}

/** The name of one piece of a large document. */
export function chunkName(key: OfficeKey, sha256: string, index: number): string {
  return keyedName(key, `chunk\n${sha256}\n${index}`);
}
