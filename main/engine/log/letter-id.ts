import { encodeCrockford } from './crockford.ts';
import { sha256 } from './digest.ts';

/**
 * The id of the letter that begins with the entry at this place of a log: 80 bits of SHA-256 over log and sequence.
 * Nobody can begin a letter under an id that another log's entry has, so no letter can be taken over.
 */
export function letterIdAt(log: string, seq: number): string {
  return `let_${encodeCrockford(sha256(`nirkertas/letter/0\n${log}\n${seq}`).subarray(0, 10))}`;
}
