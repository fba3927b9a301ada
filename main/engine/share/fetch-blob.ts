import { createHash } from 'node:crypto';

import type { OfficeKey } from '../keys/office-key.ts';
import { sha256Hex } from '../log/digest.ts';
import { blobName, chunkName } from '../log/file-names.ts';
import { claimedKind, openFile, SEALED_OVERHEAD } from '../log/sealed-file.ts';

import { CHUNK_SIZE, parseManifest, WHOLE_LIMIT } from './blob-manifest.ts';
import type { BlobManifest } from './blob-manifest.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { BlobSink, WantedBlob } from './sync-store.ts';

/**
 * How fetching ended. `missing`: not on the share (yet). `damaged`: something stands there that is not the
 * document; `file` is its path. `local`: this PC could not store it. `share`: the share did not answer.
 */
export type FetchAnswer =
  | { readonly state: 'done' }
  | { readonly state: 'missing' | 'damaged'; readonly file: string }
  | { readonly state: 'local' }
  | { readonly state: 'share'; readonly failure: ShareFailure };

type FetchContext = Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>;

/**
 * Fetches a document and gives it to the sink, which sees `commit` only when every byte hashes to what was
 * asked for, and `abandon` in all other cases in which it was given bytes.
 */
export async function fetchBlob(
  context: FetchContext,
  wanted: WantedBlob,
  sink: BlobSink,
): Promise<FetchAnswer> {
  let isDone = false;
  try {
    const answer = await fetchInto(context, wanted, sink);
    isDone = answer.state === 'done';
    return answer;
  } finally {
    if (!isDone) await sink.abandon();
  }
}

async function fetchInto(context: FetchContext, wanted: WantedBlob, sink: BlobSink): Promise<FetchAnswer> {
  let missing: FetchAnswer = { state: 'missing', file: '' };
  for (const key of context.keys.all()) {
    const name = blobName(key, wanted.sha256);
    const file = context.paths.blob(name);
    const read = await context.fs.read(file, WHOLE_LIMIT + SEALED_OVERHEAD);
    if (read.ok) return takeFile(context, wanted, sink, { key, name, file, bytes: read.value });
    if (read.failure === 'too-large' || read.failure === 'not-a-file') return { state: 'damaged', file };
    if (read.failure !== 'missing') return { state: 'share', failure: read.failure };
    missing = { state: 'missing', file };
  }
  return missing;
}

interface FoundFile {
  readonly key: OfficeKey;
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

async function takeFile(
  context: FetchContext,
  wanted: WantedBlob,
  sink: BlobSink,
  { key, name, file, bytes }: FoundFile,
): Promise<FetchAnswer> {
  const kind = claimedKind(bytes) === 'manifest' ? 'manifest' : 'blob';
  const opened = openFile(context, kind, name, bytes);
  if (!opened.ok) return { state: 'damaged', file };
  if (kind === 'manifest') {
    const manifest = parseManifest(opened.value);
    const fits = manifest?.sha256 === wanted.sha256 && manifest.size === wanted.size;
    return fits ? takePieces(context, manifest, key, sink) : { state: 'damaged', file };
  }
  const right = opened.value.length === wanted.size && sha256Hex(opened.value) === wanted.sha256;
  if (!right) return { state: 'damaged', file };
  return (await sink.write(opened.value)) && (await sink.commit()) ? { state: 'done' } : { state: 'local' };
}

async function takePieces(
  context: FetchContext,
  manifest: BlobManifest,
  key: OfficeKey,
  sink: BlobSink,
): Promise<FetchAnswer> {
  const whole = createHash('sha256');
  let file = '';
  for (const [index, sha256] of manifest.chunks.entries()) {
    const name = chunkName(key, manifest.sha256, index);
    file = context.paths.blob(name);
    const read = await context.fs.read(file, CHUNK_SIZE + SEALED_OVERHEAD);
    if (!read.ok) {
      if (read.failure === 'missing') return { state: 'missing', file };
      if (read.failure === 'too-large' || read.failure === 'not-a-file') return { state: 'damaged', file };
      return { state: 'share', failure: read.failure };
    }
    const piece = openFile(context, 'chunk', name, read.value);
    if (!piece.ok || sha256Hex(piece.value) !== sha256) return { state: 'damaged', file };
    whole.update(piece.value);
    if (!(await sink.write(piece.value))) return { state: 'local' };
  }
  if (whole.digest('hex') !== manifest.sha256) return { state: 'damaged', file };
  return (await sink.commit()) ? { state: 'done' } : { state: 'local' };
}
