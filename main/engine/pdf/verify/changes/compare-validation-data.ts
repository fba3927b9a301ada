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
import { isOnlyReachedThrough } from './reached-through.ts';

const lists = new Set(['Certs', 'CRLs', 'OCSPs', 'Cert', 'CRL', 'OCSP']);

/** Whether a value is built as a document security store is (12.8.4.3): arrays of streams, and dictionaries of
 * them for single signatures. */
const isStore = (comparison: Comparison, store: PdfDict, depth = 0): boolean =>
  [...store.entries].every(([key, item]) => {
    const value = comparison.after.resolve(item);
    if (lists.has(key))
      return (
        isArray(value) && value.every((entry) => isRef(entry) && isStream(comparison.after.resolve(entry)))
      );
    if (key === 'VRI' && depth === 0)
      return (
        isDict(value) &&
        [...value.entries].every(([name, entry]) => {
          const inner = comparison.after.resolve(entry);
          return name === 'Type' || (isDict(inner) && isStore(comparison, inner, 1));
        })
      );
    if (key === 'TS') return isStream(value);
    return key === 'Type' || key === 'TU' ? nameOf(value) !== undefined || isString(value) : false;
  });

/** Containers of the store that were changed in place. Each may be reached only through the store, else the same
 * object could be, say, a page's list of contents. */
const changedContainers = (
  comparison: Comparison,
  value: PdfValue | undefined,
  found: Set<number>,
  depth = 0,
): void => {
  if (depth > 6) return;
  if (isRef(value)) {
    const object = comparison.changed.get(value.num);
    if (object?.kind === 'changed') found.add(value.num);
    if (isStream(comparison.after.resolve(value))) return;
  }
  const inner = comparison.after.resolve(value);
  if (isArray(inner)) for (const item of inner) changedContainers(comparison, item, found, depth + 1);
  else if (isDict(inner))
    for (const item of inner.entries.values()) changedContainers(comparison, item, found, depth + 1);
};

const isContainer = (value: PdfValue | undefined): boolean => isArray(value) || isDict(value);

/** Certificates, revocation lists and OCSP answers may be added; streams that were there stay as they were. */
export const compareValidationData = (comparison: Comparison, before: PdfDict, after: PdfDict): void => {
  const from = before.entries.get('DSS');
  const to = after.entries.get('DSS');
  if (to === undefined) {
    if (from !== undefined) report(comparison, 'catalog-changed', 'other', { key: 'DSS' });
    return;
  }
  const store = comparison.after.resolve(to);
  const touched = new Set<number>();
  changedContainers(comparison, to, touched);
  const added = [...comparison.changed].some(
    ([num, object]) => object.kind === 'added' && !comparison.explained.has(num),
  );
  if (!isDict(store) || !isStore(comparison, store)) {
    if (touched.size > 0 || from === undefined)
      report(comparison, 'catalog-changed', 'other', { key: 'DSS' });
    return;
  }
  const explainedBefore = comparison.explained.size;
  for (const num of touched) {
    const object = comparison.changed.get(num);
    const sound = isContainer(object?.before) && isContainer(object?.after);
    if (sound && isOnlyReachedThrough(comparison.before, num, 'DSS')) {
      comparison.explained.add(num);
      explainAdded(comparison, object?.after);
    }
  }
  if (added) explainAdded(comparison, to);
  if (comparison.explained.size > explainedBefore) report(comparison, 'later-validation-data', 'preserve');
};
