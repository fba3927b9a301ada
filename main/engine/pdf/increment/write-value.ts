import { newBudget } from '../read/limits.ts';
import { ValueParser } from '../read/parser.ts';
import {
  isArray,
  numeric,
  type PdfDict,
  type PdfStream,
  type PdfString,
  type PdfValue,
} from '../read/values.ts';

/** Parts of a file in order; text parts are one byte a character. */
export type Chunks = (string | Uint8Array)[];

function nameToken(name: string): string {
  // 7.3.5: regular characters stand for themselves, everything else as #xx.
  return `/${name.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/gu, (character) => `#${hexByte(character.charCodeAt(0))}`)}`;
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** A string's own token, as it was read or made: what it stands for cannot change by being written again. */
function stringToken({ source, start, end }: PdfString): string {
  return Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('latin1');
}

/** A real number without an exponent, which PDF does not know; ten decimals are more than any reader keeps. */
export function realToken(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const text = value.toFixed(10).replace(/\.?0+$/u, '');
  return text === '-0' || text === '' ? '0' : text;
}

const MAX_DECIMALS = 20;

/**
 * A real that was read, so written that it is read as the very same number: a page that gets a widget is written anew,
 * and its boxes must not move by the last bit. The shortest such token is what the file had.
 */
function sameRealToken(value: number): string {
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals += 1) {
    const token = decimals === 0 ? `${value.toFixed(0)}.0` : value.toFixed(decimals);
    const bytes = Buffer.from(token, 'latin1');
    if (numeric(new ValueParser(bytes, 0, bytes.length, newBudget()).value()) === value) return token;
  }
  return realToken(value);
}

/** The token of a value that is not a stream (streams stand only as objects of their own, 7.3.8.1). */
export function valueToken(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (isArray(value)) return `[${value.map(valueToken).join(' ')}]`;
  switch (value.kind) {
    case 'real':
      return sameRealToken(value.value);
    case 'name':
      return nameToken(value.name);
    case 'ref':
      return `${value.num} ${value.gen} R`;
    case 'string':
      return stringToken(value);
    case 'dict':
      return dictToken(value);
    case 'stream':
      throw new TypeError('a stream cannot stand inside another value');
  }
}

function dictToken(dict: PdfDict): string {
  let text = '<<';
  for (const [key, value] of dict.entries) text += `${nameToken(key)} ${valueToken(value)}`;
  return `${text}>>`;
}

function writeStream(stream: PdfStream, chunks: Chunks): void {
  const entries = new Map(stream.dict.entries);
  entries.set('Length', stream.end - stream.start);
  chunks.push(
    `${dictToken({ kind: 'dict', entries, duplicates: [] })}\nstream\n`,
    stream.source.subarray(stream.start, stream.end),
    '\nendstream',
  );
}

/** Writes an indirect object (7.3.10). */
export function writeObject(num: number, gen: number, value: PdfValue, chunks: Chunks): void {
  chunks.push(`${num} ${gen} obj\n`);
  if (value !== null && typeof value === 'object' && !isArray(value) && value.kind === 'stream') {
    writeStream(value, chunks);
  } else chunks.push(valueToken(value));
  chunks.push('\nendobj\n');
}

/** All parts in one piece. */
export function joinChunks(chunks: Chunks): Uint8Array {
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  for (const chunk of chunks) {
    if (typeof chunk === 'string') bytes.write(chunk, at, 'latin1');
    else bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
