import { hexValue } from './characters.ts';
import type { PdfString } from './values.ts';

const hexBytes = ({ source, start, end }: PdfString): Uint8Array => {
  const out = new Uint8Array((end - start) >> 1);
  let length = 0;
  let high = -1;
  for (let position = start + 1; position < end - 1; position += 1) {
    const digit = hexValue[source[position] ?? 0] ?? 255;
    if (digit === 255) continue;
    if (high < 0) high = digit;
    else {
      out[length] = high * 16 + digit;
      length += 1;
      high = -1;
    }
  }
  if (high >= 0) {
    out[length] = high * 16;
    length += 1;
  }
  return out.subarray(0, length);
};

const ESCAPED = 'nrtbf';
const MEANT = '\n\r\t\b\f';

/** Content of a string in parentheses: escapes, octal codes and line ends resolved (7.3.4.2). */
const literalBytes = ({ source, start, end }: PdfString): Uint8Array => {
  const out = new Uint8Array(end - start);
  let length = 0;
  for (let position = start + 1; position < end - 1; position += 1) {
    let byte = source[position] ?? 0;
    if (byte === 0x5c) {
      position += 1;
      byte = source[position] ?? 0;
      const simple = ESCAPED.indexOf(String.fromCharCode(byte));
      if (simple >= 0) byte = MEANT.charCodeAt(simple);
      else if (byte === 13 || byte === 10) {
        if (byte === 13 && source[position + 1] === 10) position += 1;
        continue;
      } else if (byte >= 48 && byte <= 55) {
        let code = byte - 48;
        for (let digits = 1; digits < 3; digits += 1) {
          const next = source[position + 1] ?? 0;
          if (next < 48 || next > 55) break;
          code = code * 8 + next - 48;
          position += 1;
        }
        byte = code & 255;
      }
    } else if (byte === 13) {
      if (source[position + 1] === 10) position += 1;
      byte = 10;
    }
    out[length] = byte;
    length += 1;
  }
  return out.subarray(0, length);
};

/** The bytes that a string stands for (7.3.4). */
export const stringBytes = (value: PdfString): Uint8Array =>
  value.hex ? hexBytes(value) : literalBytes(value);

/** Text of a PDF text string (7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, else one character a byte. */
export const textOf = (value: PdfString): string => {
  const bytes = stringBytes(value);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
};
