import { sha256Hex } from '../log/digest.ts';
import { parseHeadName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';

import type { KnownHead, SyncStore } from './sync-store.ts';

/** Looks in a row after which something that should be on the share counts as gone. */
export const LOOKS = 3;
/** More than this part of what was looked at, and more than `STOP_COUNT`, gone at once is no accident. */
const STOP_PART = 0.02;
const STOP_COUNT = 3;

/** Counts for how many looks in a row each thing has been ill. */
export class Watch {
  #looks = new Map<string, number>();

  /** One look at everything: answers how often in a row each of the ill ones was, this time included. */
  look(ill: Iterable<string>): ReadonlyMap<string, number> {
    const next = new Map<string, number>();
    for (const name of ill) next.set(name, (this.#looks.get(name) ?? 0) + 1);
    this.#looks = next;
    return next;
  }
}

/** Whether so many of so many are ill at once that somebody must decide: ransomware, an old backup put back. */
export function isTooMuch(ill: number, known: number): boolean {
  return ill > STOP_COUNT && ill > STOP_PART * known;
}

/** What the listing of `heads/` lacks of what this PC knows to have stood there. */
export interface HeadLosses {
  readonly lost: readonly KnownHead[];
  /** Logs of which a head should be there. */
  readonly expected: number;
}

/**
 * Logs whose newest known head is not in the listing, nor any newer one: taken away, or an older state was put back.
 * Of an own log the very file must be there that this PC published, of one that was continued twice each one's.
 */
export function lostHeads(names: readonly string[], known: readonly KnownHead[]): HeadLosses {
  const present = new Set(names);
  const newest = new Map<string, number>();
  for (const name of names) {
    const head = parseHeadName(name);
    if (head !== null) newest.set(head.log16, Math.max(newest.get(head.log16) ?? 0, head.version));
  }
  const continuations = new Map<string, number>();
  for (const { log } of known) continuations.set(log, (continuations.get(log) ?? 0) + 1);
  const isThere = ({ log, version, own, file }: KnownHead): boolean => {
    if (own !== null) return own !== 'unpublished' && present.has(own.file);
    // Of a log that was continued twice a newer head may be of the other continuation.
    if ((continuations.get(log) ?? 0) > 1) return file === null || present.has(file);
    return (newest.get(shortLogId(log)) ?? 0) >= version;
  };
  const lost: KnownHead[] = [];
  let expected = 0;
  for (const head of known) {
    if (head.own === 'unpublished' || head.version === 0 || head.own?.version === 0) continue;
    expected += 1;
    if (!isThere(head)) lost.push(head);
  }
  return { lost, expected };
}

/** The version of the newest head of a log that this PC knows to have stood on the share. */
export function newestVersion(store: Pick<SyncStore, 'knownHeads'>, log: string): number {
  const known = store.knownHeads().find((head) => head.log === log);
  if (known === undefined) return 0;
  return known.own === null || known.own === 'unpublished' ? known.version : known.own.version;
}

/** Looks that one waits for each PC whose turn comes before: time enough to write and be seen. */
const LOOKS_A_TURN = 2;

/**
 * After how many looks it is this PC's turn to restore something, so that one PC does it and not all. The owner of a
 * log comes first, the others in the order of a hash over thing and healer (rendezvous hashing), each a little later.
 *
 * @param random 0 to 1; jitter
 */
export function looksUntilTurn(
  thing: string,
  me: string,
  healers: readonly string[],
  isOwner: boolean,
  random: () => number,
): number {
  if (isOwner) return LOOKS;
  const weight = (healer: string) => sha256Hex(thing, '\n', healer);
  const mine = weight(me);
  const before = healers.filter((healer) => healer !== me && weight(healer) < mine).length;
  return LOOKS + LOOKS_A_TURN * (1 + before) + Math.floor(2 * random());
}
