import type { PdfDict, PdfName, PdfRef, PdfStream, PdfString, PdfValue } from '../read/values.ts';

/** Makers of the reader's plain values, for what we write. */

export function pdfName(name: string): PdfName {
  return { kind: 'name', name };
}

export function pdfRef(num: number, gen = 0): PdfRef {
  return { kind: 'ref', num, gen };
}

/** A dictionary; entries that are undefined are left out. */
export function pdfDict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const map = new Map<string, PdfValue>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) map.set(key, value);
  return { kind: 'dict', entries: map, duplicates: [] };
}

/** The dictionary with some entries replaced, or removed where the new value is undefined. */
export function withEntries(dict: PdfDict, changes: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const entries = new Map(dict.entries);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  return { kind: 'dict', entries, duplicates: [] };
}

/** A number: an integer where it is one, else a real. */
export function pdfNumber(value: number): PdfValue {
  return Number.isSafeInteger(value) ? value : { kind: 'real', value };
}

export function pdfStream(dict: PdfDict, data: Uint8Array): PdfStream {
  return { kind: 'stream', dict, source: data, start: 0, end: data.length };
}

function stringToken(token: string, hex: boolean): PdfString {
  const source = Buffer.from(token, 'latin1');
  return { kind: 'string', source, hex, start: 0, end: source.length };
}

/** A byte string, written in hexadecimal. */
export function pdfBytes(bytes: Uint8Array): PdfString {
  return stringToken(`<${Buffer.from(bytes).toString('hex')}>`, true);
}

/** A text string (ISO 32000-2, 7.9.2.2): plain ASCII as it is, everything else as UTF-16 with its mark. */
export function pdfText(text: string): PdfString {
  if (/^[\x20-\x7e]*$/u.test(text)) return stringToken(`(${text.replace(/[\\()]/gu, '\\$&')})`, false);
  return pdfBytes(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
}

/** A date (7.9.4) in UTC; signatures keep their claimed time so (ETSI EN 319 142-1 section 6.3). */
export function pdfDate(date: Date): PdfString {
  return pdfText(`D:${date.toISOString().slice(0, 19).replace(/[-:T]/gu, '')}Z`);
}
