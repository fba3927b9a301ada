/**
 * The page that the shell prints from a hidden window: draws each page of `document.pdf`, which the shell serves
 * beside it, as a picture on a sheet of its own. Chromium's own PDF viewer prints empty sheets here.
 */
import { openPdf, type PageSize, type PdfHandle } from '#renderer/ui/pdf/open-pdf.ts';

/** Dots per inch: what an office printer shows of a text. */
const resolution = 300;
const pointsPerInch = 72;

async function drawPage(pdf: PdfHandle, number: number): Promise<HTMLImageElement> {
  const page = await pdf.document.getPage(number);
  const viewport = page.getViewport({ scale: resolution / pointsPerInch });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (picture === null) throw new Error('the page is too large to draw');
  const image = new Image();
  image.src = URL.createObjectURL(picture);
  await image.decode();
  return image;
}

/** @returns the size of the first page in points, for the choice of paper */
async function drawDocument(): Promise<PageSize> {
  const answer = await fetch('./document.pdf');
  const pdf = await openPdf(new Uint8Array(await answer.arrayBuffer()));
  const [first] = pdf.sizes;
  if (first === undefined) throw new Error('the document has no pages');
  for (let number = 1; number <= pdf.pageCount; number += 1)
    document.body.append(await drawPage(pdf, number));
  pdf.close();
  return first;
}

// What the print queue calls it.
document.title = decodeURIComponent(window.location.hash.slice(1));
// The shell waits for this.
Object.assign(window, { documentDrawn: drawDocument() });
