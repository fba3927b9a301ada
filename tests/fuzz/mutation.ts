import type { Random } from '#main/engine/audit/seed/random.ts';

import { mutatedJson } from './json-mutation.ts';

/** Pieces that readers of JSON, of names and of text stumble over. */
const tokens = [
  '"__proto__":{"x":1},',
  '"constructor":{"prototype":1},',
  '\\ud800',
  '\\udc00\\ud800',
  '\\u0000',
  '\u0000',
  '\ufeff',
  '1e400',
  '-1e400',
  '-0',
  '1E2',
  '1.0',
  '9007199254740993',
  '123456789012345678901234567890',
  '0x10',
  'NaN',
  'null',
  'true',
  '{}',
  '[]',
  '""',
  ',',
  ':',
  '"',
  '\\',
  '\\u0041',
  '\\/',
  ' ',
  '\t',
  '\r\n',
  'é',
  'e\u0301',
  '\u202e',
  '\u2066',
  '\u200b',
  'İ',
  'ß',
  '/../',
  '..\\',
  'con.',
  'aux',
  '-',
  '.',
  '0',
  '00',
] as const;

const BIG = 512 * 1024;

/** One change to bytes, of which the meaning is nobody's concern. */
function mutatedBytes(random: Random, bytes: Buffer, other: Uint8Array): Buffer {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + random.below(1 + 2 ** random.below(12)));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (random.below(11)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      return flipped;
    }
    case 1: {
      const put = Buffer.from(bytes);
      if (at < put.length) put[at] = random.pick([0, 1, 0x7f, 0x80, 0xc0, 0xed, 0xf4, 0xff, 0x22, 0x5c]);
      return put;
    }
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.from(before);
    case 4:
      return Buffer.concat([before, piece, piece, after]);
    case 5:
      return Buffer.concat([before, Buffer.from(random.pick(tokens)), random.chance(0.5) ? after : piece]);
    case 6:
      return Buffer.concat([before, Buffer.from(random.pick(tokens)), piece, after]);
    case 7: {
      const from = random.below(other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + random.below(400)), after]);
    }
    case 8: {
      const bracket = random.pick(['[', '{"a":', '[[', '{', '"', '\\', '(']);
      return Buffer.concat([before, Buffer.from(bracket.repeat(1 + random.below(40_000))), after]);
    }
    case 9: {
      // Rarely, since it is slow: much more than anybody would write.
      if (piece.length === 0 || !random.chance(0.02)) return Buffer.concat([after, before]);
      const times = Math.ceil((BIG * random.next()) / piece.length);
      return Buffer.concat([before, ...Array.from({ length: times }, () => piece), after]);
    }
    default:
      return Buffer.concat([before, Buffer.from(Array.from({ length: 4 }, () => random.below(256))), after]);
  }
}

/**
 * An odd input made from a real one: a few changes to its bytes or, where it is JSON, to its values, so that what comes
 * out is JSON again and reaches what stands behind the parser.
 */
export function mutated(random: Random, samples: readonly Uint8Array[]): Buffer {
  let bytes: Buffer = Buffer.from(random.pick(samples));
  const changes = 1 + random.below(4);
  const byValue = random.chance(0.6);
  for (let change = 0; change < changes; change += 1) {
    const next = byValue ? mutatedJson(random, bytes) : null;
    bytes = next ?? mutatedBytes(random, bytes, random.pick(samples));
  }
  return bytes;
}
