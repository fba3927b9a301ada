import { z } from 'zod';

import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import { officeKeyFrom } from './office-key.ts';
import type { OfficeKey } from './office-key.ts';

/** What a reader of the office's share needs: which office, and every key that files on it were sealed with. */
export interface AuditCode {
  /** SHA-256 of the genesis, hex: nothing that does not lead to it is believed. */
  readonly genesisHash: string;
  /** For whom it was made. */
  readonly reader: string;
  /** Milliseconds since 1970 UTC. */
  readonly made: number;
  /** The newest first. */
  readonly keys: readonly OfficeKey[];
}

const FILE_LIMIT = 64 * 1024;

const schema = z.strictObject({
  format: z.literal('nirkertas-audit'),
  version: z.literal(0),
  genesis: z.string().regex(/^[0-9a-f]{64}$/),
  reader: z.string().max(300),
  made: z.int().min(0),
  keys: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{43}$/))
    .min(1)
    .max(256),
});

/** The file of an audit code. It opens all but Rahasia and signs nothing; it is kept like the recovery kit. */
export function encodeAuditCode({ genesisHash, reader, made, keys }: AuditCode): string {
  const file: z.infer<typeof schema> = {
    format: 'nirkertas-audit',
    version: 0,
    genesis: genesisHash,
    reader,
    made,
    keys: keys.map(({ bytes }) => toBase64url(bytes)),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Reads the file of an audit code. */
export function decodeAuditCode(bytes: Uint8Array): Decoded<AuditCode, 'audit-code-unreadable'> {
  if (bytes.length > FILE_LIMIT) return refused('audit-code-unreadable');
  // Editors and mail programs add line ends; nothing else is forgiven.
  const end = bytes.findLastIndex((byte) => byte > 0x20) + 1;
  const json = parseStrictJson(bytes.subarray(0, end), { bytes: FILE_LIMIT, depth: 3 });
  const parsed = json.ok ? schema.safeParse(json.value.value) : null;
  if (parsed?.success !== true) return refused('audit-code-unreadable');
  const { genesis, reader, made, keys } = parsed.data;
  const opened = keys.flatMap((key) => fromBase64url(key) ?? []);
  if (opened.length !== keys.length) return refused('audit-code-unreadable');
  return decoded({ genesisHash: genesis, reader, made, keys: opened.map(officeKeyFrom) });
}
