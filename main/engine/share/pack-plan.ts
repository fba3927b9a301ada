import { SEGMENT_TARGET } from '../log/segment.ts';

/** A file of an own log on the share: which entries, and how many bytes they take in it. */
export interface ListedFile {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

interface Tier {
  /** Files below this size are of this tier or a lower one. */
  readonly below: number;
  /** So many neighbours of exactly this tier are merged. */
  readonly count: number;
}

/**
 * Each tier is eight times the one below, so an entry is written again about five times on its way into a full
 * pack, and a log lists at most some thirty files that are not full.
 */
const TIERS: readonly Tier[] = [
  { below: 16 * 1024, count: 8 },
  { below: 128 * 1024, count: 8 },
  { below: 1024 * 1024, count: 8 },
  // What is larger counts as full.
  { below: 0.7 * SEGMENT_TARGET, count: 4 },
];

/** Neighbours that are all below the tier's size, each run as long as it goes. */
function runsBelow(files: readonly ListedFile[], below: number): readonly (readonly ListedFile[])[] {
  const runs: ListedFile[][] = [];
  let run: ListedFile[] = [];
  let next = -1;
  for (const file of files) {
    if (file.size >= below || file.from !== next) {
      if (run.length > 1) runs.push(run);
      run = [];
    }
    if (file.size < below) run.push(file);
    next = file.to + 1;
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

/** A pack is worth writing when it is so many times as large as the largest file in it. */
const WORTH = 1.5;

/** The first neighbours of a run that fit into one pack together and are worth it; null when none are. */
function firstFit(run: readonly ListedFile[]): readonly ListedFile[] | null {
  for (let start = 0; start < run.length - 1; start += 1) {
    let size = 0;
    let largest = 0;
    let end = start;
    for (const file of run.slice(start)) {
      if (size + file.size > SEGMENT_TARGET) break;
      size += file.size;
      largest = Math.max(largest, file.size);
      end += 1;
    }
    if (end - start > 1 && size >= WORTH * largest) return run.slice(start, end);
  }
  return null;
}

/**
 * Which of a log's files, in the order of their entries, become one pack next; null when they are few enough.
 * Only whole files are merged, so a pack ends where a signed head is known.
 */
export function planPack(files: readonly ListedFile[]): readonly ListedFile[] | null {
  let above = 0;
  for (const { below, count } of TIERS) {
    for (const run of runsBelow(files, below)) {
      if (run.filter((file) => file.size >= above).length < count) continue;
      const fit = firstFit(run);
      if (fit !== null) return fit;
    }
    above = below;
  }
  return null;
}
