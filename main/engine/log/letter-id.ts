import { randomBytes } from 'node:crypto';

import { encodeCrockford } from './crockford.ts';
import { sha256 } from './digest.ts';

/** Symbols of an id that are drawn, before those that commit to its place. */
const DRAWN = 4;

function commitment(log: string, seq: number, drawn: string): string {
  return encodeCrockford(sha256(`nirkertas/letter/0\n${log}\n${seq}\n${drawn}`).subarray(0, 10));
}

/**
 * An id for the letter that begins with the entry at this place of a log: four symbols drawn, then 80 bits of SHA-256
 * over log, sequence and what was drawn. Nobody can begin a letter under an id that another log's entry has, so no
 * letter can be taken over; and where two copies of one PC each begin a letter at the same place, they are two.
 */
export function letterIdAt(log: string, seq: number): string {
  const drawn = encodeCrockford(randomBytes(3)).slice(0, DRAWN);
  return `let_${drawn}${commitment(log, seq, drawn)}`;
}

/** Whether the letter of this id begins with the entry at this place of a log. */
export function beginsLetter(id: string, log: string, seq: number): boolean {
  const drawn = id.slice(4, 4 + DRAWN);
  return id === `let_${drawn}${commitment(log, seq, drawn)}`;
}
