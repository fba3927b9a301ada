import { sign, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { pdfFail, pdfOk, type PdfResult } from '#main/engine/pdf/codes.ts';

/** Keys that the office signs with. Everything else is refused by name. */
export type SigningKeyKind = 'rsa' | 'p256' | 'p384';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11'; // RFC 4055 section 5
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'; // RFC 5758 section 3.2

/** Names the kind of a public or private key, or says why it cannot be used (RSA 2048 to 4096, P-256, P-384). */
export function signingKeyKind(key: KeyObject): PdfResult<SigningKeyKind> {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    const bits = modulusLength ?? 0;
    return bits >= 2048 && bits <= 4096
      ? pdfOk('rsa')
      : pdfFail('p12-key-unsupported', { kind: `RSA ${bits}` });
  }
  if (key.asymmetricKeyType === 'ec') {
    if (namedCurve === 'prime256v1') return pdfOk('p256');
    if (namedCurve === 'secp384r1') return pdfOk('p384');
    return pdfFail('p12-key-unsupported', { kind: `EC ${namedCurve ?? '?'}` });
  }
  return pdfFail('p12-key-unsupported', { kind: key.asymmetricKeyType ?? '?' });
}

/** The X.509 and CMS identifier of "SHA-256, signed with a key of this kind". */
export function signatureAlgorithm(kind: SigningKeyKind): AlgorithmIdentifier {
  // RSA wants an explicit NULL (RFC 4055 section 5), ECDSA wants the parameters absent (RFC 5758 section 3.2).
  return kind === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new asn1js.Null() })
    : new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 });
}

/** Signs the SHA-256 of the bytes; ECDSA signatures are DER, as X.509 and CMS want them. */
export function signSha256(bytes: Uint8Array, key: KeyObject): Uint8Array {
  return sign('sha256', bytes, key);
}
