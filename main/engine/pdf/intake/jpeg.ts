import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { pdfDict, pdfName } from '../increment/value.ts';
import { exifOrientation } from './exif.ts';
import { MAX_MEGAPIXELS, type Orientation, type PageImage, plausibleDpi } from './page-image.ts';

/** What the segments before the picture data say. */
interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly dpi: number | undefined;
  readonly orientation: Orientation;
  /** Written by Adobe programs, which store CMYK inverted. */
  readonly adobe: boolean;
  /** Position of the first picture data. */
  readonly scan: number;
}

/** Frames that PDF's DCTDecode knows: baseline, extended and progressive (ISO 32000-2, 7.4.8). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Start-of-frame markers of kinds that it does not: lossless, hierarchical, arithmetic. */
const FOREIGN_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function jfifDpi(segment: Buffer): number | undefined {
  if (segment.length < 12 || segment.toString('latin1', 0, 5) !== 'JFIF\0') return undefined;
  const unit = segment.readUInt8(7);
  const density = segment.readUInt16BE(8);
  if (unit === 1) return plausibleDpi(density);
  return unit === 2 ? plausibleDpi(density * 2.54) : undefined;
}

function readHeader(jpeg: Buffer): JpegHeader | undefined {
  let size: { width: number; height: number; components: number } | undefined;
  let dpi: number | undefined;
  let orientation: Orientation = 1;
  let adobe = false;
  for (let at = 2; at + 4 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return undefined;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const length = jpeg.readUInt16BE(at + 2);
    const segment = jpeg.subarray(at + 4, at + 2 + length);
    if (length < 2 || at + 2 + length > jpeg.length || FOREIGN_FRAMES.has(marker)) return undefined;
    if (FRAMES.has(marker)) {
      if (segment.length < 6 || segment[0] !== 8) return undefined;
      size = { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3), components: segment[5] ?? 0 };
    }
    if (marker === 0xe0) dpi ??= jfifDpi(segment);
    if (marker === 0xe1) orientation = exifOrientation(segment) ?? orientation;
    if (marker === 0xee && segment.toString('latin1', 0, 5) === 'Adobe') adobe = true;
    at += 2 + length;
    if (marker === 0xda)
      return size === undefined ? undefined : { ...size, dpi, orientation, adobe, scan: at };
  }
  return undefined;
}

/** Reads a JPEG for a page; its data goes into the PDF as it is. Errors: `image-damaged`, `image-too-large`. */
export function readJpeg(bytes: Uint8Array, name: string): PdfResult<PageImage> {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(jpeg);
  // A picture that was cut off has no end-of-image marker after its data.
  if (header === undefined || jpeg.lastIndexOf(Buffer.of(0xff, 0xd9)) < header.scan) {
    return pdfFail('image-damaged', { name });
  }
  const { width, height, components, adobe } = header;
  if (width === 0 || height === 0) return pdfFail('image-damaged', { name });
  const megapixels = Math.ceil((width * height) / 1e6);
  if (megapixels > MAX_MEGAPIXELS)
    return pdfFail('image-too-large', { megapixels, limitMegapixels: MAX_MEGAPIXELS });
  const space = ({ 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const)[components];
  if (space === undefined) return pdfFail('image-damaged', { name });
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Image'),
    Width: width,
    Height: height,
    ColorSpace: pdfName(space),
    BitsPerComponent: 8,
    Filter: pdfName('DCTDecode'),
    Decode: components === 4 && adobe ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
  });
  return pdfOk({ width, height, orientation: header.orientation, dpi: header.dpi, dict, data: bytes });
}
