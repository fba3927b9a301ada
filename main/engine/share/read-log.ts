import { checkChain } from '../log/chain.ts';
import type { ChainEnd } from '../log/chain.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { sha256Hex } from '../log/digest.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { parseSegmentName } from '../log/file-names.ts';
import type { HeadName, SegmentName } from '../log/file-names.ts';
import { decodeHeadFile, HEAD_FILE_LIMIT } from '../log/head-file.ts';
import type { Head } from '../log/head.ts';
import type { HeadFile } from '../log/head-file.ts';
import { decodeSegment, SEGMENT_FILE_LIMIT } from '../log/segment.ts';
import type { Segment } from '../log/segment.ts';

import type { ReadingContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { IncomingBatch } from './sync-store.ts';

/**
 * Why a file was not taken. `later`: it may be good at a later poll (cut off, stale, missing, under a key that
 * is not here yet). `never`: it is whole and wrong. `gone`: it was there when we listed; not worth a word.
 * `share`: the share did not answer.
 */
export interface ReadTrouble {
  readonly when: 'later' | 'never' | 'gone' | 'share';
  readonly code: string;
  readonly file: string;
  readonly failure: ShareFailure | null;
  /** The log, once its head told all of its id. */
  readonly log?: string;
  /** The entry that was looked for. */
  readonly seq?: number;
}

type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: ReadTrouble };

function trouble(when: ReadTrouble['when'], code: string, file: string): Read<never> {
  return { ok: false, trouble: { when, code, file, failure: null } };
}

/** A file that opens later, once its key is here, is not refused for good. */
function whenOf(code: string): 'later' | 'never' {
  return code === 'key-unknown' || code === 'file-newer' || code === 'entry-newer' ? 'later' : 'never';
}

/** Reads a file whose name ends with the beginning of its hash. */
async function readHashed(
  { fs }: ReadingContext,
  file: string,
  limit: number,
  hash: string,
  missing: 'gone' | 'later',
): Promise<Read<Uint8Array>> {
  const read = await fs.read(file, limit);
  if (read.ok) {
    const whole = sha256Hex(read.value).startsWith(hash);
    return whole ? { ok: true, value: read.value } : trouble('later', 'file-damaged', file);
  }
  switch (read.failure) {
    case 'missing':
      return trouble(missing, 'file-missing', file);
    case 'too-large':
    case 'not-a-file':
      return trouble('later', 'file-damaged', file);
    case 'busy':
    case 'denied':
      return trouble('later', 'file-locked', file);
    default:
      return { ok: false, trouble: { when: 'share', code: 'share', file, failure: read.failure } };
  }
}

/** Reads one head and checks that its log signed it. */
export async function readHead(context: ReadingContext, name: HeadName): Promise<Read<HeadFile>> {
  const file = context.paths.head(name.name);
  const bytes = await readHashed(context, file, HEAD_FILE_LIMIT, name.hash12, 'gone');
  if (!bytes.ok) return bytes;
  const head = decodeHeadFile(context, name, bytes.value);
  return head.ok ? head : trouble(whenOf(head.code), head.code, file);
}

/** Of the listed segments that hold entry `seq`, the one that reaches farthest. */
function segmentWith(seq: number, segments: readonly string[]): SegmentName | null {
  let best: SegmentName | null = null;
  for (const text of segments) {
    const segment = parseSegmentName(text);
    if (segment === null || segment.from > seq || segment.to < seq) continue;
    if (best === null || segment.to > best.to) best = segment;
  }
  return best;
}

async function readSegment(context: ReadingContext, log: string, name: SegmentName): Promise<Read<Segment>> {
  const file = context.paths.segment(log, name.name);
  const bytes = await readHashed(context, file, SEGMENT_FILE_LIMIT, name.hash16, 'later');
  if (!bytes.ok) return bytes;
  const segment = decodeSegment(context, { log, from: name.from, to: name.to }, bytes.value);
  return segment.ok ? segment : trouble(whenOf(segment.code), segment.code, file);
}

/** The entries of a segment that come after `end`, checked to continue there. */
function continuation(
  log: string,
  end: ChainEnd | null,
  entries: readonly ParsedEntry[],
): Decoded<{ readonly entries: readonly ParsedEntry[]; readonly end: ChainEnd | null }, string> {
  const next = end === null ? 0 : end.seq + 1;
  const fresh = entries.filter((entry) => entry.envelope.seq >= next);
  const checked = checkChain(log, end, fresh);
  return checked.ok ? decoded({ entries: fresh, end: checked.value }) : refused(checked.code);
}

/** Entries that are given on together: so many small files cost one transaction, and a full one is given on at once. */
const STRETCH = 2000;

