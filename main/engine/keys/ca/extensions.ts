import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AuthorityKeyIdentifier, BasicConstraints, ExtKeyUsage, Extension, type PublicKeyInfo } from 'pkijs';
import { toArrayBuffer } from './der.ts';

/** Positions of the KeyUsage bits (RFC 5280 section 4.2.1.3). */
export const KEY_USAGE_BIT = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const;

const OID = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const;

/** RFC 9336: the purpose "signing of documents". */
export const EKU_DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
/** RFC 5280 section 4.2.1.12. NSS (pdfsig) and `openssl cms` judge document signers by this purpose. */
export const EKU_EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';

function extension(extnID: string, critical: boolean, value: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue: value });
}

/** Identifies a public key: the leftmost 160 bits of its SHA-256 (RFC 7093 section 2, method 1). */
export function keyIdentifier(key: PublicKeyInfo): Uint8Array {
  const bits = new Uint8Array(key.subjectPublicKey.valueBlock.valueHexView);
  return createHash('sha256').update(bits).digest().subarray(0, 20);
}

/** BasicConstraints, always critical: a root signs certificates of persons and nothing between (RFC 5280 4.2.1.9). */
export function basicConstraints(authority: boolean): Extension {
  const value = authority ? new BasicConstraints({ cA: true, pathLenConstraint: 0 }) : new BasicConstraints();
  return extension(OID.basicConstraints, true, value.toSchema().toBER());
}

/** KeyUsage as a DER BIT STRING without trailing zero bits (X.690 section 11.2.2). */
export function keyUsage(bits: readonly (keyof typeof KEY_USAGE_BIT)[]): Extension {
  const byte = bits.reduce((sum, bit) => sum | (0x80 >> KEY_USAGE_BIT[bit]), 0);
  const unusedBits = 7 - Math.max(...bits.map((bit) => KEY_USAGE_BIT[bit]));
  const value = new asn1js.BitString({ valueHex: toArrayBuffer(Uint8Array.of(byte)), unusedBits });
  return extension(OID.keyUsage, true, value.toBER());
}

/** ExtendedKeyUsage, not critical so that a reader without RFC 9336 still accepts the certificate. */
export function extendedKeyUsage(purposes: readonly string[]): Extension {
  return extension(
    OID.extendedKeyUsage,
    false,
    new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema().toBER(),
  );
}

export function subjectKeyIdentifier(key: PublicKeyInfo): Extension {
  const value = new asn1js.OctetString({ valueHex: toArrayBuffer(keyIdentifier(key)) });
  return extension(OID.subjectKeyIdentifier, false, value.toBER());
}

export function authorityKeyIdentifier(key: PublicKeyInfo): Extension {
  const keyId = new asn1js.OctetString({ valueHex: toArrayBuffer(keyIdentifier(key)) });
  const value = new AuthorityKeyIdentifier({ keyIdentifier: keyId });
  return extension(OID.authorityKeyIdentifier, false, value.toSchema().toBER());
}
