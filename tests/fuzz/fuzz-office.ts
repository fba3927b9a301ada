import { createECDH, createPrivateKey } from 'node:crypto';

import { exchangeKeyFromSecret } from '#main/engine/keys/exchange-key.ts';
import { invitationFrom } from '#main/engine/keys/invitation.ts';
import { keyRing, officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { rootKeyFrom } from '#main/engine/keys/root-key.ts';
import { signingKeyFromSeed } from '#main/engine/keys/signing-key.ts';
import type { UserKeySet } from '#main/engine/keys/user-keys.ts';
import { sha256, sha256Hex } from '#main/engine/log/digest.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';

/** 32 bytes that are the same in every run, so that a find can be given to its target again in years. */
const bytesFor = (what: string) => sha256(`nirkertas fuzz\n${what}`);

function certificateKey() {
  const curve = createECDH('prime256v1');
  const secret = bytesFor('certificate');
  curve.setPrivateKey(secret);
  const point = curve.getPublicKey();
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
  return createPrivateKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', d: secret.toString('base64url'), x: part(1), y: part(33) },
  });
}

/** An office whose every key is fixed. It is for odd inputs alone. */
export const FUZZ_OFFICE = sha256Hex('nirkertas fuzz office').slice(0, 32);
export const officeKey = officeKeyFrom(bytesFor('office key'));
export const sealing = { officeId: FUZZ_OFFICE, keys: keyRing(officeKey) };
export const root = rootKeyFrom(bytesFor('root'));
export const logKey = signingKeyFromSeed(bytesFor('log'));
export const log = logIdOf(logKey.public) ?? '';
export const user = 'usr_0123456789abcdef';
export const userKeys: UserKeySet = {
  sign: signingKeyFromSeed(bytesFor('user')),
  exchange: exchangeKeyFromSecret(bytesFor('exchange')),
  certificate: certificateKey(),
};
export const invitation = invitationFrom(FUZZ_OFFICE, bytesFor('invitation').subarray(0, 16));
export const signer = { officeId: FUZZ_OFFICE, key: userKeys.sign };
