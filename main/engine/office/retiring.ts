import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Whether the office depends on this log: it writes the roster, or gives the numbers of a book. */
function hasDuties(runtime: OfficeRuntime, log: string): boolean {
  const roster = runtime.roster.current();
  const registries = [...roster.registries.values()].map((terms) => terms.at(-1)?.log);
  return roster.writerLog === log || registries.includes(log);
}

/**
 * Ends the own log on this PC: nothing can follow its last entry, so a lost or resold disk is of no use, and the log
 * leaves `heads/`. Whoever signs in here again begins a fresh one. Errors: `passphrase-needed`, `locked`,
 * `log-has-duties`, `log-closed`.
 */
export function retireOwnLog(runtime: OfficeRuntime): Result<null> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  if (hasDuties(runtime, session.value.log)) return fail('log-has-duties');
  const actor = personActor(session.value.user);
  const written = append(runtime, session.value, [{ type: 'log.retired', subject: null, body: {}, actor }]);
  return written.ok ? ok(null) : written;
}
