import { PdfSyntaxError } from '../../read/limits.ts';
import { rootOf } from '../../read/pdf-file.ts';
import { isDict, type PdfValue } from '../../read/values.ts';
import type { RevisionView } from '../../read/view.ts';
import { referencesIn } from './equal.ts';

/** Adds to `seen` all object numbers that can be reached from a value, entering none that is in it. Objects that cannot be read
 * lead nowhere. */
const reach = (view: RevisionView, value: PdfValue | undefined, seen: Set<number>): void => {
  const open: (PdfValue | undefined)[] = [value];
  while (open.length > 0) {
    const references = new Set<number>();
    referencesIn(open.pop(), references);
    view.spend(1 + references.size);
    for (const num of references) {
      if (seen.has(num)) continue;
      seen.add(num);
      try {
        open.push(view.object(num));
      } catch (error) {
        if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
      }
    }
  }
};

/** Whether every way from the document's catalog and trailer to object `num` goes through the catalog's entry
 * `key`. */
export const isOnlyReachedThrough = (view: RevisionView, num: number, key: string): boolean => {
  const root = rootOf(view.trailer);
  const catalog = view.resolve(root);
  if (!root || !isDict(catalog)) return false;
  const seen = new Set<number>([root.num]);
  for (const [name, value] of catalog.entries) if (name !== key) reach(view, value, seen);
  for (const [name, value] of view.trailer.entries) if (name !== 'Root') reach(view, value, seen);
  return !seen.has(num);
};

/** Numbers of all objects that the document leads to, itself included. */
export const reachableNumbers = (view: RevisionView): ReadonlySet<number> => {
  const seen = new Set<number>();
  for (const value of view.trailer.entries.values()) reach(view, value, seen);
  return seen;
};

/** Whether the document leads to object `num` by any way that does not pass `holder`. */
export const isReachedAround = (view: RevisionView, num: number, holder: number): boolean => {
  const seen = new Set<number>([holder]);
  for (const value of view.trailer.entries.values()) reach(view, value, seen);
  return seen.has(num);
};
