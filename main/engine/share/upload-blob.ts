import { createHash } from 'node:crypto';

import { sha256Hex } from '../log/digest.ts';
import { blobName, chunkName } from '../log/file-names.ts';
import { openFile, sealFile, SEALED_OVERHEAD } from '../log/sealed-file.ts';
import type { SealedKind } from '../log/sealed-file.ts';

import { CHUNK_SIZE, encodeManifest, WHOLE_LIMIT } from './blob-manifest.ts';
import { COPIES_LIMIT } from './layout.ts';
import type { ShareContext } from './share-context.ts';
import { shareFailure } from './share-failure.ts';
import type { ShareAnswer } from './share-fs.ts';
import type { BlobSource } from './sync-store.ts';
import { writeOnce } from './write-once.ts';

/** `source-damaged`: this PC's own copy is not what the entry names; nothing was written. */
export type UploadAnswer = ShareAnswer<'there' | 'source-damaged'>;

const THERE: UploadAnswer = { ok: true, value: 'there' };
const SOURCE_DAMAGED: UploadAnswer = { ok: true, value: 'source-damaged' };

/**
 * Brings a document to the share, or finds it there. Names follow from the content, so the same document from
 * two PCs is one file; one that is there and damaged gets a good copy beside it. Over 32 MiB the pieces go
 * first and the manifest last; after an interruption pieces that are there are not sent again.
 */
export async function uploadBlob(context: ShareContext, source: BlobSource): Promise<UploadAnswer> {
  const name = blobName(context.keys.current(), source.sha256);
  if (source.size > WHOLE_LIMIT) return uploadInPieces(context, source, name);
  const plain = await source.read(0, source.size);
  if (plain === null || plain.length !== source.size || sha256Hex(plain) !== source.sha256) {
    return SOURCE_DAMAGED;
  }
  const put = await putSealed(context, 'blob', name, plain);
  return put.ok ? THERE : put;
}

async function uploadInPieces(
  context: ShareContext,
  source: BlobSource,
  name: string,
): Promise<UploadAnswer> {
  const chunks = await hashesOf(source);
  if (chunks === null) return SOURCE_DAMAGED;
  for (const [index, sha256] of chunks.entries()) {
    const plain = await pieceOf(source, index);
    if (plain === null || sha256Hex(plain) !== sha256) return SOURCE_DAMAGED;
    const put = await putSealed(
      context,
      'chunk',
      chunkName(context.keys.current(), source.sha256, index),
      plain,
    );
    if (!put.ok) return put;
  }
  const manifest = encodeManifest(source.sha256, source.size, chunks);
  const put = await putSealed(context, 'manifest', name, manifest);
  return put.ok ? THERE : put;
}

async function pieceOf(source: BlobSource, index: number): Promise<Uint8Array | null> {
  const length = Math.min(CHUNK_SIZE, source.size - index * CHUNK_SIZE);
  const piece = await source.read(index * CHUNK_SIZE, length);
  return piece !== null && piece.length === length ? piece : null;
}

/** The pieces' hashes; null when the pieces together are not the document that was named. */
async function hashesOf(source: BlobSource): Promise<readonly string[] | null> {
  const whole = createHash('sha256');
  const hashes: string[] = [];
  for (let index = 0; index * CHUNK_SIZE < source.size; index += 1) {
    const piece = await pieceOf(source, index);
    if (piece === null) return null;
    whole.update(piece);
    hashes.push(sha256Hex(piece));
  }
  return whole.digest('hex') === source.sha256 ? hashes : null;
}

/** Whether what stands under a name is the content that we hold. */
function isWhole(
  context: ShareContext,
  kind: SealedKind,
  name: string,
  bytes: Uint8Array,
  plain: Uint8Array,
): boolean {
  const opened = openFile(context, kind, name, bytes);
  return opened.ok && opened.value.equals(plain);
}

/**
 * Writes a file whose name follows from its content, unless a good one is there. A damaged one stays and the good one
 * goes beside it under the next name: what once was asked of a slow share (a rename, a removal) may still be done later,
 * so a name that was ever moved away from is never used again.
 */
async function putSealed(
  context: ShareContext,
  kind: SealedKind,
  name: string,
  plain: Uint8Array,
): Promise<ShareAnswer<null>> {
  const { fs, paths } = context;
  for (let copy = 0; copy < COPIES_LIMIT; copy += 1) {
    const path = paths.blob(name, copy);
    const there = await fs.read(path, plain.length + SEALED_OVERHEAD);
    if (there.ok && isWhole(context, kind, name, there.value, plain)) return { ok: true, value: null };
    if (there.ok || there.failure === 'too-large' || there.failure === 'not-a-file') continue;
    if (there.failure !== 'missing') return shareFailure(there.failure, there.detail);
    const bytes = sealFile(context, kind, name, plain);
    return writeOnce(context, { path, bytes, subject: 'blob', folder: paths.blobFolder(name) });
  }
  return shareFailure('exists', 'every copy is damaged');
}
