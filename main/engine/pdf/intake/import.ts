import { type PdfError, pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { sizeError } from '../limits.ts';
import { lintPdf, type PdfReport } from '../lint.ts';
import { fileKind, nameFits } from './file-kind.ts';
import { imagesToPdf } from './images-to-pdf.ts';
import { readJpeg } from './jpeg.ts';
import type { PageImage } from './page-image.ts';
import { readPng } from './png.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document for the store. */
export interface ImportedDocument {
  /** The incoming PDF byte for byte, or the one made from pictures. */
  readonly pdf: Uint8Array;
  readonly source: 'pdf' | 'images';
  readonly report: PdfReport;
  /** Names whose ending says something else than the content is. */
  readonly misnamed: readonly string[];
}

/** A whole PDF ends in %%EOF within its last kilobyte; a cut one does not (ISO 32000-2, 7.5.5 and annex I). */
const END_WINDOW = 1024;

function isCut(pdf: Uint8Array): boolean {
  const tail = pdf.subarray(Math.max(0, pdf.length - END_WINDOW));
  return !Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).includes('%%EOF');
}

async function importPdf(
  bytes: Uint8Array,
): Promise<PdfResult<Pick<ImportedDocument, 'pdf' | 'source' | 'report'>>> {
  if (isCut(bytes)) return pdfFail('pdf-damaged', { detail: 'the end of the file is missing' });
  const report = await lintPdf(bytes);
  return report.ok ? pdfOk({ pdf: bytes, source: 'pdf', report: report.value }) : report;
}

function sizeErrorOf(files: readonly IncomingFile[]): PdfError | undefined {
  for (const file of files) {
    const error = sizeError(file.bytes.length);
    if (error !== undefined) return error;
  }
  return sizeError(files.reduce((sum, file) => sum + file.bytes.length, 0));
}

/**
 * Takes in one PDF, or one or more pictures that become the pages of one PDF, judged by content and not by name. A PDF
 * is kept byte for byte; nothing is saved anew on intake.
 *
 * Errors: `file-empty`, `file-too-large`, `file-not-document`, `image-damaged`, `image-too-large`, and those of `lintPdf`.
 */
export async function importFiles(
  files: readonly IncomingFile[],
  time: Date,
): Promise<PdfResult<ImportedDocument>> {
  const size = sizeErrorOf(files);
  if (size !== undefined) return { ok: false, error: size };
  const [first] = files;
  if (first === undefined) return pdfFail('file-empty');
  const kinds = files.map((file) => ({ file, kind: fileKind(file.bytes) }));
  const misnamed = kinds.filter(({ file, kind }) => !nameFits(file.name, kind)).map(({ file }) => file.name);
  if (kinds.length === 1 && kinds[0]?.kind === 'pdf') {
    const imported = await importPdf(first.bytes);
    return imported.ok ? pdfOk({ ...imported.value, misnamed }) : imported;
  }
  const images: PageImage[] = [];
  for (const { file, kind } of kinds) {
    // Several files are the pages of one letter; a PDF among them is a letter of its own.
    if (kind !== 'jpeg' && kind !== 'png') return pdfFail('file-not-document', { kind, name: file.name });
    const image = kind === 'jpeg' ? readJpeg(file.bytes, file.name) : readPng(file.bytes, file.name);
    if (!image.ok) return image;
    images.push(image.value);
  }
  const pdf = imagesToPdf(images, time);
  const report = await lintPdf(pdf);
  return report.ok ? pdfOk({ pdf, source: 'images', report: report.value, misnamed }) : report;
}
