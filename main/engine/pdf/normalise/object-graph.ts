import { FreshFile } from '../increment/fresh-file.ts';
import {
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';

/**
 * A fresh file whose objects are copied from a revision as far as they are reached. Nothing that is not reached comes
 * along: no shadow objects, no older revisions. Streams keep their encoded bytes.
 */
export class ObjectGraph extends FreshFile {
  private readonly view: RevisionView;
  private readonly numbers = new Map<number, PdfRef>();
  private readonly replaced = new Map<number, PdfValue>();
  private readonly waiting: number[] = [];

  constructor(view: RevisionView) {
    super();
    this.view = view;
  }

  /** Fixes, before anything is copied, what references to an old object become. */
  stands(old: PdfRef, fresh: PdfRef): void {
    this.numbers.set(old.num, fresh);
  }

  /** Fixes that an old object is copied in a changed form; null where it is left out. */
  replace(old: PdfRef, value: PdfValue): void {
    this.replaced.set(old.num, value);
  }

  /** The value with its references pointing into the fresh document. */
  copy(value: PdfValue): PdfValue {
    if (value === null || typeof value !== 'object') return value;
    if (isArray(value)) return value.map((item) => this.copy(item));
    if (isRef(value)) return this.copyRef(value);
    if (isDict(value)) return this.copyDict(value);
    // The writer states the length itself; a reference to it would bring a needless object along.
    if (isStream(value)) return { ...value, dict: this.copyDict(value.dict, 'Length') };
    return value;
  }

  copyDict(dict: PdfDict, without?: string): PdfDict {
    const entries = new Map<string, PdfValue>();
    for (const [key, value] of dict.entries) if (key !== without) entries.set(key, this.copy(value));
    return { kind: 'dict', entries, duplicates: [] };
  }

  private copyRef(ref: PdfRef): PdfValue {
    const known = this.numbers.get(ref.num);
    if (known !== undefined) return known;
    const replaced = this.replaced.get(ref.num);
    const target = replaced === undefined ? this.view.object(ref.num, ref.gen) : replaced;
    if (target === undefined || target === null || isOutside(target)) return null;
    const fresh = this.allocate();
    this.numbers.set(ref.num, fresh);
    this.replaced.set(ref.num, target);
    this.waiting.push(ref.num);
    return fresh;
  }

  /** Writes all that was reached and not yet written. */
  writeReached(): void {
    for (let old = this.waiting.pop(); old !== undefined; old = this.waiting.pop()) {
      const fresh = this.numbers.get(old);
      const value = this.replaced.get(old);
      if (fresh !== undefined && value !== undefined) this.write(fresh, this.copy(value));
      this.replaced.delete(old);
    }
  }
}

/** Pages that are not in the page tree, the old tree's nodes and the old catalog are no part of the document. */
function isOutside(target: PdfValue): boolean {
  if (!isDict(target)) return false;
  const type = nameOf(target.entries.get('Type'));
  return type === 'Page' || type === 'Pages' || type === 'Catalog';
}
