/** One element of DER (X.690): the identifier byte and where header, content and end are. */
export type DerNode = {
  readonly bytes: Uint8Array;
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
};

/** Identifier bytes that the formats read here use. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The element at `position`, or `undefined` where it is not DER: an indefinite or longer than needed length, a
 * tag number above 30, an end outside `limit`. */
export const readDer = (bytes: Uint8Array, position: number, limit: number): DerNode | undefined => {
  const identifier = bytes[position];
  let content = position + 2;
  let length = bytes[position + 1];
  if (identifier === undefined || length === undefined || content > limit || (identifier & 31) === 31)
    return undefined;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4 || content + count > limit) return undefined;
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[content + index] ?? 0);
    if (length < 0x80 || length < 256 ** (count - 1)) return undefined;
    content += count;
  }
  const end = content + length;
  return end > limit ? undefined : { bytes, tag: identifier, start: position, content, end };
};

/** More elements than any structure read here has in one place. */
const MAX_CHILDREN = 100_000;

/** The elements inside a constructed one, or `undefined` where any is not DER or they are too many. */
export const childrenOf = (node: DerNode): readonly DerNode[] | undefined => {
  const children: DerNode[] = [];
  for (let position = node.content; position < node.end;) {
    const child = readDer(node.bytes, position, node.end);
    if (!child || children.length >= MAX_CHILDREN) return undefined;
    children.push(child);
    position = child.end;
  }
  return children;
};

/** Whether the element and everything inside it is DER. `depth` bounds the nesting; nothing is kept, so that a long
 * revocation list costs time only. */
export const isStrictDer = (node: DerNode, depth = 0): boolean => {
  if ((node.tag & 0x20) === 0) return true;
  if (depth > 40 || node.tag === 0x24 || node.tag === 0x23) return false;
  for (let position = node.content; position < node.end;) {
    const child = readDer(node.bytes, position, node.end);
    if (!child || !isStrictDer(child, depth + 1)) return false;
    position = child.end;
  }
  return true;
};

/** The element's content, as a view on its bytes. */
export const contentOf = (node: DerNode): Uint8Array => node.bytes.subarray(node.content, node.end);

/** The whole element, header included, as a view on its bytes. */
export const encodingOf = (node: DerNode): Uint8Array => node.bytes.subarray(node.start, node.end);

/** Whether two runs of bytes are equal. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
};

/** Dotted text of an OBJECT IDENTIFIER, else an empty text. */
export const oidOf = (node: DerNode | undefined): string => {
  if (!node || node.tag !== tag.oid || node.end === node.content) return '';
  const arcs: number[] = [];
  let arc = 0;
  for (let position = node.content; position < node.end; position += 1) {
    const byte = node.bytes[position] ?? 0;
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) return '';
    if (byte < 0x80) {
      if (arcs.length === 0)
        arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
      else arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join('.');
};

/** A small non-negative INTEGER, else `undefined`. */
export const smallInteger = (node: DerNode | undefined): number | undefined => {
  if (!node || node.tag !== tag.integer || node.end - node.content > 5 || node.end === node.content)
    return undefined;
  let value = 0;
  for (let position = node.content; position < node.end; position += 1)
    value = value * 256 + (node.bytes[position] ?? 0);
  return value;
};

/** Milliseconds since 1970 of UTCTime or GeneralizedTime in Zulu time, else `undefined`. */
export const timeOf = (node: DerNode | undefined): number | undefined => {
  if (!node || (node.tag !== tag.utcTime && node.tag !== tag.generalizedTime)) return undefined;
  const text = Buffer.from(contentOf(node)).toString('latin1');
  const pattern =
    node.tag === tag.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?()Z$/
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?Z$/;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, yearText = '', month, day, hour, minute, second = '0', fraction = ''] = match;
  let year = Number(yearText);
  if (node.tag === tag.utcTime) year += year < 50 ? 2000 : 1900;
  const milliseconds = Math.floor(Number(`0.${fraction}0`) * 1000);
  return Date.UTC(
    year,
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
};
