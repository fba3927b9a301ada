import { isSpace, skipSpace } from './characters.ts';
import { limits, newBudget, PdfSyntaxError } from './limits.ts';
import { ValueParser } from './parser.ts';
import { isDict, isInteger, isRef, type PdfDict, type PdfRef } from './values.ts';
import { type FileCache, RevisionView } from './view.ts';
import { readSection, type XrefSection } from './xref.ts';

/** One saved state of the file: what was appended for it, and the document as it then was. */
export type Revision = {
  /** 0 for the oldest. */
  readonly index: number;
  /** Where its bytes begin: the previous revision's end. */
  readonly start: number;
  /** After `%%EOF`, without the line end that may follow. */
  readonly eof: number;
  /** After `%%EOF` and one line end. */
  readonly end: number;
  /** Its own sections: one, or the two of a linearised file. Newest first. */
  readonly sections: readonly XrefSection[];
  readonly view: RevisionView;
};

export type PdfFile = {
  readonly bytes: Uint8Array;
  /** Bytes before the header; offsets in the file count from here. */
  readonly base: number;
  /** Oldest first; never empty. */
  readonly revisions: readonly Revision[];
  /** Whether a table names a second, hidden cross-reference stream. */
  readonly hybrid: boolean;
};

/** Why a file cannot be read. `reason` is for a log; `kind` is for a decision. */
export type ReadFailure = {
  readonly kind: 'no-header' | 'no-xref' | 'broken' | 'encrypted' | 'limit';
  readonly reason: string;
  readonly offset: number;
};

export type OpenResult =
  { readonly ok: true; readonly file: PdfFile } | { readonly ok: false; readonly failure: ReadFailure };

type Ending = { readonly target: number; readonly eof: number; readonly end: number };

/** `startxref N %%EOF` at `position`, with its end before and after one line end. */
const readEnding = (bytes: Uint8Array, position: number): Ending | undefined => {
  const parser = new ValueParser(bytes, position, bytes.length, newBudget());
  if (!parser.takeWord('startxref')) return undefined;
  let target: number;
  try {
    target = parser.takeInteger();
  } catch {
    return undefined;
  }
  let eof = parser.position;
  while (isSpace(bytes[eof])) eof += 1;
  for (const [index, byte] of [...Buffer.from('%%EOF')].entries())
    if (bytes[eof + index] !== byte) return undefined;
  eof += 5;
  let end = eof;
  if (bytes[end] === 13) end += 1;
  if (bytes[end] === 10) end += 1;
  return { target, eof, end };
};

const findHeader = (bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limits.headerWindow + 8)).indexOf(
    '%PDF-',
  );

/** Junk before the header: most writers count offsets from the header, some from the file's first byte. Only one
 * of the two may lead to a cross-reference, else two readers would see two documents. */
const chooseBase = (bytes: Uint8Array, header: number, target: number): number => {
  if (header === 0) return 0;
  const leads = (base: number): boolean => {
    try {
      readSection({ bytes, base, budget: newBudget() }, target + base);
      return true;
    } catch (error) {
      if (error instanceof PdfSyntaxError) return false;
      throw error;
    }
  };
  const fromStart = leads(0);
  if (fromStart && leads(header)) throw new PdfSyntaxError('offsets lead to two documents', header);
  return fromStart ? 0 : header;
};

/** The chain of sections from the newest back, by /Prev; a circle is a `PdfSyntaxError`. */
const readChain = (cache: FileCache, base: number, newest: number): XrefSection[] => {
  const chain: XrefSection[] = [];
  const seen = new Set<number>();
  let next: number | undefined = newest + base;
  while (next !== undefined) {
    if (seen.has(next)) throw new PdfSyntaxError('cross-reference sections in a circle', next);
    if (seen.size >= limits.sections) throw new PdfSyntaxError('too many revisions', next, true);
    seen.add(next);
    const section = readSection({ bytes: cache.bytes, base, budget: cache.budget }, next);
    chain.push(section);
    const previous = section.trailer.entries.get('Prev');
    if (previous !== undefined && (!isInteger(previous) || previous < 0))
      throw new PdfSyntaxError('malformed /Prev', section.start);
    next = previous === undefined ? undefined : previous + base;
  }
  return chain;
};

