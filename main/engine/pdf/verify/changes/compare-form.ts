import { textOf } from '../../read/strings.ts';
import { isArray, isDict, isRef, isString, nameOf, type PdfDict, type PdfValue } from '../../read/values.ts';
import { type Comparison, explainAdded, report } from './comparison.ts';
import { differingKeys, sameValue } from './equal.ts';
import { addSignatureField } from './new-signature-field.ts';
import { isReachedAround } from './reached-through.ts';

const MAX_DEPTH = 32;

/** What filling a form field changes: its value and how it looks. */
const fillingKeys = new Set(['V', 'AP', 'AS', 'I', 'M', 'MK', 'RV', 'Opt', 'TI']);

/** What signing an empty signature field changes. */
const signingKeys = new Set(['V', 'AP', 'AS', 'M', 'F', 'MK', 'DA', 'DR', 'Q', 'Type', 'Subtype', 'P']);

/** Entries of the form (12.7.3) that may differ because of a further signature: the fields by their own rules,
 * the signature flags, and defaults for fields still to be drawn. */
const formKeys = new Set(['Fields', 'SigFlags', 'DR', 'DA']);

const partName = (comparison: Comparison, dict: PdfDict, prefix: string): string => {
  const title = comparison.after.resolve(dict.entries.get('T'));
  const own = isString(title) ? textOf(title) : '';
  return prefix !== '' && own !== '' ? `${prefix}.${own}` : prefix + own;
};

const explainRef = (comparison: Comparison, value: PdfValue | undefined): void => {
  if (isRef(value) && comparison.changed.get(value.num)?.kind === 'changed')
    comparison.explained.add(value.num);
};

/** A list of fields: all that were there must still be there in their order; new ones must be signature fields.
 * Elements are references, so a list that stands elsewhere too gains nothing but dictionaries. */
const compareFieldList = (
  comparison: Comparison,
  from: PdfValue | undefined,
  to: PdfValue | undefined,
  prefix: string,
  inherited: string | undefined,
  depth: number,
): void => {
  const before = comparison.before.resolve(from);
  const after = comparison.after.resolve(to);
  const old = isArray(before) ? before : [];
  const now = isArray(after) ? after : [];
  if (
    depth > MAX_DEPTH ||
    (before !== undefined && !isArray(before)) ||
    (after !== undefined && !isArray(after))
  ) {
    report(comparison, 'form-changed', 'other', { part: 'Fields' });
    return;
  }
  explainRef(comparison, to);
  const known = new Set(old.map((item) => (isRef(item) ? item.num : -1)));
  comparison.after.spend(old.length + now.length);
  let position = 0;
  for (const item of now) {
    if (position < old.length && sameValue(old[position], item)) {
      if (isRef(item)) compareField(comparison, item.num, prefix, inherited, depth + 1);
      position += 1;
    } else if (isRef(item) && known.has(item.num)) {
      report(comparison, 'form-changed', 'other', { part: 'order' });
    } else addSignatureField(comparison, item, prefix, inherited);
  }
  if (position < old.length) report(comparison, 'form-changed', 'other', { part: 'field removed' });
};

const describe = (comparison: Comparison, dict: PdfDict, inherited: string | undefined): string | undefined =>
  nameOf(comparison.after.resolve(dict.entries.get('FT'))) ?? inherited;

/** A field or widget that exists in both revisions. */
const compareField = (
  comparison: Comparison,
  num: number,
  prefix: string,
  inherited: string | undefined,
  depth: number,
): void => {
  if (comparison.comparedFields.has(num)) return;
  comparison.comparedFields.add(num);
  const before = comparison.before.object(num);
  const after = comparison.after.object(num);
  if (!isDict(before) || !isDict(after)) {
    if (comparison.changed.has(num)) report(comparison, 'form-changed', 'other', { object: num });
    return;
  }
  const name = partName(comparison, after, prefix);
  const type = describe(comparison, after, inherited);
  if (after.duplicates.length > 0 && comparison.changed.has(num))
    report(comparison, 'duplicate-key', 'other', { key: after.duplicates[0] ?? '', object: num });
  const keys = differingKeys(before, after);
  if (type === 'Sig') compareSignatureField(comparison, num, name, before, after, keys);
  else compareFormField(comparison, num, name, after, keys);
  if (before.entries.has('Kids') || after.entries.has('Kids'))
    compareFieldList(comparison, before.entries.get('Kids'), after.entries.get('Kids'), name, type, depth);
};

const compareFormField = (
  comparison: Comparison,
  num: number,
  name: string,
  after: PdfDict,
  keys: readonly string[],
): void => {
  const relevant = keys.filter((key) => key !== 'Kids');
  comparison.explained.add(num);
  if (relevant.some((key) => !fillingKeys.has(key)))
    report(comparison, 'form-changed', 'other', { object: num, key: relevant.join(' ') }, name);
  else if (relevant.length > 0 || valueChanged(comparison, after)) {
    for (const key of relevant) explainAdded(comparison, after.entries.get(key));
    explainOwnParts(comparison, num, after);
    report(comparison, 'form-filled', 'fill-form', { field: name }, name);
  }
};

/** Objects that hold a field's value and appearance: what /V and /AP lead to, two steps deep. */
const partsOf = (comparison: Comparison, dict: PdfDict): number[] => {
  const parts: number[] = [];
  const open: { value: PdfValue | undefined; depth: number }[] = [
    { value: dict.entries.get('V'), depth: 1 },
    { value: dict.entries.get('AP'), depth: 0 },
  ];
  for (let item = open.pop(); item; item = open.pop()) {
    if (isRef(item.value)) parts.push(item.value.num);
    const value = comparison.after.resolve(item.value);
    if (item.depth < 2 && isDict(value))
      for (const inner of value.entries.values()) open.push({ value: inner, depth: item.depth + 1 });
  }
  return parts;
};

