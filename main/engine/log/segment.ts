import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import { ENTRY_LIMIT, parseEntry } from './entry-codec.ts';
import type { EntryFault, ParsedEntry } from './entry-codec.ts';
import { headSchema, verifyHead } from './head.ts';
import type { Head } from './head.ts';
import { shortLogId } from './log-id.ts';
import { openFile, sealFile, SEALED_OVERHEAD } from './sealed-file.ts';
import type { SealedFault, SealingOffice } from './sealed-file.ts';
import { parseStrictJson } from './strict-json.ts';

/** Bytes of entries after which a segment is closed; packs use the same. */
export const SEGMENT_TARGET = 4 * 1024 * 1024;
/** Content is filled with zeros to a multiple of this, so that sizes on the share tell little. */
const PADDING = 4096;
const PROOF_LIMIT = 1024;
/** One entry may pass the target; its frame, the proof and the filling come on top. */
const PLAIN_LIMIT = SEGMENT_TARGET + ENTRY_LIMIT + PROOF_LIMIT + 2 * PADDING;
/** Most bytes of a segment on the share. */
export const SEGMENT_FILE_LIMIT = PLAIN_LIMIT + SEALED_OVERHEAD;

/** Which entries of which log a segment holds. */
export interface SegmentRange {
  readonly log: string;
  readonly from: number;
  readonly to: number;
}

/** Consecutive entries of one log. */
export interface Segment {
  /**
   * The head that was in force at the last entry, when the writer had one: with it the segment proves itself,
   * so a reader takes what it holds although a later segment is damaged. Null inside a long run.
   */
  readonly proof: Head | null;
  readonly entries: readonly ParsedEntry[];
}

/** Why a segment is not accepted. An entry's own fault is passed on. */
export type SegmentFault =
  SealedFault | EntryFault | 'segment-not-valid' | 'segment-other-range' | 'head-signature-wrong';

function logicalName({ log, from, to }: SegmentRange): string {
  return `logs/${shortLogId(log)}/${from}-${to}`;
}

function frame(bytes: Uint8Array): readonly Uint8Array[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}

/** What an entry takes of a segment, in bytes. */
export function framedLength(entry: Uint8Array): number {
  return entry.length + 4;
}

/**
 * The bytes of a segment: proof and entries, each with its length before it (32 bits, big-endian), filled with
 * zeros, sealed for its log and range. The caller keeps to `SEGMENT_TARGET`.
 */
export function encodeSegment(
  office: SealingOffice,
  range: SegmentRange,
  proof: Head | null,
  entries: readonly Uint8Array[],
): Buffer {
  const proofBytes = Buffer.from(proof === null ? '' : proofText(proof));
  const content = Buffer.concat([...frame(proofBytes), ...entries.flatMap(frame)]);
  const padding = Buffer.alloc((PADDING - (content.length % PADDING)) % PADDING);
  return sealFile(office, 'segment', logicalName(range), Buffer.concat([content, padding]));
}

function proofText({ log, key, version, seq, hash, signature }: Head): string {
  return JSON.stringify({ log, key, version, seq, hash, signature });
}

/** Cuts the content into its frames; null when a length points outside or the filling is not zero. */
function framesOf(plain: Buffer): readonly Buffer[] | null {
  const frames: Buffer[] = [];
  let at = 0;
  while (at < plain.length) {
    // The filling: shorter than a length, or a length of zero after the first frame.
    if (plain.length - at < 4) break;
    const length = plain.readUInt32BE(at);
    if (length === 0 && frames.length > 0) break;
    if (length > plain.length - at - 4) return null;
    frames.push(plain.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const filling = plain.subarray(at);
  if (filling.length >= PADDING || plain.length % PADDING !== 0) return null;
  return filling.every((byte) => byte === 0) ? frames : null;
}

function parseProof(bytes: Uint8Array): Head | null {
  const json = parseStrictJson(bytes, { bytes: PROOF_LIMIT, depth: 2 });
  const head = json.ok ? headSchema.safeParse(json.value.value) : null;
  return head?.success === true ? head.data : null;
}

/**
 * Opens a segment and reads its entries: bytes, encryption, the range that its name promises, and the proof
 * when it has one. Whether it continues what is known of the log is for `checkChain`.
 */
export function decodeSegment(
  office: SealingOffice,
  range: SegmentRange,
  bytes: Uint8Array,
): Decoded<Segment, SegmentFault> {
  const plain = openFile(office, 'segment', logicalName(range), bytes);
  if (!plain.ok) return plain;
  const [proofBytes, ...frames] = framesOf(plain.value) ?? [];
  if (proofBytes === undefined) return refused('segment-not-valid');
  if (frames.length !== range.to - range.from + 1) return refused('segment-other-range');
  const entries: ParsedEntry[] = [];
  for (const [index, frameBytes] of frames.entries()) {
    const entry = parseEntry(frameBytes);
    if (!entry.ok) return entry;
    const { log, seq } = entry.value.envelope;
    if (log !== range.log || seq !== range.from + index) return refused('segment-other-range');
    entries.push(entry.value);
  }
  if (proofBytes.length === 0) return decoded({ proof: null, entries });
  const proof = parseProof(proofBytes);
  const last = entries.at(-1);
  if (proof === null || proof.log !== range.log || proof.seq !== range.to || proof.hash !== last?.hash) {
    return refused('segment-not-valid');
  }
  return verifyHead(office.officeId, proof) ? decoded({ proof, entries }) : refused('head-signature-wrong');
}
