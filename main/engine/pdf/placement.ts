import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { type PageLeaf, type Rectangle, rotationOf, visibleBox } from './page-tree.ts';
import { numeric } from './read/values.ts';
import type { RevisionView } from './read/view.ts';

/** Where a stamp stands, as a person sees the page: turned the way it is shown, measured from its lower left corner. */
export interface Placement {
  /** 1 for the first page. */
  readonly page: number;
  /** PDF points (1/72 inch). */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box in which QR and text stay readable on paper, in points (about 42 by 14 mm). */
export const MIN_STAMP = { width: 120, height: 40 } as const;

/** A placement in the page's own space, and how the stamp is turned to be upright there. */
export interface PlacedBox {
  readonly rectangle: Rectangle;
  /** Form matrix that turns the upright stamp against the page's rotation. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** Form matrix that turns a stamp upright on a page that is shown turned clockwise by so many degrees. */
export const UPRIGHT_MATRIX = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
} as const;

const TOLERANCE = 0.01;

/** Turns a seen placement into the page's own space. Errors: `placement-outside`, `placement-too-small`. */
export function placeOnPage(view: RevisionView, page: PageLeaf, placement: Placement): PdfResult<PlacedBox> {
  const box = visibleBox(view, page);
  const rotation = rotationOf(view, page);
  const unit = numeric(view.resolve(page.dict.entries.get('UserUnit'))) ?? 1;
  const sideways = rotation === 90 || rotation === 270;
  const seenWidth = (sideways ? box.top - box.bottom : box.right - box.left) * unit;
  const seenHeight = (sideways ? box.right - box.left : box.top - box.bottom) * unit;
  const { x, y, width, height } = placement;
  const numbers = [x, y, width, height];
  const inside =
    numbers.every(Number.isFinite) &&
    x >= -TOLERANCE &&
    y >= -TOLERANCE &&
    x + width <= seenWidth + TOLERANCE &&
    y + height <= seenHeight + TOLERANCE;
  if (!inside) return pdfFail('placement-outside', { page: placement.page });
  if (width < MIN_STAMP.width || height < MIN_STAMP.height) {
    return pdfFail('placement-too-small', { minWidth: MIN_STAMP.width, minHeight: MIN_STAMP.height });
  }
  const [l, b, w, h] = [x / unit, y / unit, width / unit, height / unit];
  const turned: Record<0 | 90 | 180 | 270, Rectangle> = {
    0: { left: box.left + l, bottom: box.bottom + b, right: box.left + l + w, top: box.bottom + b + h },
    // Shown turned clockwise by 90: what is seen going right goes up in the page, what is seen going up goes left.
    90: { left: box.right - b - h, bottom: box.bottom + l, right: box.right - b, top: box.bottom + l + w },
    180: { left: box.right - l - w, bottom: box.top - b - h, right: box.right - l, top: box.top - b },
    270: { left: box.left + b, bottom: box.top - l - w, right: box.left + b + h, top: box.top - l },
  };
  return pdfOk({ rectangle: turned[rotation], matrix: UPRIGHT_MATRIX[rotation] });
}

/** Whether two boxes of one page share any area. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}
