import { createPrivateKey } from 'node:crypto';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { PersonInput } from '#core/contract/inputs.ts';

import type { OfficeAuthority } from '../keys/ca/authority.ts';
import type { RootKey } from '../keys/root-key.ts';
import { openSealed, sealPurposes } from '../keys/seal.ts';
import { signLogByRoot, signTakeOver } from '../keys/take-over.ts';
import { certificateSpki, publicUserKeys } from '../keys/user-keys.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { newId } from '../log/new-id.ts';
import type { WritableDb } from '../store/database.ts';
import { findLog } from '../store/logs.ts';
import { writeMeta } from '../store/meta.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { certify, sealAuthority } from './authority.ts';
import { isAdmin } from './handing-over.ts';
import { endsOfPerson } from './log-ends.ts';
import { registrySuccession } from './registry-succession.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';
import { deviceOf } from './own-log.ts';

/** Who takes the roster over, with unlocked keys. */
export interface Taker {
  readonly session: Session;
  readonly keys: UserKeySet;
  readonly person: PersonInput;
}

/** The office CA as the root key opens it; null for an office whose CA it does not open. */
function authorityOf(runtime: OfficeRuntime, root: RootKey): OfficeAuthority | null {
  const { authority } = runtime.roster.current();
  if (authority === null) return null;
  const purpose = sealPurposes.authorityToRoot(runtime.officeId);
  const pkcs8 = openSealed(root.exchange, purpose, authority.sealedToRoot);
  if (pkcs8 === null) return null;
  return {
    key: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(authority.certificate, 'base64url'),
  };
}

/** The first entry of a fresh log, certified by the root key, since the roster does not know the new key yet. */
function openingActs(runtime: OfficeRuntime, root: RootKey, { session, keys }: Taker): readonly NewAct[] {
  if ((findLog(runtime.db, session.log)?.seq ?? -1) >= 0) return [];
  const device = deviceOf(runtime);
  const own = publicUserKeys(keys);
  const signature = signLogByRoot(root, runtime.officeId, session.log, session.user, own);
  return [
    {
      type: 'log.opened',
      subject: null,
      actor: personActor(session.user),
      body: {
        key: session.logKey.public,
        device: device.id,
        deviceName: device.name,
        machine: device.machine,
        root: { keys: own, signature },
      },
    },
  ];
}

/** An admin position for a taker who holds none: without one the next hand-over could not come back to them. */
function seatActs(runtime: OfficeRuntime, { session, person }: Taker): readonly NewAct[] {
  if (isAdmin(runtime, session.user)) return [];
  const about = { subject: null, actor: personActor(session.user) };
  const position = newId('pos');
  const order = runtime.roster.current().positions.size;
  return [
    {
      ...about,
      type: 'roster.position-set',
      body: { position, title: person.title, unit: null, superior: null, role: 'admin', order },
    },
    {
      ...about,
      type: 'roster.holder-set',
      body: {
        position,
        user: session.user,
        standing: 'definitive',
        from: today(runtime),
        until: null,
        decision: '',
      },
    },
  ];
}

function takeOverAct(runtime: OfficeRuntime, root: RootKey, { session, keys, person }: Taker): NewAct {
  const said = {
    term: runtime.roster.highestTerm() + 1,
    log: session.log,
    user: session.user,
    name: person.name,
    nip: person.nip,
    keys: publicUserKeys(keys),
  };
  const rootSig = signTakeOver(root, runtime.officeId, runtime.roster.current().at, said);
  return {
    type: 'roster.taken-over',
    subject: null,
    actor: personActor(session.user),
    body: { ...said, rootSig },
  };
}

/**
 * Begins a new term by the root key, in one transaction: the log if it is fresh, the take-over, the taker's old key
 * closed if it is replaced, an admin position, a certificate, and the books that ended with the old logs.
 * `also` runs in the same transaction. Error: `kit-other-office`, when the kit does not open the office's CA.
 */
export function takeOver(
  runtime: OfficeRuntime,
  root: RootKey,
  taker: Taker,
  also: (db: WritableDb) => void,
): Result<{ term: number }> {
  const { session, keys, person } = taker;
  const roster = runtime.roster.current();
  const known = roster.people.get(session.user);
  const replaced = known !== undefined && known.keys.sign !== keys.sign.public ? known.keys.sign : null;
  const authority = authorityOf(runtime, root);
  if (authority === null) return fail('kit-other-office');
  const actor = personActor(session.user);
  const certificate =
    known !== undefined && replaced === null
      ? null
      : certify(
          authority,
          roster.name,
          { user: session.user, ...person, spki: certificateSpki(keys) },
          runtime.clock(),
        );
  if (certificate !== null && !certificate.ok) return certificate;
  const cuts = replaced === null ? [] : endsOfPerson(runtime.db, session.user);
  const ended = new Set([roster.writerLog, ...cuts.map(({ log }) => log)]);
  ended.delete(session.log);
  const acts: NewAct[] = [
    ...openingActs(runtime, root, taker),
    takeOverAct(runtime, root, taker),
    ...(replaced === null
      ? []
      : [
          {
            type: 'roster.logs-closed' as const,
            subject: null,
            actor,
            body: { user: session.user, key: replaced, cuts: [...cuts], reason: 'lost' as const },
          },
        ]),
    ...seatActs(runtime, taker),
    ...(certificate === null
      ? []
      : [{ type: 'roster.certificate-issued' as const, subject: null, actor, body: certificate.value }]),
    ...registrySuccession(runtime, ended, session.log, actor),
  ];
  const written = append(runtime, session, acts, (db) => {
    writeMeta(db, 'authority.key', sealAuthority(authority, keys, runtime.officeId));
    also(db);
  });
  return written.ok ? ok({ term: runtime.roster.current().term }) : written;
}
