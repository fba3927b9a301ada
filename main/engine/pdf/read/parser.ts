import { characterClass, hexValue, isDigit, skipSpace, wordAt } from './characters.ts';
import { type Budget, limits, PdfSyntaxError } from './limits.ts';
import type { PdfDict, PdfName, PdfValue } from './values.ts';

const MAX_OBJECT_NUMBER = 8_388_607;
/** Decimal digits that a double holds exactly. */
const EXACT_DIGITS = 15;

const names = new Map<string, PdfName>();

const internedName = (text: string): PdfName => {
  const known = names.get(text);
  if (known) return known;
  const name: PdfName = { kind: 'name', name: text };
  if (names.size < 4096) names.set(text, name);
  return name;
};

/** Reads values from `bytes[position, end)`. It repairs nothing: what is not well formed is a
 * `PdfSyntaxError`. */
export class ValueParser {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;
  private readonly budget: Budget;
  private left: number = limits.objectTokens;
  private readonly references: boolean;

  /** `references: false` for content where `1 0 R` means nothing. */
  constructor(bytes: Uint8Array, position: number, end: number, budget: Budget, references = true) {
    this.bytes = bytes;
    this.position = position;
    this.end = Math.min(end, bytes.length);
    this.budget = budget;
    this.references = references;
  }

  skipSpace(): void {
    this.position = skipSpace(this.bytes, this.position, this.end);
  }

  /** Takes the keyword if it stands here. */
  takeWord(word: string): boolean {
    this.skipSpace();
    if (!wordAt(this.bytes, this.position, this.end, word)) return false;
    this.position += word.length;
    return true;
  }

  /** A non-negative integer of at most 15 digits. */
  takeInteger(): number {
    this.skipSpace();
    const start = this.position;
    let value = 0;
    while (this.position < this.end && isDigit(this.bytes[this.position])) {
      value = value * 10 + ((this.bytes[this.position] ?? 48) - 48);
      this.position += 1;
    }
    const next = this.bytes[this.position];
    const closed = this.position === this.end || next === undefined || characterClass[next] !== 0;
    if (this.position === start || this.position - start > 15 || !closed)
      throw this.error('integer expected', start);
    return value;
  }

  value(depth = 0): PdfValue {
    this.budget.tokens -= 1;
    this.left -= 1;
    if (this.budget.tokens < 0 || this.left < 0)
      throw new PdfSyntaxError('too many tokens', this.position, true);
    if (depth > limits.depth) throw new PdfSyntaxError('nested too deep', this.position, true);
    this.skipSpace();
    if (this.position >= this.end) throw this.error('unexpected end');
    const byte = this.bytes[this.position] ?? 0;
    switch (byte) {
      case 0x2f:
        return this.name();
      case 0x28:
        return this.literalString();
      case 0x5b:
        return this.array(depth);
      case 0x3c:
        return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.hexString();
      default:
        if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.numberOrReference();
        return this.keyword();
    }
  }

  private error(message: string, offset = this.position): PdfSyntaxError {
    return new PdfSyntaxError(message, offset);
  }

  private keyword(): PdfValue {
    if (this.takeWord('true')) return true;
    if (this.takeWord('false')) return false;
    if (this.takeWord('null')) return null;
    throw this.error('unknown token');
  }

  private name(): PdfName {
    const { bytes, end } = this;
    const start = this.position + 1;
    let position = start;
    let escaped = false;
    while (position < end && characterClass[bytes[position] ?? 0] === 0) {
      if (bytes[position] === 0x23) escaped = true;
      position += 1;
    }
    this.position = position;
    if (position - start > 1024) throw this.error('name too long', start);
    let text = '';
    for (let index = start; index < position; index += 1) {
      const high = escaped && bytes[index] === 0x23 ? (hexValue[bytes[index + 1] ?? 0] ?? 255) : 255;
      const low = high < 16 && index + 2 < position ? (hexValue[bytes[index + 2] ?? 0] ?? 255) : 255;
      if (low < 16) {
        text += String.fromCharCode(high * 16 + low);
        index += 2;
      } else text += String.fromCharCode(bytes[index] ?? 0);
    }
    return internedName(text);
  }

