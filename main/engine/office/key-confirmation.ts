import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { actorStands } from '#core/office/entitlement.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import type { Role } from '#core/office/enums.ts';
import { logActSchemas } from '#core/office/roster-acts.ts';
import type { Person, RosterState } from '#core/office/roster.ts';

import { keyConfirmations } from '../store/entries.ts';
import { actorOf, signedIn } from './acting.ts';
import { append } from './append.ts';
import { entryOfRow } from './stored-entry.ts';
import { foldContext, heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Roles whose word about a colleague's key counts. */
const officials: ReadonlySet<Role> = new Set(['admin', 'pimpinan', 'pejabat']);

/** Neither the person nor whoever enrolled the key may be the second official. */
function maySpeakFor(person: Person, official: string): boolean {
  return person.id !== official && person.rekeyed?.by !== official;
}

function confirms(entry: AcceptedEntry, roster: RosterState, now: RosterState): string | null {
  const said = logActSchemas['key.confirmed'].safeParse(entry.body);
  const role = roster.positions.get(entry.actor.position ?? '')?.role;
  if (!said.success || entry.userSig === undefined || role === undefined) return null;
  if (!officials.has(role) || !actorStands(entry, roster)) return null;
  const person = now.people.get(said.data.user);
  const isTheirs = person?.keys.sign === said.data.sign && maySpeakFor(person, entry.actor.user);
  return isTheirs ? said.data.sign : null;
}

/** Keys in force that a second official confirmed, each with the first who did. */
export function confirmedKeys(runtime: OfficeRuntime): ReadonlyMap<string, string> {
  const { judge } = foldContext(runtime);
  const now = runtime.roster.current();
  const confirmed = new Map<string, string>();
  for (const row of keyConfirmations(runtime.db)) {
    const entry = entryOfRow(row);
    const { roster, quarantined } = judge(entry);
    const sign = quarantined ? null : confirms(entry, roster, now);
    if (sign !== null && !confirmed.has(sign)) confirmed.set(sign, entry.actor.user);
  }
  return confirmed;
}

/**
 * Says that the new key of a colleague is theirs. Errors: `user-unknown`, `not-allowed` (no official, the person
 * themselves, or whoever enrolled the key), `act-already-done`, `locked`.
 */
export function confirmKey(runtime: OfficeRuntime, { user }: { readonly user: string }): Result<null> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const person = runtime.roster.current().people.get(user);
  if (person === undefined) return fail('user-unknown');
  const held = heldPositions(runtime).find(({ position }) => officials.has(position.role));
  if (held === undefined || !maySpeakFor(person, session.value.user)) return fail('not-allowed');
  if (person.rekeyed === null || confirmedKeys(runtime).has(person.keys.sign))
    return fail('act-already-done');
  const written = append(runtime, session.value, [
    {
      type: 'key.confirmed',
      subject: null,
      actor: actorOf(session.value.user, held),
      body: { user, sign: person.keys.sign },
    },
  ]);
  if (!written.ok) return written;
  runtime.notify({ keys: ['office'] });
  return ok(null);
}
