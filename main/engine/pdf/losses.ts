import { acroFormOf, type FormField, formFieldsOf } from './form-fields.ts';
import { catalogOf, type PageLeaf } from './page-tree.ts';
import { stringBytes } from './read/strings.ts';
import { isArray, isDict, isString, nameOf, type PdfValue } from './read/values.ts';
import type { RevisionView } from './read/view.ts';

/** What a file has that copying its pages into a fresh document would drop or freeze. */
export interface Losses {
  /** Layers that a viewer can switch on and off; afterwards all are shown. */
  readonly layers: number;
  /** Form fields with content; afterwards they are fixed pictures. */
  readonly filledFields: number;
  /** Fields that wait to be filled; afterwards they can no longer be. */
  readonly emptyFields: number;
  /** Files inside the file; afterwards they are gone. */
  readonly attachments: number;
  /** An XFA form, whose looks only some programs compute. */
  readonly dynamicForm: boolean;
}

const MAX_TREE_NODES = 10_000;

/** Leaves of a name tree (ISO 32000-2, 7.9.6), counted. */
function countNameTree(view: RevisionView, root: PdfValue | undefined): number {
  let leaves = 0;
  const open: (PdfValue | undefined)[] = [root];
  for (let visited = 0; open.length > 0 && visited < MAX_TREE_NODES; visited += 1) {
    const node = view.resolve(open.pop());
    if (!isDict(node)) continue;
    const names = view.resolve(node.entries.get('Names'));
    const kids = view.resolve(node.entries.get('Kids'));
    if (isArray(names)) leaves += Math.floor(names.length / 2);
    if (isArray(kids)) open.push(...kids);
  }
  return leaves;
}

/** Whether a field other than a signature shows something that a person entered. */
function isFilled(view: RevisionView, field: FormField): boolean {
  const value = view.resolve(field.value);
  if (value === undefined || value === null) return false;
  if (isString(value)) return stringBytes(value).length > 0;
  if (field.type === 'Btn') return nameOf(value) !== undefined && nameOf(value) !== 'Off';
  if (isArray(value)) return value.length > 0;
  return true;
}

/** Annotations of a kind, over all pages. */
function countAnnotations(view: RevisionView, pages: readonly PageLeaf[], subtype: string): number {
  let count = 0;
  for (const page of pages) {
    const annotations = view.resolve(page.dict.entries.get('Annots'));
    if (!isArray(annotations)) continue;
    for (const item of annotations) {
      const annotation = view.resolve(item);
      if (isDict(annotation) && nameOf(view.resolve(annotation.entries.get('Subtype'))) === subtype)
        count += 1;
    }
  }
  return count;
}

/** Looks for everything that copying would lose. Throws `PdfSyntaxError` on broken places. */
export function lossesOf(view: RevisionView, pages: readonly PageLeaf[]): Losses {
  const { dict: catalog } = catalogOf(view);
  const optional = view.resolve(catalog.entries.get('OCProperties'));
  const groups = isDict(optional) ? view.resolve(optional.entries.get('OCGs')) : undefined;
  const names = view.resolve(catalog.entries.get('Names'));
  const embedded = isDict(names) ? countNameTree(view, names.entries.get('EmbeddedFiles')) : 0;
  const fields = formFieldsOf(view).filter((field) => field.type !== 'Sig');
  const filled = fields.filter((field) => isFilled(view, field)).length;
  return {
    layers: isArray(groups) ? groups.length : 0,
    filledFields: filled,
    emptyFields: fields.length - filled,
    attachments: embedded + countAnnotations(view, pages, 'FileAttachment'),
    dynamicForm: acroFormOf(view)?.dict.entries.has('XFA') ?? false,
  };
}

/** Names of what would be lost, for the sentence of `pdf-would-lose`; empty when nothing would. */
export function lossNames(losses: Losses): readonly (keyof Losses)[] {
  const keys = ['layers', 'filledFields', 'emptyFields', 'attachments', 'dynamicForm'] as const;
  return keys.filter((key) => losses[key] !== 0 && losses[key] !== false);
}
