import { createPrivateKey } from 'node:crypto';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { openSealed, sealTo } from '../keys/seal.ts';
import type { SigningCredential } from '../keys/p12/credential.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { unwrapLogKey, wrapLogKey } from '../keys/wrapped-log-key.ts';
import { unwrapUserKeys } from '../keys/wrapped-user-keys.ts';
import { transact } from '../store/database.ts';
import { findIdentity, saveIdentity } from '../store/identities.ts';
import type { IdentityRow } from '../store/identities.ts';
import { disownLog, findLog } from '../store/logs.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import { openRotations } from './key-rotation.ts';
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

/** Opens a person's keys with their passphrase. Errors: `user-unknown`, `passphrase-wrong`, `store-damaged`. */
export function openKeys(
  runtime: OfficeRuntime,
  user: string,
  passphrase: string,
): Result<{ identity: IdentityRow; keys: UserKeySet }> {
  const identity = findIdentity(runtime.db, user);
  if (identity === undefined) return fail('user-unknown');
  const keys = unwrapUserKeys(identity.wrapped.toString('utf8'), user, passphrase);
  if (keys.ok) return ok({ identity, keys: keys.value });
  if (keys.code === 'passphrase-wrong') return fail('passphrase-wrong');
  return keys.code === 'keys-newer'
    ? fail('store-newer', { folder: runtime.folder })
    : fail('store-damaged', { folder: runtime.folder, detail: keys.code });
}

/**
 * The log key of this person on this machine. On another machine than the one it was made for (a copied disk, a
 * restored backup) the person gets a fresh one, so that no log is ever continued in two places.
 */
function logKeyFor(
  runtime: OfficeRuntime,
  identity: IdentityRow,
  keys: UserKeySet,
  machine: string,
): Result<SigningKey> {
  const place = { officeId: runtime.officeId, machine };
  const unwrapped = unwrapLogKey(identity.log_key.toString('utf8'), keys, place);
  // A log that its owner ended stays ended; whoever comes back begins another one.
  const isRetired = findLog(runtime.db, identity.log)?.retired_seq != null;
  if (unwrapped.ok && !isRetired) return ok(unwrapped.value);
  if (!unwrapped.ok && unwrapped.code !== 'other-machine') {
    return fail('store-damaged', { folder: runtime.folder, detail: unwrapped.code });
  }
  const fresh = generateSigningKey();
  const log = logIdOf(fresh.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const wrapped = Buffer.from(wrapLogKey(fresh, keys, place));
  transact(runtime.db, (db) => {
    saveIdentity(db, { ...identity, log, log_key: wrapped }, runtime.clock());
    if (!isRetired) disownLog(db, identity.log);
    if (readMeta(db, 'device.machine') === machine) return;
    writeMeta(db, 'device.machine', machine);
    writeMeta(db, 'device.id', newId('dev'));
  });
  return ok(fresh);
}

/** Signs a person in, or gives an open session its user key back. */
export function unlock(
  runtime: OfficeRuntime,
  user: string,
  passphrase: string,
  machine: string,
): Result<Session> {
  const opened = openKeys(runtime, user, passphrase);
  if (!opened.ok) return opened;
  const { identity, keys } = opened.value;
  const logKey = logKeyFor(runtime, identity, keys, machine);
  if (!logKey.ok) return logKey;
  const log = logIdOf(logKey.value.public);
  if (log === null) throw new TypeError('a log key has no id');
  const session: Session = {
    user,
    log,
    logKey: logKey.value,
    userKeys: keys,
    credential: openCredential(identity, keys, user),
    lastTouch: runtime.clock(),
  };
  if (identity.state === 'enrolled') {
    const begun = beginLog(runtime, session, machine);
    if (!begun.ok) return begun;
  }
  runtime.session = session;
  openRotations(runtime);
  return ok(session);
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

const credentialPurpose = (user: string) => `credential\n${user}`;

/** An own P12 credential as this PC keeps it: sealed to the person's key, so it opens with the passphrase alone. */
export function sealCredential(credential: SigningCredential, keys: UserKeySet, user: string): Uint8Array {
  const plain = JSON.stringify({
    key: credential.key.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
    certificate: Buffer.from(credential.certificate).toString('base64url'),
    chain: credential.chain.map((der) => Buffer.from(der).toString('base64url')),
  });
  return Buffer.from(sealTo(keys.exchange.public, credentialPurpose(user), Buffer.from(plain)));
}

function openCredential(identity: IdentityRow, keys: UserKeySet, user: string): SigningCredential | null {
  if (identity.secrets === null) return null;
  const plain = openSealed(keys.exchange, credentialPurpose(user), identity.secrets.toString('utf8'));
  if (plain === null) return null;
  const parts: { key: string; certificate: string; chain: string[] } = JSON.parse(plain.toString('utf8'));
  return {
    key: createPrivateKey({ key: Buffer.from(parts.key, 'base64url'), format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(parts.certificate, 'base64url'),
    chain: parts.chain.map((der) => Buffer.from(der, 'base64url')),
  };
}
