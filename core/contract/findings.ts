import { z } from 'zod';

/** How much a finding weighs: an error refuses the signature or file it is about. */
export const findingSeverity = z.enum(['error', 'warning', 'info']);
export type FindingSeverity = z.infer<typeof findingSeverity>;

/** Every finding of the PDF verifier: its code, how much it weighs, and what it means. The sentences for people are
 * in `core/words/findings.ts`. */
export const findingMeanings = {
  // The file
  'file-no-header': { severity: 'error', meaning: 'No %PDF- header within the first 1024 bytes.' },
  'file-no-xref': { severity: 'error', meaning: 'No startxref and %%EOF at the end.' },
  'file-broken': { severity: 'error', meaning: 'The cross-references do not lead to a readable document.' },
  'file-encrypted': { severity: 'error', meaning: 'The file has an /Encrypt dictionary.' },
  'file-too-complex': { severity: 'error', meaning: 'A limit on work or memory was reached.' },
  'header-offset': { severity: 'warning', meaning: 'Bytes stand before the header.' },
  'hybrid-xref': {
    severity: 'warning',
    meaning: 'A hybrid file: a table for old viewers and a stream for new ones.',
  },
  'trailing-bytes': {
    severity: 'error',
    meaning: 'Bytes that belong to no revision stand after the last %%EOF.',
  },
  'trailing-space': { severity: 'info', meaning: 'Only white space stands after the last %%EOF.' },
  'root-changed': {
    severity: 'error',
    meaning: 'A later revision names another document catalog that already existed or is none.',
  },
  'stray-bytes': {
    severity: 'error',
    meaning: 'A later revision holds bytes that its cross-reference does not list.',
  },
  'object-unreadable': {
    severity: 'error',
    meaning: 'An object that matters is not where the cross-reference says, or is malformed.',
  },
  'duplicate-key': { severity: 'error', meaning: 'A dictionary that matters gives one key twice.' },
  // Against the office's log
  'log-other-document': {
    severity: 'error',
    meaning: 'The signed document does not begin with the bytes that the chain approved.',
  },
  'log-other-signer': {
    severity: 'error',
    meaning: 'A field is not signed with the certificate of the person who, by the log, signed it.',
  },
  'log-document-missing': {
    severity: 'warning',
    meaning: 'An earlier revision is not on this PC, so the document could not be compared with it.',
  },
  // Enumerating signatures
  'byterange-unowned': { severity: 'error', meaning: 'There are more /ByteRange than signature fields.' },
  'signature-shared': { severity: 'error', meaning: 'One signature is the value of two fields.' },
  'signature-removed': {
    severity: 'error',
    meaning: 'A signature of an earlier revision is gone in a later one.',
  },
  'fields-malformed': {
    severity: 'error',
    meaning: 'The tree of form fields is malformed or goes in a circle.',
  },
  // ByteRange
  'byterange-malformed': {
    severity: 'error',
    meaning: '/ByteRange is not four non-negative integers that begin at 0.',
  },
  'byterange-gap': {
    severity: 'error',
    meaning: "The part left out of the digest is not exactly this signature's /Contents.",
  },
  'byterange-end': { severity: 'error', meaning: 'The covered part does not end where a revision ends.' },
  'contents-malformed': {
    severity: 'error',
    meaning: '/Contents is missing or is not one plain hexadecimal string.',
  },
  'contents-padding': {
    severity: 'error',
    meaning: 'Something other than zeros follows the signature in /Contents.',
  },
  // CMS
  'subfilter-unsupported': { severity: 'warning', meaning: 'A /SubFilter that is not verified here.' },
  'cms-unreadable': { severity: 'error', meaning: "The signature's CMS cannot be read." },
  'cms-not-der': { severity: 'info', meaning: 'The CMS is BER, not DER as PDF asks.' },
  'cms-signer-count': { severity: 'error', meaning: 'The CMS has not exactly one signer.' },
  'cms-not-detached': { severity: 'error', meaning: 'The CMS carries content of its own.' },
  'cms-attribute': {
    severity: 'error',
    meaning: 'A signed attribute that must be there once is missing, repeated or wrong.',
  },
  'digest-mismatch': { severity: 'error', meaning: 'The digest of the covered bytes is not the signed one.' },
  'signature-wrong': {
    severity: 'error',
    meaning: "The signature value does not verify with the signer's key.",
  },
  'algorithm-unsupported': {
    severity: 'warning',
    meaning: 'A signature or digest algorithm that is not known here.',
  },
  'algorithm-weak': { severity: 'warning', meaning: 'MD5, SHA-1, RIPEMD-160, RSA below 1,900 bits, or DSA.' },
  'algorithm-mismatch': {
    severity: 'error',
    meaning: "The signature algorithm's digest is not the signer's digest algorithm.",
  },
  'certificate-missing': { severity: 'warning', meaning: "The signer's certificate is not in the file." },
  'ess-missing': { severity: 'info', meaning: 'No signing-certificate attribute binds the certificate.' },
  'ess-mismatch': {
    severity: 'error',
    meaning: 'The signing-certificate attribute names another certificate.',
  },
  'timestamp-wrong': { severity: 'error', meaning: 'The document timestamp is for other bytes.' },
  'signature-timestamp-wrong': {
    severity: 'warning',
    meaning: 'The timestamp on the signature does not verify.',
  },
  // Chain
  'root-not-installed': { severity: 'info', meaning: 'The chain ends at a root that is not configured.' },
  'chain-broken': {
    severity: 'warning',
    meaning: 'A certificate of the chain is not signed by its issuer or may not issue.',
  },
  'certificate-expired': {
    severity: 'warning',
    meaning:
      'The certificate had expired at the time that counts, and no trusted time shows that it was signed before.',
  },
  'certificate-not-yet-valid': {
    severity: 'warning',
    meaning: 'The certificate was not valid yet at the time that counts.',
  },
  'certificate-usage': { severity: 'warning', meaning: 'The certificate is not meant for this use.' },
  'certificate-revoked': {
    severity: 'error',
    meaning: 'The certificate was revoked before the time that counts.',
  },
  'revocation-unchecked': {
    severity: 'info',
    meaning: 'No current revocation list that covers the certificate.',
  },
  'time-claimed': { severity: 'info', meaning: "The time is the signer's claim; no trusted timestamp." },
  // Changes after a signature that are allowed
  'later-signature': { severity: 'info', meaning: 'A later revision adds or fills a signature field.' },
  'later-empty-field': { severity: 'info', meaning: 'A later revision adds an empty signature field.' },
  'later-timestamp': { severity: 'info', meaning: 'A later revision adds a document timestamp.' },
  'later-validation-data': { severity: 'info', meaning: 'A later revision adds validation data (DSS).' },
  'later-metadata': {
    severity: 'info',
    meaning: 'A later revision changes the dates of the document information.',
  },
  'later-unused-object': {
    severity: 'info',
    meaning: 'A later revision adds an object that nothing refers to.',
  },
  'later-root-moved': {
    severity: 'warning',
    meaning: 'A later revision wrote the document catalog under another number, with the same content.',
  },
  // Changes after a signature that are refused
  'form-filled': {
    severity: 'error',
    meaning: "A form field's value or appearance changed after the signature.",
  },
  'page-changed': {
    severity: 'error',
    meaning: 'A page, its contents or its resources changed after the signature.',
  },
  'pages-changed': { severity: 'error', meaning: 'The list of pages changed after the signature.' },
  'annotation-changed': {
    severity: 'error',
    meaning: 'An annotation was added, changed or removed after the signature.',
  },
  'catalog-changed': {
    severity: 'error',
    meaning: 'An entry of the document catalog changed after the signature.',
  },
  'form-changed': {
    severity: 'error',
    meaning: 'The form itself changed after the signature, beyond signature fields.',
  },
  'signature-field-changed': {
    severity: 'error',
    meaning: 'A signature or its field changed after it had been signed.',
  },
  'object-changed': {
    severity: 'error',
    meaning: 'An existing object changed after the signature for no allowed reason.',
  },
  'object-added': {
    severity: 'error',
    meaning: 'An object that nothing allowed needs was added after the signature.',
  },
  'object-removed': { severity: 'error', meaning: 'An object was freed after the signature.' },
  'object-reused': {
    severity: 'error',
    meaning: 'An object number was used again for something else after the signature.',
  },
  'object-revived': {
    severity: 'error',
    meaning: 'A reference that led nowhere when signed leads to new content now.',
  },
  'docmdp-violated': {
    severity: 'error',
    meaning: 'A change that the certifying signature (DocMDP) forbids.',
  },
  'fieldmdp-violated': {
    severity: 'error',
    meaning: 'A field that a signature locked (FieldMDP, Lock) changed.',
  },
  // Structure of what is seen
  'widget-outside-page': {
    severity: 'warning',
    meaning: "A later signature's rectangle lies outside its page.",
  },
  'widget-over-signature': {
    severity: 'error',
    meaning: "A later signature's rectangle lies over an earlier one.",
  },
  'widget-covers-page': {
    severity: 'error',
    meaning: "A later signature's rectangle covers most of its page.",
  },
  'widget-action': { severity: 'error', meaning: "A later signature's field carries a script or an action." },
} as const satisfies Record<string, { readonly severity: FindingSeverity; readonly meaning: string }>;

export type FindingCode = keyof typeof findingMeanings;

/** All codes, in the order in which they are checked. */
export const findingCodes: readonly FindingCode[] = Object.keys(findingMeanings).filter(
  (code): code is FindingCode => code in findingMeanings,
);

export const findingCode = z.custom<FindingCode>(
  (value) => typeof value === 'string' && Object.hasOwn(findingMeanings, value),
);

/** One finding. `params` holds what a sentence or a report can add: an object number, a page, a field's name. */
export const finding = z.object({
  code: findingCode,
  severity: findingSeverity,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof finding>;
