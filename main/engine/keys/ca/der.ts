/** An ArrayBuffer that holds exactly these bytes, which is what asn1js takes. */
export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Tags of the few DER types that a signature is made of (X.690). */
export const DER_TAG = {
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** [n], constructed, context-specific. */
  context: (n: number): number => 0xa0 | n,
} as const;

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/**
 * One DER value out of values that are DER already. Used where bytes must come through untouched (certificates,
 * issuer names): asn1js decodes and encodes anew, which changes what a careless issuer wrote, and with it the hash.
 */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.from([tag, ...lengthOctets(length)]), ...contents]);
}

/** SET OF in DER order: by the encoded bytes (X.690 section 11.6). */
export function derSetOf(tag: number, values: readonly Uint8Array[]): Uint8Array {
  return der(tag, ...values.toSorted((a, b) => Buffer.compare(a, b)));
}

/** The DER of a child of a constructed DER value: its bytes with tag and length. */
export interface DerChild {
  readonly tag: number;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/** Splits a constructed DER value into its children; throws a RangeError on what is not DER. */
export function derChildren(value: Uint8Array): DerChild[] {
  const outer = derAt(value, 0);
  const children: DerChild[] = [];
  for (let at = 0; at < outer.content.length;) {
    const child = derAt(outer.content, at);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

function derAt(bytes: Uint8Array, start: number): DerChild {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('not DER');
  let header = 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new RangeError('not DER');
    length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[start + 2 + i] ?? 0);
    header += count;
  }
  const end = start + header + length;
  if (end > bytes.length) throw new RangeError('not DER');
  return { tag, bytes: bytes.subarray(start, end), content: bytes.subarray(start + header, end) };
}
