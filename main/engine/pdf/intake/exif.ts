import type { Orientation } from './page-image.ts';

const ORIENTATION_TAG = 0x0112;
const TYPE_SHORT = 3;

function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8;
}

/** The orientation in an APP1 segment's first directory (Exif 2.32 section 4.6.2); undefined when it says none. */
export function exifOrientation(segment: Buffer): Orientation | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(6);
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = u16(directory);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (u16(at) !== ORIENTATION_TAG || u16(at + 2) !== TYPE_SHORT) continue;
    const value = u16(at + 8);
    return isOrientation(value) ? value : undefined;
  }
  return undefined;
}
