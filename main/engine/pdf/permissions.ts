import { isSigned, type FormField } from './form-fields.ts';
import { isArray, isDict, isInteger, isString, nameOf, type PdfValue } from './read/values.ts';
import { textOf } from './read/strings.ts';
import type { RevisionView } from './read/view.ts';

/** What a certification or lock of the signatures already there still allows. */
export interface Permissions {
  /** Adding another signature field. */
  readonly addField: boolean;
  /** Filling the named empty signature field. */
  readonly fillField: (name: string) => boolean;
}

function lockCovers(view: RevisionView, lock: PdfValue | undefined, name: string): boolean {
  const dict = view.resolve(lock);
  if (!isDict(dict)) return false;
  const list = view.resolve(dict.entries.get('Fields'));
  const names = isArray(list)
    ? list
        .map((item) => view.resolve(item))
        .filter(isString)
        .map(textOf)
    : [];
  const listed = names.some((one) => one === name || name.startsWith(`${one}.`));
  switch (nameOf(view.resolve(dict.entries.get('Action')))) {
    case 'All':
      return true;
    case 'Include':
      return listed;
    case 'Exclude':
      return !listed;
    default:
      return false;
  }
}

/**
 * Reads DocMDP (ISO 32000-2, 12.8.2.2), FieldMDP and field locks (12.8.2.4, 12.7.5.5). Any certification forbids new
 * fields; level 1 forbids every further signature; a lock forbids the fields that it covers.
 */
export function permissionsOf(view: RevisionView, fields: readonly FormField[]): Permissions {
  let level = 0;
  const locks: (PdfValue | undefined)[] = [];
  for (const field of fields) {
    if (!isSigned(field) || !isDict(field.value)) continue;
    const lock = view.resolve(field.dict.entries.get('Lock'));
    locks.push(lock);
    if (isDict(lock) && view.resolve(lock.entries.get('P')) === 1) level = 1;
    const references = view.resolve(field.value.entries.get('Reference'));
    if (!isArray(references)) continue;
    for (const item of references) {
      const reference = view.resolve(item);
      if (!isDict(reference)) continue;
      const method = nameOf(view.resolve(reference.entries.get('TransformMethod')));
      const parameters = view.resolve(reference.entries.get('TransformParams'));
      if (method === 'FieldMDP') locks.push(parameters);
      if (method !== 'DocMDP' || !isDict(parameters)) continue;
      const stated = view.resolve(parameters.entries.get('P')) ?? 2;
      if (isInteger(stated)) level = level === 0 ? stated : Math.min(level, stated);
    }
  }
  return {
    addField: level === 0,
    fillField: (name) => level !== 1 && !locks.some((lock) => lockCovers(view, lock, name)),
  };
}
