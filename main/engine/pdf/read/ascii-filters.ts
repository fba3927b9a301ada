import { characterClass, hexValue } from './characters.ts';
import { PdfSyntaxError } from './limits.ts';

/** ASCIIHexDecode (7.4.2). */
export const asciiHex = (data: Uint8Array): Uint8Array => {
  const out = new Uint8Array((data.length + 1) >> 1);
  let digits = 0;
  for (const byte of data) {
    if (byte === 0x3e) break;
    if (characterClass[byte] === 1) continue;
    const value = hexValue[byte] ?? 255;
    if (value === 255) throw new PdfSyntaxError('not a hexadecimal digit', 0);
    out[digits >> 1] = (out[digits >> 1] ?? 0) | (digits % 2 === 0 ? value << 4 : value);
    digits += 1;
  }
  return out.subarray(0, (digits + 1) >> 1);
};

/** ASCII85Decode (7.4.3), at most `room` bytes. */
export const ascii85 = (data: Uint8Array, room: number): Uint8Array => {
  const out: number[] = [];
  let group = 0;
  let count = 0;
  const emit = (bytes: number): void => {
    if (out.length + bytes > room) throw new PdfSyntaxError('decoded stream too large', 0, true);
    if (group > 0xffffffff) throw new PdfSyntaxError('ASCII85 group out of range', 0);
    for (let index = 0; index < bytes; index += 1) out.push(Math.floor(group / 256 ** (3 - index)) & 255);
    group = 0;
    count = 0;
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (characterClass[byte] === 1) continue;
    if (byte === 0x7a && count === 0) {
      emit(4);
      continue;
    }
    if (byte < 0x21 || byte > 0x75) throw new PdfSyntaxError('not an ASCII85 digit', 0);
    group = group * 85 + (byte - 0x21);
    count += 1;
    if (count === 5) emit(4);
  }
  if (count === 1) throw new PdfSyntaxError('ASCII85 ends inside a group', 0);
  if (count > 1) {
    const bytes = count - 1;
    for (; count < 5; count += 1) group = group * 85 + 84;
    emit(bytes);
  }
  return Uint8Array.from(out);
};

/** RunLengthDecode (7.4.5), at most `room` bytes. */
export const runLength = (data: Uint8Array, room: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  let total = 0;
  let position = 0;
  while (position < data.length) {
    const length = data[position] ?? 128;
    if (length === 128) break;
    const part =
      length < 128
        ? data.subarray(position + 1, position + 2 + length)
        : new Uint8Array(257 - length).fill(data[position + 1] ?? 0);
    position += length < 128 ? length + 2 : 2;
    total += part.length;
    if (total > room) throw new PdfSyntaxError('decoded stream too large', 0, true);
    parts.push(part);
  }
  const out = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
};
