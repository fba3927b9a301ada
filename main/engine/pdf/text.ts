import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { ensureWithResolvers } from './with-resolvers.ts';

/** Pages whose text is taken for the search index; a longer file is found by its beginning. */
const MAX_PAGES = 200;
/** Characters kept: more than any letter, less than a book that would swell the index. */
const MAX_CHARACTERS = 500_000;

export interface PdfText {
  /** Page texts, joined by form feeds; empty for a scan without a text layer. */
  readonly text: string;
  readonly pages: number;
  /** Whether pages or characters were left out. */
  readonly cut: boolean;
}

/**
 * Extracts the text of a PDF for search, with pdf.js, which reads what viewers read. Errors: `pdf-encrypted`,
 * `pdf-damaged`.
 */
export async function extractText(pdf: Uint8Array): Promise<PdfResult<PdfText>> {
  ensureWithResolvers();
  // Loaded when first needed: the library is large and most jobs have no use for it. Naming its worker half here lets
  // a bundler find it, and keeps it in this thread, which is a worker itself.
  const [{ getDocument, VerbosityLevel }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  const task = getDocument({
    data: Uint8Array.from(pdf),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const parts: string[] = [];
    let characters = 0;
    const last = Math.min(document.numPages, MAX_PAGES);
    let page = 1;
    for (; page <= last && characters < MAX_CHARACTERS; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      parts.push(words);
      characters += words.length;
    }
    const text = parts.join('\f');
    const cut = page <= document.numPages || text.length > MAX_CHARACTERS;
    return pdfOk({ text: text.slice(0, MAX_CHARACTERS), pages: document.numPages, cut });
  } catch (error) {
    // pdf.js tells its failures apart by the error's name.
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return pdfFail('pdf-encrypted');
    return pdfFail('pdf-damaged', { detail: error instanceof Error ? error.message : String(error) });
  } finally {
    await task.destroy();
  }
}
