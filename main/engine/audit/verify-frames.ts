import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { sha256Hex } from '../log/digest.ts';
import { parseHeadName, parseSegmentName } from '../log/file-names.ts';
import { GENESIS_LIMIT, parseGenesis } from '../log/genesis.ts';
import { HEAD_FILE_LIMIT } from '../log/head-file.ts';
import { claimedKind, SEALED_OVERHEAD } from '../log/sealed-file.ts';
import type { SealedKind } from '../log/sealed-file.ts';
import { INDEX_FILE_LIMIT, parseIndexName } from '../log/sealed-index.ts';
import { SEGMENT_FILE_LIMIT } from '../log/segment.ts';
import { isLitter } from '../share/heads-listing.ts';
import { COPIES_LIMIT, isOfficeFolder, officePaths, publicCopy } from '../share/layout.ts';
import type { OfficePaths } from '../share/layout.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { AuditCode, AuditFinding, AuditReport } from './finding.ts';

type Report = (code: AuditCode, at: Omit<AuditFinding, 'code'>) => void;

const BLOB_NAME = /^[0-9a-f]{32}(?:\.r[1-9])?$/;
const BLOB_FOLDER = /^[0-9a-f]{2}$/;
const LOG_FOLDER = /^[0-9a-f]{16}$/;

interface Frames {
  readonly fs: ShareFs;
  readonly paths: OfficePaths;
  readonly report: Report;
}

/** Names in a folder without what operating systems leave; none where the folder is not there. */
async function namesIn({ fs, report }: Frames, folder: string): Promise<readonly string[]> {
  const listing = await fs.list(folder);
  if (!listing.ok) {
    if (listing.failure !== 'missing') report('share-unreachable', { file: folder, detail: listing.failure });
    return [];
  }
  return listing.value.names.filter((name) => !isLitter(name)).toSorted();
}

/** Folders in a folder that holds nothing else; what has not the shape of one is a stranger's. */
async function foldersIn(frames: Frames, folder: string, shape: RegExp): Promise<readonly string[]> {
  const names = await namesIn(frames, folder);
  return names.filter((name) => {
    if (!shape.test(name)) frames.report('stranger-file', { file: `${folder}/${name}` });
    return shape.test(name);
  });
}

/** A file that carries the beginning of its hash in its name and says what it is in its first bytes. */
async function verifyFrame(
  { fs, report }: Frames,
  file: string,
  frame: { readonly hash: string; readonly kind: SealedKind; readonly limit: number },
): Promise<void> {
  const read = await fs.read(file, frame.limit);
  if (!read.ok)
    report(read.failure === 'missing' ? 'file-missing' : 'file-damaged', { file, detail: read.failure });
  else if (!sha256Hex(read.value).startsWith(frame.hash)) report('file-damaged', { file });
  else if (claimedKind(read.value) !== frame.kind)
    report('file-refused', { file, detail: 'file-other-kind' });
}

async function verifyHeads(frames: Frames): Promise<ReadonlySet<string>> {
  const logs = new Set<string>();
  for (const name of await namesIn(frames, frames.paths.heads)) {
    const head = parseHeadName(name);
    const file = frames.paths.head(name);
    if (head === null) {
      frames.report('stranger-file', { file });
      continue;
    }
    logs.add(head.log16);
    await verifyFrame(frames, file, { hash: head.hash12, kind: 'head', limit: HEAD_FILE_LIMIT });
  }
  return logs;
}

/** Indices of logs that ended. What they name cannot be told without a key. */
async function verifySealed(frames: Frames): Promise<void> {
  for (const name of await namesIn(frames, frames.paths.sealed)) {
    const index = parseIndexName(name);
    const file = frames.paths.sealedIndex(name);
    if (index === null) frames.report('stranger-file', { file });
    else await verifyFrame(frames, file, { hash: index.hash12, kind: 'index', limit: INDEX_FILE_LIMIT });
  }
}

/** Segments of one log: whole, and without a gap between them. Answers how many entries their names promise. */
async function verifySegments(frames: Frames, log16: string): Promise<number> {
  const folder = `${frames.paths.root}/logs/${log16}`;
  const ranges: { from: number; to: number }[] = [];
  for (const name of await namesIn(frames, folder)) {
    const segment = parseSegmentName(name);
    const file = `${folder}/${name}`;
    if (segment === null) {
      frames.report('stranger-file', { file });
      continue;
    }
    ranges.push(segment);
    await verifyFrame(frames, file, { hash: segment.hash16, kind: 'segment', limit: SEGMENT_FILE_LIMIT });
  }
  let next = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from > next) frames.report('segment-gap', { log: log16, seq: next });
    next = Math.max(next, to + 1);
  }
  return next;
}

/** Documents by name and size alone: without a key there is nothing to compare their content with. */
async function verifyBlobs(frames: Frames): Promise<number> {
  let blobs = 0;
  const folder = `${frames.paths.root}/blobs`;
  for (const part of await foldersIn(frames, folder, BLOB_FOLDER)) {
    for (const name of await namesIn(frames, `${folder}/${part}`)) {
      const file = `${folder}/${part}/${name}`;
      if (!BLOB_NAME.test(name) || !name.startsWith(part)) {
        frames.report('stranger-file', { file });
        continue;
      }
      blobs += 1;
      const stat = await frames.fs.stat(file);
      if (!stat.ok || stat.value.size <= SEALED_OVERHEAD) frames.report('file-damaged', { file });
    }
  }
  return blobs;
}

async function verifyGenesis({ fs, paths, report }: Frames): Promise<string | null> {
  for (let copy = 0; copy < COPIES_LIMIT; copy += 1) {
    const path = copy === 0 ? paths.genesis : publicCopy(paths.genesis, copy);
    const bytes = await fs.read(path, GENESIS_LIMIT);
    const parsed = bytes.ok ? parseGenesis(bytes.value) : null;
    if (parsed?.ok === true && officePaths(parsed.value.officeId).root === paths.root) {
      return parsed.value.officeId;
    }
    if (copy > 0 && !bytes.ok && bytes.failure === 'missing') break;
  }
  report('public-file-damaged', { file: paths.genesis });
  return null;
}

/**
 * Looks at a share without any key: the genesis and its signature, names, sizes and hashes of heads and segments,
 * names and sizes of documents. What is inside, who wrote it, and whether something was taken away altogether cannot
 * be told without keys. Error: `share-offline`.
 */
export async function verifyShareFrames(fs: ShareFs, path: string): Promise<Result<AuditReport>> {
  const findings: AuditFinding[] = [];
  const report: Report = (code, at) => findings.push({ code, ...at });
  const root = await fs.list('');
  const offices = root.ok ? root.value.names.filter(isOfficeFolder).toSorted() : [];
  if (offices.length === 0) return fail('share-offline', { path });
  let [logs, entries, blobs] = [0, 0, 0];
  for (const office of offices) {
    const frames: Frames = { fs, paths: officePaths(office.slice('nirkertas-'.length)), report };
    await verifyGenesis(frames);
    const heads = await verifyHeads(frames);
    await verifySealed(frames);
    const folders = new Set(await foldersIn(frames, `${frames.paths.root}/logs`, LOG_FOLDER));
    for (const log16 of heads) if (!folders.has(log16)) report('file-missing', { log: log16 });
    for (const log16 of folders) entries += await verifySegments(frames, log16);
    logs += heads.size;
    blobs += await verifyBlobs(frames);
  }
  return ok({ scope: 'frames', logs, entries, blobs, findings });
}
