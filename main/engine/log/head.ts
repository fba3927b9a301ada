import { z } from 'zod';

import { hashSchema, logIdSchema } from '#core/office/entry.ts';
import { sign, verifySignature } from '../keys/signing-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';

import { logIdOf } from './log-id.ts';

/**
 * The log's own word on where it ends, signed by the log key at each append, so that a PC whose owner went
 * home still publishes. It carries the log's public key, so it can be checked before a single entry is read.
 */
export const headSchema = z.strictObject({
  log: logIdSchema,
  /** Raw Ed25519 public key of the log, base64url; its SHA-256 is `log`. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Grows by one at each append. */
  version: z.int().min(1),
  seq: z.int().min(0),
  /** Hash of the entry at `seq`. */
  hash: hashSchema,
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Head = z.infer<typeof headSchema>;

/** What a head says about the end of its log. */
export interface HeadPoint {
  readonly version: number;
  readonly seq: number;
  readonly hash: string;
}

function payload(officeId: string, log: string, { version, seq, hash }: HeadPoint): Uint8Array {
  return Buffer.from(`nirkertas/head/0\n${JSON.stringify({ office: officeId, log, version, seq, hash })}`);
}

/** Signs the end of a log. */
export function signHead(officeId: string, at: HeadPoint, logKey: SigningKey): Head {
  const log = logIdOf(logKey.public);
  if (log === null) throw new TypeError('not a log key');
  const signature = sign(logKey, payload(officeId, log, at));
  return { log, key: logKey.public, version: at.version, seq: at.seq, hash: at.hash, signature };
}

/** Whether the key is the log's and signed exactly this end of it, for this office. */
export function verifyHead(officeId: string, head: Head): boolean {
  if (logIdOf(head.key) !== head.log) return false;
  return verifySignature(head.key, payload(officeId, head.log, head), head.signature);
}
