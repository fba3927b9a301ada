import { rootOf } from '../../read/pdf-file.ts';
import {
  isArray,
  isDict,
  isRef,
  isStream,
  isString,
  nameOf,
  type PdfDict,
  type PdfValue,
} from '../../read/values.ts';
import { type Comparison, explainAdded, report } from './comparison.ts';
import { compareForm } from './compare-form.ts';
import { compareValidationData } from './compare-validation-data.ts';
import { differingKeys, sameValue } from './equal.ts';
import { isOnlyReachedThrough } from './reached-through.ts';

const datesOnly = new Set(['ModDate', 'CreationDate', 'Producer']);

/** Document information (14.3.3): the dates and the producer may change, nothing that a person wrote. */
const compareInformation = (comparison: Comparison): void => {
  const from = comparison.before.trailer.entries.get('Info');
  const to = comparison.after.trailer.entries.get('Info');
  const before = comparison.before.resolve(from);
  const after = comparison.after.resolve(to);
  explainAdded(comparison, to);
  if (!isDict(after) || sameValue(before, after)) return;
  const empty: PdfDict = { kind: 'dict', entries: new Map(), duplicates: [] };
  const keys = differingKeys(isDict(before) ? before : empty, after).filter((key) => !datesOnly.has(key));
  if (before !== undefined && (!isDict(before) || keys.length > 0)) {
    report(comparison, 'object-changed', 'other', { part: 'Info' });
    return;
  }
  if (isRef(to)) comparison.explained.add(to.num);
  report(comparison, 'later-metadata', 'preserve');
};

/** The dictionary that says which extensions of PDF the file uses (7.12); it shows nothing. */
const isExtensions = (comparison: Comparison, value: PdfValue | undefined): boolean => {
  const dict = comparison.after.resolve(value);
  if (!isDict(dict)) return false;
  return [...dict.entries].every(([key, item]) => {
    if (key === 'Type') return true;
    const inner = comparison.after.resolve(item);
    const extensions = isArray(inner) ? inner.map((one) => comparison.after.resolve(one)) : [inner];
    return extensions.every(
      (extension) =>
        isDict(extension) &&
        [...extension.entries.values()].every(
          (part) => typeof part === 'number' || nameOf(part) !== undefined || isString(part),
        ),
    );
  });
};

const extensionParts = (comparison: Comparison, value: PdfValue | undefined): PdfValue[] => {
  const dict = comparison.after.resolve(value);
  return isDict(dict) ? [...dict.entries.values()] : [];
};

const compareExtensions = (comparison: Comparison, before: PdfDict, after: PdfDict): void => {
  const from = before.entries.get('Extensions');
  const to = after.entries.get('Extensions');
  if (to === undefined && from === undefined) return;
  if (!isExtensions(comparison, to)) {
    report(comparison, 'catalog-changed', 'other', { key: 'Extensions' });
    return;
  }
  explainAdded(comparison, to);
  for (const part of [to, ...extensionParts(comparison, to)])
    if (
      isRef(part) &&
      comparison.changed.get(part.num)?.kind === 'changed' &&
      isOnlyReachedThrough(comparison.before, part.num, 'Extensions')
    )
      comparison.explained.add(part.num);
};

/** The XMP packet that the catalog names (14.3.2): a description, never shown with the pages. */
const compareMetadata = (comparison: Comparison, before: PdfDict, after: PdfDict): void => {
  const to = after.entries.get('Metadata');
  const object = isRef(to) ? comparison.changed.get(to.num) : undefined;
  if (!object || !isRef(to)) return;
  const isPacket = isStream(object.after) && nameOf(object.after.dict.entries.get('Subtype')) === 'XML';
  if (!isPacket) return;
  if (object.kind === 'added') {
    explainAdded(comparison, to);
    report(comparison, 'later-metadata', 'preserve');
  } else if (
    sameValue(before.entries.get('Metadata'), to) &&
    isOnlyReachedThrough(comparison.before, to.num, 'Metadata')
  ) {
    comparison.explained.add(to.num);
    report(comparison, 'later-metadata', 'preserve');
  }
};

const handled = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata', 'Version']);

/** The catalog (7.7.2): only the form, validation data, extensions and dates may differ, each by its own rules. */
export const compareCatalog = (comparison: Comparison): void => {
  const { before, after } = comparison;
  const fromRef = rootOf(before.trailer);
  const toRef = rootOf(after.trailer);
  const moved = !sameValue(fromRef, toRef);
  // Some writers give the catalog a new number. It may be no object that the signed part already had, and what it
  // says is compared as if it had stayed.
  if (!fromRef || !toRef || (moved && comparison.changed.get(toRef.num)?.kind !== 'added')) {
    report(comparison, 'root-changed', 'other');
    return;
  }
  if (moved) report(comparison, 'later-root-moved', 'preserve');
  const from = before.resolve(fromRef);
  const to = after.resolve(toRef);
  if (!isDict(from) || !isDict(to)) {
    report(comparison, 'root-changed', 'other');
    return;
  }
  if (to.duplicates.length > 0) report(comparison, 'duplicate-key', 'other', { key: to.duplicates[0] ?? '' });
  comparison.explained.add(toRef.num);
  for (const key of differingKeys(from, to))
    if (!handled.has(key)) report(comparison, 'catalog-changed', 'other', { key });
  compareForm(comparison, from, to);
  compareValidationData(comparison, from, to);
  compareExtensions(comparison, from, to);
  compareMetadata(comparison, from, to);
  compareInformation(comparison);
};
