import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { signingCredential } from '../keys/p12/credential.ts';
import type { SigningCredential } from '../keys/p12/credential.ts';
import { officeRoot } from './certificates.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** What the person signs with: their own P12, or the certificate of the office's CA. Needs the unlocked user key. */
export function credentialOf(runtime: OfficeRuntime, session: Session): Result<SigningCredential> {
  if (session.userKeys === null) return fail('locked');
  const now = new Date(runtime.clock());
  if (session.credential !== null) {
    // It was checked when it was taken into use; certificates run out meanwhile.
    const { key, certificate, chain } = session.credential;
    const checked = signingCredential(key, certificate, chain, now);
    return checked.ok ? ok(session.credential) : checked;
  }
  const person = runtime.roster.current().people.get(session.user);
  const root = officeRoot(runtime);
  if (person?.certificate === null || person?.certificate === undefined || root === null) {
    return fail('certificate-none');
  }
  return signingCredential(
    session.userKeys.certificate,
    Buffer.from(person.certificate, 'base64url'),
    [root],
    now,
  );
}
