import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { BitString, fromBER } from 'asn1js';
import { signingKeyKind } from '#main/engine/keys/ca/algorithm.ts';
import { parseCertificate } from '#main/engine/keys/ca/certificate.ts';
import { toArrayBuffer } from '#main/engine/keys/ca/der.ts';
import { KEY_USAGE_BIT } from '#main/engine/keys/ca/extensions.ts';
import { pdfFail, pdfOk, type PdfResult } from '#main/engine/pdf/codes.ts';

/** What a person signs with, held for an unlocked session and dropped on lock. */
export interface SigningCredential {
  readonly key: KeyObject;
  /** DER of the certificate that belongs to the key. */
  readonly certificate: Uint8Array;
  /** DER of the certificates above it, from the issuer upwards, as far as they are known. */
  readonly chain: readonly Uint8Array[];
}

const KEY_USAGE = '2.5.29.15';

/** Whether KeyUsage allows signing documents; a certificate without KeyUsage allows everything (RFC 5280 4.2.1.3). */
function allowsSigning(der: Uint8Array): boolean {
  const extension = parseCertificate(der)?.extensions?.find((candidate) => candidate.extnID === KEY_USAGE);
  if (extension === undefined) return true;
  const bytes = new Uint8Array(extension.extnValue.getValue());
  const bits = fromBER(toArrayBuffer(bytes)).result;
  if (!(bits instanceof BitString)) return false;
  const first = bits.valueBlock.valueHexView[0] ?? 0;
  return (first & ((0x80 >> KEY_USAGE_BIT.digitalSignature) | (0x80 >> KEY_USAGE_BIT.nonRepudiation))) !== 0;
}

/** Orders the certificates above `leaf` from issuer to issuer; those that do not belong are left out. */
function chainAbove(leaf: X509Certificate, others: readonly X509Certificate[]): Uint8Array[] {
  const chain: Uint8Array[] = [];
  const left = new Set(others);
  let current = leaf;
  for (;;) {
    if (current.checkIssued(current)) return chain;
    const issuer = [...left].find((other) => current.checkIssued(other) && current.verify(other.publicKey));
    if (issuer === undefined) return chain;
    chain.push(issuer.raw);
    left.delete(issuer);
    current = issuer;
  }
}

/**
 * Puts a key, its certificate and the certificates above it together, after checking that one can sign with them at
 * this time. Errors: `p12-key-unsupported`, `certificate-unreadable`, `certificate-key-mismatch`, `certificate-expired`,
 * `certificate-not-yet-valid`, `certificate-not-for-signing`.
 */
export function signingCredential(
  key: KeyObject,
  certificate: Uint8Array,
  others: readonly Uint8Array[],
  now: Date,
): PdfResult<SigningCredential> {
  const kind = signingKeyKind(key);
  if (!kind.ok) return kind;
  let leaf: X509Certificate;
  const above: X509Certificate[] = [];
  try {
    leaf = new X509Certificate(certificate);
    for (const der of others) above.push(new X509Certificate(der));
    if (!leaf.publicKey.equals(createPublicKey(key))) return pdfFail('certificate-key-mismatch');
  } catch {
    return pdfFail('certificate-unreadable');
  }
  const from = new Date(leaf.validFrom);
  const until = new Date(leaf.validTo);
  if (now > until) return pdfFail('certificate-expired', { until: until.toISOString() });
  if (now < from) return pdfFail('certificate-not-yet-valid', { from: from.toISOString() });
  if (!allowsSigning(certificate)) return pdfFail('certificate-not-for-signing');
  return pdfOk({ key, certificate, chain: chainAbove(leaf, above) });
}

/** Reads a PKCS#8 key; undefined when it is none that node knows. */
export function parsePrivateKey(pkcs8: Uint8Array): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
