import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { pdfFail, pdfOk, type PdfResult } from '#main/engine/pdf/codes.ts';
import { signingKeyKind } from './algorithm.ts';
import { parseCertificate, publicKeyInfo, signCertificate } from './certificate.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  EKU_DOCUMENT_SIGNING,
  EKU_EMAIL_PROTECTION,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
} from './extensions.ts';
import { distinguishedName, type CertificateSubject } from './name.ts';

/** The office's own certificate authority: what it signs with, and the root that validators install. */
export interface OfficeAuthority {
  readonly key: KeyObject;
  /** DER of the self-signed root. */
  readonly certificate: Uint8Array;
}

/** The kind of a person's key. P-256 unless a validator of a partner office still insists on RSA. */
export type PersonalKeyKind = 'p256' | 'rsa2048';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A clock that runs behind on a colleague's PC must not see a fresh certificate as "not yet valid". */
const CLOCK_ALLOWANCE_MS = 24 * 60 * 60 * 1000;

function addYears(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** Makes a person's key pair. RSA-2048 takes some hundred milliseconds, P-256 under one. */
export function generatePersonalKey(kind: PersonalKeyKind = 'p256'): KeyPair {
  return kind === 'p256'
    ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/**
 * Makes the office root: P-256, self-signed, path length 0, valid for `years` from `now`.
 *
 * P-256 rather than RSA-2048: pdfsig, mutool, openssl and Acrobat all accept it (tests prove the first
 * three), the chain in each signed letter is half as long, and the key is as strong as RSA-3072 for all of the root's
 * years (NIST SP 800-57 part 1, table 2), where RSA-2048 ends with 2030.
 */
export function createOfficeAuthority(office: string, now: Date, years = 20): PdfResult<OfficeAuthority> {
  if (!office.trim()) return pdfFail('authority-subject');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const info = publicKeyInfo(publicKey);
  const name = distinguishedName({ commonName: `CA ${office}`, organization: office });
  const certificate = signCertificate(
    {
      subject: name,
      issuer: name,
      publicKey: info,
      notBefore: new Date(now.getTime() - CLOCK_ALLOWANCE_MS),
      notAfter: addYears(now, years),
      extensions: [
        basicConstraints(true),
        keyUsage(['keyCertSign', 'cRLSign']),
        subjectKeyIdentifier(info),
        authorityKeyIdentifier(info),
      ],
    },
    privateKey,
    'p256',
  );
  return pdfOk({ key: privateKey, certificate });
}

export interface PersonalCertificateRequest {
  readonly subject: CertificateSubject;
  /** The person's public key; the private half never reaches the authority. */
  readonly publicKey: KeyObject;
  readonly now: Date;
  /** Last moment of validity. */
  readonly until: Date;
}

/**
 * Issues a personal signing certificate under the office root; returns its DER. It is for internal use and makes
 * a "TTE tidak tersertifikasi". Errors: `authority-subject`, `authority-validity`,
 * `p12-key-unsupported`, `certificate-unreadable`, `certificate-key-mismatch`.
 */
export function issuePersonalCertificate(
  authority: OfficeAuthority,
  request: PersonalCertificateRequest,
): PdfResult<Uint8Array> {
  const { subject, publicKey, now, until } = request;
  if (!subject.commonName.trim() || !subject.organization.trim()) return pdfFail('authority-subject');
  const personKind = signingKeyKind(publicKey);
  if (!personKind.ok) return personKind;
  const authorityKind = signingKeyKind(authority.key);
  if (!authorityKind.ok) return authorityKind;
  const root = parseCertificate(authority.certificate);
  if (root === undefined) return pdfFail('certificate-unreadable');
  const rootKey = publicKeyInfo(createPublicKey(authority.key));
  const holdsRootKey = Buffer.from(root.subjectPublicKeyInfo.toSchema().toBER()).equals(
    Buffer.from(rootKey.toSchema().toBER()),
  );
  if (!holdsRootKey) return pdfFail('certificate-key-mismatch');
  const start = new Date(Math.max(now.getTime() - CLOCK_ALLOWANCE_MS, root.notBefore.value.getTime()));
  if (until > root.notAfter.value || until <= now) {
    return pdfFail('authority-validity', { until: root.notAfter.value.toISOString() });
  }
  const info = publicKeyInfo(publicKey);
  const certificate = signCertificate(
    {
      subject: distinguishedName(subject),
      issuer: root.subject,
      publicKey: info,
      notBefore: start,
      notAfter: until,
      extensions: [
        basicConstraints(false),
        keyUsage(['digitalSignature', 'nonRepudiation']),
        extendedKeyUsage([EKU_DOCUMENT_SIGNING, EKU_EMAIL_PROTECTION]),
        subjectKeyIdentifier(info),
        authorityKeyIdentifier(rootKey),
      ],
    },
    authority.key,
    authorityKind.value,
  );
  return pdfOk(certificate);
}
