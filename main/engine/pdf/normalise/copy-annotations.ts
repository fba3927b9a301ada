import { pdfDict, pdfName, withEntries } from '../increment/value.ts';
import { isArray, isDict, isRef, isStream, nameOf, type PdfDict, type PdfValue } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';

/** Actions that only move the reader; scripts, launches and form submissions stay behind. */
const HARMLESS_ACTIONS = new Set(['GoTo', 'URI']);

/** Flags Invisible, Hidden and NoView (ISO 32000-2, table 167). */
const UNSEEN = 1 | 2 | 32;

/** The picture that a widget shows now: its normal appearance, in its present state where it has several. */
function shownAppearance(view: RevisionView, widget: PdfDict): PdfValue | undefined {
  const appearances = view.resolve(widget.entries.get('AP'));
  if (!isDict(appearances)) return undefined;
  const normal = appearances.entries.get('N');
  const resolved = view.resolve(normal);
  if (isStream(resolved)) return normal;
  const state = nameOf(view.resolve(widget.entries.get('AS')));
  if (!isDict(resolved) || state === undefined) return undefined;
  const chosen = resolved.entries.get(state);
  return isStream(view.resolve(chosen)) ? chosen : undefined;
}

/** A form widget as a picture that shows the same and can no longer be filled; undefined when it shows nothing. */
function frozenWidget(view: RevisionView, widget: PdfDict): PdfDict | undefined {
  const appearance = shownAppearance(view, widget);
  const flags = view.resolve(widget.entries.get('F'));
  const rectangle = widget.entries.get('Rect');
  const unseen = typeof flags === 'number' && (flags & UNSEEN) !== 0;
  if (appearance === undefined || rectangle === undefined || unseen) return undefined;
  return pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Stamp'),
    Rect: rectangle,
    F: typeof flags === 'number' ? flags : 4,
    AP: pdfDict({ N: appearance }),
  });
}

function withoutActions(view: RevisionView, annotation: PdfDict): PdfDict {
  const action = view.resolve(annotation.entries.get('A'));
  const kind = isDict(action) ? nameOf(view.resolve(action.entries.get('S'))) : undefined;
  const keepsAction =
    kind !== undefined && HARMLESS_ACTIONS.has(kind) && isDict(action) && !action.entries.has('Next');
  return withEntries(annotation, { AA: undefined, ...(keepsAction ? {} : { A: undefined }) });
}

/** An annotation before and after; it vanishes where there is no value. */
export interface CopiedAnnotation {
  readonly old: PdfValue;
  readonly value: PdfDict | undefined;
}

/** The annotations of a page as the fresh document has them: form widgets frozen, attachments gone, scripts gone. */
export function annotationsOf(view: RevisionView, page: PdfDict): readonly CopiedAnnotation[] {
  const list = view.resolve(page.entries.get('Annots'));
  if (!isArray(list)) return [];
  const copied: CopiedAnnotation[] = [];
  const seen = new Set<number>();
  for (const old of list) {
    const annotation = view.resolve(old);
    if (!isDict(annotation)) continue;
    if (isRef(old)) {
      if (seen.has(old.num)) continue;
      seen.add(old.num);
    }
    const subtype = nameOf(view.resolve(annotation.entries.get('Subtype')));
    if (subtype === 'FileAttachment') copied.push({ old, value: undefined });
    else if (subtype === 'Widget') copied.push({ old, value: frozenWidget(view, annotation) });
    else copied.push({ old, value: withoutActions(view, annotation) });
  }
  return copied;
}
