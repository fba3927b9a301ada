import { PdfSyntaxError } from '../../read/limits.ts';
import { isArray, isDict, isRef, nameOf, type PdfValue } from '../../read/values.ts';
import type { RevisionView } from '../../read/view.ts';
import { referencesIn } from './equal.ts';

const MAX_NODES = 200_000;

const lists = new WeakMap<RevisionView, readonly number[]>();

/** Object numbers of a revision's pages, in order. */
export const pagesOf = (view: RevisionView): readonly number[] => {
  const known = lists.get(view);
  if (known) return known;
  const pages: number[] = [];
  const seen = new Set<number>();
  const root = view.resolve(view.trailer.entries.get('Root'));
  const open: (PdfValue | undefined)[] = isDict(root) ? [root.entries.get('Pages')] : [];
  while (open.length > 0 && seen.size < MAX_NODES) {
    const item = open.pop();
    if (!isRef(item) || seen.has(item.num)) continue;
    seen.add(item.num);
    const node = view.resolve(item);
    if (!isDict(node)) continue;
    if (nameOf(node.entries.get('Type')) === 'Page') pages.push(item.num);
    const kids = view.resolve(node.entries.get('Kids'));
    if (isArray(kids)) {
      view.spend(kids.length);
      for (let index = kids.length - 1; index >= 0; index -= 1) open.push(kids[index]);
    }
  }
  lists.set(view, pages);
  return pages;
};

/** Number from 1 of the page that is object `num`, `undefined` where the page tree does not lead to it. */
export const pageNumber = (view: RevisionView, num: number): number | undefined => {
  const index = pagesOf(view).indexOf(num);
  return index < 0 ? undefined : index + 1;
};

/** Number from 1 of the first page that names object `num` in its contents or directly in its resources. */
export const pageUsing = (view: RevisionView, num: number): number | undefined => {
  for (const [index, page] of pagesOf(view).entries()) {
    const found = new Set<number>();
    try {
      const dict = view.object(page);
      referencesIn(dict, found);
      if (isDict(dict))
        for (const key of ['Contents', 'Resources', 'Annots'])
          referencesIn(view.resolve(dict.entries.get(key)), found);
    } catch (error) {
      if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
    }
    view.spend(1 + found.size);
    if (found.has(num)) return index + 1;
  }
  return undefined;
};
