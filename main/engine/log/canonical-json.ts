import { sha256Hex } from './digest.ts';

/** Compares by UTF-16 code units, as RFC 8785 section 3.2.3 orders member names. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The one JSON text of a value: members sorted by name, no white space, members that are undefined left out
 * (the order and spelling of RFC 8785). Throws a TypeError for what JSON has no word for, which is a bug of
 * the caller.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('not a JSON number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`not a JSON value: ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 (hex) of the canonical JSON: equal values, equal digest, whatever the order of their members. */
export function canonicalDigest(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