/** Where reading a log stands. */
interface Reading {
  readonly log: string;
  end: ChainEnd | null;
  /** Entries that a head covers. */
  proven: ParsedEntry[];
  proof: Head | null;
  /** Entries after them that none covers yet. */
  open: ParsedEntry[];
}

/** Reads the next segment that the head lists; answers the trouble with it. */
async function readNext(
  context: ReadingContext,
  reading: Reading,
  segments: readonly string[],
): Promise<ReadTrouble | null> {
  const { log, end } = reading;
  const seq = end === null ? 0 : end.seq + 1;
  const name = segmentWith(seq, segments);
  const folder = context.paths.logFolder(log);
  if (name === null) return { when: 'later', code: 'segment-unlisted', file: folder, failure: null, seq };
  const segment = await readSegment(context, log, name);
  if (!segment.ok) return { ...segment.trouble, seq };
  const { proof, entries } = segment.value;
  const fresh = continuation(log, end, entries);
  if (!fresh.ok) {
    const file = context.paths.segment(log, name.name);
    return { when: 'never', code: fresh.code, file, failure: null, seq };
  }
  reading.end = fresh.value.end;
  for (const entry of fresh.value.entries) reading.open.push(entry);
  if (proof !== null) {
    for (const entry of reading.open) reading.proven.push(entry);
    reading.proof = proof;
    reading.open = [];
  }
  return null;
}

/** Takes what is proven out of the reading; null when nothing new is. */
function provenBatch(reading: Reading): IncomingBatch | null {
  const { log, proven, proof } = reading;
  if (proof === null) return null;
  reading.proven = [];
  reading.proof = null;
  return { log, entries: proven, head: proof };
}

/**
 * Where the log that a head ends leaves what is stored here of it: the last of its entries that is here; null when none
 * is. Reads listed files from the head's entry backwards.
 *
 * @param holds whether an entry with that hash is stored here
 */
export async function findFork(
  context: ReadingContext,
  { head, segments }: HeadFile,
  holds: (hash: string) => boolean,
): Promise<Read<ChainEnd | null>> {
  for (let seq = head.seq; ;) {
    const name = segmentWith(seq, segments);
    if (name === null) return missingAt('segment-unlisted', context.paths.logFolder(head.log), seq);
    const segment = await readSegment(context, head.log, name);
    if (!segment.ok) return { ok: false, trouble: { ...segment.trouble, seq } };
    const { entries } = segment.value;
    const known = entries.findLast(({ hash, envelope }) => envelope.seq <= seq && holds(hash));
    if (known !== undefined) {
      return { ok: true, value: { seq: known.envelope.seq, hash: known.hash } };
    }
    const prev = entries[0]?.envelope.prev ?? null;
    if (prev === null) return { ok: true, value: null };
    seq = name.from - 1;
    if (holds(prev)) return { ok: true, value: { seq, hash: prev } };
  }
}

function missingAt(code: string, file: string, seq: number): Read<never> {
  return { ok: false, trouble: { when: 'later', code, file, failure: null, seq } };
}

/**
 * Reads from the share what this PC lacks of a log, segment by segment, and yields stretches whose last entry a
 * signed head covers, before it holds more than about two segments of them. Returns the trouble that it ended in, or
 * null at the head's entry.
 */
export async function* readContinuation(
  context: ReadingContext,
  { head, segments }: HeadFile,
  after: ChainEnd | null,
): AsyncGenerator<IncomingBatch, ReadTrouble | null> {
  const reading: Reading = { log: head.log, end: after, proven: [], proof: null, open: [] };
  let offered = 0;
  let found: ReadTrouble | null = null;
  while (found === null && (reading.end === null || reading.end.seq < head.seq)) {
    found = await readNext(context, reading, segments);
    if (reading.proven.length < STRETCH) continue;
    const batch = provenBatch(reading);
    if (batch === null) continue;
    yield batch;
    offered = batch.head.version;
  }
  const { end, open } = reading;
  if (found === null && end?.seq === head.seq && end.hash !== head.hash) {
    const file = context.paths.logFolder(head.log);
    found = { when: 'never', code: 'chain-broken', file, failure: null, seq: head.seq };
  }
  // What is proven stands, whatever came after it.
  const proof = reading.proof?.version ?? offered;
  const batch = provenBatch(reading);
  // The segment that holds the head's entry may go on beyond it, under a newer proof: then that covers the head.
  const isHeadNews = found === null && end?.seq === head.seq && (open.length > 0 || proof < head.version);
  if (isHeadNews) yield { log: head.log, entries: [...(batch?.entries ?? []), ...open], head };
  else if (batch !== null) yield batch;
  return found;
}
