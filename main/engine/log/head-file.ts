import { z } from 'zod';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import { parseSegmentName } from './file-names.ts';
import { headSchema, verifyHead } from './head.ts';
import { shortLogId } from './log-id.ts';
import { openFile, sealFile, SEALED_OVERHEAD } from './sealed-file.ts';
import type { SealedFault, SealingOffice } from './sealed-file.ts';
import { parseStrictJson } from './strict-json.ts';

/** Most bytes of a head file's content: the hints of some 100,000 segments. */
const HEAD_LIMIT = 4 * 1024 * 1024;
/** Most bytes of a head file on the share. */
export const HEAD_FILE_LIMIT = HEAD_LIMIT + SEALED_OVERHEAD;

const segmentNameSchema = z.string().refine((name) => parseSegmentName(name) !== null);

/** The shape of a head file's content. */
export const headFileSchema = z.strictObject({
  head: headSchema,
  /** Own segments on the share, in order. Hints: nothing is believed because it stands here. */
  segments: z.array(segmentNameSchema).max(200_000),
});
/** The content of a file in `heads/`. */
export type HeadFile = z.infer<typeof headFileSchema>;

/** Why a head file is not accepted, beyond not opening. */
export type HeadFault = SealedFault | 'head-not-valid' | 'head-signature-wrong';

function logicalName(log16: string, version: number): string {
  return `heads/${log16}.${version.toString(36)}`;
}

/** The bytes of a head file, sealed for its log and version. */
export function encodeHeadFile(office: SealingOffice, file: HeadFile): Buffer {
  const { head, segments } = file;
  const { log, key, version, seq, hash, signature } = head;
  const plain = JSON.stringify({ head: { log, key, version, seq, hash, signature }, segments });
  return sealFile(office, 'head', logicalName(shortLogId(log), version), Buffer.from(plain));
}

/** Opens a head file and checks that it is the one its name says and that the log signed it. */
export function decodeHeadFile(
  office: SealingOffice,
  at: { readonly log16: string; readonly version: number },
  bytes: Uint8Array,
): Decoded<HeadFile, HeadFault> {
  const plain = openFile(office, 'head', logicalName(at.log16, at.version), bytes);
  if (!plain.ok) return plain;
  const json = parseStrictJson(plain.value, { bytes: HEAD_LIMIT, depth: 4 });
  if (!json.ok) return refused('head-not-valid');
  const file = headFileSchema.safeParse(json.value.value);
  if (!file.success) return refused('head-not-valid');
  const { head } = file.data;
  if (shortLogId(head.log) !== at.log16 || head.version !== at.version) return refused('head-not-valid');
  return verifyHead(office.officeId, head) ? decoded(file.data) : refused('head-signature-wrong');
}
