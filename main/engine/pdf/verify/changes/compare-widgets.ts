import { isArray, isDict, isRef, numeric, type PdfDict, type PdfValue } from '../../read/values.ts';
import type { RevisionView } from '../../read/view.ts';
import { readFields } from '../signature-fields.ts';
import { type Comparison, report } from './comparison.ts';

type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };

/** Share of a page above which a signature's picture is taken for a cover. */
const COVER = 0.6;

const boxOf = (view: RevisionView, value: PdfValue | undefined): Box | undefined => {
  const list = view.resolve(value);
  if (!isArray(list) || list.length !== 4) return undefined;
  const [a, b, c, d] = list.map((item) => numeric(view.resolve(item)));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
};

const area = (box: Box): number => Math.max(0, box.right - box.left) * Math.max(0, box.top - box.bottom);

const overlap = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});

/** A page's visible box, inherited where the page has none of its own (7.7.3.4). */
const pageBox = (view: RevisionView, page: PdfDict): Box | undefined => {
  let node: PdfValue | undefined = page;
  for (let hops = 0; hops < 64 && isDict(node); hops += 1) {
    const box = boxOf(view, node.entries.get('CropBox')) ?? boxOf(view, node.entries.get('MediaBox'));
    if (box) return box;
    node = view.resolve(node.entries.get('Parent'));
  }
  return undefined;
};

const isHidden = (dict: PdfDict): boolean => {
  const flags = dict.entries.get('F');
  return typeof flags === 'number' && (flags & 0x22) !== 0;
};

/** Visible widgets of a later signature: inside their page, not over an earlier signature, not over most of it. */
export const compareWidgets = (comparison: Comparison): void => {
  if (comparison.newWidgets.size === 0) return;
  const view = comparison.after;
  const earlier = readFields(comparison.before)
    .fields.filter((field) => field.type === 'Sig' && field.dict.entries.has('V'))
    .flatMap((field) => field.widgets);
  for (const num of comparison.newWidgets) {
    const widget = view.object(num);
    if (!isDict(widget) || isHidden(widget)) continue;
    const box = boxOf(view, widget.entries.get('Rect'));
    if (!box || area(box) === 0 || comparison.changed.get(num)?.kind !== 'added') continue;
    // The page that lists the widget shows it, whatever /P says.
    const named = widget.entries.get('P');
    const pageNum = comparison.pageOf.get(num) ?? (isRef(named) ? named.num : undefined);
    const page = pageNum === undefined ? undefined : view.object(pageNum);
    const visible = isDict(page) ? pageBox(view, page) : undefined;
    if (visible) {
      const shown = area(overlap(box, visible));
      if (shown < area(box) * 0.99) report(comparison, 'widget-outside-page', 'preserve', { object: num });
      if (shown > area(visible) * COVER) report(comparison, 'widget-covers-page', 'other', { object: num });
    }
    for (const other of earlier) {
      const old = comparison.before.object(other);
      if (!isDict(old) || isHidden(old) || other === num) continue;
      const oldPage = old.entries.get('P');
      if (isRef(oldPage) && pageNum !== undefined && oldPage.num !== pageNum) continue;
      const oldBox = boxOf(comparison.before, old.entries.get('Rect'));
      if (oldBox && area(overlap(box, oldBox)) > 0.02 * area(oldBox))
        report(comparison, 'widget-over-signature', 'other', { object: num });
    }
  }
};
