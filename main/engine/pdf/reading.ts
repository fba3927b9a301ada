import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { PdfSyntaxError } from './read/limits.ts';
import { openPdf, type PdfFile, type ReadFailure } from './read/pdf-file.ts';

/** What a reader's failure is called outside. */
export function readFailureOf(failure: ReadFailure): ReturnType<typeof pdfFail> {
  return failure.kind === 'encrypted'
    ? pdfFail('pdf-encrypted')
    : pdfFail('pdf-damaged', { detail: failure.reason });
}

/** Opens a file by its own cross-references. Errors: `pdf-damaged`, `pdf-encrypted`. */
export function openStrictly(bytes: Uint8Array): PdfResult<PdfFile> {
  const opened = openPdf(bytes);
  return opened.ok ? pdfOk(opened.file) : readFailureOf(opened.failure);
}

/** Runs work that follows references into a file; a broken place found on the way is the error `pdf-damaged`. */
export function whileReading<T>(work: () => PdfResult<T>): PdfResult<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof PdfSyntaxError) return pdfFail('pdf-damaged', { detail: error.message });
    throw error;
  }
}
