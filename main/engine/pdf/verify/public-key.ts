import { constants, createVerify, type KeyObject, verify } from 'node:crypto';
import type { SignatureScheme } from './algorithms.ts';
import type { Certificate } from './certificate.ts';

/** The certificate's key, or `undefined` where OpenSSL does not know its kind. */
export const publicKeyOf = (certificate: Certificate): KeyObject | undefined => {
  try {
    return certificate.x509()?.publicKey;
  } catch {
    return undefined;
  }
};

const keyFits = (scheme: SignatureScheme, key: KeyObject): boolean => {
  const type = key.asymmetricKeyType;
  switch (scheme.kind) {
    case 'rsa':
      return type === 'rsa';
    case 'rsa-pss':
      return type === 'rsa' || type === 'rsa-pss';
    case 'ecdsa':
      return type === 'ec';
    case 'dsa':
      return type === 'dsa';
    case 'eddsa':
      return type === 'ed25519' || type === 'ed448';
  }
};

/** Whether `signature` over the pieces verifies. A key or algorithm that OpenSSL refuses is `undefined`. */
export const verifyValue = (
  scheme: SignatureScheme,
  key: KeyObject,
  pieces: readonly Uint8Array[],
  signature: Uint8Array,
): boolean | undefined => {
  if (!keyFits(scheme, key)) return false;
  try {
    if (scheme.kind === 'eddsa') return verify(null, Buffer.concat(pieces), key, signature);
    const verifier = createVerify(scheme.digest);
    for (const piece of pieces) verifier.update(piece);
    switch (scheme.kind) {
      case 'rsa':
      case 'dsa':
        return verifier.verify(key, signature);
      case 'rsa-pss':
        return verifier.verify(
          { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength },
          signature,
        );
      case 'ecdsa':
        return verifier.verify({ key, dsaEncoding: scheme.encoding }, signature);
    }
  } catch {
    return undefined;
  }
};

/** Whether the issuer's key signed the certificate. Names and rights are judged elsewhere. */
export const issuedBy = (certificate: Certificate, issuer: Certificate): boolean => {
  const key = publicKeyOf(issuer);
  try {
    return key !== undefined && certificate.x509()?.verify(key) === true;
  } catch {
    return false;
  }
};

/** Keys below what ETSI TS 119 312 still allows: RSA under 1,900 bits, and DSA. */
export const isWeakKey = (key: KeyObject): boolean => {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (key.asymmetricKeyType === 'dsa') return true;
  return bits !== undefined && bits < 1900;
};
