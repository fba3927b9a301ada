import { PdfSyntaxError } from '../read/limits.ts';
import { rootOf } from '../read/pdf-file.ts';
import { textOf } from '../read/strings.ts';
import { isArray, isDict, isRef, isString, nameOf, type PdfDict, type PdfValue } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';

/** A field of the form (12.7.4), with its type inherited. */
export type FormField = {
  /** Fully qualified name. */
  readonly name: string;
  readonly num: number | undefined;
  readonly dict: PdfDict;
  readonly type: string | undefined;
  /** Object numbers of its widget annotations; the field's own where both are one. */
  readonly widgets: readonly number[];
};

export type FieldTree = { readonly fields: readonly FormField[]; readonly sound: boolean };

const MAX_DEPTH = 32;
const MAX_FIELDS = 100_000;

type Walk = {
  readonly view: RevisionView;
  readonly fields: FormField[];
  readonly seen: Set<number>;
  sound: boolean;
};

const hasOwnName = (value: PdfValue | undefined): boolean => isDict(value) && value.entries.has('T');

const visit = (
  walk: Walk,
  item: PdfValue,
  prefix: string,
  inherited: string | undefined,
  depth: number,
): void => {
  const num = isRef(item) ? item.num : undefined;
  if (depth > MAX_DEPTH || walk.fields.length > MAX_FIELDS || (num !== undefined && walk.seen.has(num))) {
    walk.sound = false;
    return;
  }
  if (num !== undefined) walk.seen.add(num);
  const dict = walk.view.resolve(item);
  if (!isDict(dict)) return;
  const title = walk.view.resolve(dict.entries.get('T'));
  const part = isString(title) ? textOf(title) : '';
  const name = prefix !== '' && part !== '' ? `${prefix}.${part}` : prefix + part;
  const type = nameOf(walk.view.resolve(dict.entries.get('FT'))) ?? inherited;
  const kids = walk.view.resolve(dict.entries.get('Kids'));
  const children = isArray(kids) ? kids : [];
  walk.view.spend(1 + children.length);
  const subfields = children.filter((kid) => hasOwnName(walk.view.resolve(kid)));
  if (subfields.length === 0) {
    const widgets = children.flatMap((kid) => (isRef(kid) ? [kid.num] : []));
    walk.fields.push({
      name,
      num,
      dict,
      type,
      widgets: widgets.length > 0 || num === undefined ? widgets : [num],
    });
  } else for (const kid of subfields) visit(walk, kid, name, type, depth + 1);
};

/** The form of one revision, `undefined` where the document has none. */
export const formOf = (view: RevisionView): PdfDict | undefined => {
  const catalog = view.resolve(rootOf(view.trailer));
  const form = isDict(catalog) ? view.resolve(catalog.entries.get('AcroForm')) : undefined;
  return isDict(form) ? form : undefined;
};

/** All terminal fields of one revision. `sound` is false where the tree is malformed, too deep, or goes in a
 * circle. */
export const readFields = (view: RevisionView): FieldTree => {
  const walk: Walk = { view, fields: [], seen: new Set(), sound: true };
  try {
    const form = formOf(view);
    const list = form && view.resolve(form.entries.get('Fields'));
    for (const item of isArray(list) ? list : []) visit(walk, item, '', undefined, 0);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
    walk.sound = false;
  }
  return { fields: walk.fields, sound: walk.sound };
};

/** The signature that a field holds: the dictionary its /V leads to, with its object number. */
export type FieldSignature = {
  readonly field: FormField;
  readonly dict: PdfDict;
  readonly num: number | undefined;
};

/** The signed signature fields of a revision, in the order of the form. */
export const readSignatures = (view: RevisionView, tree: FieldTree): readonly FieldSignature[] =>
  tree.fields.flatMap((field) => {
    const value = field.dict.entries.get('V');
    if (field.type !== 'Sig' || value === undefined || value === null) return [];
    let dict: PdfValue | undefined;
    try {
      dict = view.resolve(value);
    } catch (error) {
      if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
    }
    // A value that is no dictionary still claims to be a signature: it is judged, and refused.
    const empty: PdfDict = { kind: 'dict', entries: new Map(), duplicates: [] };
    return [{ field, dict: isDict(dict) ? dict : empty, num: isRef(value) ? value.num : undefined }];
  });
