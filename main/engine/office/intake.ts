import { basename } from 'node:path';

import type { StagedDocument } from '#core/contract/answers.ts';
import type { FileSource, StagePurpose } from '#core/contract/inputs.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { NAME_LIMIT } from '#core/office/letter-acts.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';

import { emptyWriteAheadLog, storeFailure, transact } from '../store/database.ts';
import { findDuplicates } from '../store/home.ts';
import { keepWords } from '../store/letters.ts';
import { rowsOfLetters } from '../store/queue.ts';
import { discardStagedBy, findStaged, insertStaged, isStagedBy, stagedBy } from '../store/staged.ts';
import type { StagedRow } from '../store/staged.ts';
import { signedIn } from './acting.ts';
import { dropStagedFile, keepStagedFile, readStagedFile } from '../store/document-files.ts';
import type { LetterKey } from '../keys/letter-key.ts';
import { keepLetterDocument } from './letter-bytes.ts';
import { openRow } from './letter-secrets.ts';
import type { PdfJobs } from './pdf-jobs.ts';
import { letterRow } from './rows.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * A file name that every system can write: no folders, control or reserved characters, at most 120 characters;
 * the extension stays. What people called the file stays readable.
 */
export function plainFileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).normalize('NFC');
  const safe = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const stem = safe.replace(/\.(pdf|jpe?g|png)$/i, '').trim();
  const short = [...(stem === '' ? 'dokumen' : stem)].slice(0, 116).join('');
  return `${short}.pdf`.slice(0, NAME_LIMIT);
}

function nameOf(file: FileSource): string {
  return plainFileName('path' in file ? file.path : file.name);
}

function stagedView(runtime: OfficeRuntime, row: StagedRow): StagedDocument {
  const ids = findDuplicates(runtime.db, { sha256: row.id, from: '', number: '' });
  const same = ids.length === 0 ? [] : rowsOfLetters(runtime.db, ids, viewer(runtime));
  const roster = runtime.roster.current();
  return {
    id: row.id,
    name: row.name,
    document: refOf(row),
    from: row.source,
    sameBytes: same.map((r) => letterRow(openRow(runtime, r), roster)),
    wouldLose: JSON.parse(row.would_lose),
    signed: row.signed === 1,
    misnamed: row.misnamed === 1,
    purpose: row.purpose,
    stagedAt: row.added,
  };
}

function refOf(row: StagedRow): BlobRef {
  return { sha256: row.id, size: row.size, mime: 'application/pdf', name: row.name, pages: row.pages };
}

/** Takes a PDF in, or images that become one, and keeps it on the disk until it is registered or discarded. */
export async function stage(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  files: readonly FileSource[],
  purpose: StagePurpose,
): Promise<Result<StagedDocument>> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const imported = await pdf.importFiles(files);
  if (!imported.ok) return imported;
  const { value } = imported;
  const first = files[0];
  const name = first === undefined ? 'dokumen.pdf' : nameOf(first);
  try {
    const id = await keepStagedFile(runtime.folder, value.pdf);
    const row: StagedRow = {
      id,
      user: session.value.user,
      name,
      size: value.pdf.length,
      pages: value.pages,
      source: value.source,
      signed: value.signed ? 1 : 0,
      would_lose: JSON.stringify(value.wouldLose),
      misnamed: value.misnamed ? 1 : 0,
      purpose,
      words: value.words,
      added: runtime.clock(),
    };
    transact(runtime.db, (db) => insertStaged(db, row));
    runtime.notify({ keys: ['intake'] });
    return ok(stagedView(runtime, row));
  } catch (error) {
    return fail(...storeFailure(error, runtime.folder));
  }
}

/** Everything that the person took in and did not register. */
export function listStaged(runtime: OfficeRuntime): Result<readonly StagedDocument[]> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  return ok(stagedBy(runtime.db, session.value.user).map((row) => stagedView(runtime, row)));
}

/** Throws away what the person took in; a colleague who took in the same document keeps it. */
export async function discardStaged(runtime: OfficeRuntime, id: string): Promise<Result<null>> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  transact(runtime.db, (db) => discardStagedBy(db, id, session.value.user));
  if (findStaged(runtime.db, id) === undefined) await dropStagedFile(runtime.folder, id);
  runtime.notify({ keys: ['intake'] });
  return ok(null);
}

/** Bytes of a staged document, for the page beside the form. */
export async function stagedBytes(runtime: OfficeRuntime, id: string): Promise<Result<Uint8Array>> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  if (!isStagedBy(runtime.db, id, session.value.user)) return fail('file-missing');
  const bytes = await readStagedFile(runtime.folder, id);
  return bytes === null ? fail('file-missing') : ok(bytes);
}

/**
 * Makes a staged document one of the office's: on the disk before any entry names it. The staged copy stays
 * until the entry is written, so a crash between the two loses nothing. With a letter key it is kept sealed.
 */
export async function takeStaged(
  runtime: OfficeRuntime,
  id: string,
  key: LetterKey | null = null,
): Promise<Result<BlobRef>> {
  const row = findStaged(runtime.db, id);
  const bytes = row === undefined ? null : await readStagedFile(runtime.folder, id);
  if (row === undefined || bytes === null) return fail('file-missing');
  try {
    const kept = await keepLetterDocument(runtime, key, bytes);
    // The words of a secret document are in no search.
    if (key === null && row.words !== '') transact(runtime.db, (db) => keepWords(db, id, row.words));
    return ok({ ...refOf(row), ...kept });
  } catch (error) {
    return fail(...storeFailure(error, runtime.folder));
  }
}

/**
 * Whether the document still waits to be registered: asked right before the entry is written, so that one that was
 * sent twice in a hurry is registered once.
 */
export function isStillStaged(runtime: OfficeRuntime, id: string): boolean {
  return findStaged(runtime.db, id) !== undefined;
}

/**
 * Removes the staged copy after its entry was written; the row went in the entry's transaction. A file that another
 * program holds stays until the next start: the act is done whatever the disk says now.
 */
export async function removeStagedFile(
  runtime: OfficeRuntime,
  id: string,
  key: LetterKey | null = null,
): Promise<void> {
  // The name and words of a secret document stood in the row.
  if (key !== null) emptyWriteAheadLog(runtime.db);
  try {
    await dropStagedFile(runtime.folder, id);
  } catch (error) {
    storeFailure(error, runtime.folder);
  }
  runtime.notify({ keys: ['intake'] });
}
