import { PdfSyntaxError } from './limits.ts';

const CLEAR = 256;
const END = 257;

/** LZWDecode (7.4.4), codes of 9 to 12 bits, at most `room` bytes. */
export const lzw = (data: Uint8Array, earlyChange: boolean, room: number): Uint8Array => {
  // Each code is its predecessor and one byte; texts are written backwards from the code's known length.
  const previous = new Uint16Array(4096);
  const last = new Uint8Array(4096);
  const first = new Uint8Array(4096);
  const lengths = new Uint32Array(4096);
  for (let code = 0; code < 256; code += 1) {
    last[code] = code;
    first[code] = code;
    lengths[code] = 1;
  }
  let out = new Uint8Array(Math.min(room, Math.max(1024, data.length * 4)));
  let length = 0;
  let next = 258;
  let width = 9;
  let before = -1;
  let bits = 0;
  let available = 0;
  const early = earlyChange ? 1 : 0;
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xffffff;
    available += 8;
    if (available < width) continue;
    available -= width;
    const code = (bits >> available) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      before = -1;
      continue;
    }
    if (code > next || (code === next && before < 0) || (code >= 256 && before < 0))
      throw new PdfSyntaxError('LZW code out of range', 0);
    if (before >= 0 && next < 4096) {
      previous[next] = before;
      first[next] = first[before] ?? 0;
      last[next] = (code === next ? first[before] : first[code]) ?? 0;
      lengths[next] = (lengths[before] ?? 0) + 1;
      next += 1;
    }
    const size = lengths[code] ?? 0;
    if (length + size > room) throw new PdfSyntaxError('decoded stream too large', 0, true);
    if (length + size > out.length) {
      const grown = new Uint8Array(Math.min(room, Math.max(out.length * 2, length + size)));
      grown.set(out);
      out = grown;
    }
    for (let position = length + size - 1, at = code; position >= length; position -= 1) {
      out[position] = last[at] ?? 0;
      at = previous[at] ?? 0;
    }
    length += size;
    before = code;
    if (next + early >= 1 << width && width < 12) width += 1;
  }
  return out.subarray(0, length);
};
