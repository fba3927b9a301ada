import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { keyRing, officeKeyFrom } from '../keys/office-key.ts';
import { parseHeadName } from '../log/file-names.ts';
import type { HeadName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { fetchBlob } from '../share/fetch-blob.ts';
import { isLitter } from '../share/heads-listing.ts';
import { officePaths } from '../share/layout.ts';
import { inspectShare } from '../share/inspect-share.ts';
import { readContinuation, readHead } from '../share/read-log.ts';
import type { ReadTrouble } from '../share/read-log.ts';
import type { ReadingContext } from '../share/share-context.ts';
import { SealedLogs } from '../share/sealed-logs.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { BlobSink } from '../share/sync-store.ts';
import { knownBlobs } from '../store/blobs.ts';
import { isForked, logIds, rowOfEntry } from '../store/branches.ts';
import type { Place } from '../store/branches.ts';
import { entryAt } from '../store/entries.ts';
import { officeKeys } from '../store/identities.ts';
import { allLogs, findLog } from '../store/logs.ts';
import type { AuditCode, AuditFinding } from './finding.ts';

type Report = (code: AuditCode, at: Omit<AuditFinding, 'code'>) => void;

/** Takes a document to look at it, and keeps nothing. */
export const noSink: BlobSink = {
  write: async () => true,
  commit: async () => true,
  abandon: async () => undefined,
};

function reportTrouble(report: Report, { code, file, seq }: ReadTrouble): void {
  const known = code === 'file-missing' || code === 'file-damaged';
  report(known ? code : 'file-refused', { file, detail: code, ...(seq === undefined ? {} : { seq }) });
}

/** Reads one log from its beginning and compares it with the store. Answers how many entries it has. */
async function verifyLogOnShare(
  runtime: OfficeRuntime,
  context: ReadingContext,
  sealed: SealedLogs,
  name: HeadName,
  report: Report,
): Promise<Place | null> {
  const known = sealed.find(name.name);
  const head = known === undefined ? await readHead(context, name) : { ok: true as const, value: known };
  if (!head.ok) {
    reportTrouble(report, head.trouble);
    return null;
  }
  const { log, hash } = head.value.head;
  const stored = findLog(runtime.db, log);
  let seq = -1;
  const batches = readContinuation(context, head.value, null);
  for (let next = await batches.next(); ; next = await batches.next()) {
    if (next.done === true) {
      if (next.value !== null) reportTrouble(report, next.value);
      return { log, seq, hash };
    }
    for (const entry of next.value.entries) {
      seq = entry.envelope.seq;
      // Of a log that was continued twice another continuation may have been stored.
      const isHere = rowOfEntry(runtime.db, { log, hash: entry.hash }) !== undefined;
      const isKnown = stored !== undefined && entryAt(runtime.db, stored.id, seq) !== undefined;
      if (isKnown && !isHere) report('share-differs', { log, seq });
    }
  }
}

/**
 * The newest head of each log, and every one of logs that were continued twice; what is no head and no system's litter
 * is reported.
 */
function headsToRead(
  names: readonly string[],
  folder: string,
  forked: ReadonlySet<string>,
  report: Report,
): readonly HeadName[] {
  const newest = new Map<string, HeadName>();
  for (const name of names) {
    const head = parseHeadName(name);
    if (head === null) {
      if (!isLitter(name)) report('stranger-file', { file: `${folder}/${name}` });
      continue;
    }
    const key = forked.has(head.log16) ? name : head.log16;
    const known = newest.get(key);
    if (known === undefined || head.version > known.version) newest.set(key, head);
  }
  return [...newest.values()].toSorted((a, b) => (a.log16 < b.log16 ? -1 : 1));
}

/** What this PC published must still be there. */
function verifyPublished(runtime: OfficeRuntime, found: readonly Place[], report: Report): void {
  for (const log of allLogs(runtime.db)) {
    if (log.own === 0 || log.published_seq < 0) continue;
    const ends = found.filter(
      ({ log: id, seq, hash }) =>
        id === log.log && (seq > log.seq || entryAt(runtime.db, log.id, seq)?.hash === hash),
    );
    const there = Math.max(-1, ...ends.map(({ seq }) => seq));
    if (there < log.published_seq)
      report('share-differs', { log: log.log, seq: there + 1, detail: 'published-lost' });
  }
}

/**
 * Opens the documents on the share: those that this PC saw there, or all that entries name, which an entry from the
 * share does only after its document. Answers how many are whole.
 */
export async function verifyDocumentsOnShare(
  runtime: OfficeRuntime,
  context: ReadingContext,
  which: 'seen' | 'all',
  report: Report,
): Promise<number> {
  let blobs = 0;
  for (const { sha256, size, uploaded } of knownBlobs(runtime.db)) {
    if (which === 'seen' && uploaded === 0) continue;
    const fetched = await fetchBlob(context, { sha256, size }, noSink);
    if (fetched.state === 'done') blobs += 1;
    else if (fetched.state === 'missing') report('document-missing', { file: fetched.file, detail: sha256 });
    else if (fetched.state === 'damaged') report('document-damaged', { file: fetched.file, detail: sha256 });
    else report('share-unreachable', { detail: fetched.state });
  }
  return blobs;
}

/**
 * Opens every head, segment and document on the share with the office's keys and compares them with this PC's
 * store. Changes nothing. Errors: `share-offline`, `share-foreign`.
 */
export async function verifyShareWithKeys(
  runtime: OfficeRuntime,
  fs: ShareFs,
  path: string,
): Promise<Result<{ logs: number; entries: number; blobs: number; findings: readonly AuditFinding[] }>> {
  const findings: AuditFinding[] = [];
  const report: Report = (code, at) => findings.push({ code, ...at });
  const { state, damaged } = await inspectShare(fs, runtime.officeId, runtime.genesisHash);
  if (state === 'foreign' || state === 'newer') return fail('share-foreign', { path });
  if (state === 'offline') return fail('share-offline', { path });
  for (const file of damaged) report('public-file-damaged', { file });
  const [newest, ...older] = officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  if (newest === undefined) return fail('not-enrolled');
  const paths = officePaths(runtime.officeId);
  const context = { fs, paths, officeId: runtime.officeId, keys: keyRing(newest, ...older) };
  const listing = await fs.list(paths.heads);
  if (!listing.ok) return fail('share-offline', { path });
  const found: Place[] = [];
  const sealed = new SealedLogs();
  const { failure, troubles, strange } = await sealed.look(context);
  if (failure !== null) return fail('share-offline', { path });
  for (const trouble of troubles) reportTrouble(report, { ...trouble, when: 'later', failure: null });
  for (const name of strange) {
    if (!isLitter(name)) report('stranger-file', { file: paths.sealedIndex(name) });
  }
  const forked = new Set(
    logIds(runtime.db)
      .filter((log) => isForked(runtime.db, log))
      .map(shortLogId),
  );
  const names = [...listing.value.names, ...sealed.names()];
  for (const name of headsToRead(names, paths.heads, forked, report)) {
    const end = await verifyLogOnShare(runtime, context, sealed, name, report);
    if (end !== null && shortLogId(end.log) === name.log16) found.push(end);
  }
  verifyPublished(runtime, found, report);
  const blobs = await verifyDocumentsOnShare(runtime, context, 'seen', report);
  const entries = found.reduce((sum, { seq }) => sum + seq + 1, 0);
  return ok({ logs: new Set(found.map(({ log }) => log)).size, entries, blobs, findings });
}
