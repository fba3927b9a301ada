import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { importFiles } from '../intake/import.ts';
import { lintPdf } from '../lint.ts';
import { normalisePdf } from '../normalise/normalise.ts';
import { prepareChain } from '../prepare-chain.ts';
import { signDocument } from '../sign.ts';
import { stampFonts } from '../stamp/font-face.ts';
import { extractText } from '../text.ts';
import { verifyPdf } from '../verify/verify-pdf.ts';
import type { PdfJobRequest } from './jobs.ts';

/** Does one job; used by the workers, and the same in a single thread. */
export async function runJob(
  job: PdfJobRequest,
  credentials: ReadonlyMap<string, SigningCredential>,
  fontsFolder: string,
): Promise<PdfResult<unknown>> {
  switch (job.name) {
    case 'lint':
      return lintPdf(job.input.pdf);
    case 'import':
      return importFiles(job.input.files, job.input.time);
    case 'text':
      return extractText(job.input.pdf);
    case 'normalise':
      return normalisePdf(job.input.pdf, job.input);
    case 'prepareChain':
      return prepareChain(job.input.pdf, job.input.fields);
    case 'sign': {
      const { key, ...input } = job.input;
      const credential = credentials.get(key);
      if (credential === undefined) return pdfFail('signing-key-locked');
      return signDocument({ ...input, credential, fonts: stampFonts(fontsFolder) });
    }
    case 'verify':
      return pdfOk(verifyPdf(job.input.pdf, job.input.options));
  }
}
