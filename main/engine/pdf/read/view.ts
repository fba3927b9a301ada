import { decodeStream } from './filters.ts';
import { type IndirectObject, parseIndirect } from './indirect.ts';
import { type Budget, PdfSyntaxError, spend } from './limits.ts';
import { ValueParser } from './parser.ts';
import { isInteger, isRef, isStream, nameOf, type PdfDict, type PdfRef, type PdfValue } from './values.ts';
import type { XrefEntry, XrefSection } from './xref.ts';

type Container = {
  readonly data: Uint8Array;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
};

/** What all views of one file share: its bytes, what is left of its budget, and what was parsed already. */
export type FileCache = {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  readonly objects: Map<number, IndirectObject>;
  readonly containers: Map<number, Container>;
  readonly members: Map<string, PdfValue>;
};

/** An object as one revision shows it: its value, and where it stands. */
export type ResolvedObject = { readonly value: PdfValue; readonly entry: XrefEntry };

const MAX_REFERENCE_HOPS = 16;

/** The document as it was at the end of one revision: only sections up to that one, only bytes before its end. */
export class RevisionView {
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfDict;
  /** End of the revision: nothing at or after this position exists for this view. */
  readonly end: number;
  private readonly cache: FileCache;
  private readonly pending = new Set<number>();

  constructor(cache: FileCache, sections: readonly XrefSection[], trailer: PdfDict, end: number) {
    this.cache = cache;
    this.sections = sections;
    this.trailer = trailer;
    this.end = end;
  }

  /** Where the object stands, by the newest section that lists it; `undefined` where none does. */
  lookup(num: number): XrefEntry | undefined {
    let steps = 0;
    for (const section of this.sections) {
      steps += 1;
      // A look into one section costs a small part of a token.
      if (steps % 16 === 0) this.spend(1);
      const entry = section.entries.get(num);
      if (entry && entry.at !== 'free') return entry;
      // In a hybrid file the table calls free what its stream holds.
      const hidden = section.hybrid?.entries.get(num);
      if (hidden) return hidden;
      if (entry) return entry;
    }
    return undefined;
  }

  /** Charges steps taken through the document to what may be spent on the file. Throws `PdfSyntaxError`. */
  spend(steps: number): void {
    spend(this.cache.budget, steps);
  }

  /** The object's value; `undefined` where it is free, unknown or of another generation (7.3.10: null).
   * Throws `PdfSyntaxError` where the entry points at something else. */
  object(num: number, gen?: number): PdfValue | undefined {
    const entry = this.lookup(num);
    if (!entry || entry.at === 'free') return undefined;
    if (gen !== undefined && gen !== (entry.at === 'offset' ? entry.gen : 0)) return undefined;
    return entry.at === 'offset' ? this.indirect(num, entry).value : this.member(num, entry);
  }

  /** Follows references until a value that is none. Throws `PdfSyntaxError` on a circle. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let current = value;
    for (let hops = 0; isRef(current); hops += 1) {
      if (hops > MAX_REFERENCE_HOPS) throw new PdfSyntaxError('references in a circle', 0, true);
      current = this.object(current.num, current.gen);
    }
    return current;
  }

  /** The decoded bytes of a stream. Throws `PdfSyntaxError`. */
  decode(stream: PdfValue | undefined): Uint8Array {
    if (!isStream(stream)) throw new PdfSyntaxError('stream expected', 0);
    return decodeStream(stream, (item) => this.resolve(item), this.cache.budget);
  }

  /** The object that an entry of kind `offset` points at, header checked against the entry. */
  indirect(num: number, entry: { readonly offset: number; readonly gen: number }): IndirectObject {
    const { bytes, budget, objects } = this.cache;
    const known = objects.get(entry.offset);
    const before = budget.tokens;
    const reusable =
      known !== undefined &&
      known.end <= this.end &&
      (known.lengthRef === undefined || this.lengthOf(known.lengthRef) === streamLength(known));
    const object = reusable
      ? known
      : parseIndirect(bytes, entry.offset, this.end, budget, (ref) => this.lengthOf(ref));
    if (object.num !== num || object.gen !== entry.gen)
      throw new PdfSyntaxError(`object ${num} is not where the cross-reference says`, entry.offset);
    if (!reusable && this.mayKeep(before)) objects.set(entry.offset, object);
    return object;
  }

  private lengthOf(ref: PdfRef): number | undefined {
    if (this.pending.has(ref.num)) throw new PdfSyntaxError('stream length in a circle', 0);
    this.pending.add(ref.num);
    try {
      const value = this.object(ref.num, ref.gen);
      return isInteger(value) ? value : undefined;
    } finally {
      this.pending.delete(ref.num);
    }
  }

  private member(num: number, entry: { readonly container: number; readonly index: number }): PdfValue {
    const holder = this.lookup(entry.container);
    if (holder?.at !== 'offset') throw new PdfSyntaxError(`no object stream ${entry.container}`, 0);
    const container = this.container(entry.container, holder);
    const from = container.offsets[entry.index];
    if (from === undefined || container.numbers[entry.index] !== num)
      throw new PdfSyntaxError(`object ${num} is not in its object stream`, holder.offset);
    const key = `${holder.offset}:${entry.index}`;
    const known = this.cache.members.get(key);
    if (known !== undefined) return known;
    const before = this.cache.budget.tokens;
    const value = new ValueParser(container.data, from, container.data.length, this.cache.budget).value();
    if (this.mayKeep(before)) this.cache.members.set(key, value);
    return value;
  }

  /** Whether what was parsed since `before` tokens were left is to be kept; what is kept takes memory. */
  private mayKeep(before: number): boolean {
    const { budget } = this.cache;
    const used = before - budget.tokens + 1;
    if (used > budget.keptTokens) return false;
    budget.keptTokens -= used;
    return true;
  }

  private container(num: number, entry: { readonly offset: number; readonly gen: number }): Container {
    const known = this.cache.containers.get(entry.offset);
    if (known) return known;
    const { value } = this.indirect(num, entry);
    if (!isStream(value) || nameOf(value.dict.entries.get('Type')) !== 'ObjStm')
      throw new PdfSyntaxError(`object ${num} is no object stream`, entry.offset);
    const count = this.resolve(value.dict.entries.get('N'));
    const first = this.resolve(value.dict.entries.get('First'));
    const data = decodeStream(value, (item) => this.resolve(item), this.cache.budget);
    if (
      !isInteger(count) ||
      !isInteger(first) ||
      count < 0 ||
      first < 0 ||
      first > data.length ||
      count > data.length
    )
      throw new PdfSyntaxError('malformed object stream', entry.offset);
    const parser = new ValueParser(data, 0, first, this.cache.budget);
    const numbers: number[] = [];
    const offsets: number[] = [];
    for (let index = 0; index < count; index += 1) {
      numbers.push(parser.takeInteger());
      offsets.push(first + parser.takeInteger());
    }
    const container = { data, numbers, offsets };
    this.cache.containers.set(entry.offset, container);
    return container;
  }
}

const streamLength = (object: IndirectObject): number =>
  isStream(object.value) ? object.value.end - object.value.start : -1;
