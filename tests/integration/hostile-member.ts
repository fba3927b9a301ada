import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Actor, Dependency, RosterPosition } from '#core/office/entry.ts';
import { officeKeyFrom } from '#main/engine/keys/office-key.ts';
import type { OfficeKey } from '#main/engine/keys/office-key.ts';
import type { UserKeySet } from '#main/engine/keys/user-keys.ts';
import { entryAt } from '#main/engine/store/entries.ts';
import { officeKeys } from '#main/engine/store/identities.ts';
import { allLogs } from '#main/engine/store/logs.ts';

import { forgeLog } from '../simulation/forged-log.ts';
import type { ForgedLog, Forgery } from '../simulation/forged-log.ts';
import { officeOf } from './cli-audit-samples.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

/** A person of the office with a program of their own: what they hold is real, what they write is theirs to choose. */
export interface Member {
  readonly user: string;
  readonly keys: UserKeySet;
  readonly officeKey: OfficeKey;
  readonly actor: (position: string | null, more?: Partial<Actor>) => Actor;
}

/** The person signed in on a PC, with what an unlocked session holds. */
export function memberOn({ engine }: Pc): Member {
  const { session, db } = officeOf(engine);
  const [current] = officeKeys(db);
  if (session?.userKeys == null || current === undefined) throw new Error('nobody is signed in');
  const { user, userKeys } = session;
  return {
    user,
    keys: userKeys,
    officeKey: officeKeyFrom(current.key),
    actor: (position, more = {}) => ({ user, position, standing: 'definitive', ...more }),
  };
}

export interface LogOfTheirOwn {
  readonly acts: readonly Forgery[];
  /** Whose the log says it is; the member's own unless told otherwise. */
  readonly owner?: { readonly user: string; readonly signer: UserKeySet['sign'] | null };
  /** Claimed time, milliseconds since 1970 UTC. */
  readonly time?: number;
  /** The place of the roster that it names; the newest one unless told otherwise. */
  readonly roster?: RosterPosition;
  /** Whether the first act names all that its PC has seen, as honest ones do; otherwise it comes out of nowhere. */
  readonly hasSeen?: boolean;
}

/** The end of every log that took effect on a PC. */
function endsOn({ engine }: Pc): readonly Dependency[] {
  const { db } = officeOf(engine);
  return allLogs(db).flatMap(({ id, log, accepted_seq: seq }) => {
    const hash = seq < 0 ? undefined : entryAt(db, id, seq)?.hash;
    return hash === undefined ? [] : [{ log, seq, hash }];
  });
}

/** Writes a whole log of a member's, with a key of its own, onto the share. `on` knows the office's newest roster. */
export function putLog(
  office: TestOffice,
  on: Pc,
  member: Member,
  {
    acts,
    owner = { user: member.user, signer: member.keys.sign },
    time = Date.now(),
    roster = officeOf(on.engine).roster.current().at,
    hasSeen = true,
  }: LogOfTheirOwn,
): ForgedLog {
  const { officeId } = officeOf(on.engine);
  const { officeKey } = member;
  const [first, ...others] = acts;
  const seen = first === undefined || !hasSeen ? acts : [{ deps: [...endsOn(on)], ...first }, ...others];
  const forged = forgeLog({ officeId, officeKey, owner, roster, time, acts: seen });
  for (const [path, bytes] of forged.files) {
    const at = join(office.share, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }
  return forged;
}
