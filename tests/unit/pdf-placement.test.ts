import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FreshFile } from '#main/engine/pdf/increment/fresh-file.ts';
import { pdfDict, pdfName } from '#main/engine/pdf/increment/value.ts';
import { pagesOf } from '#main/engine/pdf/page-tree.ts';
import { MIN_STAMP, overlaps, placeOnPage } from '#main/engine/pdf/placement.ts';
import { openPdf } from '#main/engine/pdf/read/pdf-file.ts';
import type { RevisionView } from '#main/engine/pdf/read/view.ts';
import type { PageLeaf } from '#main/engine/pdf/page-tree.ts';

/** A page with this crop box, turned so, in a file that is really read. */
function pageOf(
  crop: readonly number[],
  rotate: number,
  userUnit = 1,
): { view: RevisionView; page: PageLeaf } {
  const file = new FreshFile();
  const tree = file.allocate();
  const page = file.add(
    pdfDict({
      Type: pdfName('Page'),
      Parent: tree,
      MediaBox: [0, 0, 1000, 1000],
      CropBox: crop,
      Rotate: rotate,
      UserUnit: userUnit,
    }),
  );
  file.write(tree, pdfDict({ Type: pdfName('Pages'), Count: 1, Kids: [page] }));
  const root = file.add(pdfDict({ Type: pdfName('Catalog'), Pages: tree }));
  const opened = openPdf(file.finish(root, file.add(pdfDict({})), new Uint8Array(16)));
  if (!opened.ok) throw new Error(opened.failure.reason);
  const view = opened.file.revisions[0]?.view;
  const [leaf] = view === undefined ? [] : pagesOf(view);
  if (view === undefined || leaf === undefined) throw new Error('no page');
  return { view, page: leaf };
}

describe('placing a stamp', () => {
  // A crop box of 400 by 600 at (100, 50); a box of 200 by 60 at (10, 20) as seen.
  test.each([
    [0, { left: 110, bottom: 70, right: 310, top: 130 }],
    [90, { left: 420, bottom: 60, right: 480, top: 260 }],
    [180, { left: 290, bottom: 570, right: 490, top: 630 }],
    [270, { left: 120, bottom: 440, right: 180, top: 640 }],
    [-90, { left: 120, bottom: 440, right: 180, top: 640 }],
    [450, { left: 420, bottom: 60, right: 480, top: 260 }],
  ])('counts from the lower left of the page as shown, turned by %i', (rotate, rectangle) => {
    const { view, page } = pageOf([100, 50, 500, 650], rotate);
    const placed = placeOnPage(view, page, { page: 1, x: 10, y: 20, width: 200, height: 60 });
    expect(placed.ok && placed.value.rectangle).toEqual(rectangle);
  });

  test('a page whose unit is two points has boxes of half the numbers', () => {
    const { view, page } = pageOf([0, 0, 400, 600], 0, 2);
    const placed = placeOnPage(view, page, { page: 1, x: 100, y: 200, width: 300, height: 100 });
    expect(placed.ok && placed.value.rectangle).toEqual({ left: 50, bottom: 100, right: 200, top: 150 });
  });

  test('every accepted box lies inside the crop box and keeps its size', () => {
    const number = fc.double({ min: -50, max: 700, noNaN: true });
    const rotation = fc.constantFrom(0, 90, 180, 270);
    fc.assert(
      fc.property(number, number, number, number, rotation, (x, y, width, height, rotate) => {
        const { view, page } = pageOf([100, 50, 500, 650], rotate);
        const placed = placeOnPage(view, page, { page: 1, x, y, width, height });
        if (!placed.ok) {
          const [across, up] = rotate % 180 === 0 ? [400, 600] : [600, 400];
          const outside = x < 0 || y < 0 || x + width > across || y + height > up;
          expect(outside || width < MIN_STAMP.width || height < MIN_STAMP.height).toBe(true);
          return;
        }
        const { left, bottom, right, top } = placed.value.rectangle;
        const [w, h] = rotate % 180 === 0 ? [width, height] : [height, width];
        const inside = left >= 99.9 && bottom >= 49.9 && right <= 500.1 && top <= 650.1;
        expect(inside).toBe(true);
        expect(right - left).toBeCloseTo(w, 6);
        expect(top - bottom).toBeCloseTo(h, 6);
      }),
    );
  });

  test('boxes that only touch do not overlap', () => {
    const box = { left: 0, bottom: 0, right: 10, top: 10 };
    expect(overlaps(box, { left: 10, bottom: 0, right: 20, top: 10 })).toBe(false);
    expect(overlaps(box, { left: 9, bottom: 9, right: 20, top: 20 })).toBe(true);
  });
});
