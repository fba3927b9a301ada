import type { SigningCredential } from '../keys/p12/credential.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import type { PdfJobs } from './pdf-jobs.ts';

/**
 * The person signed in on this PC. The log key stays until they leave, so that what they wrote still travels;
 * the user key goes at the idle lock, and binding acts then ask for the passphrase again.
 */
export interface Session {
  readonly user: string;
  readonly log: string;
  readonly logKey: SigningKey;
  userKeys: UserKeySet | null;
  /** Own P12 credential, opened with the user key; null while the office certificate is used. */
  credential: SigningCredential | null;
  lastTouch: number;
}

/** Drops everything that could bind the person: here, and in the workers that sign. */
export function lockSession(session: Session, pdf: Pick<PdfJobs, 'lock'>): void {
  session.userKeys = null;
  session.credential = null;
  pdf.lock(session.user);
}
