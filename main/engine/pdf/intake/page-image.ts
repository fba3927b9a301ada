import type { PdfDict } from '../read/values.ts';

/** EXIF orientation (Exif 2.32, tag 0x0112): how the stored picture is turned or mirrored before it is shown. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** An image that can stand on a PDF page as it is. */
export interface PageImage {
  /** Stored size in pixels, before orientation. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Pixels per inch that the file claims; undefined when it claims none that a scanner would. */
  readonly dpi: number | undefined;
  /** The image XObject's dictionary without /Length, and its encoded data. */
  readonly dict: PdfDict;
  readonly data: Uint8Array;
}

/** A scan of A3 at 600 dpi has 70; more is a mistake or an attack. */
export const MAX_MEGAPIXELS = 150;

const MIN_DPI = 100;
const MAX_DPI = 1200;

/** A stated resolution when it is one of a scanner; cameras and screens state 72 or 96, which mean nothing on paper. */
export function plausibleDpi(dpi: number): number | undefined {
  return Number.isFinite(dpi) && dpi >= MIN_DPI && dpi <= MAX_DPI ? dpi : undefined;
}
