import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { acroFormOf, formFieldsOf, type FormField } from '../form-fields.ts';
import { catalogOf, type PageLeaf, type Rectangle, rectangleOf } from '../page-tree.ts';
import { overlaps, placeOnPage, type Placement } from '../placement.ts';
import {
  isArray,
  isDict,
  isInteger,
  isRef,
  type PdfArray,
  type PdfRef,
  type PdfValue,
} from '../read/values.ts';
import type { Increment } from './increment.ts';
import { pdfDict, pdfName, pdfNumber, pdfText, withEntries } from './value.ts';

/** A signature field to be made: visible at a place, or invisible (a paraf). */
export interface NewField {
  readonly name: string;
  readonly placement: Placement | 'invisible';
}

/** Annotation flags Print and Locked (ISO 32000-2, table 167). */
const WIDGET_FLAGS = 4 | 128;
/** SignaturesExist and AppendOnly (table 225). */
const SIG_FLAGS = 3;

const INVISIBLE: PdfArray = [0, 0, 0, 0];

export function rectangleValue(box: Rectangle): PdfArray {
  return [pdfNumber(box.left), pdfNumber(box.bottom), pdfNumber(box.right), pdfNumber(box.top)];
}

/** The visible signature fields of a page, by name, with their boxes. */
function boxesOf(
  increment: Increment,
  fields: readonly FormField[],
): { name: string; box: Rectangle; page: number }[] {
  const boxes: { name: string; box: Rectangle; page: number }[] = [];
  for (const field of fields) {
    const page = field.dict.entries.get('P');
    const box = rectangleOf(increment.view, field.dict.entries.get('Rect'));
    if (field.type === 'Sig' && box !== undefined && isRef(page))
      boxes.push({ name: field.name, box, page: page.num });
  }
  return boxes;
}

/** Appends references to an array that is an object of its own, stands inside `holder`, or is not there yet. */
function appendTo(increment: Increment, holder: PdfRef, key: string, additions: readonly PdfRef[]): void {
  const dict = increment.resolve(holder);
  if (!isDict(dict)) return;
  const value = dict.entries.get(key);
  const old = increment.resolve(value);
  const list: PdfValue[] = [...(isArray(old) ? old : []), ...additions];
  if (isRef(value) && isArray(old)) increment.put(value, list);
  else increment.put(holder, withEntries(dict, { [key]: list }));
}

/** Makes the interactive form say that there are signatures; creates it where there is none. Returns its object. */
function signableForm(increment: Increment): PdfRef {
  const { view } = increment;
  const catalog = catalogOf(view);
  const form = acroFormOf(view);
  const flags = increment.resolve(form?.dict.entries.get('SigFlags'));
  const wanted = (isInteger(flags) ? flags : 0) | SIG_FLAGS;
  if (form?.ref !== undefined) {
    if (flags !== wanted) increment.put(form.ref, withEntries(form.dict, { SigFlags: wanted }));
    return form.ref;
  }
  // A form inside the catalog becomes an object of its own, so that later increments leave the catalog alone.
  const made = withEntries(form?.dict ?? pdfDict({ Fields: [] }), { SigFlags: wanted });
  const ref = increment.add(made);
  increment.put(catalog.ref, withEntries(catalog.dict, { AcroForm: ref }));
  return ref;
}

/**
 * Adds empty signature fields to an increment. Page contents and resources stay untouched; pages only get the widgets
 * in their /Annots. Returns the new fields' objects in order.
 *
 * Errors: `pdf-field-exists`, `pdf-page-missing`, `placement-outside`, `placement-too-small`,
 * `placement-overlaps`.
 */
export function addFields(
  increment: Increment,
  pages: readonly PageLeaf[],
  fields: readonly NewField[],
): PdfResult<readonly PdfRef[]> {
  const existing = formFieldsOf(increment.view);
  const names = new Set(existing.map((field) => field.name));
  const boxes = boxesOf(increment, existing);
  const made: PdfRef[] = [];
  const perPage = new Map<PageLeaf, PdfRef[]>();
  for (const field of fields) {
    // A full stop would make it a child of another field (12.7.4.2).
    if (names.has(field.name) || field.name.includes('.'))
      return pdfFail('pdf-field-exists', { field: field.name });
    names.add(field.name);
    const number = field.placement === 'invisible' ? 1 : field.placement.page;
    const page = pages[number - 1];
    if (page === undefined) return pdfFail('pdf-page-missing', { page: number, pages: pages.length });
    let rectangle = INVISIBLE;
    if (field.placement !== 'invisible') {
      const placed = placeOnPage(increment.view, page, field.placement);
      if (!placed.ok) return placed;
      const box = placed.value.rectangle;
      const other = boxes.find((one) => one.page === page.ref.num && overlaps(one.box, box));
      if (other !== undefined) return pdfFail('placement-overlaps', { page: number, field: other.name });
      boxes.push({ name: field.name, box, page: page.ref.num });
      rectangle = rectangleValue(box);
    }
    const widget = increment.add(
      pdfDict({
        Type: pdfName('Annot'),
        Subtype: pdfName('Widget'),
        FT: pdfName('Sig'),
        T: pdfText(field.name),
        F: WIDGET_FLAGS,
        Rect: rectangle,
        P: page.ref,
      }),
    );
    made.push(widget);
    perPage.set(page, [...(perPage.get(page) ?? []), widget]);
  }
  const form = signableForm(increment);
  appendTo(increment, form, 'Fields', made);
  for (const [page, widgets] of perPage) appendTo(increment, page.ref, 'Annots', widgets);
  return pdfOk(made);
}
