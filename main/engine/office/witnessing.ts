import { findLog } from '../store/logs.ts';
import { hasNewsToWitness } from '../store/witness.ts';
import { append } from './append.ts';
import type { OfficeRuntime } from './runtime.ts';

/** How often a PC on which nobody acts says what it has seen: at most hourly. */
const WITNESS_MS = 60 * 60 * 1000;

/**
 * Writes that this log has seen what arrived: acts name what came before them, and where nobody acts this entry does,
 * an hour after the last own one. Others' entries of this kind are no news, or two idle PCs would answer each other
 * for ever. A person must have signed in; a locked session will do. Answers whether it was written.
 */
export function witnessIfDue(runtime: OfficeRuntime): boolean {
  const { session, db } = runtime;
  if (session === null) return false;
  const log = findLog(db, session.log);
  if (log === undefined || log.seq < 0) return false;
  // The distance both ways: a clock that was years ahead must not silence the log for years.
  if (Math.abs(runtime.clock() - log.last_time) < WITNESS_MS || !hasNewsToWitness(db)) return false;
  const actor = { user: session.user, position: null, standing: 'definitive' } as const;
  return append(runtime, session, [{ type: 'log.witnessed', subject: null, body: {}, actor }]).ok;
}
