import { PdfSyntaxError } from '../../read/limits.ts';
import type { PdfFile, Revision } from '../../read/pdf-file.ts';
import { isDict, isStream, nameOf, type PdfValue } from '../../read/values.ts';
import type { RevisionView } from '../../read/view.ts';
import { compareCatalog } from './compare-catalog.ts';
import { type Change, compareObjects, type Comparison, report } from './comparison.ts';
import { comparePages } from './compare-pages.ts';
import { compareWidgets } from './compare-widgets.ts';
import { referencesIn } from './equal.ts';
import { pageUsing } from './page-numbers.ts';
import { reachableNumbers } from './reached-through.ts';
import { strayBytes } from './stray-bytes.ts';

/** Containers that exist only to hold the update itself: cross-reference streams, in use or left beside a table by
 * the writer, and object streams. Nothing may point at them. */
const explainContainers = (comparison: Comparison, revision: Revision): void => {
  const used = new Set<number>();
  const pointedAt = new Set<number>();
  for (const section of revision.sections)
    for (const entries of [section.entries, section.hybrid?.entries])
      for (const entry of entries?.values() ?? []) if (entry.at === 'stream') used.add(entry.container);
  for (const { after } of comparison.changed.values())
    if (!isStream(after) || nameOf(after.dict.entries.get('Type')) !== 'XRef') referencesIn(after, pointedAt);
  for (const [num, object] of comparison.changed) {
    if (object.kind !== 'added' || !isStream(object.after) || pointedAt.has(num)) continue;
    const type = nameOf(object.after.dict.entries.get('Type'));
    if (type === 'XRef' || (type === 'ObjStm' && used.has(num))) comparison.explained.add(num);
  }
};

/** Added objects that nothing in the document leads to are shown nowhere. */
const explainUnused = (comparison: Comparison): void => {
  const open = [...comparison.changed].filter(
    ([num, object]) => object.kind === 'added' && !comparison.explained.has(num),
  );
  if (open.length === 0) return;
  const reached = reachableNumbers(comparison.after);
  for (const [num] of open) {
    if (reached.has(num)) continue;
    comparison.explained.add(num);
    report(comparison, 'later-unused-object', 'preserve', { object: num });
  }
};

const explainRest = (comparison: Comparison): void => {
  for (const [num, object] of comparison.changed) {
    if (comparison.explained.has(num)) continue;
    if (object.kind === 'freed') report(comparison, 'object-removed', 'other', { object: num });
    else if (object.kind === 'added') report(comparison, 'object-added', 'other', { object: num });
    else {
      const page = pageUsing(comparison.before, num);
      report(
        comparison,
        codeFor(object.before),
        'other',
        page === undefined ? { object: num } : { object: num, page },
      );
    }
  }
};

/** The finding that says best what an unexplained change hits. */
const codeFor = (before: PdfValue | undefined): 'annotation-changed' | 'page-changed' | 'object-changed' => {
  if (isStream(before))
    return nameOf(before.dict.entries.get('Type')) === 'Metadata' ? 'object-changed' : 'page-changed';
  if (isDict(before) && before.entries.has('Rect')) return 'annotation-changed';
  return 'object-changed';
};

/** What a file's revisions did so far; carried from one comparison to the next. */
type History = {
  /** Numbers that some revision used. */
  readonly used: Set<number>;
  /** Numbers that some object refers to, whether they exist or not. */
  readonly mentioned: Set<number>;
};

const remember = (history: History, revision: Revision): void => {
  for (const section of revision.sections)
    for (const entries of [section.entries, section.hybrid?.entries])
      for (const [num, entry] of entries ?? []) {
        if (entry.at === 'free') continue;
        history.used.add(num);
        mention(revision.view, num, history.mentioned);
      }
};

const mention = (view: RevisionView, num: number, found: Set<number>): void => {
  try {
    const value = view.object(num);
    if (isStream(value) && nameOf(value.dict.entries.get('Type')) === 'XRef') return;
    referencesIn(value, found);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
  }
};

/** A number that the signed part refers to although nothing is there: giving it an object now puts new content
 * where the signer saw none. */
const refuseRevived = (comparison: Comparison, history: History): void => {
  for (const [num, object] of comparison.changed)
    if (object.kind === 'added' && history.mentioned.has(num) && !history.used.has(num))
      report(comparison, 'object-revived', 'other', { object: num });
};

/** The changes that each revision after `first` made; index 0 belongs to revision `first` + 1. Denied by default:
 * every changed object must be explained by an allowed change. */
export const compareRevisions = (file: PdfFile, first: number): readonly (readonly Change[])[] => {
  const history: History = { used: new Set(), mentioned: new Set() };
  const result: (readonly Change[])[] = [];
  for (const revision of file.revisions) {
    const older = file.revisions[revision.index - 1];
    if (older && revision.index > first) {
      const comparison = compareObjects(older, revision, history.used);
      compareCatalog(comparison);
      comparePages(comparison);
      compareWidgets(comparison);
      explainContainers(comparison, revision);
      explainUnused(comparison);
      explainRest(comparison);
      refuseRevived(comparison, history);
      const stray = strayBytes(file, revision);
      if (stray !== undefined) report(comparison, 'stray-bytes', 'other', { offset: stray });
      result.push(comparison.changes);
    }
    if (revision.index < file.revisions.length - 1) remember(history, revision);
  }
  return result;
};
