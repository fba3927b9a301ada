import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { positionsOf } from '#core/office/roster.ts';

import { isForked } from '../store/branches.ts';
import { logsOfUser } from '../store/logs.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import { openAuthority, sealAuthorityTo } from './authority.ts';
import { rosterWriter } from './roster-editing.ts';
import { isClosedBehind, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Whether a person holds an admin position today. */
export function isAdmin(runtime: OfficeRuntime, user: string): boolean {
  const held = positionsOf(runtime.roster.current(), user, today(runtime));
  return held.some(({ position }) => position.role === 'admin');
}

/**
 * Ends this PC's term: from the next roster entry on, another admin's PC writes. The office CA goes along, sealed to
 * that person. Errors: `not-roster-writer`, `locked`, `user-unknown`, `successor-not-admin`, `successor-without-pc`.
 */
export function handOver(
  runtime: OfficeRuntime,
  input: CheckedInput<'office.hand-over'>,
): Result<{ user: string; log: string }> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const roster = runtime.roster.current();
  const successor = roster.people.get(input.user);
  if (successor === undefined) return fail('user-unknown');
  if (!isAdmin(runtime, successor.id)) return fail('successor-not-admin');
  const usable = logsOfUser(runtime.db, successor.id)
    .filter((row) => row.log !== writer.value.log && row.accepted_seq >= 0)
    .filter((row) => !isClosedBehind(runtime, row) && !isForked(runtime.db, row.log))
    .toSorted((a, b) => b.last_time - a.last_time);
  const next = input.log === null ? usable[0] : usable.find(({ log }) => log === input.log);
  if (next === undefined) return fail('successor-without-pc');
  const authority = openAuthority(runtime);
  if (!authority.ok) return authority;
  const written = append(runtime, writer.value, [
    {
      type: 'roster.handed-over',
      subject: null,
      actor: personActor(writer.value.user),
      body: {
        log: next.log,
        user: successor.id,
        authority: sealAuthorityTo(authority.value, successor.keys.exchange, runtime.officeId),
      },
    },
  ]);
  return written.ok ? ok({ user: successor.id, log: next.log }) : written;
}
