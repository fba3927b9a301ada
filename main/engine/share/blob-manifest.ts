import { z } from 'zod';

import { hashSchema } from '#core/office/entry.ts';
import { parseStrictJson } from '../log/strict-json.ts';

/** Largest document that is one file on the share; larger ones are cut. */
export const WHOLE_LIMIT = 32 * 1024 * 1024;
/** Size of each piece of a larger document but the last. */
export const CHUNK_SIZE = 8 * 1024 * 1024;

const CHUNKS_LIMIT = 4096;
/** Most bytes of a manifest's content. */
export const MANIFEST_LIMIT = 512 * 1024;

const manifestSchema = z
  .strictObject({
    v: z.literal(0),
    sha256: hashSchema,
    size: z.int().min(1),
    /** SHA-256 of each piece's plain bytes, in order. */
    chunks: z.array(hashSchema).min(1).max(CHUNKS_LIMIT),
  })
  .refine(({ size, chunks }) => chunks.length === Math.ceil(size / CHUNK_SIZE));
/** What stands under a large document's name. */
export type BlobManifest = z.infer<typeof manifestSchema>;

/** The content of a manifest file. */
export function encodeManifest(sha256: string, size: number, chunks: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify({ v: 0, sha256, size, chunks }));
}

/** Reads a manifest; null when it is none, or its pieces cannot make a document of its size. */
export function parseManifest(bytes: Uint8Array): BlobManifest | null {
  const json = parseStrictJson(bytes, { bytes: MANIFEST_LIMIT, depth: 2 });
  const manifest = json.ok ? manifestSchema.safeParse(json.value.value) : null;
  return manifest?.success === true ? manifest.data : null;
}
