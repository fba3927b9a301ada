import { randomBytes, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, PublicKeyInfo, Time, type Extension, type RelativeDistinguishedNames } from 'pkijs';
import { signatureAlgorithm, signSha256, type SigningKeyKind } from './algorithm.ts';
import { toArrayBuffer } from './der.ts';

export interface CertificateContent {
  readonly subject: RelativeDistinguishedNames;
  readonly issuer: RelativeDistinguishedNames;
  readonly publicKey: PublicKeyInfo;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
}

/** The SubjectPublicKeyInfo of a public or private node key. */
export function publicKeyInfo(publicKey: KeyObject): PublicKeyInfo {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return new PublicKeyInfo({ schema: asn1js.fromBER(toArrayBuffer(der)).result });
}

/** 127 random bits, positive and never zero (RFC 5280 section 4.1.2.2 allows up to 20 octets). */
function serialNumber(): asn1js.Integer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new asn1js.Integer({ valueHex: toArrayBuffer(bytes) });
}

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5), in whole seconds. */
function time(date: Date): Time {
  const value = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return new Time({ type: value.getUTCFullYear() >= 2050 ? 1 : 0, value });
}

/** Builds and signs an X.509 v3 certificate; returns its DER bytes. */
export function signCertificate(
  content: CertificateContent,
  key: KeyObject,
  kind: SigningKeyKind,
): Uint8Array {
  const certificate = new Certificate();
  certificate.version = 2; // v3
  certificate.serialNumber = serialNumber();
  certificate.signature = signatureAlgorithm(kind);
  certificate.signatureAlgorithm = signatureAlgorithm(kind);
  certificate.issuer = content.issuer;
  certificate.subject = content.subject;
  certificate.notBefore = time(content.notBefore);
  certificate.notAfter = time(content.notAfter);
  certificate.subjectPublicKeyInfo = content.publicKey;
  certificate.extensions = [...content.extensions];
  const toBeSigned = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.tbsView = toBeSigned;
  certificate.signatureValue = new asn1js.BitString({ valueHex: toArrayBuffer(signSha256(toBeSigned, key)) });
  return new Uint8Array(certificate.toSchema().toBER());
}

/** Reads a DER certificate; undefined when it is none. */
export function parseCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return Certificate.fromBER(toArrayBuffer(der));
  } catch {
    return undefined;
  }
}
