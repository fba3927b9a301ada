import { toBase64url } from '../log/base64url.ts';
import type { Head } from '../log/head.ts';
import type { PublishedFile, SyncStore } from '../share/sync-store.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import {
  blobsToFetch,
  blobsToUpload,
  hasBlobsToUpload,
  noteArrived,
  noteUploaded,
  noteToUpload,
  uploadedAfter,
} from '../store/blobs.ts';
import { transact } from '../store/database.ts';
import type { ReadableDb } from '../store/database.ts';
import { documentSink, readDocumentPart } from '../store/document-files.ts';
import { entriesOfLog, entryAt } from '../store/entries.ts';
import { allLogs, findLog, notePublished } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { dequeue } from '../store/outbox.ts';
import {
  forgetOwnHead,
  forgetReplaced,
  isOwnHead,
  noteOwnHead,
  noteReplaced,
  replacedBefore,
  startReplaced,
} from '../store/replaced-files.ts';
import {
  forgetPublished,
  recordSegment,
  replaceSegments,
  segmentRanges,
  segmentsOf,
} from '../store/segments.ts';
import type { NewSegment, SegmentRow } from '../store/segments.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { ReplayWatch } from './replay-watch.ts';
import { missingDeps, writeStop } from './share-losses.ts';
import { takingIn } from './taking-in.ts';

/** Documents fetched in one pass at most; the rest comes with the next, so that a first join stays usable. */
const FETCH_BATCH = 50;
const PAGE = 1000;

function headOf(log: LogRow): Head | null {
  if (log.public_key === null || log.head_signature === null || log.hash === null) return null;
  return {
    log: log.log,
    key: toBase64url(log.public_key),
    version: log.head_version,
    seq: log.seq,
    hash: log.hash,
    signature: toBase64url(log.head_signature),
  };
}

/** A file as the store keeps it. */
function segmentOf({ name, from, to, size, proof }: PublishedFile): NewSegment {
  const signed = proof && { version: proof.version, signature: Buffer.from(proof.signature, 'base64url') };
  return { from, to, file: name, size, proof: signed };
}

/** A file as publishing sees it; its proof is made whole again from the entry at which it stands. */
function publishedFile(db: ReadableDb, log: LogRow, row: SegmentRow): PublishedFile {
  const { from, to, file, size, proof_version: version, proof_signature: signature } = row;
  const last = version === null ? undefined : entryAt(db, log.id, to);
  const proof =
    version === null || signature === null || last === undefined || log.public_key === null
      ? null
      : {
          log: log.log,
          key: toBase64url(log.public_key),
          version,
          seq: to,
          hash: last.hash,
          signature: toBase64url(signature),
        };
  return { name: file, from, to, size, proof };
}

