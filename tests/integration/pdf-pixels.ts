import { decode, toRGBA8 } from 'pdf-lib/upng';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, from the top left. */
  readonly rgba: Buffer;
}

/** Pixels of a PNG, by the decoder that the intake uses for transparent ones. */
export function pixelsOf(png: Buffer): Pixels {
  const picture = decode(new Uint8Array(png).buffer);
  const rgba = Buffer.from(toRGBA8(picture)[0] ?? new ArrayBuffer(0));
  return { width: picture.width, height: picture.height, rgba };
}

/** The smallest box around all pixels that differ. */
export function changedBox(
  a: Pixels,
  b: Pixels,
): { left: number; right: number; top: number; bottom: number } {
  const box = { left: a.width, right: 0, top: a.height, bottom: 0 };
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const at = (y * a.width + x) * 4;
      if (a.rgba.compare(b.rgba, at, at + 4, at, at + 4) === 0) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  return box;
}

/** The RGBA bytes of a part. */
export function cropOf(pixels: Pixels, left: number, top: number, width: number, height: number): Buffer {
  const rows: Buffer[] = [];
  for (let y = top; y < top + height; y += 1) {
    const at = (y * pixels.width + left) * 4;
    rows.push(pixels.rgba.subarray(at, at + width * 4));
  }
  return Buffer.concat(rows);
}

/** A part turned by 180 degrees. */
export function upsideDown(rgba: Buffer): Buffer {
  const turned = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) rgba.copy(turned, rgba.length - 4 - at, at, at + 4);
  return turned;
}

/** Mean difference of two parts of one size, 0 to 255. */
export function meanDifference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum / a.length;
}
