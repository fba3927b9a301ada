import { isUtf8 } from 'node:buffer';

import { decoded, refused } from './decoded.ts';
import type { Decoded } from './decoded.ts';

/** Why bytes from elsewhere are not taken for JSON. */
export type JsonFault = 'too-large' | 'not-utf8' | 'too-deep' | 'not-json' | 'not-canonical';

/** A JSON text and its value. `text` is exactly what JSON.stringify writes for `value`. */
export interface StrictJson {
  readonly text: string;
  readonly value: unknown;
}

export interface JsonLimits {
  /** Most bytes that are looked at. */
  readonly bytes: number;
  /** Most arrays and objects inside each other. */
  readonly depth: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Deepest nesting of brackets outside strings; stops as soon as it is over the limit. Needs no valid JSON. */
function isTooDeep(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}

/** Whether there are so many brackets, wherever they stand, that they might be too deep: most texts have a few. */
function hasManyBrackets(text: string, limit: number): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      count += 1;
      if (count > limit) return true;
    }
  }
  return false;
}

/** A UTF-16 surrogate without its partner: no character, and not to be had in UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !LONE_SURROGATE.test(value);
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.entries(value).every(([k, v]) => k !== '__proto__' && !LONE_SURROGATE.test(k) && isPlain(v));
}

/**
 * Reads JSON that a stranger may have written, in time and memory bounded by the limits.
 *
 * The rule of acceptance is one sentence: the bytes are exactly what JSON.stringify (ECMA-262 section 25.5.2)
 * writes for the value that they mean. It refuses doubled and reordered members, white space, other spellings
 * of numbers and escapes, and a byte order mark, all at once, so that one value has one hash. Lone surrogates
 * and members called `__proto__` are refused besides.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits): Decoded<StrictJson, JsonFault> {
  if (bytes.length > limits.bytes) return refused('too-large');
  if (!isUtf8(bytes)) return refused('not-utf8');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (hasManyBrackets(text, limits.depth) && isTooDeep(bytes, limits.depth)) return refused('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  if (JSON.stringify(value) !== text) return refused('not-canonical');
  // In a text that JSON.stringify wrote, only these two spellings can hold what the walk looks for.
  const suspicious = text.includes('\\ud') || text.includes('__proto__');
  if (suspicious && !isPlain(value)) return refused('not-canonical');
  return decoded({ text, value });
}

/**
 * The JSON text of a value, each lone surrogate written as U+FFFD, as any encoder of UTF-8 would write it: a
 * text cut in the middle of an emoji must not make an entry that other PCs refuse.
 */
export function stringifyWellFormed(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\ud')) return text;
  return text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (escape) =>
    escape.startsWith('\\ud') ? '\ufffd' : escape,
  );
}
