import { PdfSyntaxError } from './read/limits.ts';
import {
  isArray,
  isDict,
  isRef,
  nameOf,
  numeric,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from './read/values.ts';
import type { RevisionView } from './read/view.ts';

/** Attributes that a page takes from the nodes above it (ISO 32000-2, table 31). */
export const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

export interface PageLeaf {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** The inheritable attributes that are in force, the page's own first. */
  readonly inherited: ReadonlyMap<string, PdfValue>;
}

/** More pages than any letter, and an end to a hostile tree. */
const MAX_PAGES = 50_000;
const MAX_DEPTH = 60;

/** The catalog of a revision. Throws `PdfSyntaxError` when there is none. */
export function catalogOf(view: RevisionView): { readonly ref: PdfRef; readonly dict: PdfDict } {
  const ref = view.trailer.entries.get('Root');
  const dict = view.resolve(ref);
  if (!isRef(ref) || !isDict(dict)) throw new PdfSyntaxError('no document catalog', 0);
  return { ref, dict };
}

/** The pages in order. Throws `PdfSyntaxError` on a tree with circles, without an end, or with foreign nodes. */
export function pagesOf(view: RevisionView): readonly PageLeaf[] {
  const pages: PageLeaf[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue | undefined, above: ReadonlyMap<string, PdfValue>, depth: number): void => {
    if (!isRef(node)) throw new PdfSyntaxError('a page tree node must be a reference', 0);
    if (seen.has(node.num)) throw new PdfSyntaxError('a page tree node stands twice', 0);
    if (depth > MAX_DEPTH || pages.length >= MAX_PAGES)
      throw new PdfSyntaxError('page tree too large', 0, true);
    seen.add(node.num);
    const dict = view.resolve(node);
    if (!isDict(dict)) throw new PdfSyntaxError('a page tree node is missing', 0);
    const inherited = new Map(above);
    for (const key of INHERITED) {
      const own = dict.entries.get(key);
      if (own !== undefined && own !== null) inherited.set(key, own);
    }
    const kids = view.resolve(dict.entries.get('Kids'));
    if (isArray(kids) && nameOf(view.resolve(dict.entries.get('Type'))) !== 'Page') {
      for (const kid of kids) visit(kid, inherited, depth + 1);
    } else pages.push({ ref: node, dict, inherited });
  };
  visit(catalogOf(view).dict.entries.get('Pages'), new Map(), 0);
  return pages;
}

/** A rectangle in the page's own space: lower-left and upper-right corner, in user space units. */
export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Reads a rectangle, corners in any order (7.9.5); undefined when it is none. */
export function rectangleOf(view: RevisionView, value: PdfValue | undefined): Rectangle | undefined {
  const array = view.resolve(value);
  if (!isArray(array) || array.length !== 4) return undefined;
  const [a, b, c, d] = array.map((item) => numeric(view.resolve(item)));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

/** What of the page is seen: its crop box inside its media box (14.11.2). US Letter where a file names none. */
export function visibleBox(view: RevisionView, page: PageLeaf): Rectangle {
  const media = rectangleOf(view, page.inherited.get('MediaBox')) ?? {
    left: 0,
    bottom: 0,
    right: 612,
    top: 792,
  };
  const crop = rectangleOf(view, page.inherited.get('CropBox')) ?? media;
  const box = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  return box.right > box.left && box.top > box.bottom ? box : media;
}

/** How far the page is turned clockwise when shown: 0, 90, 180 or 270 degrees. */
export function rotationOf(view: RevisionView, page: PageLeaf): 0 | 90 | 180 | 270 {
  const degrees = numeric(view.resolve(page.inherited.get('Rotate'))) ?? 0;
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return quarter === 1 ? 90 : quarter === 2 ? 180 : quarter === 3 ? 270 : 0;
}
