import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { pagesOf, rotationOf, visibleBox } from './page-tree.ts';
import type { Placement } from './placement.ts';
import { openStrictly, whileReading } from './reading.ts';

/** Size of a stamp as letters show it, in points (about 82 by 22 mm). */
const STAMP = { width: 232, height: 62 } as const;
const MARGIN = 56;
const GAP = 14;

/**
 * Places for the stamps of a chain when nobody chose any: on the last page, in the lower right where Indonesian
 * letters are signed, the last signatory lowest, each above the one before. A narrow page gets narrower stamps.
 * Errors: those of opening, `pdf-no-pages`.
 */
export function freePlaces(pdf: Uint8Array, count: number): PdfResult<readonly Placement[]> {
  const opened = openStrictly(pdf);
  if (!opened.ok) return opened;
  return whileReading(() => {
    const view = opened.value.revisions.at(-1)?.view;
    if (view === undefined) return pdfFail('pdf-no-pages');
    const pages = pagesOf(view);
    const last = pages.at(-1);
    if (last === undefined) return pdfFail('pdf-no-pages');
    const box = visibleBox(view, last);
    const turned = rotationOf(view, last) % 180 !== 0;
    const width = turned ? box.top - box.bottom : box.right - box.left;
    const stampWidth = Math.min(STAMP.width, width - 2 * MARGIN);
    return pdfOk(
      Array.from({ length: count }, (_, index) => ({
        page: pages.length,
        x: width - MARGIN - stampWidth,
        y: MARGIN + (count - 1 - index) * (STAMP.height + GAP),
        width: stampWidth,
        height: STAMP.height,
      })),
    );
  });
}
