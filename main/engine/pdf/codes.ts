/**
 * Every way in which reading, preparing, stamping or signing a PDF, or opening a key for it, can fail as
 * expected. The sentences live in `core/words`; the comment beside each code says what happened and, in
 * brackets, the values that its sentence gets.
 */
export const PDF_ERROR_CODES = [
  // --- What came in (intake) ---
  'file-empty', // the file has no bytes
  'file-too-large', // over the size limit; nothing was loaded [megabytes, limitMegabytes]
  'file-unreadable', // the operating system would not let us read it [reason]
  'file-not-document', // content is neither PDF, JPEG nor PNG [kind: what it really is, name]
  'image-damaged', // a JPEG or PNG that ends early or cannot be decoded [name]
  'image-too-large', // more pixels than a scanner makes; refused before decoding [megapixels, limitMegapixels]
  // --- What a PDF is (lint) ---
  'pdf-damaged', // damaged or truncated: no usable cross-reference, trailer or page tree [detail]
  'pdf-encrypted', // has an /Encrypt dictionary; must be saved without a password first
  'pdf-no-pages', // readable, but without a single page
  'pdf-hybrid', // two disagreeing cross-reference kinds in one file; signatures in it are ambiguous
  'pdf-suspicious', // a /ByteRange that belongs to no signature: a trap for signing software
  'pdf-junk-before-header', // bytes before %PDF-; offsets cannot be trusted when signing
  'pdf-dynamic-form', // an XFA form: what one program shows another does not
  // --- Preparing for signature ---
  'pdf-signed', // asked to rewrite a signed file, which would break the signatures [signatures]
  'pdf-would-lose', // rewriting would drop layers, filled forms or attachments; ask first [losses]
  'pdf-page-missing', // the stamp's page does not exist [page, pages]
  'placement-outside', // the stamp does not lie inside the page [page]
  'placement-too-small', // the box is too small for a readable stamp and QR [minWidth, minHeight: points]
  'placement-overlaps', // the box lies over another signature's box [page, field: the other]
  'placement-missing', // a field that is not there yet can only be made with a place for it [field]
  'placement-fixed', // a later signatory may not move the box: it is under an earlier signature [field]
  'pdf-field-exists', // a field of this name is already there [field]
  'pdf-field-missing', // no signature field of this name [field]
  'pdf-field-signed', // the field already holds a signature [field]
  'pdf-changes-forbidden', // an earlier signature forbids further changes (DocMDP or lock) [field]
  // --- The stamp ---
  'stamp-character-missing', // the stamp's fonts lack a character; never drawn as a box [characters]
  'stamp-text-too-long', // does not fit even at the smallest readable size [part]
  'stamp-qr-too-long', // QR payload beyond what a QR at this size can hold [bytes]
  // --- Keys and certificates ---
  'p12-unreadable', // not a PKCS#12 file, or a damaged one
  'p12-passphrase-wrong', // the integrity check failed under this passphrase
  'p12-unsupported', // encrypted or protected by a method that we do not read [method]
  'p12-no-key', // holds no private key
  'p12-no-certificate', // holds no certificate for its key
  'certificate-expired', // past its end [until: ISO date]
  'certificate-not-yet-valid', // before its start [from: ISO date]
  'certificate-key-mismatch', // certificate and private key do not belong together
  'certificate-not-for-signing', // KeyUsage allows neither digitalSignature nor nonRepudiation
  'certificate-unreadable', // not an X.509 certificate
  'p12-key-unsupported', // not RSA 2048 to 4096, P-256 or P-384 [kind]
  'authority-validity', // a personal certificate would outlive the office root [until: ISO date]
  'authority-subject', // the certificate's subject has no name or no organisation
  // --- Signing ---
  'signature-too-large', // the CMS outgrew the reserved space (a very long chain) [bytes, reserved]
  'signature-failed-verification', // our own verifier refused the output; nothing was kept [finding]
  // --- The worker pool ---
  'worker-crashed', // the worker process died on this job; the job may be tried again [detail]
  'worker-timeout', // the job took longer than its limit and was ended [seconds]
  'worker-pool-closed', // the pool was shut down while the job waited
  'signing-key-locked', // no unlocked key under this name in the session
] as const;

export type PdfErrorCode = (typeof PDF_ERROR_CODES)[number];

/** Values for the placeholders of an error's sentence. */
export type PdfErrorParams = Readonly<Record<string, string | number>>;

export interface PdfError {
  readonly code: PdfErrorCode;
  readonly params?: PdfErrorParams;
}

/** The narrow form of the contract's `Result`: the same shape, with only the codes of this list. */
export type PdfResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: PdfError };

/** Wraps a value that was obtained as expected. */
export function pdfOk<T>(value: T): PdfResult<T> {
  return { ok: true, value };
}

/** Wraps an expected failure of this list. */
export function pdfFail(
  code: PdfErrorCode,
  params?: PdfErrorParams,
): { readonly ok: false; readonly error: PdfError } {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}
