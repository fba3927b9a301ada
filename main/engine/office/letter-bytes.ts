import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { isSecret } from '#core/office/enums.ts';
import type { LetterState } from '#core/office/letter-state.ts';

import { openDocument, sealDocument } from '../keys/letter-key.ts';
import type { LetterKey } from '../keys/letter-key.ts';
import { findBlob } from '../store/blobs.ts';
import { keepDocument, readDocument } from '../store/document-files.ts';
import { letterKeyOf, missingKey } from './letter-secrets.ts';
import type { OfficeRuntime } from './runtime.ts';
import { noteDamagedHere } from './share-documents.ts';

/**
 * Bytes of one of the letter's documents, opened in memory when the letter is secret. A copy that turns out to be
 * damaged is asked for from the share. Errors: `document-not-arrived`; `document-destroyed`; `locked` or
 * `letter-key-missing` when this session does not open the letter, or the document is not sealed with its key.
 */
export async function readLetterDocument(
  runtime: OfficeRuntime,
  letter: Pick<LetterState, 'id' | 'securityClass'>,
  sha256: string,
): Promise<Result<Uint8Array>> {
  const known = findBlob(runtime.db, sha256);
  if (known?.destroyed === 1) return fail('document-destroyed');
  const kept = await readDocument(runtime.folder, sha256);
  if (kept === null) {
    if (known?.here === 1) noteDamagedHere(runtime, sha256);
    return fail('document-not-arrived');
  }
  if (!isSecret(letter.securityClass)) return ok(kept);
  const key = letterKeyOf(runtime, letter.id);
  const opened = key === null ? null : openDocument(key, runtime.officeId, kept);
  return opened === null ? fail(missingKey(runtime)) : ok(opened);
}

/**
 * Keeps a document on this PC, sealed when there is a letter key: then the hash and size are those of the sealed bytes,
 * which is what the log names. Throws what the disk says.
 */
export async function keepLetterDocument(
  runtime: OfficeRuntime,
  key: LetterKey | null,
  plain: Uint8Array,
): Promise<{ sha256: string; size: number }> {
  const bytes = key === null ? plain : sealDocument(key, runtime.officeId, plain);
  return { sha256: await keepDocument(runtime.folder, bytes), size: bytes.length };
}