/** A value or appearance whose own object was rewritten, while the field still refers to the same number. */
const valueChanged = (comparison: Comparison, after: PdfDict): boolean =>
  partsOf(comparison, after).some((num) => comparison.changed.get(num)?.kind === 'changed');

/** Rewritten parts that nothing but this field uses belong to its filling. */
const explainOwnParts = (comparison: Comparison, field: number, after: PdfDict): void => {
  for (const num of partsOf(comparison, after))
    if (comparison.changed.get(num)?.kind === 'changed' && !isReachedAround(comparison.before, num, field))
      comparison.explained.add(num);
};

const signed = (comparison: Comparison, dict: PdfDict): boolean => {
  const value = comparison.before.resolve(dict.entries.get('V'));
  return value !== undefined && value !== null;
};

/** Whether the appearance that the empty field had is also used by another part of the document, which exchanging
 * it would touch. */
const sharesAppearance = (comparison: Comparison, num: number, before: PdfDict): boolean => {
  const appearance = before.entries.get('AP');
  return isRef(appearance) && isReachedAround(comparison.before, appearance.num, num);
};

const compareSignatureField = (
  comparison: Comparison,
  num: number,
  name: string,
  before: PdfDict,
  after: PdfDict,
  keys: readonly string[],
): void => {
  const relevant = keys.filter((key) => key !== 'Kids');
  if (comparison.changed.has(num)) comparison.explained.add(num);
  if (signed(comparison, before)) {
    if (relevant.length > 0)
      report(comparison, 'signature-field-changed', 'other', { field: name, key: relevant.join(' ') }, name);
    return;
  }
  if (relevant.length === 0) return;
  if (relevant.some((key) => !signingKeys.has(key))) {
    report(comparison, 'form-changed', 'other', { field: name, key: relevant.join(' ') }, name);
    return;
  }
  if (relevant.includes('AP') && sharesAppearance(comparison, num, before)) {
    report(comparison, 'form-changed', 'other', { field: name, part: 'shared appearance' }, name);
    return;
  }
  for (const key of relevant) if (key !== 'P') explainAdded(comparison, after.entries.get(key));
  comparison.newWidgets.add(num);
  const value = comparison.after.resolve(after.entries.get('V'));
  if (!isDict(value)) return;
  const timestamp = nameOf(comparison.after.resolve(value.entries.get('SubFilter'))) === 'ETSI.RFC3161';
  report(
    comparison,
    timestamp ? 'later-timestamp' : 'later-signature',
    timestamp ? 'preserve' : 'fill-signature',
    { field: name },
    name,
  );
};

/** Categories of the default resources that draw text fields. */
const textResources = ['Font', 'Encoding'];

/** Default resources and appearance may gain entries for fields still to be drawn; the fonts that were there draw
 * fields that were signed, and stay. */
const compareDefaults = (comparison: Comparison, before: PdfDict, after: PdfDict): void => {
  const text = before.entries.get('DA');
  if (text !== undefined && !sameValue(text, after.entries.get('DA')))
    report(comparison, 'form-changed', 'other', { key: 'DA' });
  const from = comparison.before.resolve(before.entries.get('DR'));
  const to = comparison.after.resolve(after.entries.get('DR'));
  for (const category of textResources) {
    const old = comparison.before.resolve(isDict(from) ? from.entries.get(category) : undefined);
    if (old === undefined) continue;
    const now = comparison.after.resolve(isDict(to) ? to.entries.get(category) : undefined);
    const kept =
      isDict(old) && isDict(now)
        ? [...old.entries].every(([name, entry]) => sameValue(entry, now.entries.get(name)))
        : sameValue(old, now);
    if (!kept) report(comparison, 'form-changed', 'other', { key: `DR ${category}` });
  }
  const reference = after.entries.get('DR');
  if (isRef(reference) && comparison.changed.get(reference.num)?.kind === 'changed')
    comparison.explained.add(reference.num);
  explainAdded(comparison, reference);
};

/** The interactive form (12.7.3). */
export const compareForm = (comparison: Comparison, from: PdfDict, to: PdfDict): void => {
  const before = comparison.before.resolve(from.entries.get('AcroForm'));
  const after = comparison.after.resolve(to.entries.get('AcroForm'));
  if (after === undefined || after === null) {
    if (before !== undefined && before !== null)
      report(comparison, 'form-changed', 'other', { part: 'AcroForm' });
    return;
  }
  const empty: PdfDict = { kind: 'dict', entries: new Map(), duplicates: [] };
  const old = isDict(before) ? before : empty;
  if (!isDict(after) || (before !== undefined && before !== null && !isDict(before))) {
    report(comparison, 'form-changed', 'other', { part: 'AcroForm' });
    return;
  }
  if (after.duplicates.length > 0)
    report(comparison, 'duplicate-key', 'other', { key: after.duplicates[0] ?? '' });
  const reference = to.entries.get('AcroForm');
  if (isRef(reference) && comparison.changed.has(reference.num)) comparison.explained.add(reference.num);
  for (const key of differingKeys(old, after))
    if (!formKeys.has(key)) report(comparison, 'form-changed', 'other', { key });
  compareDefaults(comparison, old, after);
  compareFieldList(comparison, old.entries.get('Fields'), after.entries.get('Fields'), '', undefined, 0);
};
