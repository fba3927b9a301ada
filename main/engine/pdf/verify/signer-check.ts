import type { Finding } from '#core/contract/findings.ts';
import { digestOf, schemeOf, weakDigests } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { cmsOid, type SignedData, type SignerInfo } from './cms.ts';
import { contentOf, oidOf, sameBytes, tag } from './der.ts';
import { digestPieces } from './digest-pieces.ts';
import { checkSigningCertificate } from './signing-certificate.ts';
import { isWeakKey, publicKeyOf, verifyValue } from './public-key.ts';
import { type Integrity, note } from './verification.ts';

/** What became of the one SignerInfo of a SignedData. */
export type SignerCheck = {
  readonly integrity: Integrity;
  readonly findings: readonly Finding[];
  readonly signer: SignerInfo | undefined;
  readonly certificate: Certificate | undefined;
  /** All certificates of the SignedData, for building a chain. */
  readonly certificates: readonly Certificate[];
  /** Whether a signing-certificate attribute binds the certificate. */
  readonly bound: boolean;
};

const isSigner = (signer: SignerInfo, certificate: Certificate): boolean => {
  if (signer.subjectKeyId)
    return certificate.subjectKeyId !== undefined && sameBytes(certificate.subjectKeyId, signer.subjectKeyId);
  return (
    signer.issuer !== undefined &&
    signer.serial !== undefined &&
    sameBytes(certificate.serial, signer.serial) &&
    sameBytes(certificate.issuer, signer.issuer)
  );
};

/** The signed attributes that RFC 5652, 11.1 and 11.2 demand: content type and message digest, each once. */
const checkAttributes = (data: SignedData, signer: SignerInfo, digest: Uint8Array): Finding | undefined => {
  const { values, repeated } = signer.signed;
  if (repeated.length > 0) return note('cms-attribute', { attribute: repeated[0] ?? '' });
  const type = values.get(cmsOid.contentType);
  if (type?.length !== 1 || oidOf(type[0]) !== data.contentType)
    return note('cms-attribute', { attribute: cmsOid.contentType });
  const message = values.get(cmsOid.messageDigest);
  const [value] = message ?? [];
  if (message?.length !== 1 || value?.tag !== tag.octetString)
    return note('cms-attribute', { attribute: cmsOid.messageDigest });
  return sameBytes(contentOf(value), digest) ? undefined : note('digest-mismatch');
};

/** Verifies the SignedData's one signer over `content` (RFC 5652, 5.4 to 5.6). `others` are certificates found
 * elsewhere in the file. */
export const checkSigner = (
  data: SignedData,
  content: readonly Uint8Array[],
  others: readonly Certificate[] = [],
): SignerCheck => {
  const certificates = data.certificates.flatMap((der) => readCertificate(der) ?? []);
  const [signer] = data.signers;
  const findings: Finding[] = [];
  const result = (integrity: Integrity, certificate?: Certificate, bound = false): SignerCheck => ({
    integrity,
    findings,
    signer,
    certificate,
    certificates,
    bound,
  });
  if (!signer || data.signers.length !== 1) {
    findings.push(note('cms-signer-count', { count: data.signers.length }));
    return result('bad-signature');
  }
  const certificate = [...certificates, ...others].find((item) => isSigner(signer, item));
  const digestName = digestOf(signer.digestAlgorithm);
  const digest = digestName === undefined ? undefined : digestPieces(digestName, content);
  if (digestName === undefined || !digest) {
    findings.push(note('algorithm-unsupported'));
    return result('unsupported', certificate);
  }
  if (weakDigests.has(digestName)) findings.push(note('algorithm-weak', { algorithm: digestName }));
  if (signer.signedBytes) {
    const wrong = checkAttributes(data, signer, digest);
    if (wrong) {
      findings.push(wrong);
      return result(wrong.code === 'digest-mismatch' ? 'digest-mismatch' : 'bad-signature', certificate);
    }
  }
  if (!certificate) {
    findings.push(note('certificate-missing'));
    return result('unsupported');
  }
  const scheme = schemeOf(signer.signatureAlgorithm, digestName);
  const key = publicKeyOf(certificate);
  if (!scheme || !key) {
    findings.push(note('algorithm-unsupported'));
    return result('unsupported', certificate);
  }
  if (scheme.digest !== undefined && scheme.digest !== digestName) {
    findings.push(note('algorithm-mismatch', { digest: digestName, signature: scheme.digest }));
    return result('bad-signature', certificate);
  }
  const verified = verifyValue(
    scheme,
    key,
    signer.signedBytes ? [signer.signedBytes] : content,
    signer.signature,
  );
  if (verified === undefined) {
    findings.push(note('algorithm-unsupported'));
    return result('unsupported', certificate);
  }
  if (isWeakKey(key)) findings.push(note('algorithm-weak', { algorithm: key.asymmetricKeyType ?? '' }));
  if (!verified) {
    findings.push(note('signature-wrong'));
    return result('bad-signature', certificate);
  }
  const binding = checkSigningCertificate(signer, certificate);
  if (binding === 'mismatch') {
    findings.push(note('ess-mismatch'));
    return result('bad-signature', certificate);
  }
  return result('intact', certificate, binding === 'bound');
};
