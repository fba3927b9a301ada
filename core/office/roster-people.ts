import type { RosterActBody } from './roster-acts.ts';
import type { Person } from './roster.ts';

/** The taker as the root key names them: the person there was, with a new key or the old one, or a new person. */
export function personByRoot(
  known: Person | undefined,
  { user, name, nip, keys }: RosterActBody<'roster.taken-over'>,
  time: number,
): Person {
  const sameKeys = known?.keys.sign === keys.sign;
  return {
    id: user,
    name,
    nip,
    keys,
    certificate: sameKeys ? known.certificate : null,
    fingerprint: sameKeys ? known.fingerprint : null,
    admittedAt: known?.admittedAt ?? time,
    // The root key's word needs no second official.
    rekeyed: sameKeys ? known.rekeyed : null,
  };
}
