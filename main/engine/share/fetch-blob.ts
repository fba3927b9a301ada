import { createHash } from 'node:crypto';

import type { OfficeKey } from '../keys/office-key.ts';
import { sha256Hex } from '../log/digest.ts';
import { blobName, chunkName } from '../log/file-names.ts';
import { claimedKind, openFile, SEALED_OVERHEAD } from '../log/sealed-file.ts';

import { CHUNK_SIZE, parseManifest, WHOLE_LIMIT } from './blob-manifest.ts';
import type { BlobManifest } from './blob-manifest.ts';
import { COPIES_LIMIT } from './layout.ts';
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

/** What a name leads to: the first of its copies that opens, or why none does. */
type Found<T> =
  { readonly state: 'found'; readonly value: T } | Exclude<FetchAnswer, { state: 'done' | 'local' }>;

/** Reads a file and, where it is damaged, its copies; `open` answers null for what is not it. */
async function readCopies<T>(
  { fs, paths }: FetchContext,
  name: string,
  limit: number,
  open: (bytes: Uint8Array) => T | null,
): Promise<Found<T>> {
  const file = paths.blob(name);
  for (let copy = 0; copy < COPIES_LIMIT; copy += 1) {
    const read = await fs.read(paths.blob(name, copy), limit);
    const value = read.ok ? open(read.value) : null;
    if (value !== null) return { state: 'found', value };
    if (read.ok || read.failure === 'too-large' || read.failure === 'not-a-file') continue;
    if (read.failure !== 'missing') return { state: 'share', failure: read.failure };
    return { state: copy === 0 ? 'missing' : 'damaged', file };
  }
  return { state: 'damaged', file };
}

async function fetchInto(context: FetchContext, wanted: WantedBlob, sink: BlobSink): Promise<FetchAnswer> {
  let missing: FetchAnswer = { state: 'missing', file: '' };
  for (const key of context.keys.all()) {
    const name = blobName(key, wanted.sha256);
    const found = await readCopies(context, name, WHOLE_LIMIT + SEALED_OVERHEAD, (bytes) =>
      documentIn(context, wanted, name, bytes),
    );
    if (found.state === 'found') {
      const { value } = found;
      return value instanceof Uint8Array ? keep(sink, value) : takePieces(context, value, key, sink);
    }
    if (found.state !== 'missing') return found;
    missing = found;
  }
  return missing;
}

/** The wanted document, or the manifest of its pieces; null when the file holds neither. */
function documentIn(
  context: FetchContext,
  wanted: WantedBlob,
  name: string,
  bytes: Uint8Array,
): Uint8Array | BlobManifest | null {
  const kind = claimedKind(bytes) === 'manifest' ? 'manifest' : 'blob';
  const opened = openFile(context, kind, name, bytes);
  if (!opened.ok) return null;
  if (kind === 'manifest') {
    const manifest = parseManifest(opened.value);
    return manifest?.sha256 === wanted.sha256 ? manifest : null;
  }
  // The hash decides: the size is what the first entry that names it claimed, whoever wrote that.
  return sha256Hex(opened.value) === wanted.sha256 ? opened.value : null;
}

async function keep(sink: BlobSink, plain: Uint8Array): Promise<FetchAnswer> {
  return (await sink.write(plain)) && (await sink.commit()) ? { state: 'done' } : { state: 'local' };
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
    const found = await readCopies(context, name, CHUNK_SIZE + SEALED_OVERHEAD, (bytes) => {
      const piece = openFile(context, 'chunk', name, bytes);
      return piece.ok && sha256Hex(piece.value) === sha256 ? piece.value : null;
    });
    if (found.state !== 'found') return found;
    whole.update(found.value);
    if (!(await sink.write(found.value))) return { state: 'local' };
  }
  if (whole.digest('hex') !== manifest.sha256) return { state: 'damaged', file };
  return (await sink.commit()) ? { state: 'done' } : { state: 'local' };
}
