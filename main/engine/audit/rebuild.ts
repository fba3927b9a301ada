import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { keyRing, officeKeyFrom } from '../keys/office-key.ts';
import type { KeyRing } from '../keys/office-key.ts';
import { sha256Hex } from '../log/digest.ts';
import { parseEntry } from '../log/entry-codec.ts';
import { parseHeadName, parseSegmentName } from '../log/file-names.ts';
import { HEAD_FILE_LIMIT } from '../log/head-file.ts';
import { SEGMENT_FILE_LIMIT } from '../log/segment.ts';
import type { EngineState } from '../engine-state.ts';
import { AcceptanceView } from '../office/acceptance-view.ts';
import { noteArchiveWord, noteDeps } from '../office/log-words.ts';
import { refoldAllBooks } from '../office/number-books.ts';
import { pinnedGenesis } from '../office/open-office.ts';
import { refoldLetter } from '../office/project.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { noteDamagedHere } from '../office/share-documents.ts';
import { fetchBlob } from '../share/fetch-blob.ts';
import { officePaths } from '../share/layout.ts';
import { inspectShare } from '../share/inspect-share.ts';
import { createOfficeFolder } from '../share/office-folder.ts';
import { readHead } from '../share/read-log.ts';
import type { ShareContext } from '../share/share-context.ts';
import type { ShareAnswer, ShareFs } from '../share/share-fs.ts';
import { findBlob, knownBlobs, noteToUpload, uploadedBlobs } from '../store/blobs.ts';
import { clearKeepers } from '../store/archive.ts';
import { transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { documentFileState } from '../store/document-files.ts';
import { acceptedIds, entryById, letterSubjectsByBeginning } from '../store/entries.ts';
import { officeKeys } from '../store/identities.ts';
import { clearProjections } from '../store/letter-projection.ts';
import { allLogs, notePublished } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { readMeta } from '../store/meta.ts';
import { forgetSegments, segmentRanges } from '../store/segments.ts';
import { clearWitness } from '../store/witness.ts';
import { noSink } from './verify-share.ts';

export interface RebuildReport {
  /** Letters whose projections were made anew. */
  readonly letters: number;
  /** What the share lacked of this PC's own and gets again with the next pass. */
  readonly share: 'online' | 'offline' | 'foreign' | 'newer';
  readonly publicFiles: number;
  readonly segments: number;
  readonly heads: number;
  readonly documents: number;
}

/** Makes again what the entries say of who has seen what, and of who keeps the documents. */
function rebuildWords(db: WritableDb): void {
  clearWitness(db);
  clearKeepers(db);
  const view = new AcceptanceView(db);
  // Ids first: SQLite writes nothing while rows are still being read.
  const ids = acceptedIds(db);
  for (const id of ids) {
    const row = entryById(db, id);
    const parsed = row === undefined ? null : parseEntry(row.bytes);
    if (parsed?.ok !== true || row?.rank == null) continue;
    const log = view.row(row.log_id);
    if (log === undefined) continue;
    noteDeps(view, log, parsed.value.envelope);
    noteArchiveWord(view, log, parsed.value, row.rank);
  }
  view.flush();
}

/** Makes every projection again from the entries, in one transaction and an order that the entries alone decide. */
export function rebuildProjections(runtime: OfficeRuntime): number {
  return transact(runtime.db, (db) => {
    rebuildWords(db);
    const letters = letterSubjectsByBeginning(db);
    clearProjections(db);
    let made = 0;
    for (const letter of letters) if (refoldLetter(db, runtime, letter, []) !== null) made += 1;
    refoldAllBooks(db, runtime);
    return made;
  });
}

async function isMissing(fs: ShareFs, path: string): Promise<boolean> {
  const found: ShareAnswer<unknown> = await fs.stat(path);
  return !found.ok && found.failure === 'missing';
}

/** Whether a file is gone, cut off or changed: its name tells the beginning of its hash. */
async function isLost(fs: ShareFs, path: string, limit: number, hash: string | undefined): Promise<boolean> {
  const read = await fs.read(path, limit);
  if (read.ok) return hash === undefined || !sha256Hex(read.value).startsWith(hash);
  return read.failure === 'missing' || read.failure === 'too-large' || read.failure === 'not-a-file';
}

type ReadingContext = Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>;

/** Whether readers can follow the head of an own log: it is whole, and so is what it still lists of replaced files. */
async function isHeadLost(
  context: ReadingContext,
  { log, head_file: file }: LogRow,
  kept: ReadonlySet<string>,
): Promise<boolean> {
  const name = file === null ? null : parseHeadName(file);
  if (name === null) return true;
  const { fs, paths } = context;
  if (await isLost(fs, paths.head(name.name), HEAD_FILE_LIMIT, name.hash12)) return true;
  const read = await readHead(context, name);
  if (!read.ok) return read.trouble.when !== 'share';
  for (const listed of read.value.segments) {
    if (kept.has(listed)) continue;
    const hash = parseSegmentName(listed)?.hash16;
    if (await isLost(fs, paths.segment(log, listed), SEGMENT_FILE_LIMIT, hash)) return true;
  }
  return false;
}

/** Notes as unpublished what the share lacks of one own log, from the first segment on that is lost. */
async function findMissingOfLog(
  runtime: OfficeRuntime,
  context: ReadingContext,
  log: LogRow,
): Promise<{ segments: number; head: boolean }> {
  const { fs, paths } = context;
  const ranges = segmentRanges(runtime.db, log.id);
  let first: { from: number; index: number } | null = null;
  for (const [index, range] of ranges.entries()) {
    const hash = parseSegmentName(range.file)?.hash16;
    if (!(await isLost(fs, paths.segment(log.log, range.file), SEGMENT_FILE_LIMIT, hash))) continue;
    first = { from: range.from, index };
    break;
  }
  const head = await isHeadLost(context, log, new Set(ranges.map(({ file }) => file)));
  if (first === null && !head) return { segments: 0, head: false };
  const from = first?.from ?? log.published_seq + 1;
  transact(runtime.db, (db) => {
    forgetSegments(db, log.id, from);
    notePublished(db, log.id, from - 1, 0, log.head_file);
  });
  return { segments: first === null ? 0 : ranges.length - first.index, head };
}

function ringOf(runtime: OfficeRuntime): KeyRing | null {
  const [newest, ...older] = officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  return newest === undefined ? null : keyRing(newest, ...older);
}

/** Documents that the share had and that are not whole there any more. Reads each of them. */
async function lostDocuments(runtime: OfficeRuntime, context: ReadingContext): Promise<string[]> {
  const lost: string[] = [];
  for (const sha256 of uploadedBlobs(runtime.db)) {
    const size = findBlob(runtime.db, sha256)?.size ?? 0;
    const { state } = await fetchBlob(context, { sha256, size }, noSink);
    if (state === 'missing' || state === 'damaged') lost.push(sha256);
  }
  return lost;
}

/**
 * Looks what of this PC's own the share lacks or holds damaged: format and genesis, own segments and heads, documents
 * that are here.
 * The public files are written at once; the rest is noted, and goes with the next pass. A share that does not
 * answer, another office's, or a newer program's is left alone.
 */
async function findMissing(runtime: OfficeRuntime, fs: ShareFs): Promise<Omit<RebuildReport, 'letters'>> {
  const nothing = { publicFiles: 0, segments: 0, heads: 0, documents: 0 };
  const genesis = pinnedGenesis(runtime.db);
  const keys = ringOf(runtime);
  const before = await inspectShare(fs, runtime.officeId, runtime.genesisHash);
  if (before.state === 'foreign' || before.state === 'newer') return { ...nothing, share: before.state };
  const root = await fs.list('');
  if (!root.ok || genesis === null || keys === null) return { ...nothing, share: 'offline' };
  const paths = officePaths(runtime.officeId);
  let publicFiles = 0;
  for (const file of [paths.format, paths.genesis]) if (await isMissing(fs, file)) publicFiles += 1;
  const writerLog = runtime.roster.current().writerLog;
  const made = await createOfficeFolder({ fs, genesis, writerLog, at: () => undefined });
  // A public file that is there with other content stays: every file proves itself without it.
  if (!made.ok && made.failure !== 'exists') return { ...nothing, share: 'offline' };
  const context = { fs, paths, officeId: runtime.officeId, keys };
  let segments = 0;
  let heads = 0;
  for (const log of allLogs(runtime.db)) {
    if (log.own === 0) continue;
    const found = await findMissingOfLog(runtime, context, log);
    segments += found.segments;
    heads += found.head ? 1 : 0;
  }
  const documents = await lostDocuments(runtime, context);
  transact(runtime.db, (db) => documents.forEach((sha256) => noteToUpload(db, sha256)));
  return { share: 'online', publicFiles, segments, heads, documents: documents.length };
}

/** Documents that should be here and are gone or damaged: the share is asked for them. Reads each. */
async function askForDamaged(runtime: OfficeRuntime): Promise<void> {
  for (const { sha256, here } of knownBlobs(runtime.db)) {
    if (here === 0 || (await documentFileState(runtime.folder, sha256)) === 'whole') continue;
    noteDamagedHere(runtime, sha256);
  }
}

/**
 * Makes the projections again, asks for documents that are damaged here, and sends to the share what it lacks of this PC's own. Errors: `no-office`, and what
 * a pass of synchronising answers.
 */
export async function rebuild(
  engine: Pick<EngineState, 'office' | 'share'>,
  shareFs: (path: string) => ShareFs,
): Promise<Result<RebuildReport>> {
  const runtime = engine.office;
  if (runtime === null) return fail('no-office');
  const letters = rebuildProjections(runtime);
  await askForDamaged(runtime);
  runtime.notify({ keys: ['letters', 'home', 'sync'], letters: [] });
  const path = readMeta(runtime.db, 'share.path');
  const nothing = { publicFiles: 0, segments: 0, heads: 0, documents: 0 };
  if (path === null) return ok({ letters, share: 'offline', ...nothing });
  const found = await findMissing(runtime, shareFs(path));
  if (found.share === 'online') {
    const synced = await engine.share?.syncNow();
    if (synced !== undefined && !synced.ok) return synced;
  }
  return ok({ letters, ...found });
}
