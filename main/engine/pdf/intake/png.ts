import { deflateSync, inflateSync } from 'node:zlib';
import { decode, toRGBA8 } from 'pdf-lib/upng';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { pdfBytes, pdfDict, pdfName } from '../increment/value.ts';
import type { PdfValue } from '../read/values.ts';
import { MAX_MEGAPIXELS, type PageImage, plausibleDpi } from './page-image.ts';

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha (PNG section 11.2.2). */
  readonly color: number;
  readonly interlaced: boolean;
}

interface PngContent {
  readonly header: PngHeader;
  readonly palette: Buffer | undefined;
  readonly transparent: boolean;
  readonly dpi: number | undefined;
  readonly data: Buffer;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** All chunks in order, each proven by its checksum, up to IEND; undefined when the file is cut or changed. */
function readChunks(png: Buffer): { type: string; data: Buffer }[] | undefined {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > png.length || crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end)) return undefined;
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

function readContent(png: Buffer): PngContent | undefined {
  const chunks = readChunks(png);
  const ihdr = chunks?.[0];
  if (chunks === undefined || ihdr?.type !== 'IHDR' || ihdr.data.length !== 13) return undefined;
  const find = (type: string): Buffer | undefined => chunks.find((chunk) => chunk.type === type)?.data;
  const physical = find('pHYs');
  const perMetre = physical?.length === 9 && physical[8] === 1 ? physical.readUInt32BE(0) : 0;
  return {
    header: {
      width: ihdr.data.readUInt32BE(0),
      height: ihdr.data.readUInt32BE(4),
      bits: ihdr.data.readUInt8(8),
      color: ihdr.data.readUInt8(9),
      interlaced: ihdr.data.readUInt8(12) === 1,
    },
    palette: find('PLTE'),
    transparent: find('tRNS') !== undefined,
    dpi: plausibleDpi(perMetre * 0.0254),
    data: Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data)),
  };
}

/** Whether the picture data is there to the last row; it is inflated and thrown away. */
function isComplete({ header, data }: PngContent): boolean {
  const { width, height, bits, color, interlaced } = header;
  const row = Math.ceil((width * (CHANNELS[color] ?? 0) * bits) / 8) + 1;
  // The seven passes of an interlaced picture have some more row starts; that they inflate is enough here.
  const expected = row * height;
  try {
    const length = inflateSync(data, { maxOutputLength: expected * 2 + 4096 }).length;
    return interlaced || length === expected;
  } catch {
    return false;
  }
}

function colorSpace({ header, palette }: PngContent): PdfValue | undefined {
  if (header.color === 0) return pdfName('DeviceGray');
  if (header.color === 2) return pdfName('DeviceRGB');
  if (palette === undefined || palette.length % 3 !== 0 || palette.length === 0) return undefined;
  return [pdfName('Indexed'), pdfName('DeviceRGB'), palette.length / 3 - 1, pdfBytes(palette)];
}

/** The picture on white paper, eight bits a colour: for transparency and interlacing, which PDF stores differently. */
function flattened(png: Buffer): Uint8Array {
  const picture = decode(new Uint8Array(png).buffer);
  const [frame] = toRGBA8(picture);
  const rgba = new Uint8Array(frame ?? new ArrayBuffer(0));
  const rgb = Buffer.alloc((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] ?? 255;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[to + channel] = Math.round(((rgba[from + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return rgb;
}

/**
 * Reads a PNG for a page. Opaque pictures go into the PDF as they are compressed; transparent and interlaced ones are put
 * on white. Errors: `image-damaged`, `image-too-large`.
 */
export function readPng(bytes: Uint8Array, name: string): PdfResult<PageImage> {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const content = readContent(png);
  if (content === undefined) return pdfFail('image-damaged', { name });
  const { width, height, bits, color, interlaced } = content.header;
  const megapixels = Math.ceil((width * height) / 1e6);
  if (megapixels > MAX_MEGAPIXELS)
    return pdfFail('image-too-large', { megapixels, limitMegapixels: MAX_MEGAPIXELS });
  const known = CHANNELS[color] !== undefined && [1, 2, 4, 8, 16].includes(bits);
  if (!known || width === 0 || height === 0 || !isComplete(content))
    return pdfFail('image-damaged', { name });
  const common = { Type: pdfName('XObject'), Subtype: pdfName('Image'), Width: width, Height: height };
  const base = { width, height, orientation: 1, dpi: content.dpi } as const;
  const flate = pdfName('FlateDecode');
  if (color > 3 || content.transparent || interlaced) {
    const dict = pdfDict({ ...common, ColorSpace: pdfName('DeviceRGB'), BitsPerComponent: 8, Filter: flate });
    return pdfOk({ ...base, dict, data: deflateSync(flattened(png)) });
  }
  const space = colorSpace(content);
  if (space === undefined) return pdfFail('image-damaged', { name });
  const predictor = pdfDict({
    Predictor: 15,
    Colors: CHANNELS[color],
    BitsPerComponent: bits,
    Columns: width,
  });
  const dict = pdfDict({
    ...common,
    ColorSpace: space,
    BitsPerComponent: bits,
    Filter: flate,
    DecodeParms: predictor,
  });
  return pdfOk({ ...base, dict, data: content.data });
}
