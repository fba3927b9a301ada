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
import { inspectShare } from '../share/office-folder.ts';
import { readContinuation, readHead } from '../share/read-log.ts';
import type { ReadTrouble } from '../share/read-log.ts';
import type { ShareContext } from '../share/share-context.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { BlobSink } from '../share/sync-store.ts';
import { knownBlobs } from '../store/blobs.ts';
import { entryAt } from '../store/entries.ts';
import { officeKeys } from '../store/identities.ts';
import { allLogs, findLog } from '../store/logs.ts';
import type { AuditCode, AuditFinding } from './finding.ts';

type Report = (code: AuditCode, at: Omit<AuditFinding, 'code'>) => void;
type ReadingContext = Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>;

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
  name: HeadName,
  report: Report,
): Promise<{ log: string; seq: number } | null> {
  const head = await readHead(context, name);
  if (!head.ok) {
    reportTrouble(report, head.trouble);
    return null;
  }
  const { log } = head.value.head;
  const stored = findLog(runtime.db, log);
  let seq = -1;
  const batches = readContinuation(context, head.value, null);
  for (let next = await batches.next(); ; next = await batches.next()) {
    if (next.done === true) {
      if (next.value !== null) reportTrouble(report, next.value);
      return { log, seq };
    }
    for (const entry of next.value.entries) {
      seq = entry.envelope.seq;
      const row = stored === undefined ? undefined : entryAt(runtime.db, stored.id, seq);
      if (row !== undefined && row.hash !== entry.hash) report('share-differs', { log, seq });
    }
  }
}

/** The newest head of each log; what is no head and no system's litter is reported. */
function newestHeads(names: readonly string[], folder: string, report: Report): readonly HeadName[] {
  const newest = new Map<string, HeadName>();
  for (const name of names) {
    const head = parseHeadName(name);
    if (head === null) {
      if (!isLitter(name)) report('stranger-file', { file: `${folder}/${name}` });
      continue;
    }
    const known = newest.get(head.log16);
    if (known === undefined || head.version > known.version) newest.set(head.log16, head);
  }
  return [...newest.values()].toSorted((a, b) => (a.log16 < b.log16 ? -1 : 1));
}

/** What this PC published must still be there. */
function verifyPublished(runtime: OfficeRuntime, found: ReadonlyMap<string, number>, report: Report): void {
  for (const log of allLogs(runtime.db)) {
    if (log.own === 0 || log.published_seq < 0) continue;
    const there = found.get(log.log) ?? -1;
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
  if (damaged !== null) report('public-file-damaged', { file: damaged });
  const [newest, ...older] = officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  if (newest === undefined) return fail('not-enrolled');
  const paths = officePaths(runtime.officeId);
  const context = { fs, paths, officeId: runtime.officeId, keys: keyRing(newest, ...older) };
  const listing = await fs.list(paths.heads);
  if (!listing.ok) return fail('share-offline', { path });
  const found = new Map<string, number>();
  for (const name of newestHeads(listing.value.names, paths.heads, report)) {
    const end = await verifyLogOnShare(runtime, context, name, report);
    if (end !== null && shortLogId(end.log) === name.log16) found.set(end.log, end.seq);
  }
  verifyPublished(runtime, found, report);
  const blobs = await verifyDocumentsOnShare(runtime, context, 'seen', report);
  const entries = [...found.values()].reduce((sum, seq) => sum + seq + 1, 0);
  return ok({ logs: found.size, entries, blobs, findings });
}
