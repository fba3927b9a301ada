import { createPrivateKey } from 'node:crypto';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { openSealed, sealTo } from '../keys/seal.ts';
import type { SigningCredential } from '../keys/p12/credential.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { unwrapUserKeys } from '../keys/wrapped-user-keys.ts';
import { findIdentity } from '../store/identities.ts';
import type { IdentityRow } from '../store/identities.ts';
import { openRotations } from './key-rotation.ts';
import { beginLog, ownLogKey, passOn } from './own-log.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

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
  const own = ownLogKey(runtime, identity, keys, machine);
  if (!own.ok) return own;
  const session: Session = {
    user,
    log: own.value.log,
    logKey: own.value.key,
    userKeys: keys,
    credential: openCredential(identity, keys, user),
    lastTouch: runtime.clock(),
  };
  if (identity.state === 'enrolled') {
    const begun = beginLog(runtime, session, machine);
    if (!begun.ok) return begun;
  }
  runtime.session = session;
  const passed = passOn(runtime, session, own.value.before);
  if (!passed.ok) return passed;
  openRotations(runtime);
  return ok(session);
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
