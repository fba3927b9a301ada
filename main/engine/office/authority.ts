import { createPrivateKey, createPublicKey } from 'node:crypto';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { issuePersonalCertificate } from '../keys/ca/authority.ts';
import type { OfficeAuthority } from '../keys/ca/authority.ts';
import { openSealed, sealTo } from '../keys/seal.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { sha256Hex } from '../log/digest.ts';
import { readMeta } from '../store/meta.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Years that a personal certificate is good for. */
const PERSONAL_YEARS = 2;

const purpose = (officeId: string) => `authority-to-writer\n${officeId}`;

/** Seals the CA's private key to a person's public exchange key. */
export function sealAuthorityTo(authority: OfficeAuthority, exchange: string, officeId: string): string {
  return sealTo(exchange, purpose(officeId), authority.key.export({ type: 'pkcs8', format: 'der' }));
}

/** The CA's private key as the roster writer's PC keeps it: it opens with that person's user key. */
export function sealAuthority(authority: OfficeAuthority, keys: UserKeySet, officeId: string): string {
  return sealAuthorityTo(authority, keys.exchange.public, officeId);
}

/** The office CA, on the PC of the one who writes the roster. Errors: `not-roster-writer`, `locked`. */
export function openAuthority(runtime: OfficeRuntime): Result<OfficeAuthority> {
  const { authority: root, authorityHanded: handed } = runtime.roster.current();
  const keys = runtime.session?.userKeys ?? null;
  if (keys === null) return fail('locked');
  if (root === null) return fail('not-roster-writer');
  const pkcs8 = [readMeta(runtime.db, 'authority.key'), handed?.sealed ?? null]
    .map((sealed) => (sealed === null ? null : openSealed(keys.exchange, purpose(runtime.officeId), sealed)))
    .find((opened) => opened !== null);
  if (pkcs8 == null) return fail('not-roster-writer');
  return ok({
    key: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(root.certificate, 'base64url'),
  });
}

export interface CertificateHolder {
  readonly user: string;
  readonly name: string;
  readonly nip: string;
  readonly title: string;
  /** DER of the SubjectPublicKeyInfo, base64url. */
  readonly spki: string;
}

/** Issues an office certificate; answers the roster act's body. */
export function certify(
  authority: OfficeAuthority,
  office: string,
  holder: CertificateHolder,
  now: number,
): Result<{ user: string; certificate: string; fingerprint: string }> {
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + PERSONAL_YEARS);
  const issued = issuePersonalCertificate(authority, {
    subject: {
      commonName: holder.name,
      organization: office,
      title: holder.title,
      ...(holder.nip === '' ? {} : { employeeNumber: holder.nip }),
    },
    publicKey: createPublicKey({ key: Buffer.from(holder.spki, 'base64url'), format: 'der', type: 'spki' }),
    now: new Date(now),
    until,
  });
  if (!issued.ok) return issued;
  return ok({
    user: holder.user,
    certificate: Buffer.from(issued.value).toString('base64url'),
    fingerprint: sha256Hex(issued.value),
  });
}
