// The legacy build: Chromium 130 of the development runtime lacks what the modern one takes for granted.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

import { PdfResources } from './pdf-resources.ts';

pdfjs.GlobalWorkerOptions.workerSrc = new URL(workerAddress, document.baseURI).href;

/** One worker for all documents: starting one for each letter would cost more than drawing it. */
let sharedWorker: pdfjs.PDFWorker | null = null;

function worker(): pdfjs.PDFWorker {
  if (sharedWorker === null || sharedWorker.destroyed) sharedWorker = new pdfjs.PDFWorker();
  return sharedWorker;
}

/** Size of a page in points as it is shown upright (its own rotation applied). */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** An open PDF. Pages count from 1. */
export interface PdfHandle {
  readonly document: pdfjs.PDFDocumentProxy;
  readonly pageCount: number;
  /** Sizes of all pages, in order. */
  readonly sizes: readonly PageSize[];
  readonly close: () => void;
}

/** Pages whose own size is read; those after them are taken to be like the last. A letter has fewer. */
const MEASURED_PAGES = 200;

/** Opens a PDF in the viewer's worker. The bytes stay with the caller. Rejects when it cannot be read. */
export async function openPdf(bytes: Uint8Array): Promise<PdfHandle> {
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    worker: worker(),
    BinaryDataFactory: PdfResources,
    useWorkerFetch: false,
    useSystemFonts: false,
    // A letter is looked at, not run: no scripts, no forms, no links.
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const opened = await task.promise;
  const sizes: PageSize[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const last = sizes.at(-1);
    if (number > MEASURED_PAGES && last !== undefined) {
      sizes.push(last);
      continue;
    }
    const page = await opened.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return {
    document: opened,
    pageCount: opened.numPages,
    sizes,
    close: () => {
      void task.destroy();
    },
  };
}

export { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
