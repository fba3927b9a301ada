const MAX_DEPTH = 40;
const MAX_ELEMENTS = 300_000;

/** How many elements may still be read. */
type Budget = { elements: number };

type Element = { readonly encoded: Uint8Array; readonly next: number };

const lengthBytes = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
};

/** Content of a string that BER lets come in pieces: the pieces' contents behind each other. */
const joinPieces = (pieces: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(
    pieces.map((piece) => {
      const first = piece[1] ?? 0;
      return piece.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
    }),
  );

const convert = (
  bytes: Uint8Array,
  position: number,
  limit: number,
  depth: number,
  budget: Budget,
): Element | undefined => {
  const identifier = bytes[position];
  const first = bytes[position + 1];
  if (identifier === undefined || first === undefined || depth > MAX_DEPTH || (identifier & 31) === 31)
    return undefined;
  budget.elements -= 1;
  if (budget.elements < 0) return undefined;
  let content = position + 2;
  let end = limit;
  const indefinite = first === 0x80;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 6) return undefined;
    let length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[content + index] ?? 0);
    content += count;
    end = content + length;
  } else if (!indefinite) end = content + first;
  if (content > limit || end > limit) return undefined;
  const constructed = (identifier & 0x20) !== 0;
  if (!constructed) {
    if (indefinite) return undefined;
    const body = bytes.subarray(content, end);
    return { encoded: Buffer.concat([Uint8Array.of(identifier), lengthBytes(body.length), body]), next: end };
  }
  const children: Uint8Array[] = [];
  let at = content;
  for (;;) {
    if (indefinite && bytes[at] === 0 && bytes[at + 1] === 0 && at + 2 <= limit) break;
    if (at >= end) {
      if (indefinite) return undefined;
      break;
    }
    const child = convert(bytes, at, end, depth + 1, budget);
    if (!child) return undefined;
    children.push(child.encoded);
    at = child.next;
  }
  if (!indefinite && at !== end) return undefined;
  const isString = identifier === 0x24;
  const body = isString ? joinPieces(children) : Buffer.concat(children);
  const encoded = Buffer.concat([
    Uint8Array.of(isString ? 0x04 : identifier),
    lengthBytes(body.length),
    body,
  ]);
  return { encoded, next: indefinite ? at + 2 : end };
};

/** Rewrites one BER element in DER's definite lengths, joining OCTET STRINGs that come in pieces. Many signers
 * wrote BER before PDF asked for DER. Gives the DER and where the BER ended, or `undefined` where it is neither. */
export const berToDer = (
  bytes: Uint8Array,
): { readonly der: Uint8Array; readonly end: number } | undefined => {
  const element = convert(bytes, 0, bytes.length, 0, { elements: MAX_ELEMENTS });
  return element && { der: element.encoded, end: element.next };
};
