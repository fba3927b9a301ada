import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { generateSigningKey } from '../keys/signing-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { unwrapLogKey, wrapLogKey } from '../keys/wrapped-log-key.ts';
import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { isForked } from '../store/branches.ts';
import { transact } from '../store/database.ts';
import { findIdentity, saveIdentity } from '../store/identities.ts';
import type { IdentityRow } from '../store/identities.ts';
import { disownLog, findLog, isBehind } from '../store/logs.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import { openAuthority, sealAuthorityTo } from './authority.ts';
import { registrySuccession } from './registry-succession.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** What this PC is, as `log.opened` says it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly machine: string;
}

/** The device facts kept when the office was made or joined. */
export function deviceOf(runtime: OfficeRuntime): Device {
  return {
    id: readMeta(runtime.db, 'device.id') ?? '',
    name: readMeta(runtime.db, 'device.name') ?? '',
    machine: readMeta(runtime.db, 'device.machine') ?? '',
  };
}

/** The key of a person's log on this PC. */
export interface OwnLogKey {
  readonly log: string;
  readonly key: SigningKey;
  /** The log before and its key, when it was continued twice and may only say to whom its rights go. */
  readonly before: { readonly log: string; readonly key: SigningKey } | null;
}

/** Whether the log was continued twice and can say its last word: not before all of this continuation took effect. */
function mayEnd({ db }: OfficeRuntime, log: string): boolean {
  const row = findLog(db, log);
  return row !== undefined && !isBehind(row) && isForked(db, log);
}

/** Gives a person a fresh log on this PC; a copy of another PC gets an id of its own with it. */
function freshLogKey(
  runtime: OfficeRuntime,
  identity: IdentityRow,
  keys: UserKeySet,
  machine: string,
): { log: string; key: SigningKey } {
  const key = generateSigningKey();
  const log = logIdOf(key.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const wrapped = Buffer.from(wrapLogKey(key, keys, { officeId: runtime.officeId, machine }));
  const device = deviceOf(runtime);
  const old = findLog(runtime.db, identity.log);
  const isTwin = old?.device === device.id && isForked(runtime.db, identity.log);
  transact(runtime.db, (db) => {
    saveIdentity(db, { ...identity, log, log_key: wrapped }, runtime.clock());
    if (device.machine !== machine) {
      writeMeta(db, 'device.machine', machine);
      // What its owner ended here is this PC's to keep on the share.
      if (old?.retired_seq == null) disownLog(db, identity.log);
    }
    if (device.machine !== machine || isTwin) writeMeta(db, 'device.id', newId('dev'));
  });
  return { log, key };
}

/**
 * The log key of this person on this machine. On another machine than the one it was made for (a copied disk, a
 * restored backup), and where the log was continued twice or its owner ended it, the person gets a fresh one, so that
 * no log is ever continued in two places knowingly. Error: `store-damaged`.
 */
export function ownLogKey(
  runtime: OfficeRuntime,
  identity: IdentityRow,
  keys: UserKeySet,
  machine: string,
): Result<OwnLogKey> {
  const unwrapped = unwrapLogKey(identity.log_key.toString('utf8'), keys, {
    officeId: runtime.officeId,
    machine,
  });
  if (unwrapped.ok) {
    const { log } = identity;
    const key = unwrapped.value;
    if (findLog(runtime.db, log)?.retired_seq != null) {
      return ok({ ...freshLogKey(runtime, identity, keys, machine), before: null });
    }
    if (!mayEnd(runtime, log)) return ok({ log, key, before: null });
    return ok({ ...freshLogKey(runtime, identity, keys, machine), before: { log, key } });
  }
  if (unwrapped.code !== 'other-machine') {
    return fail('store-damaged', { folder: runtime.folder, detail: unwrapped.code });
  }
  return ok({ ...freshLogKey(runtime, identity, keys, machine), before: null });
}

/** Writes the first entry of the session's log if it has none: its key, certified by the user key. */
export function beginLog(runtime: OfficeRuntime, session: Session, machine: string): Result<null> {
  if (findLog(runtime.db, session.log) !== undefined) return ok(null);
  const device = deviceOf(runtime);
  const written = append(runtime, session, [
    {
      type: 'log.opened',
      subject: null,
      actor: personActor(session.user),
      body: { key: session.logKey.public, device: device.id, deviceName: device.name, machine },
    },
  ]);
  return written.ok ? ok(null) : written;
}

/**
 * The last word of a log that was continued twice, if it wrote the roster: the fresh log of the same person writes on,
 * and keeps the books that the old one kept, above everything that anybody announced. Where both PCs say it, the rule
 * of the roster's main chain tells whose word counts. The session's user key must be open.
 */
export function passOn(runtime: OfficeRuntime, session: Session, before: OwnLogKey['before']): Result<null> {
  const roster = runtime.roster.current();
  const exchange = roster.people.get(session.user)?.keys.exchange;
  if (before === null || roster.writerLog !== before.log || exchange === undefined) return ok(null);
  const authority = openAuthority(runtime);
  const actor = personActor(session.user);
  const sealed = authority.ok ? sealAuthorityTo(authority.value, exchange, runtime.officeId) : null;
  const old: Session = { ...session, log: before.log, logKey: before.key };
  const written = append(
    runtime,
    old,
    [
      ...registrySuccession(runtime, new Set([before.log]), session.log, actor),
      {
        type: 'roster.handed-over',
        subject: null,
        actor,
        body: { log: session.log, user: session.user, authority: sealed },
      },
    ],
    undefined,
    true,
  );
  return written.ok ? ok(null) : written;
}

/**
 * Gives an open session a fresh log when its own turned out to be continued on another PC. A locked session waits for
 * the passphrase. Answers whether the log changed.
 */
export function renewSession(runtime: OfficeRuntime): boolean {
  const { session, db } = runtime;
  if (session === null || session.userKeys === null || !mayEnd(runtime, session.log)) return false;
  const identity = findIdentity(db, session.user);
  if (identity?.state !== 'enrolled' || identity.log !== session.log) return false;
  const { machine } = deviceOf(runtime);
  const own = ownLogKey(runtime, identity, session.userKeys, machine);
  if (!own.ok) return false;
  const renewed: Session = { ...session, log: own.value.log, logKey: own.value.key };
  if (!beginLog(runtime, renewed, machine).ok) return false;
  runtime.session = renewed;
  passOn(runtime, renewed, own.value.before);
  runtime.notify({ keys: ['session', 'sync'] });
  return true;
}
