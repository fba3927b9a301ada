import { segmentName, headName } from '../log/file-names.ts';
import { encodeHeadFile } from '../log/head-file.ts';
import { encodeSegment, framedLength, SEGMENT_TARGET } from '../log/segment.ts';

import type { ShareContext } from './share-context.ts';
import type { ShareAnswer, ShareFailure } from './share-fs.ts';
import type { OutgoingLog, SyncStore } from './sync-store.ts';
import { uploadBlob } from './upload-blob.ts';
import { writeOnce } from './write-once.ts';

/** What one pass of publishing did. It stops at the first failure; what is left goes with the next pass. */
export interface PublishPass {
  readonly blobs: number;
  readonly entries: number;
  readonly heads: number;
  /** Name of the last head that was written; null when none was. */
  readonly head: string | null;
  readonly failure: ShareFailure | null;
}

type Progress = { -readonly [K in keyof PublishPass]: PublishPass[K] };

/**
 * Sends what is waiting: all documents first, then each log's entries in segments, then its head under a new
 * name; the old head goes when the new one was read back. Nothing waiting: no operation. One act without a
 * document costs 7 operations, with one 11, and two more for folders that are new.
 */
export async function publish(context: ShareContext, store: SyncStore): Promise<PublishPass> {
  const pass: Progress = { blobs: 0, entries: 0, heads: 0, head: null, failure: null };
  // Asked for before the documents: what is appended meanwhile may name others and goes with the next pass.
  const outgoing = store.outgoing();
  pass.failure = await publishBlobs(context, store, pass);
  for (const log of outgoing) {
    if (pass.failure === null) pass.failure = await publishLog(context, store, log, pass);
  }
  return pass;
}

async function publishBlobs(
  context: ShareContext,
  store: SyncStore,
  pass: Progress,
): Promise<ShareFailure | null> {
  for (const source of store.blobsToUpload()) {
    const put = await uploadBlob(context, source);
    if (!put.ok) return put.failure;
    if (put.value === 'source-damaged') {
      // The entries go without it: others see "PDF belum tiba", and this PC says why.
      store.alert({ code: 'document-damaged-here', file: source.sha256 });
      await store.documentIsWhole(source.sha256);
      continue;
    }
    store.blobUploaded(source.sha256);
    context.at('blob:recorded');
    pass.blobs += 1;
  }
  return null;
}

/** Consecutive entries that fill a segment. */
export interface Run {
  readonly from: number;
  readonly entries: readonly Uint8Array[];
}

/** Cuts entries into runs that each fill a segment. */
export function* runsOf(from: number, entries: Iterable<Uint8Array>): Generator<Run> {
  let run: Uint8Array[] = [];
  let size = 0;
  let start = from;
  for (const entry of entries) {
    if (size + framedLength(entry) > SEGMENT_TARGET && run.length > 0) {
      yield { from: start, entries: run };
      start += run.length;
      run = [];
      size = 0;
    }
    run.push(entry);
    size += framedLength(entry);
  }
  if (run.length > 0) yield { from: start, entries: run };
}

async function publishLog(
  context: ShareContext,
  store: SyncStore,
  { head, from, segments, published }: OutgoingLog,
  pass: Progress,
): Promise<ShareFailure | null> {
  const { log } = head;
  const listed = [...segments];
  let next = from;
  for (const run of runsOf(from, store.entryBytes(head, from, head.seq))) {
    const to = run.from + run.entries.length - 1;
    const proof = to === head.seq ? head : null;
    const bytes = encodeSegment(context, { log, from: run.from, to }, proof, run.entries);
    const name = segmentName(run.from, to, bytes);
    const path = context.paths.segment(log, name);
    const folder = context.paths.logFolder(log);
    const put = await writeOnce(context, { path, bytes, subject: 'segment', folder });
    if (!put.ok) return put.failure;
    const size = run.entries.reduce((sum, entry) => sum + framedLength(entry), 0);
    store.segmentPublished(log, { name, from: run.from, to, size, proof });
    context.at('segment:recorded');
    listed.push(name);
    pass.entries += run.entries.length;
    next = to + 1;
  }
  if (next !== head.seq + 1) throw new RangeError(`log ${log} ends at ${next - 1}, its head at ${head.seq}`);
  const put = await publishHead(context, store, { head, from, segments: listed, published });
  if (!put.ok) return put.failure;
  pass.heads += 1;
  pass.head = put.value;
  return null;
}

async function publishHead(
  context: ShareContext,
  store: SyncStore,
  { head, segments, published }: OutgoingLog,
): Promise<ShareAnswer<string>> {
  const { paths, fs } = context;
  const bytes = encodeHeadFile(context, { head, segments: [...segments] });
  const name = headName(head.log, head.version, bytes);
  const put = await writeOnce(context, { path: paths.head(name), bytes, subject: 'head' });
  if (!put.ok) return put;
  store.headPublished(head.log, head.version, name);
  context.at('head:recorded');
  // A reader may hold the old one: it then stays until a later pass finds it (`staleOwnHeads`).
  if (published !== null && published.file !== name) {
    const removed = await fs.remove(paths.head(published.file));
    if (removed.ok) store.headRemoved(head.log, published.file, []);
  }
  context.at('head:old-removed');
  return { ok: true, value: name };
}