/** The store as publishing and polling see it. `arrived` hears of each document that came in. */
export function shareStore(
  runtime: OfficeRuntime,
  arrived: (sha256: string) => void,
  replay: ReplayWatch,
): SyncStore {
  const { db, folder } = runtime;
  return {
    rosterLog: () => runtime.roster.current().writerLog,
    knownHeads: () =>
      allLogs(db).flatMap((log) => {
        if (log.hash === null) return [];
        const published =
          log.head_file === null
            ? ('unpublished' as const)
            : { version: log.published_version, file: log.head_file };
        return [
          {
            log: log.log,
            version: log.head_version,
            seq: log.seq,
            hash: log.hash,
            own: log.own === 1 ? published : null,
          },
        ];
      }),
    outgoing: () =>
      allLogs(db).flatMap((log) => {
        const head = log.own === 1 ? headOf(log) : null;
        if (head === null || log.head_version <= log.published_version) return [];
        return [
          {
            head,
            from: log.published_seq + 1,
            segments: segmentsOf(db, log.id),
            published:
              log.head_file === null ? null : { version: log.published_version, file: log.head_file },
          },
        ];
      }),
    entryBytes: (log, from, to) => entriesBetween(runtime, log, from, to),
    segmentPublished: (log, file) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => {
        recordSegment(writable, row.id, segmentOf(file));
        notePublished(writable, row.id, file.to, row.published_version, row.head_file);
      });
    },
    headPublished: (log, version, file) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const letters = transact(db, (writable) => {
        notePublished(writable, row.id, row.published_seq, version, file);
        noteOwnHead(writable, row.id, file);
        startReplaced(writable, row.id, runtime.clock());
        return dequeue(writable, row.id, row.published_seq);
      });
      runtime.notify({ keys: ['sync', 'letters'], letters });
    },
    ownFiles: () =>
      allLogs(db).flatMap((log) => {
        if (log.own === 0) return [];
        const files = segmentRanges(db, log.id).map((row) => publishedFile(db, log, row));
        return [{ log: log.log, head: log.head_file, files }];
      }),
    packBegun: (log, name) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => noteReplaced(writable, row.id, name, runtime.clock()));
    },
    packPublished: (log, pack) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => replaceSegments(writable, row.id, segmentOf(pack)));
    },
    replacedFiles: (ageMs, limit) =>
      replacedBefore(db, runtime.clock() - ageMs, limit).map(({ log, file }) => ({ log, name: file })),
    replacedRemoved: ({ log, name }) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => forgetReplaced(writable, row.id, name));
    },
    wroteHead: (name) => isOwnHead(db, name),
    headRemoved: (log, name, files) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const known = new Set(segmentsOf(db, row.id));
      transact(db, (writable) => {
        forgetOwnHead(writable, name);
        for (const file of files) {
          if (!known.has(file)) noteReplaced(writable, row.id, file, runtime.clock());
        }
      });
    },
    headOf: (log) => {
      const row = findLog(db, log);
      return row === undefined ? null : headOf(row);
    },
    missingDeps: () => missingDeps(db),
    ownLost: (log, files) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const lost = segmentRanges(db, row.id).find(({ file }) => files.includes(file));
      transact(db, (writable) => forgetPublished(writable, row, lost?.from ?? null));
    },
    ...writeStop(runtime),
    hashAt: (log, seq) => {
      const row = findLog(db, log);
      return row === undefined ? null : (entryAt(db, row.id, seq)?.hash ?? null);
    },
    hasBlobsToUpload: () => hasBlobsToUpload(db),
    blobsToUpload: () =>
      blobsToUpload(db).map((blob) => ({
        sha256: blob.sha256,
        size: blob.size,
        read: (offset, length) => readDocumentPart(folder, blob.sha256, offset, length),
      })),
    blobUploaded: (sha256) => transact(db, (writable) => noteUploaded(writable, sha256)),
    documentsOnShare: (after, limit) =>
      uploadedAfter(db, after, limit).map(({ sha256, size }) => ({ sha256, size })),
    documentLost: (sha256) => transact(db, (writable) => noteToUpload(writable, sha256)),
    blobsWanted: () => blobsToFetch(db, FETCH_BATCH).map(({ sha256, size }) => ({ sha256, size })),
    blobSink: async (sha256) => {
      const sink = await documentSink(folder, sha256);
      return {
        ...sink,
        commit: async () => {
          if (!(await sink.commit())) return false;
          transact(db, (writable) => noteArrived(writable, sha256));
          arrived(sha256);
          return true;
        },
      };
    },
    ...takingIn(runtime, replay),
    alert: ({ code, file, log, seq }) => {
      const params: Record<string, string | number> = { file };
      if (log !== undefined) params['log'] = log.slice(0, 16);
      if (seq !== undefined) params['seq'] = seq;
      const isNew = transact(db, (writable) => raiseAlert(writable, code, file, params, runtime.clock()));
      if (isNew) runtime.notify({ keys: ['sync'] });
    },
    clearAlerts: (file) => transact(db, (writable) => clearAlerts(writable, file)),
  };
}

function* entriesBetween(
  runtime: OfficeRuntime,
  log: string,
  from: number,
  to: number,
): Generator<Uint8Array> {
  const row = findLog(runtime.db, log);
  if (row === undefined) return;
  for (let next = from; next <= to;) {
    const rows = entriesOfLog(runtime.db, row.id, next, Math.min(PAGE, to - next + 1));
    if (rows.length === 0) return;
    for (const entry of rows) yield entry.bytes;
    next += rows.length;
  }
}
