import { EncryptedPDFError, PDFDocument } from 'pdf-lib';
import { pdfFail, pdfOk, type PdfResult } from './codes.ts';

/**
 * Reads a damaged file as tolerantly as pdf-lib can (it looks for objects one after the other) and writes it anew.
 * What comes out may show less than the original did: it is for unsigned files only, and a person looks at it before it
 * goes on. Errors: `pdf-encrypted`, `pdf-damaged`.
 */
export async function repairPdf(pdf: Uint8Array): Promise<PdfResult<Uint8Array>> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: false });
    if (document.getPageCount() === 0) return pdfFail('pdf-no-pages');
    const saved = await document.save({
      useObjectStreams: false,
      updateFieldAppearances: false,
      addDefaultPage: false,
    });
    return pdfOk(saved);
  } catch (error) {
    // pdf-lib reports every kind of damage by throwing; there is nothing else to tell the kinds apart by.
    if (error instanceof EncryptedPDFError) return pdfFail('pdf-encrypted');
    return pdfFail('pdf-damaged', { detail: error instanceof Error ? error.message : String(error) });
  }
}
