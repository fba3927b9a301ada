import { PdfSyntaxError } from './read/limits.ts';
import {
  isArray,
  isDict,
  isRef,
  isString,
  nameOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from './read/values.ts';
import { textOf } from './read/strings.ts';
import type { RevisionView } from './read/view.ts';
import { catalogOf } from './page-tree.ts';

/** A terminal form field (ISO 32000-2, 12.7.4) with what it inherits. */
export interface FormField {
  /** Fully qualified name: partial names joined by full stops. */
  readonly name: string;
  /** The field's own reference; fields written inline cannot be changed by an increment and have none. */
  readonly ref: PdfRef | undefined;
  readonly dict: PdfDict;
  /** Tx, Btn, Ch, Sig, or undefined. */
  readonly type: string | undefined;
  /** The resolved value; undefined when empty. */
  readonly value: PdfValue | undefined;
}

const MAX_FIELDS = 20_000;
const MAX_DEPTH = 40;

export interface AcroForm {
  readonly dict: PdfDict;
  /** Undefined when the form stands inside the catalog. */
  readonly ref: PdfRef | undefined;
}

/** The document's interactive form; undefined when it has none. */
export function acroFormOf(view: RevisionView): AcroForm | undefined {
  const value = catalogOf(view).dict.entries.get('AcroForm');
  const dict = view.resolve(value);
  return isDict(dict) ? { dict, ref: isRef(value) ? value : undefined } : undefined;
}

/** All terminal fields in order. Throws `PdfSyntaxError` on circles and hostile sizes. */
export function formFieldsOf(view: RevisionView): readonly FormField[] {
  const fields: FormField[] = [];
  const seen = new Set<number>();
  const visit = (item: PdfValue, parent: Pick<FormField, 'name' | 'type' | 'value'>, depth: number): void => {
    const ref = isRef(item) ? item : undefined;
    if (ref !== undefined) {
      if (seen.has(ref.num)) throw new PdfSyntaxError('a form field stands twice', 0);
      seen.add(ref.num);
    }
    if (depth > MAX_DEPTH || seen.size > MAX_FIELDS) throw new PdfSyntaxError('form too large', 0, true);
    const dict = view.resolve(item);
    if (!isDict(dict)) return;
    const partial = view.resolve(dict.entries.get('T'));
    const own = isString(partial) ? textOf(partial) : undefined;
    const name = own === undefined ? parent.name : parent.name === '' ? own : `${parent.name}.${own}`;
    const type = nameOf(view.resolve(dict.entries.get('FT'))) ?? parent.type;
    const value = view.resolve(dict.entries.get('V')) ?? parent.value;
    const kids = view.resolve(dict.entries.get('Kids'));
    // Kids without a name are widgets of this field, not fields of their own (12.7.4.2).
    const children = isArray(kids) ? kids.filter((kid) => isNamed(view, kid)) : [];
    if (children.length > 0) for (const kid of children) visit(kid, { name, type, value }, depth + 1);
    else fields.push({ name, ref, dict, type, value });
  };
  const list = view.resolve(acroFormOf(view)?.dict.entries.get('Fields'));
  if (isArray(list)) for (const item of list) visit(item, { name: '', type: undefined, value: undefined }, 0);
  return fields;
}

function isNamed(view: RevisionView, kid: PdfValue): boolean {
  const dict = view.resolve(kid);
  return isDict(dict) && dict.entries.has('T');
}

/** The signature fields alone. */
export function signatureFieldsOf(view: RevisionView): readonly FormField[] {
  return formFieldsOf(view).filter((field) => field.type === 'Sig');
}

/** Whether a signature field holds a signature. */
export function isSigned(field: FormField): boolean {
  return isDict(field.value);
}
