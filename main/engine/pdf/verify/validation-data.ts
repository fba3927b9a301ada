import { PdfSyntaxError } from '../read/limits.ts';
import { rootOf } from '../read/pdf-file.ts';
import { isArray, isDict } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { type Certificate, readCertificate } from './certificate.ts';

const MAX_CERTIFICATES = 500;

/** What the document security store of a revision holds (12.8.4.3). */
export type ValidationData = {
  readonly certificates: readonly Certificate[];
  /** Whether revocation lists or OCSP answers are there. */
  readonly revocation: boolean;
};

/** Reads the store; what in it cannot be read is left out. */
export const readValidationData = (view: RevisionView): ValidationData => {
  const certificates: Certificate[] = [];
  let revocation = false;
  try {
    const catalog = view.resolve(rootOf(view.trailer));
    const store = isDict(catalog) ? view.resolve(catalog.entries.get('DSS')) : undefined;
    if (!isDict(store)) return { certificates, revocation };
    const list = view.resolve(store.entries.get('Certs'));
    for (const item of (isArray(list) ? list : []).slice(0, MAX_CERTIFICATES)) {
      const certificate = readCertificate(view.decode(view.resolve(item)));
      if (certificate) certificates.push(certificate);
    }
    revocation = ['CRLs', 'OCSPs'].some((key) => {
      const entries = view.resolve(store.entries.get(key));
      return isArray(entries) && entries.length > 0;
    });
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
  }
  return { certificates, revocation };
};
