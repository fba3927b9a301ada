import { logActSchemas } from '#core/office/roster-acts.ts';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';
import type { ParsedEntry } from './entry-codec.ts';
import { logIdOf } from './log-id.ts';

/** The last entry of a log that somebody has. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Why entries do not continue a log: they name another log, leave a gap, do not link to what came before (a
 * log that was continued twice), or the first one does not open the log with its key.
 */
export type ChainFault = 'chain-other-log' | 'chain-gap' | 'chain-broken' | 'log-not-opened';

function opensLog(entry: ParsedEntry): boolean {
  if (entry.envelope.type !== 'log.opened') return false;
  const body = logActSchemas['log.opened'].safeParse(entry.envelope.body);
  return body.success && logIdOf(body.data.key) === entry.envelope.log;
}

function faultOf(log: string, end: ChainEnd | null, entry: ParsedEntry): ChainFault | null {
  const { envelope } = entry;
  if (envelope.log !== log) return 'chain-other-log';
  if (envelope.seq !== (end === null ? 0 : end.seq + 1)) return 'chain-gap';
  if (envelope.prev !== (end === null ? null : end.hash)) return 'chain-broken';
  if (end === null && !opensLog(entry)) return 'log-not-opened';
  return null;
}

/**
 * Checks that the entries continue the log, one after the other, from `after` (null: from its beginning).
 * Answers the log's new end.
 */
export function checkChain(
  log: string,
  after: ChainEnd | null,
  entries: readonly ParsedEntry[],
): Decoded<ChainEnd | null, ChainFault> {
  let end = after;
  for (const entry of entries) {
    const fault = faultOf(log, end, entry);
    if (fault !== null) return refused(fault);
    end = { seq: entry.envelope.seq, hash: entry.hash };
  }
  return decoded(end);
}
