import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { FreshFile } from '../increment/fresh-file.ts';
import { pdfDate, pdfDict, pdfName, pdfNumber, pdfStream } from '../increment/value.ts';
import { realToken } from '../increment/write-value.ts';
import type { Orientation, PageImage } from './page-image.ts';

/** A4 in points. */
const A4 = { short: 595.276, long: 841.89 } as const;

/** Resolution of a picture that claims none: a phone's picture of a page fills A4, a small logo stays small. */
const ASSUMED_DPI = 150;

/** A scan this close to the page's size fills it; scanners are off by some pixels. */
const FILLS_FROM = 0.95;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Where a picture stands on its page: in its own size at most, never larger than the page, in the middle. */
function layOut(image: PageImage): { page: { width: number; height: number }; box: Box } {
  const [across, up] = swapsSides(image.orientation)
    ? [image.height, image.width]
    : [image.width, image.height];
  const page = across > up ? { width: A4.long, height: A4.short } : { width: A4.short, height: A4.long };
  const points = 72 / (image.dpi ?? ASSUMED_DPI);
  const toPage = Math.min(page.width / (across * points), page.height / (up * points));
  const scale = toPage <= 1 / FILLS_FROM ? toPage : 1;
  const width = across * points * scale;
  const height = up * points * scale;
  return { page, box: { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height } };
}

/** The matrix that draws the unit square of a stored picture upright into a box, by EXIF orientation. */
function uprightMatrix(orientation: Orientation, { x, y, width: w, height: h }: Box): readonly number[] {
  switch (orientation) {
    case 1:
      return [w, 0, 0, h, x, y];
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
  }
}

/** Makes a PDF with one A4 page for each picture, upright, portrait or landscape as the picture is. */
export function imagesToPdf(images: readonly PageImage[], time: Date): Uint8Array {
  const file = new FreshFile();
  const root = file.allocate();
  const tree = file.allocate();
  const hash = createHash('sha256');
  const pages = images.map((image) => {
    hash.update(image.data);
    const { page, box } = layOut(image);
    const matrix = uprightMatrix(image.orientation, box).map((value) =>
      realToken(Math.round(value * 1000) / 1000),
    );
    const content = deflateSync(Buffer.from(`q ${matrix.join(' ')} cm /Im0 Do Q`));
    const picture = file.add(pdfStream(image.dict, image.data));
    const contents = file.add(pdfStream(pdfDict({ Filter: pdfName('FlateDecode') }), content));
    return file.add(
      pdfDict({
        Type: pdfName('Page'),
        Parent: tree,
        MediaBox: [0, 0, pdfNumber(page.width), pdfNumber(page.height)],
        Resources: pdfDict({ XObject: pdfDict({ Im0: picture }) }),
        Contents: contents,
        Annots: file.add([]),
      }),
    );
  });
  const form = file.add(pdfDict({ Fields: [] }));
  const info = file.add(pdfDict({ CreationDate: pdfDate(time), ModDate: pdfDate(time) }));
  file.write(tree, pdfDict({ Type: pdfName('Pages'), Count: pages.length, Kids: pages }));
  file.write(root, pdfDict({ Type: pdfName('Catalog'), Pages: tree, AcroForm: form }));
  return file.finish(root, info, hash.digest().subarray(0, 16));
}