type Group = { readonly sections: XrefSection[]; readonly ending: Ending };

/** Sections by revision, newest first. Each must be followed by its own `startxref` and `%%EOF`; only a linearised
 * file's first-page section (F.3.4) points forward, to the main one. */
const groupRevisions = (bytes: Uint8Array, base: number, chain: readonly XrefSection[]): Group[] => {
  const groups: Group[] = [];
  for (let index = 0; index < chain.length; index += 1) {
    const section = chain[index];
    const older = chain[index + 1];
    if (!section) break;
    const linearised = older !== undefined && older.start > section.start;
    if (linearised && index + 2 !== chain.length)
      throw new PdfSyntaxError('a cross-reference section points forward', section.start);
    const last = linearised ? older : section;
    const ending = readEnding(bytes, skipSpace(bytes, last.end, bytes.length));
    if (!ending) throw new PdfSyntaxError('startxref and %%EOF expected', last.end);
    if (skipSpace(bytes, ending.target + base, bytes.length) !== section.start)
      throw new PdfSyntaxError('startxref does not name its own section', last.end);
    groups.push({ sections: linearised ? [section, older] : [section], ending });
    if (linearised) break;
  }
  return groups;
};

const buildRevisions = (cache: FileCache, groups: readonly Group[]): Revision[] => {
  const revisions: Revision[] = [];
  let start = 0;
  for (const [index, group] of groups.toReversed().entries()) {
    const { sections, ending } = group;
    const trailer = sections[0]?.trailer;
    if (!trailer || sections.some((section) => section.start < start || section.end > ending.eof))
      throw new PdfSyntaxError('revisions out of order', start);
    const inherited = revisions.at(-1)?.view.sections ?? [];
    const view = new RevisionView(cache, [...sections, ...inherited], trailer, ending.eof);
    revisions.push({ index, start, eof: ending.eof, end: ending.end, sections, view });
    start = ending.eof;
  }
  return revisions;
};

/** The reference to the catalog that a trailer names. */
export const rootOf = (trailer: PdfDict): PdfRef | undefined => {
  const root = trailer.entries.get('Root');
  return isRef(root) ? root : undefined;
};

/** Opens a PDF by its cross-references alone (7.5): header, last `startxref`, sections by /Prev, one view a
 * revision. Objects are parsed when asked for. Nothing is repaired: a file whose references do not fit is a
 * failure, since readers that repair see different documents. */
export const openPdf = (bytes: Uint8Array): OpenResult => {
  const failed = (kind: ReadFailure['kind'], reason: string, offset = 0): OpenResult => ({
    ok: false,
    failure: { kind, reason, offset },
  });
  try {
    const header = findHeader(bytes);
    if (header < 0) return failed('no-header', 'no %PDF- within the first 1024 bytes');
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const last = whole.lastIndexOf('startxref');
    const ending = last < 0 ? undefined : readEnding(bytes, last);
    if (!ending) return failed('no-xref', 'no startxref with %%EOF at the end', Math.max(last, 0));
    const base = chooseBase(bytes, header, ending.target);
    const cache: FileCache = {
      bytes,
      budget: newBudget(),
      objects: new Map(),
      containers: new Map(),
      members: new Map(),
    };
    const chain = readChain(cache, base, ending.target);
    if (chain.some((section) => section.trailer.entries.has('Encrypt')))
      return failed('encrypted', 'the file has an /Encrypt dictionary');
    const revisions = buildRevisions(cache, groupRevisions(bytes, base, chain));
    const newest = revisions.at(-1);
    const root = newest && rootOf(newest.view.trailer);
    if (!newest || !root || !isDict(newest.view.resolve(root)))
      return failed('broken', 'no document catalog');
    const hybrid = chain.some((section) => section.hybrid !== undefined);
    return { ok: true, file: { bytes, base, revisions, hybrid } };
  } catch (error) {
    if (error instanceof PdfSyntaxError)
      return failed(error.limit ? 'limit' : 'broken', error.message, error.offset);
    throw error;
  }
};
