import { z } from 'zod';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import { sha256Hex } from './digest.ts';
import { parseHeadName } from './file-names.ts';
import type { HeadFile } from './head-file.ts';
import { headFileSchema } from './head-file.ts';
import { verifyHead } from './head.ts';
import { shortLogId } from './log-id.ts';
import { openFile, sealFile, SEALED_OVERHEAD } from './sealed-file.ts';
import type { SealedFault, SealingOffice } from './sealed-file.ts';
import { parseStrictJson } from './strict-json.ts';

/** Most bytes of an index's content: the last heads of some thousand logs. */
const INDEX_LIMIT = 8 * 1024 * 1024;
/** Most bytes of an index file on the share. */
export const INDEX_FILE_LIMIT = INDEX_LIMIT + SEALED_OVERHEAD;
/** Bytes of heads after which an index is closed. */
export const INDEX_TARGET = 2 * 1024 * 1024;

/** The last head of a log that ended, and the name under which it stood in `heads/`. */
export interface SealedHead extends HeadFile {
  readonly name: string;
}

const indexSchema = z.strictObject({
  heads: z
    .array(headFileSchema.extend({ name: z.string().refine((name) => parseHeadName(name) !== null) }))
    .min(1)
    .max(10_000),
});

/** Why an index is not accepted, beyond not opening. */
export type IndexFault = SealedFault | 'index-not-valid' | 'head-signature-wrong';

/** What an index's file name tells: its number, and a hash of the file's bytes. */
export interface IndexName {
  readonly name: string;
  readonly index: number;
  readonly hash12: string;
}

const INDEX_NAME = /^([1-9a-z][0-9a-z]{0,7})\.([0-9a-f]{12})$/;

function logicalName(index: number): string {
  return `sealed/${index.toString(36)}`;
}

/** `<index36>.<hash12>`, where the hash is of the sealed file. */
export function indexName(index: number, sealed: Uint8Array): string {
  return `${index.toString(36)}.${sha256Hex(sealed).slice(0, 12)}`;
}

/** Reads a name found in `sealed/`; null when it has not the shape of one. */
export function parseIndexName(name: string): IndexName | null {
  const [, index36, hash12] = INDEX_NAME.exec(name) ?? [];
  if (index36 === undefined || hash12 === undefined) return null;
  const index = Number.parseInt(index36, 36);
  return Number.isSafeInteger(index) ? { name, index, hash12 } : null;
}

/** The bytes of an index of logs that ended, sealed for its number. */
export function encodeIndex(office: SealingOffice, index: number, heads: readonly SealedHead[]): Buffer {
  const plain = JSON.stringify({
    heads: heads.map(({ name, head: { log, key, version, seq, hash, signature }, segments }) => ({
      name,
      head: { log, key, version, seq, hash, signature },
      segments,
    })),
  });
  return sealFile(office, 'index', logicalName(index), Buffer.from(plain));
}

/** Opens an index and checks that each head is the one that its name says and that its log signed it. */
export function decodeIndex(
  office: SealingOffice,
  index: number,
  bytes: Uint8Array,
): Decoded<readonly SealedHead[], IndexFault> {
  const plain = openFile(office, 'index', logicalName(index), bytes);
  if (!plain.ok) return plain;
  const json = parseStrictJson(plain.value, { bytes: INDEX_LIMIT, depth: 5 });
  if (!json.ok) return refused('index-not-valid');
  const parsed = indexSchema.safeParse(json.value.value);
  if (!parsed.success) return refused('index-not-valid');
  for (const { name, head } of parsed.data.heads) {
    const named = parseHeadName(name);
    if (named?.log16 !== shortLogId(head.log) || named.version !== head.version) {
      return refused('index-not-valid');
    }
    if (!verifyHead(office.officeId, head)) return refused('head-signature-wrong');
  }
  return decoded(parsed.data.heads);
}
