import { isSecret } from '#core/office/enums.ts';

import { transact } from '../store/database.ts';
import { readDocument } from '../store/document-files.ts';
import { keepWords, lettersOfDocument, readSecurityClass } from '../store/letters.ts';
import type { PdfJobs } from './pdf-jobs.ts';
import type { OfficeRuntime } from './runtime.ts';

/** A document came from the share: its words join the search, and whoever looks at its letters sees it. */
export async function documentArrived(runtime: OfficeRuntime, pdf: PdfJobs, sha256: string): Promise<void> {
  const letters = lettersOfDocument(runtime.db, sha256);
  runtime.notify({ keys: ['letters'], letters });
  // A secret document is sealed bytes here; its words are in no search.
  if (letters.some((id) => isSecret(readSecurityClass(runtime.db, id) ?? 'biasa'))) return;
  const bytes = await readDocument(runtime.folder, sha256);
  if (bytes === null) return;
  const words = await pdf.words(bytes);
  if (words === '' || !runtime.db.open) return;
  transact(runtime.db, (db) => keepWords(db, sha256, words));
}
