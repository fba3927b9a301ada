import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  signatureAlgorithm,
  signingKeyKind,
  signSha256,
  type SigningKeyKind,
} from '#main/engine/keys/ca/algorithm.ts';
import { der, DER_TAG, derChildren, derSetOf } from '#main/engine/keys/ca/der.ts';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { pdfFail, pdfOk, type PdfResult } from './codes.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

const oid = (value: string): Uint8Array => new Uint8Array(new asn1js.ObjectIdentifier({ value }).toBER());
const NULL = Uint8Array.of(0x05, 0x00);
const VERSION_1 = Uint8Array.of(0x02, 0x01, 0x01);
/** SHA-256 with its parameters absent, as RFC 5754 section 2 wants it written. */
const SHA256 = der(DER_TAG.sequence, oid(OID.sha256));

const attribute = (type: string, value: Uint8Array): Uint8Array =>
  der(DER_TAG.sequence, oid(type), der(DER_TAG.set, value));

/** Everything in a CMS that depends on the credential and not on the document: made once a session. */
export interface CmsTemplate {
  readonly credential: SigningCredential;
  readonly issuerAndSerialNumber: Uint8Array;
  readonly signingCertificate: Uint8Array;
  readonly certificates: Uint8Array;
  readonly signatureAlgorithm: Uint8Array;
}

/** In CMS an RSA key is named by rsaEncryption, which every reader must know (RFC 3370 section 3.2). */
function cmsSignatureAlgorithm(kind: SigningKeyKind): Uint8Array {
  if (kind === 'rsa') return der(DER_TAG.sequence, oid(OID.rsaEncryption), NULL);
  return new Uint8Array(signatureAlgorithm(kind).toSchema().toBER());
}

/** Serial number and issuer of a certificate, byte for byte (RFC 5280 section 4.1). */
function issuerAndSerial(certificate: Uint8Array): { issuer: Uint8Array; serial: Uint8Array } | undefined {
  const toBeSigned = derChildren(certificate)[0];
  if (toBeSigned === undefined) return undefined;
  const fields = derChildren(toBeSigned.bytes);
  const first = fields[0]?.tag === DER_TAG.context(0) ? 1 : 0;
  const serial = fields[first]?.bytes;
  const issuer = fields[first + 2]?.bytes;
  return serial === undefined || issuer === undefined ? undefined : { issuer, serial };
}

/** Prepares a credential for signing. Errors: `p12-key-unsupported`, `certificate-unreadable`. */
export function cmsTemplate(credential: SigningCredential): PdfResult<CmsTemplate> {
  const kind = signingKeyKind(credential.key);
  if (!kind.ok) return kind;
  let names: ReturnType<typeof issuerAndSerial>;
  try {
    names = issuerAndSerial(credential.certificate);
  } catch {
    return pdfFail('certificate-unreadable');
  }
  if (names === undefined) return pdfFail('certificate-unreadable');
  const hash = createHash('sha256').update(credential.certificate).digest();
  // ESSCertIDv2 (RFC 5035 section 4): the hash algorithm is left out because SHA-256 is its default.
  const generalNames = der(DER_TAG.sequence, der(DER_TAG.context(4), names.issuer));
  const essCertId = der(
    DER_TAG.sequence,
    der(DER_TAG.octetString, hash),
    der(DER_TAG.sequence, generalNames, names.serial),
  );
  return pdfOk({
    credential,
    issuerAndSerialNumber: der(DER_TAG.sequence, names.issuer, names.serial),
    signingCertificate: attribute(
      OID.signingCertificateV2,
      der(DER_TAG.sequence, der(DER_TAG.sequence, essCertId)),
    ),
    certificates: derSetOf(DER_TAG.context(0), [credential.certificate, ...credential.chain]),
    signatureAlgorithm: cmsSignatureAlgorithm(kind.value),
  });
}

/** An upper bound of the bytes that a CMS of this template takes: the largest signature is RSA-4096's 512. */
export function cmsSizeBound(template: CmsTemplate): number {
  const { certificates, issuerAndSerialNumber, signingCertificate } = template;
  return certificates.length + issuerAndSerialNumber.length + signingCertificate.length + 1024;
}

/**
 * The detached CMS SignedData (RFC 5652) over a document whose SHA-256 is given, with the signed attributes of PAdES
 * B-B (ETSI EN 319 142-1 section 6.3): content-type, message-digest and signing-certificate-v2. There is no
 * signing-time: PAdES keeps the claimed time in the signature dictionary's /M.
 */
export function signCms(template: CmsTemplate, digest: Uint8Array): Uint8Array {
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, der(DER_TAG.octetString, digest)),
    template.signingCertificate,
  ];
  // Signed as SET OF, stored as [0] IMPLICIT (RFC 5652 section 5.4).
  const signature = signSha256(derSetOf(DER_TAG.set, attributes), template.credential.key);
  const signerInfo = der(
    DER_TAG.sequence,
    VERSION_1,
    template.issuerAndSerialNumber,
    SHA256,
    derSetOf(DER_TAG.context(0), attributes),
    template.signatureAlgorithm,
    der(DER_TAG.octetString, signature),
  );
  const signedData = der(
    DER_TAG.sequence,
    VERSION_1,
    der(DER_TAG.set, SHA256),
    der(DER_TAG.sequence, oid(OID.data)),
    template.certificates,
    der(DER_TAG.set, signerInfo),
  );
  return der(DER_TAG.sequence, oid(OID.signedData), der(DER_TAG.context(0), signedData));
}
