import type { Finding } from '#core/contract/findings.ts';
import { textOf } from '../read/strings.ts';
import { isArray, isDict, isString, nameOf, type PdfDict } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import type { Change, ChangeClass } from './changes/comparison.ts';
import { note } from './verification.ts';

/** Which fields a signature locks (FieldMDP, 12.8.2.4; the field's /Lock, 12.7.5.5). */
export type FieldLock = { readonly action: string; readonly fields: ReadonlySet<string> };

/** What a signature permits to those who come after it. */
export type Permissions = {
  /** /P of DocMDP, where the signature certifies the document or its lock sets one. */
  readonly docMdp: 1 | 2 | 3 | null;
  readonly locks: readonly FieldLock[];
};

const level = (value: unknown): 1 | 2 | 3 => (value === 1 || value === 3 ? value : 2);

const readLock = (view: RevisionView, dict: PdfDict): FieldLock | undefined => {
  const action = nameOf(view.resolve(dict.entries.get('Action')));
  const list = view.resolve(dict.entries.get('Fields'));
  const names = (isArray(list) ? list : []).map((item) => view.resolve(item)).filter(isString);
  return action === undefined ? undefined : { action, fields: new Set(names.map(textOf)) };
};

/** Reads /Reference of a signature dictionary and /Lock of its field. */
export const readPermissions = (view: RevisionView, signature: PdfDict, field: PdfDict): Permissions => {
  let docMdp: Permissions['docMdp'] = null;
  const locks: FieldLock[] = [];
  const references = view.resolve(signature.entries.get('Reference'));
  for (const item of isArray(references) ? references : []) {
    const reference = view.resolve(item);
    if (!isDict(reference)) continue;
    const method = nameOf(view.resolve(reference.entries.get('TransformMethod')));
    const parameters = view.resolve(reference.entries.get('TransformParams'));
    if (method === 'DocMDP')
      docMdp = level(isDict(parameters) ? view.resolve(parameters.entries.get('P')) : 2);
    const lock = method === 'FieldMDP' && isDict(parameters) ? readLock(view, parameters) : undefined;
    if (lock) locks.push(lock);
  }
  const own = view.resolve(field.entries.get('Lock'));
  if (isDict(own)) {
    const lock = readLock(view, own);
    if (lock) locks.push(lock);
    const wanted = view.resolve(own.entries.get('P'));
    if (wanted === 1 || wanted === 2 || wanted === 3) docMdp = level(Math.min(wanted, docMdp ?? 3));
  }
  return { docMdp, locks };
};

/** Classes of change that each DocMDP level leaves open (table 257). Validation data and document timestamps are
 * no change in its sense (12.8.4.1). Adding a field is none of "filling in" and "signing". */
const permitted: Readonly<Record<1 | 2 | 3, ReadonlySet<ChangeClass>>> = {
  1: new Set<ChangeClass>(['preserve']),
  2: new Set<ChangeClass>(['preserve', 'fill-signature', 'fill-form']),
  3: new Set<ChangeClass>(['preserve', 'fill-signature', 'fill-form']),
};

const covers = (lock: FieldLock, field: string): boolean => {
  if (lock.action === 'All') return true;
  const named = [...lock.fields].some((name) => field === name || field.startsWith(`${name}.`));
  return lock.action === 'Include' ? named : !named;
};

/** The findings that a signature's own permissions add to later changes. */
export const violations = (permissions: Permissions, changes: readonly Change[]): readonly Finding[] => {
  const findings: Finding[] = [];
  const { docMdp, locks } = permissions;
  if (docMdp !== null && changes.some((change) => !permitted[docMdp].has(change.kind)))
    findings.push(note('docmdp-violated', { level: docMdp }));
  for (const { kind, field } of changes)
    if ((kind === 'fill-form' || kind === 'fill-signature') && field !== undefined)
      if (locks.some((lock) => covers(lock, field))) findings.push(note('fieldmdp-violated', { field }));
  return findings;
};
