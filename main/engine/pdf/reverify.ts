import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { verifyPdf } from './verify/verify-pdf.ts';

/**
 * Verifies a file that we just signed as a stranger would, before it replaces anything: every signature in it must be
 * intact, there must be as many as we know of, and the new one must cover the whole file. Whether roots are trusted is no
 * matter here. Error: `signature-failed-verification` with the first finding.
 */
export function reverify(pdf: Uint8Array, field: string, signatures: number): PdfResult<Uint8Array> {
  const { verdict, signatures: judged, findings } = verifyPdf(pdf, { trustedRoots: [] });
  const own = judged.find((signature) => signature.field === field);
  const broken = judged.find((signature) => signature.integrity !== 'intact');
  const refused = verdict === 'invalid' || verdict === 'unreadable' || verdict === 'unsigned';
  const counted = judged.length === signatures && own?.coversWholeFile === true;
  if (!refused && broken === undefined && counted) return pdfOk(pdf);
  const worst = [...(broken?.findings ?? []), ...findings].find((finding) => finding.severity === 'error');
  return pdfFail('signature-failed-verification', {
    finding: worst?.code ?? broken?.integrity ?? verdict,
    field: broken?.field ?? field,
  });
}
