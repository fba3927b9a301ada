import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { VerificationView } from '#core/contract/verification.ts';
import { destroyedDocuments, documentsOfLetter } from '#core/office/letter-documents.ts';
import type { LetterState } from '#core/office/letter-state.ts';

import { groundsFor } from './acting.ts';
import { trustedRoots } from './certificates.ts';
import { readLetterDocument } from './letter-bytes.ts';
import { contradictions } from './memo-proof.ts';
import type { PdfJobs } from './pdf-jobs.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Whether the document belongs to the letter: itself, an attachment, a follow-up's, or a revision, also one of another side. */
function belongs(letter: LetterState, sha256: string): boolean {
  return documentsOfLetter(letter).some((blob) => blob.sha256 === sha256);
}

/** Bytes of one of the letter's documents. Errors: `letter-not-found`, `not-found`, `document-not-arrived`,
 * `document-destroyed`, `letter-key-missing`. */
export async function documentOf(
  runtime: OfficeRuntime,
  letter: string,
  sha256: string,
): Promise<Result<Uint8Array>> {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  if (!belongs(grounds.value.letter, sha256)) return fail('not-found');
  if (destroyedDocuments(grounds.value.letter).has(sha256)) return fail('document-destroyed');
  return readLetterDocument(runtime, grounds.value.letter, sha256);
}

/**
 * What needs a document, tried again once after the share was asked for it: PCs that are no keepers fetch what somebody
 * opens, and a copy that was damaged here comes anew.
 *
 * @param fetchDocument answers false when the share does not have it
 */
export async function withDocument<T>(
  fetchDocument: ((sha256: string) => Promise<boolean>) | undefined,
  sha256: string,
  use: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const first = await use();
  if (first.ok || first.error.code !== 'document-not-arrived' || fetchDocument === undefined) return first;
  return (await fetchDocument(sha256)) ? use() : first;
}

/** What the verifier says of one of the letter's documents, under the roots of this office. */
export async function letterSignatures(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  letter: string,
  sha256: string,
): Promise<Result<VerificationView>> {
  const bytes = await documentOf(runtime, letter, sha256);
  if (!bytes.ok) return bytes;
  const verified = await pdf.verify(bytes.value, trustedRoots(runtime));
  if (!verified.ok) return verified;
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const { value } = verified;
  const found = await contradictions(runtime, grounds.value.letter, sha256, bytes.value, value);
  const verdict = found.some((f) => f.severity === 'error') ? 'invalid' : value.verdict;
  return ok({ ...value, verdict, findings: [...found, ...value.findings] });
}
