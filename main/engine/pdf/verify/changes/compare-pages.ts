import { isArray, isDict, isRef, nameOf, type PdfDict, type PdfValue } from '../../read/values.ts';
import { type Comparison, report } from './comparison.ts';
import { differingKeys, sameValue } from './equal.ts';
import { pageNumber, pagesOf } from './page-numbers.ts';

/** Names a page by its object and, where the page tree leads to it, its number from 1. */
const where = (comparison: Comparison, num: number): { object: number; page?: number } => {
  const page = pageNumber(comparison.before, num);
  return page === undefined ? { object: num } : { object: num, page };
};

/** Annotations of one page: those that were there stay, in their order; new ones are widgets of signature fields. */
const compareAnnotations = (comparison: Comparison, page: number, from: PdfDict, to: PdfDict): void => {
  const list = to.entries.get('Annots');
  const before = comparison.before.resolve(from.entries.get('Annots'));
  const after = comparison.after.resolve(list);
  const old = isArray(before) ? before : [];
  const now = isArray(after) ? after : [];
  if (
    (before !== undefined && !isArray(before)) ||
    (after !== undefined && after !== null && !isArray(after))
  ) {
    report(comparison, 'annotation-changed', 'other', where(comparison, page));
    return;
  }
  if (isRef(list) && comparison.changed.has(list.num)) comparison.explained.add(list.num);
  let position = 0;
  for (const item of now) {
    if (position < old.length && sameValue(old[position], item)) position += 1;
    else if (!isRef(item) || !comparison.newWidgets.has(item.num))
      report(comparison, 'annotation-changed', 'other', { ...where(comparison, page), change: 'added' });
    else comparison.pageOf.set(item.num, page);
  }
  if (position < old.length)
    report(comparison, 'annotation-changed', 'other', { ...where(comparison, page), change: 'removed' });
};

const isPage = (value: PdfValue | undefined): value is PdfDict =>
  isDict(value) && nameOf(value.entries.get('Type')) === 'Page';

const isPageTree = (value: PdfValue | undefined): value is PdfDict =>
  isDict(value) && nameOf(value.entries.get('Type')) === 'Pages';

/** Pages whose object changed, then pages whose list of annotations is an object of its own that changed. */
export const comparePages = (comparison: Comparison): void => {
  for (const [num, object] of comparison.changed) {
    if (comparison.explained.has(num)) continue;
    if (isPageTree(object.before) || isPageTree(object.after)) {
      comparison.explained.add(num);
      report(comparison, 'pages-changed', 'other', { object: num });
      continue;
    }
    if (!isPage(object.before)) continue;
    comparison.explained.add(num);
    if (!isPage(object.after)) {
      report(comparison, 'pages-changed', 'other', { object: num });
      continue;
    }
    const keys = differingKeys(object.before, object.after).filter((key) => key !== 'Annots');
    if (keys.length > 0)
      report(comparison, 'page-changed', 'other', { ...where(comparison, num), key: keys.join(' ') });
    if (object.after.duplicates.length > 0)
      report(comparison, 'duplicate-key', 'other', { object: num, key: object.after.duplicates[0] ?? '' });
    compareAnnotations(comparison, num, object.before, object.after);
  }
  compareSeparateLists(comparison);
};

/** Widgets name their page in /P; a page's own list of annotations that changed is found through it. */
const compareSeparateLists = (comparison: Comparison): void => {
  const open = [...comparison.changed].filter(
    ([num, object]) => object.kind === 'changed' && isArray(object.before) && !comparison.explained.has(num),
  );
  if (open.length === 0) return;
  for (const page of pagesOf(comparison.before)) {
    const before = comparison.before.object(page);
    const after = comparison.after.object(page);
    if (!isPage(before) || !isPage(after)) continue;
    const list = after.entries.get('Annots');
    if (isRef(list) && open.some(([num]) => num === list.num))
      compareAnnotations(comparison, page, before, after);
  }
};
