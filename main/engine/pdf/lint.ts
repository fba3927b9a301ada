import { type PdfError, pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { isSigned, signatureFieldsOf } from './form-fields.ts';
import { sizeError } from './limits.ts';
import { type Losses, lossesOf } from './losses.ts';
import { pagesOf } from './page-tree.ts';
import { openStrictly, whileReading } from './reading.ts';
import { repairPdf } from './repair.ts';
import { signingObstacle } from './signing-obstacle.ts';

/** What a PDF is before anything touches it. */
export interface PdfReport {
  readonly bytes: number;
  readonly pages: number;
  /** How the file's newest cross-reference is written. */
  readonly xref: 'table' | 'stream';
  /** Saved states in the file; 1 when it was never updated incrementally. */
  readonly revisions: number;
  /** Readable only by repairing it: what one program shows another may not. Never signed as it is. */
  readonly needsRepair: boolean;
  readonly signatures: number;
  /** Names of signature fields that wait to be filled. */
  readonly emptySignatureFields: readonly string[];
  /** What rewriting would lose. */
  readonly losses: Losses;
  /** Why the file cannot be signed as it is; `normalise` removes every one of these from an unsigned file. */
  readonly obstacle?: PdfError;
}

/** Lints by the file's own cross-references. Errors: `pdf-damaged`, `pdf-encrypted`, `pdf-no-pages`. */
export function lintStrictly(pdf: Uint8Array): PdfResult<PdfReport> {
  const opened = openStrictly(pdf);
  if (!opened.ok) return opened;
  const file = opened.value;
  return whileReading(() => {
    const newest = file.revisions.at(-1);
    if (newest === undefined) return pdfFail('pdf-damaged', { detail: 'no revision' });
    const pages = pagesOf(newest.view);
    if (pages.length === 0) return pdfFail('pdf-no-pages');
    const fields = signatureFieldsOf(newest.view);
    const obstacle = signingObstacle(file);
    return pdfOk({
      bytes: pdf.length,
      pages: pages.length,
      xref: newest.view.sections[0]?.kind ?? 'table',
      revisions: file.revisions.length,
      needsRepair: false,
      signatures: fields.filter(isSigned).length,
      emptySignatureFields: fields.filter((field) => !isSigned(field)).map((field) => field.name),
      losses: lossesOf(newest.view, pages),
      ...(obstacle === undefined ? {} : { obstacle }),
    });
  });
}

/**
 * Looks at a PDF without changing it. A file that only repairing can read is reported as such rather than refused, so
 * that a letter from a careless scanner can still be registered and shown.
 *
 * Errors: `file-empty`, `file-too-large`, `pdf-encrypted`, `pdf-no-pages`, `pdf-damaged` (beyond repair).
 */
export async function lintPdf(pdf: Uint8Array): Promise<PdfResult<PdfReport>> {
  const size = sizeError(pdf.length);
  if (size !== undefined) return { ok: false, error: size };
  const strict = lintStrictly(pdf);
  if (strict.ok || strict.error.code !== 'pdf-damaged') return strict;
  const repaired = await repairPdf(pdf);
  if (!repaired.ok) return repaired;
  const report = lintStrictly(repaired.value);
  if (!report.ok) return report;
  return pdfOk({ ...report.value, bytes: pdf.length, needsRepair: true, obstacle: strict.error });
}
