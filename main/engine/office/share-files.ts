import { toBase64url } from '../log/base64url.ts';
import { parseSegmentName } from '../log/file-names.ts';
import type { Head } from '../log/head.ts';
import { framedLength } from '../log/segment.ts';
import type { PublishedFile } from '../share/sync-store.ts';
import { rowOfEntry } from '../store/branches.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { entriesOfLog, entryAt } from '../store/entries.ts';
import { allIdentities } from '../store/identities.ts';
import { notePublished, noteHeadFile } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { dequeue } from '../store/outbox.ts';
import { listedAnew } from '../store/segments.ts';
import type { NewSegment, SegmentRow } from '../store/segments.ts';

/** The newest signed head of a continuation, for exactly its last entry; null before its first took effect. */
export function headOf(log: LogRow): Head | null {
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
export function segmentOf({ name, from, to, size, proof }: PublishedFile): NewSegment {
  const signed = proof && { version: proof.version, signature: Buffer.from(proof.signature, 'base64url') };
  return { from, to, file: name, size, proof: signed };
}

/** A file as publishing sees it; its proof is made whole again from the entry at which it stands. */
export function publishedFile(db: ReadableDb, log: LogRow, row: SegmentRow): PublishedFile {
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

/** Bytes of a file's entries with their lengths before them, as this PC has them. */
function sizeOf(db: ReadableDb, log: LogRow, from: number, to: number): number {
  const rows = entriesOfLog(db, log.id, from, to - from + 1);
  return rows.reduce((sum, { bytes }) => sum + framedLength(bytes), 0);
}

/**
 * Keeps under which name the end of a log stands on the share. Of an own log this PC had lost sight of what it
 * published (a backup was put back): the head, and the files that it lists, are its own again. A log that nobody here
 * writes any more (the disk was copied from another PC, which goes on with it) is from now on read like any other.
 */
export function noteHeadRead(db: WritableDb, head: Head, name: string, segments: readonly string[]): void {
  const row = rowOfEntry(db, head);
  if (row === undefined || row.hash !== head.hash) return;
  const isWritten = allIdentities(db).some(({ log }) => log === row.log);
  if (row.own === 1) dequeue(db, row.id, head.seq);
  if (row.own === 0 || !isWritten) {
    noteHeadFile(db, row.id, name);
    return;
  }
  const files = segments.flatMap((text): NewSegment[] => {
    const segment = parseSegmentName(text);
    if (segment === null) return [];
    const { from, to } = segment;
    return [{ from, to, file: text, size: sizeOf(db, row, from, to), proof: null }];
  });
  listedAnew(db, row.id, files);
  notePublished(db, row.id, head.seq, head.version, name);
}
