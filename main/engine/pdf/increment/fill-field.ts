import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { isSigned, type FormField } from '../form-fields.ts';
import { type PageLeaf, type Rectangle, rectangleOf, rotationOf } from '../page-tree.ts';
import { type PlacedBox, placeOnPage, type Placement, UPRIGHT_MATRIX } from '../placement.ts';
import { isArray, isDict, isRef, numeric, type PdfDict, type PdfRef } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { rectangleValue } from './add-fields.ts';
import type { Increment } from './increment.ts';
import { pdfDict, withEntries } from './value.ts';

/** An empty signature field that is about to be filled. */
export interface SignatureSlot {
  readonly field: PdfRef;
  /** The widget: the field itself, or its only kid. */
  readonly widget: PdfRef;
  /** Undefined when the signature is invisible. */
  readonly box: (PlacedBox & { readonly width: number; readonly height: number }) | undefined;
  /** The rectangle to be written, when it differs from the field's own. */
  readonly moved: Rectangle | undefined;
}

const MOVED_BEYOND = 0.01;

/** The widget of a field: most are one dictionary, some writers keep it as the field's kid. */
function widgetOf(view: RevisionView, field: FormField): { ref: PdfRef; dict: PdfDict } | undefined {
  if (field.ref === undefined) return undefined;
  const kids = view.resolve(field.dict.entries.get('Kids'));
  const ref = isArray(kids) && !field.dict.entries.has('Rect') ? kids[0] : field.ref;
  const dict = view.resolve(ref);
  return isRef(ref) && isDict(dict) ? { ref, dict } : undefined;
}

function pageOfWidget(view: RevisionView, pages: readonly PageLeaf[], widget: PdfRef, dict: PdfDict): number {
  const stated = dict.entries.get('P');
  const byP = isRef(stated) ? pages.findIndex((page) => page.ref.num === stated.num) : -1;
  if (byP >= 0) return byP;
  // /P is optional: look through the annotations (12.5.2).
  return pages.findIndex((page) => {
    const annotations = view.resolve(page.dict.entries.get('Annots'));
    return isArray(annotations) && annotations.some((item) => isRef(item) && item.num === widget.num);
  });
}

function seenBox(view: RevisionView, page: PageLeaf, rectangle: Rectangle): SignatureSlot['box'] {
  const rotation = rotationOf(view, page);
  const unit = numeric(view.resolve(page.dict.entries.get('UserUnit'))) ?? 1;
  const across = (rectangle.right - rectangle.left) * unit;
  const up = (rectangle.top - rectangle.bottom) * unit;
  if (across <= 0 || up <= 0) return undefined;
  const sideways = rotation === 90 || rotation === 270;
  return {
    rectangle,
    matrix: UPRIGHT_MATRIX[rotation],
    width: sideways ? up : across,
    height: sideways ? across : up,
  };
}

/**
 * Looks at an existing field for signing. A placement other than the field's own moves it, which is only possible while
 * nobody has signed: a box under a signature stays where it is.
 *
 * Errors: `pdf-field-signed`, `pdf-field-missing` (not changeable), `placement-fixed`, and those of `placeOnPage`.
 */
export function slotOf(
  view: RevisionView,
  pages: readonly PageLeaf[],
  field: FormField,
  placement: Placement | undefined,
  signedBefore: boolean,
): PdfResult<SignatureSlot> {
  if (isSigned(field)) return pdfFail('pdf-field-signed', { field: field.name });
  const widget = widgetOf(view, field);
  if (field.ref === undefined || widget === undefined)
    return pdfFail('pdf-field-missing', { field: field.name });
  const index = pageOfWidget(view, pages, widget.ref, widget.dict);
  const page = pages[index];
  const own = rectangleOf(view, widget.dict.entries.get('Rect'));
  const current = page !== undefined && own !== undefined ? seenBox(view, page, own) : undefined;
  const slot = { field: field.ref, widget: widget.ref };
  if (placement === undefined) return pdfOk({ ...slot, box: current, moved: undefined });
  if (page === undefined || placement.page !== index + 1)
    return pdfFail('placement-fixed', { field: field.name });
  const placed = placeOnPage(view, page, placement);
  if (!placed.ok) return placed;
  const box = { ...placed.value, width: placement.width, height: placement.height };
  if (current !== undefined && isSame(current.rectangle, box.rectangle)) {
    return pdfOk({ ...slot, box: current, moved: undefined });
  }
  if (signedBefore) return pdfFail('placement-fixed', { field: field.name });
  return pdfOk({ ...slot, box, moved: box.rectangle });
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  const sides = ['left', 'bottom', 'right', 'top'] as const;
  return sides.every((side) => Math.abs(a[side] - b[side]) <= MOVED_BEYOND);
}

/** Puts the signature and its appearance into the field. */
export function fillField(
  increment: Increment,
  slot: SignatureSlot,
  signature: PdfRef,
  appearance: PdfRef | undefined,
): void {
  const field = increment.resolve(slot.field);
  if (!isDict(field)) return;
  increment.put(slot.field, withEntries(field, { V: signature }));
  const widget = increment.resolve(slot.widget);
  if (!isDict(widget)) return;
  const rectangle = slot.moved === undefined ? {} : { Rect: rectangleValue(slot.moved) };
  const shown = appearance === undefined ? {} : { AP: pdfDict({ N: appearance }) };
  if (slot.moved !== undefined || appearance !== undefined) {
    increment.put(slot.widget, withEntries(widget, { ...rectangle, ...shown }));
  }
}
