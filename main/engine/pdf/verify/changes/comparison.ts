import type { Finding, FindingCode } from '#core/contract/findings.ts';
import { PdfSyntaxError } from '../../read/limits.ts';
import type { Revision } from '../../read/pdf-file.ts';
import type { PdfValue } from '../../read/values.ts';
import type { RevisionView } from '../../read/view.ts';
import type { XrefEntry } from '../../read/xref.ts';
import { note } from '../verification.ts';
import { referencesIn, sameValue } from './equal.ts';

/** What a change means to a certifying signature's permissions (DocMDP). */
export type ChangeClass = 'preserve' | 'fill-signature' | 'add-signature' | 'fill-form' | 'other';

/** A change between two revisions, with the field that it is about where it is about one. */
export type Change = { readonly finding: Finding; readonly kind: ChangeClass; readonly field?: string };

export type ChangedObject = {
  readonly kind: 'added' | 'changed' | 'freed';
  readonly before: PdfValue | undefined;
  readonly after: PdfValue | undefined;
};

/** Two neighbouring revisions side by side. Checks explain changed objects one by one; what is left unexplained
 * in the end is refused. */
export type Comparison = {
  readonly before: RevisionView;
  readonly after: RevisionView;
  readonly changed: ReadonlyMap<number, ChangedObject>;
  readonly explained: Set<number>;
  readonly changes: Change[];
  /** Widgets of signature fields that this revision added, and of those it signed. */
  readonly newWidgets: Set<number>;
  /** Fields that were compared: a tree that leads to one twice is followed once. */
  readonly comparedFields: Set<number>;
  /** Pages that list an added widget, by the widget's number. */
  readonly pageOf: Map<number, number>;
};

/** Notes a change with what it means to a certifying signature, and the field that it is about. */
export const report = (
  comparison: Comparison,
  code: FindingCode,
  kind: ChangeClass,
  params: Finding['params'] = {},
  field?: string,
): void => {
  const finding = note(code, params);
  comparison.changes.push(field === undefined ? { finding, kind } : { finding, kind, field });
};

const sameEntry = (left: XrefEntry | undefined, right: XrefEntry | undefined): boolean => {
  if (!left || !right || left.at !== right.at) return false;
  if (left.at === 'offset')
    return right.at === 'offset' && left.offset === right.offset && left.gen === right.gen;
  if (left.at === 'stream')
    return right.at === 'stream' && left.container === right.container && left.index === right.index;
  return true;
};

const valueOf = (view: RevisionView, num: number): PdfValue | undefined => {
  try {
    return view.object(num);
  } catch (error) {
    if (error instanceof PdfSyntaxError && !error.limit) return undefined;
    throw error;
  }
};

const inUse = (entry: XrefEntry | undefined): entry is XrefEntry =>
  entry !== undefined && entry.at !== 'free';

/** Compares the objects that `revision` lists with the revision before it. `everUsed` holds all numbers that any
 * earlier revision used. */
export const compareObjects = (
  older: Revision,
  revision: Revision,
  everUsed: ReadonlySet<number>,
): Comparison => {
  const before = older.view;
  const after = revision.view;
  const changed = new Map<number, ChangedObject>();
  const comparison: Comparison = {
    before,
    after,
    changed,
    explained: new Set(),
    changes: [],
    newWidgets: new Set(),
    comparedFields: new Set(),
    pageOf: new Map(),
  };
  const refuse = (code: FindingCode, num: number): void => report(comparison, code, 'other', { object: num });
  for (const num of doublyListed(older, revision)) refuse('object-reused', num);
  for (const num of listedNumbers(revision)) {
    const from = before.lookup(num);
    const to = after.lookup(num);
    const movedContainer = from?.at === 'stream' && containerChanged(revision, from.container);
    if (sameEntry(from, to) && !movedContainer) continue;
    if (!inUse(to)) {
      if (inUse(from)) changed.set(num, { kind: 'freed', before: valueOf(before, num), after: undefined });
      continue;
    }
    const value = valueOf(after, num);
    if (value === undefined) {
      refuse('object-unreadable', num);
      continue;
    }
    if (to.at === 'offset' && (to.offset < revision.start || to.offset >= revision.eof)) {
      // The update makes an object of the signed part appear that was not there: hidden content.
      if (!inUse(from) || !sameValue(valueOf(before, num), value)) refuse('object-reused', num);
      continue;
    }
    if (!inUse(from)) {
      if (everUsed.has(num)) refuse('object-reused', num);
      changed.set(num, { kind: 'added', before: undefined, after: value });
      continue;
    }
    if ((from.at === 'offset' ? from.gen : 0) !== (to.at === 'offset' ? to.gen : 0))
      refuse('object-reused', num);
    const old = valueOf(before, num);
    if (old === undefined || !sameValue(old, value))
      changed.set(num, { kind: 'changed', before: old, after: value });
  }
  return comparison;
};

const containerChanged = (revision: Revision, container: number): boolean =>
  revision.sections.some(
    (section) => section.entries.has(container) || section.hybrid?.entries.has(container),
  );

/** Objects that a hybrid update lists twice with different places, or hides from viewers that read tables alone:
 * two kinds of viewers would show two documents. */
const doublyListed = (older: Revision, revision: Revision): number[] =>
  revision.sections.flatMap(({ entries, hybrid }) =>
    [...(hybrid?.entries ?? [])].flatMap(([num, entry]) => {
      const listed = entries.get(num);
      if (!listed) return [];
      return listed.at !== 'free'
        ? sameEntry(listed, entry)
          ? []
          : [num]
        : inUse(older.view.lookup(num))
          ? [num]
          : [];
    }),
  );

/** Numbers of all objects that a revision's own sections list, and of those in object streams that it lists. */
function* listedNumbers(revision: Revision): Generator<number> {
  const seen = new Set<number>();
  for (const section of revision.sections)
    for (const entries of [section.entries, section.hybrid?.entries])
      for (const num of entries?.keys() ?? [])
        if (!seen.has(num)) {
          seen.add(num);
          yield num;
        }
}

/** Marks as explained every added object that is reached from `value` through added objects alone. */
export const explainAdded = (comparison: Comparison, value: PdfValue | undefined): void => {
  const open: (PdfValue | undefined)[] = [value];
  while (open.length > 0) {
    const references = new Set<number>();
    referencesIn(open.pop(), references);
    for (const num of references) {
      const object = comparison.changed.get(num);
      if (object?.kind !== 'added' || comparison.explained.has(num)) continue;
      comparison.explained.add(num);
      open.push(object.after);
    }
  }
};
