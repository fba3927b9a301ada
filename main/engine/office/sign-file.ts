import { X509Certificate } from 'node:crypto';

import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Placement } from '#core/office/letter-acts.ts';

import { fontsFolder } from '../engine-resources.ts';
import { openP12 } from '../keys/p12/open.ts';
import { sha256Hex } from '../log/digest.ts';
import { readIncomingFile } from '../pdf/intake/read-file.ts';
import { signDocument } from '../pdf/sign.ts';
import { stampFonts } from '../pdf/stamp/font-face.ts';
import { lintStrictly } from '../pdf/lint.ts';
import { verifyPdf } from '../pdf/verify/verify-pdf.ts';

export interface SignFileRequest {
  readonly file: string;
  readonly p12: string;
  readonly passphrase: string;
  /** The signature field; the only empty one of the file, or a new one, when left out. */
  readonly field: string | null;
  /** Where the stamp stands; null signs invisibly. */
  readonly placement: Placement | null;
  readonly reason: string;
  readonly time: Date;
}

export interface SignedFile {
  readonly pdf: Uint8Array;
  readonly field: string;
  /** PAdES level (ETSI EN 319 142-1) as our verifier finds it. */
  readonly level: string;
}

function attribute(subject: string, name: string): string {
  return new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1] ?? '';
}

/** The field to sign: the one asked for, the only empty one, or a fresh name. */
function fieldFor(pdf: Uint8Array, asked: string | null): string {
  if (asked !== null) return asked;
  const report = lintStrictly(pdf);
  if (!report.ok) return 'TTD-1';
  const [only, ...others] = report.value.emptySignatureFields;
  if (only !== undefined && others.length === 0) return only;
  return `TTD-${report.value.signatures + report.value.emptySignatureFields.length + 1}`;
}

/**
 * Signs a PDF that belongs to no letter with a P12: appended, re-verified, the earlier bytes untouched. A visible
 * stamp names the certificate's holder. Errors: those of reading the files, of the P12 and of signing.
 */
export async function signFile(request: SignFileRequest): Promise<Result<SignedFile>> {
  const pdf = await readIncomingFile(request.file);
  if (!pdf.ok) return pdf;
  const p12 = await readIncomingFile(request.p12);
  if (!p12.ok) return p12;
  const credential = openP12(p12.value, request.passphrase, request.time);
  if (!credential.ok) return credential;
  const { subject } = new X509Certificate(credential.value.certificate);
  const stamp = {
    qr: `NIRKERTAS:0:-:-:${sha256Hex(pdf.value).slice(0, 16)}`,
    capacity: { kind: 'holder' as const, title: attribute(subject, 'title') || attribute(subject, 'O') },
    name: attribute(subject, 'CN'),
  };
  const signed = await signDocument({
    pdf: pdf.value,
    field: fieldFor(pdf.value, request.field),
    credential: credential.value,
    placement: request.placement ?? 'invisible',
    time: request.time,
    fonts: stampFonts(fontsFolder),
    ...(request.placement === null ? {} : { stamp }),
    ...(request.reason === '' ? {} : { reason: request.reason }),
  });
  if (!signed.ok) return signed;
  const { field } = signed.value;
  const judged = verifyPdf(signed.value.pdf, { trustedRoots: [] });
  const level = judged.signatures.find((signature) => signature.field === field)?.level ?? '';
  return ok({ pdf: signed.value.pdf, field, level });
}
