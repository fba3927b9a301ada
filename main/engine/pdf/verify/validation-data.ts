import { PdfSyntaxError } from '../read/limits.ts';
import { type PdfFile, rootOf } from '../read/pdf-file.ts';
import { isArray, isDict, type PdfDict } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import type { RevocationEvidence } from './revocation.ts';

const MAX_ITEMS = 500;
const MAX_BYTES = 24 * 1024 * 1024;

/** What the document security stores of a file hold (12.8.4.3). */
export type ValidationData = RevocationEvidence & { readonly certificates: readonly Certificate[] };

const storeOf = (view: RevisionView): PdfDict | undefined => {
  const catalog = view.resolve(rootOf(view.trailer));
  const store = isDict(catalog) ? view.resolve(catalog.entries.get('DSS')) : undefined;
  return isDict(store) ? store : undefined;
};

/** Reads the stores of all revisions: a later one may leave out what an earlier one had. What cannot be read is
 * left out. */
export const readValidationData = (file: PdfFile): ValidationData => {
  const found: Record<'Certs' | 'CRLs' | 'OCSPs', Uint8Array[]> = { Certs: [], CRLs: [], OCSPs: [] };
  const seen = new Set<string>();
  let bytes = 0;
  for (const { view } of file.revisions)
    for (const key of ['Certs', 'CRLs', 'OCSPs'] as const)
      try {
        const store = storeOf(view);
        const list = store && view.resolve(store.entries.get(key));
        for (const item of isArray(list) ? list.slice(0, MAX_ITEMS) : []) {
          const place = placeOf(view, item);
          if (seen.has(place) || found[key].length >= MAX_ITEMS || bytes > MAX_BYTES) continue;
          seen.add(place);
          const data = view.decode(view.resolve(item));
          bytes += data.length;
          found[key].push(data);
        }
      } catch (error) {
        if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
      }
  return {
    certificates: found.Certs.flatMap((der) => readCertificate(der) ?? []),
    crls: found.CRLs,
    ocsps: found.OCSPs,
  };
};

/** Names the place that an item stands at, so that revisions that share it share it here. */
const placeOf = (view: RevisionView, item: unknown): string => {
  if (typeof item !== 'object' || item === null || !('num' in item) || typeof item.num !== 'number')
    return '';
  return JSON.stringify([item.num, view.lookup(item.num) ?? null]);
};