  private numberOrReference(): PdfValue {
    const { bytes, end } = this;
    const start = this.position;
    let position = start;
    const first = bytes[position];
    const signed = first === 0x2b || first === 0x2d;
    if (signed) position += 1;
    let value = 0;
    let digits = 0;
    while (position < end && isDigit(bytes[position])) {
      value = value * 10 + ((bytes[position] ?? 48) - 48);
      digits += 1;
      position += 1;
    }
    if (bytes[position] === 0x2e && position < end) {
      let scale = 1;
      position += 1;
      while (position < end && isDigit(bytes[position])) {
        // One division of two exact numbers at the end: summing up tenths would be off in the last bit.
        scale *= 10;
        value = value * 10 + ((bytes[position] ?? 48) - 48);
        digits += 1;
        position += 1;
      }
      if (digits === 0 || !this.closed(position)) throw this.error('malformed number', start);
      this.position = position;
      // Beyond 15 digits value and scale are not exact any more.
      if (digits > EXACT_DIGITS)
        return {
          kind: 'real',
          value: Number(Buffer.from(bytes.subarray(start, position)).toString('latin1')),
        };
      return { kind: 'real', value: (first === 0x2d ? -value : value) / scale };
    }
    if (digits === 0 || digits > 15 || !this.closed(position)) throw this.error('malformed number', start);
    this.position = position;
    if (signed) return first === 0x2d ? -value : value;
    return this.references && value <= MAX_OBJECT_NUMBER ? this.referenceOr(value) : value;
  }

  private closed(position: number): boolean {
    const next = this.bytes[position];
    return position >= this.end || next === undefined || characterClass[next] !== 0;
  }

  /** `num gen R`, looking ahead without taking more than the reference. */
  private referenceOr(num: number): PdfValue {
    const { bytes, end } = this;
    let position = skipSpace(bytes, this.position, end);
    if (position === this.position || !isDigit(bytes[position]) || position >= end) return num;
    let gen = 0;
    const start = position;
    while (position < end && isDigit(bytes[position]) && position - start < 6) {
      gen = gen * 10 + ((bytes[position] ?? 48) - 48);
      position += 1;
    }
    const after = skipSpace(bytes, position, end);
    if (after === position || !wordAt(bytes, after, end, 'R') || gen > 65535) return num;
    this.position = after + 1;
    return { kind: 'ref', num, gen };
  }

  private array(depth: number): PdfValue {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.position >= this.end) throw this.error('array without end');
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dictionary(depth: number): PdfDict {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    const duplicates: string[] = [];
    for (;;) {
      this.skipSpace();
      if (this.position >= this.end) throw this.error('dictionary without end');
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2;
        return { kind: 'dict', entries, duplicates };
      }
      if (this.bytes[this.position] !== 0x2f) throw this.error('dictionary key expected');
      const key = this.name().name;
      const value = this.value(depth + 1);
      if (entries.has(key)) duplicates.push(key);
      entries.set(key, value);
    }
  }

  private hexString(): PdfValue {
    const { bytes, end } = this;
    const start = this.position;
    // The end is looked for digit by digit, so that a missing one never costs a run through the whole file.
    let close = start + 1;
    while (close < end && (hexValue[bytes[close] ?? 0] !== 255 || characterClass[bytes[close] ?? 0] === 1))
      close += 1;
    this.position = Math.min(close + 1, end);
    if (close >= end || bytes[close] !== 0x3e) throw this.error('not a hexadecimal string', start);
    return { kind: 'string', source: bytes, hex: true, start, end: close + 1 };
  }

  private literalString(): PdfValue {
    const { bytes, end } = this;
    const start = this.position;
    let level = 1;
    let position = start + 1;
    for (; position < end; position += 1) {
      const byte = bytes[position] ?? 0;
      if (byte === 0x5c) position += 1;
      else if (byte === 0x28) level += 1;
      else if (byte === 0x29) {
        level -= 1;
        if (level === 0) break;
      }
    }
    this.position = Math.min(position + 1, end);
    if (level !== 0 || position >= end) throw this.error('string without end', start);
    return { kind: 'string', source: bytes, hex: false, start, end: position + 1 };
  }
}
