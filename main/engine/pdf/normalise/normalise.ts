import { createHash } from 'node:crypto';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { pdfDate, pdfDict, pdfName, withEntries } from '../increment/value.ts';
import { countByteRangeMarkers, signaturesOf } from '../signing-obstacle.ts';
import { type Losses, lossesOf, lossNames } from '../losses.ts';
import { catalogOf, INHERITED, type PageLeaf, pagesOf } from '../page-tree.ts';
import { isDict, isRef, isString, type PdfDict, type PdfRef, type PdfValue } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { openStrictly, whileReading } from '../reading.ts';
import { repairPdf } from '../repair.ts';
import { annotationsOf } from './copy-annotations.ts';
import { ObjectGraph } from './object-graph.ts';

export interface NormalisedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What was dropped or frozen. */
  readonly losses: Losses;
  /** Whether the file had to be repaired first, so that a person should compare what it shows. */
  readonly repaired: boolean;
}

/** What of the catalog describes the pages and is copied; actions, scripts, layers, forms and attachments are not. */
const KEPT_IN_CATALOG = [
  'Lang',
  'MarkInfo',
  'StructTreeRoot',
  'Outlines',
  'PageLabels',
  'Dests',
  'Metadata',
  'OutputIntents',
];

/** Page entries that are written anew or would bring actions and editing data along. */
const LEFT_ON_PAGE = ['Parent', 'Annots', 'AA', 'PieceInfo', 'B', 'Thumb'];

const KEPT_IN_INFO = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate'];

function freshPage(view: RevisionView, graph: ObjectGraph, page: PageLeaf, parent: PdfRef): PdfDict {
  const own: Record<string, PdfValue | undefined> = { Type: pdfName('Page') };
  for (const key of INHERITED) own[key] = page.inherited.get(key);
  for (const key of LEFT_ON_PAGE) own[key] = undefined;
  const copied = graph.copyDict(withEntries(page.dict, own));
  const annotations: PdfValue[] = [];
  for (const { old, value } of annotationsOf(view, page.dict)) {
    if (value !== undefined) annotations.push(isRef(old) ? graph.copy(old) : graph.copyDict(value));
  }
  // An object of its own even when empty: adding a signature then leaves the page object as it is.
  return withEntries(copied, { Parent: parent, Annots: graph.add(annotations) });
}

function freshCatalog(view: RevisionView, graph: ObjectGraph, pages: PdfRef): PdfDict {
  const { dict } = catalogOf(view);
  const kept: Record<string, PdfValue> = { Type: pdfName('Catalog'), Pages: pages };
  for (const key of KEPT_IN_CATALOG) {
    const value = dict.entries.get(key);
    if (value !== undefined) kept[key] = graph.copy(value);
  }
  const names = view.resolve(dict.entries.get('Names'));
  const destinations = isDict(names) ? names.entries.get('Dests') : undefined;
  if (destinations !== undefined) kept['Names'] = pdfDict({ Dests: graph.copy(destinations) });
  // The form is an object of its own from the start: signing then never touches the catalog.
  return pdfDict({ ...kept, AcroForm: graph.add(pdfDict({ Fields: [] })) });
}

function freshInfo(view: RevisionView, time: Date): PdfDict {
  const info = view.resolve(view.trailer.entries.get('Info'));
  const kept: Record<string, PdfValue> = {};
  for (const key of KEPT_IN_INFO) {
    const value = isDict(info) ? view.resolve(info.entries.get(key)) : undefined;
    if (isString(value)) kept[key] = value;
  }
  return pdfDict({ ...kept, ModDate: pdfDate(time) });
}

function writeFresh(
  source: Uint8Array,
  view: RevisionView,
  pages: readonly PageLeaf[],
  time: Date,
): Uint8Array {
  const graph = new ObjectGraph(view);
  const root = graph.allocate();
  const tree = graph.allocate();
  const info = graph.allocate();
  const fresh = pages.map((page) => {
    const ref = graph.allocate();
    graph.stands(page.ref, ref);
    for (const { old, value } of annotationsOf(view, page.dict))
      if (isRef(old)) graph.replace(old, value ?? null);
    return ref;
  });
  for (const [index, page] of pages.entries()) {
    const ref = fresh[index];
    if (ref !== undefined) graph.write(ref, freshPage(view, graph, page, tree));
  }
  graph.write(tree, pdfDict({ Type: pdfName('Pages'), Count: pages.length, Kids: fresh }));
  graph.write(root, freshCatalog(view, graph, tree));
  graph.write(info, freshInfo(view, time));
  graph.writeReached();
  return graph.finish(root, info, createHash('sha256').update(source).digest().subarray(0, 16));
}

function normaliseStrictly(
  pdf: Uint8Array,
  time: Date,
  acceptLosses: boolean,
): PdfResult<Omit<NormalisedPdf, 'repaired'>> {
  const opened = openStrictly(pdf);
  if (!opened.ok) return opened;
  return whileReading(() => {
    const newest = opened.value.revisions.at(-1);
    if (newest === undefined) return pdfFail('pdf-damaged', { detail: 'no revision' });
    const signatures = signaturesOf(opened.value);
    if (signatures > 0) return pdfFail('pdf-signed', { signatures });
    const pages = pagesOf(newest.view);
    if (pages.length === 0) return pdfFail('pdf-no-pages');
    const losses = lossesOf(newest.view, pages);
    const names = lossNames(losses);
    if (names.length > 0 && !acceptLosses) return pdfFail('pdf-would-lose', { losses: names.join(' ') });
    const fresh = writeFresh(pdf, newest.view, pages, time);
    // A marker inside a page's own content comes along with it; signing software would trip over it.
    if (countByteRangeMarkers(fresh) > 0) return pdfFail('pdf-suspicious');
    return pdfOk({ pdf: fresh, pages: pages.length, losses });
  });
}

/**
 * Copies the pages of an unsigned PDF into a fresh document: one revision without gaps or unreached objects, a plain
 * cross-reference table, an /ID, no scripts. Page contents and resources stay byte for byte; tags, bookmarks, links and
 * metadata come along. Layers, filled forms and attachments do not: unless `acceptLosses`, a file with any of them is
 * the error `pdf-would-lose`.
 *
 * Errors: `pdf-signed`, `pdf-would-lose`, `pdf-encrypted`, `pdf-no-pages`, `pdf-suspicious`, `pdf-damaged`.
 */
export async function normalisePdf(
  pdf: Uint8Array,
  options: { readonly time: Date; readonly acceptLosses: boolean },
): Promise<PdfResult<NormalisedPdf>> {
  const strict = normaliseStrictly(pdf, options.time, options.acceptLosses);
  if (strict.ok) return pdfOk({ ...strict.value, repaired: false });
  if (strict.error.code !== 'pdf-damaged') return strict;
  const repaired = await repairPdf(pdf);
  if (!repaired.ok) return repaired;
  const second = normaliseStrictly(repaired.value, options.time, options.acceptLosses);
  return second.ok ? pdfOk({ ...second.value, repaired: true }) : second;
}
