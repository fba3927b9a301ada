/** The nine kinds of PDF value (ISO 32000-2, 7.3), as plain data. Integers are numbers; reals are kept apart so
 * that an integer rule (ByteRange, object numbers) can never be met by `1.0`. */
export type PdfValue =
  null | boolean | number | PdfReal | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream;

export type PdfArray = readonly PdfValue[];

export type PdfReal = { readonly kind: 'real'; readonly value: number };

/** A name with its `#xx` escapes resolved, one character a byte. */
export type PdfName = { readonly kind: 'name'; readonly name: string };

/** A string: the place of its token, delimiters included, in `source`, the bytes it was read from. Its content is
 * decoded when asked for, by `stringBytes`. */
export type PdfString = {
  readonly kind: 'string';
  readonly source: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
};

export type PdfRef = { readonly kind: 'ref'; readonly num: number; readonly gen: number };

/** `duplicates` names the keys that were given more than once: readers disagree about which one counts. */
export type PdfDict = {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly duplicates: readonly string[];
};

/** A stream: its dictionary and the place of its raw (still encoded) bytes. */
export type PdfStream = {
  readonly kind: 'stream';
  readonly dict: PdfDict;
  readonly source: Uint8Array;
  readonly start: number;
  readonly end: number;
};

/** Tells the kinds of values apart. */
export const isArray = (value: PdfValue | undefined): value is PdfArray => Array.isArray(value);

const hasKind = (value: PdfValue | undefined, kind: string): boolean =>
  typeof value === 'object' && value !== null && !isArray(value) && value.kind === kind;

export const isName = (value: PdfValue | undefined): value is PdfName => hasKind(value, 'name');
export const isString = (value: PdfValue | undefined): value is PdfString => hasKind(value, 'string');
export const isRef = (value: PdfValue | undefined): value is PdfRef => hasKind(value, 'ref');
export const isDict = (value: PdfValue | undefined): value is PdfDict => hasKind(value, 'dict');
export const isStream = (value: PdfValue | undefined): value is PdfStream => hasKind(value, 'stream');
export const isReal = (value: PdfValue | undefined): value is PdfReal => hasKind(value, 'real');
export const isInteger = (value: PdfValue | undefined): value is number => typeof value === 'number';

/** The number that an integer or a real stands for, else `undefined`. */
export const numeric = (value: PdfValue | undefined): number | undefined => {
  if (typeof value === 'number') return value;
  return isReal(value) ? value.value : undefined;
};

/** The name's text, else `undefined`. */
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  isName(value) ? value.name : undefined;
