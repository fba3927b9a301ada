import { sha256Hex } from '../log/digest.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { headName, parseSegmentName, segmentName } from '../log/file-names.ts';
import type { SegmentName } from '../log/file-names.ts';
import { encodeHeadFile } from '../log/head-file.ts';
import type { Head } from '../log/head.ts';
import { decodeSegment, encodeSegment, SEGMENT_FILE_LIMIT } from '../log/segment.ts';

import { runsOf } from './publish.ts';
import type { ReadingContext, ShareContext } from './share-context.ts';
import type { ShareAnswer, ShareFailure } from './share-fs.ts';
import type { SyncStore } from './sync-store.ts';
import { writeOnce } from './write-once.ts';

/**
 * Looks at one listed file of a log: `well` when it opens and its entries are those that are stored here (`isOurs`),
 * `ill` when it is gone, damaged or holds others. A share that does not answer says nothing about the file.
 */
export async function lookAtSegment(
  context: ReadingContext,
  log: string,
  name: SegmentName,
  isOurs: (entry: ParsedEntry) => boolean,
): Promise<'well' | 'ill' | ShareFailure> {
  const read = await context.fs.read(context.paths.segment(log, name.name), SEGMENT_FILE_LIMIT);
  if (!read.ok) {
    const isIll = ['missing', 'too-large', 'not-a-file'].includes(read.failure);
    return isIll ? 'ill' : read.failure;
  }
  if (!sha256Hex(read.value).startsWith(name.hash16)) return 'ill';
  const segment = decodeSegment(context, { log, from: name.from, to: name.to }, read.value);
  if (!segment.ok) return 'ill';
  return segment.value.entries.every(isOurs) ? 'well' : 'ill';
}

/** The files of a log that are whole, so that each entry up to `last` is in one, and what has to be written anew. */
async function cover(
  context: ReadingContext,
  store: SyncStore,
  head: Head,
): Promise<ShareAnswer<{ kept: SegmentName[]; gaps: { from: number; to: number }[] }>> {
  const { log, seq: last } = head;
  const listing = await context.fs.list(context.paths.logFolder(log));
  if (!listing.ok && listing.failure !== 'missing') return listing;
  const candidates = (listing.ok ? listing.value.names : [])
    .flatMap((name) => parseSegmentName(name) ?? [])
    .filter(({ to }) => to <= last)
    .toSorted((a, b) => b.to - a.to);
  const kept: SegmentName[] = [];
  const gaps: { from: number; to: number }[] = [];
  const ill = new Set<SegmentName>();
  for (let next = 0; next <= last;) {
    const candidate = candidates.find((name) => !ill.has(name) && name.from <= next && name.to >= next);
    if (candidate === undefined) {
      const later = candidates.filter((name) => !ill.has(name) && name.from > next).map(({ from }) => from);
      const to = Math.min(last, ...later.map((from) => from - 1));
      const open = gaps.at(-1);
      if (open !== undefined && open.to === next - 1) open.to = to;
      else gaps.push({ from: next, to });
      next = to + 1;
      continue;
    }
    const look = await lookAtSegment(context, log, candidate, (entry) => {
      return store.hashAt(head, entry.envelope.seq) === entry.hash;
    });
    if (look === 'well') {
      kept.push(candidate);
      next = candidate.to + 1;
    } else if (look === 'ill') ill.add(candidate);
    else return { ok: false, failure: look, detail: candidate.name };
  }
  return { ok: true, value: { kept, gaps } };
}

/**
 * Writes back what the share lost of a log whose entries are here, whoever wrote it: what of its files is whole stays,
 * the rest is sealed anew with the very same entries, then the log's own signed head with the list of those files.
 * The head keeps its version, so readers who have it never notice. Answers how many files were written.
 */
export async function healLog(
  context: ShareContext,
  store: SyncStore,
  head: Head,
): Promise<ShareAnswer<number>> {
  const { log } = head;
  const covered = await cover(context, store, head);
  if (!covered.ok) return covered;
  const segments = [...covered.value.kept];
  let written = 0;
  for (const { from, to } of covered.value.gaps) {
    for (const run of runsOf(from, store.entryBytes(head, from, to))) {
      const end = run.from + run.entries.length - 1;
      const proof = end === head.seq ? head : null;
      const bytes = encodeSegment(context, { log, from: run.from, to: end }, proof, run.entries);
      const name = segmentName(run.from, end, bytes);
      const path = context.paths.segment(log, name);
      const put = await writeOnce(context, {
        path,
        bytes,
        subject: 'segment',
        folder: context.paths.logFolder(log),
      });
      if (!put.ok) return put;
      const made = parseSegmentName(name);
      if (made !== null) segments.push(made);
      written += 1;
    }
  }
  const names = segments.toSorted((a, b) => a.from - b.from).map(({ name }) => name);
  const bytes = encodeHeadFile(context, { head, segments: names });
  const path = context.paths.head(headName(log, head.version, bytes));
  const put = await writeOnce(context, { path, bytes, subject: 'head' });
  return put.ok ? { ok: true, value: written + 1 } : put;
}

/** Writes back several continuations of a log; answers why it could not. */
export async function healLogs(
  context: ShareContext,
  store: SyncStore,
  heads: readonly Head[],
): Promise<ShareFailure | null> {
  for (const head of heads) {
    const healed = await healLog(context, store, head);
    if (!healed.ok) return healed.failure;
  }
  return null;
}

/** Heads of an own log as another PC continued it. */
export function othersContinuations(store: SyncStore, log: string): readonly Head[] {
  const others = store.knownHeads().filter((known) => known.log === log && known.own === null);
  return store.headsOf(log).filter(({ hash }) => others.some((known) => known.hash === hash));
}
