import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import * as asn1js from 'asn1js';
import forge from 'node-forge';
import { type AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs';
import { pdfFail, pdfOk, type PdfResult } from '#main/engine/pdf/codes.ts';
import { derivePkcs12, PKCS12_PURPOSE } from './derivation.ts';

/** A hostile file may ask for billions of rounds; real ones stay under a million. */
const MAX_ITERATIONS = 5_000_000;

const PBES2 = '1.2.840.113549.1.5.13';

/** Ciphers of RFC 7292 appendix C: key and IV both derived from the passphrase with SHA-1. */
const PKCS12_CIPHERS: Readonly<Record<string, { cipher: 'des-ede3-cbc' | 'rc2'; keyBytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3-cbc', keyBytes: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: 'des-ede3-cbc', keyBytes: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyBytes: 5 },
};

/** Ciphers of PBES2 (RFC 8018 appendix B.2). */
const PBES2_CIPHERS: Readonly<Record<string, { cipher: string; keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { cipher: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { cipher: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { cipher: 'des-ede3-cbc', keyBytes: 24 },
};

/** PBKDF2's pseudo-random functions (RFC 8018 appendix B.1); SHA-1 is the default of the standard. */
const PBKDF2_HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

function decipher(
  cipher: string,
  key: Uint8Array,
  iv: Uint8Array,
  encrypted: Uint8Array,
): PdfResult<Uint8Array> {
  try {
    if (cipher === 'rc2') {
      // OpenSSL 3 has put RC2 away; node-forge still reads what old Windows exports are wrapped in.
      const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
      const rc2 = forge.rc2.createDecryptionCipher(binary(key), key.length * 8);
      rc2.start(binary(iv));
      rc2.update(forge.util.createBuffer(binary(encrypted)));
      return rc2.finish()
        ? pdfOk(Buffer.from(rc2.output.getBytes(), 'latin1'))
        : pdfFail('p12-passphrase-wrong');
    }
    const native = createDecipheriv(cipher, key, iv);
    return pdfOk(Buffer.concat([native.update(encrypted), native.final()]));
  } catch {
    // A wrong key shows as bad padding; a wrong length as an exception too. Neither is readable.
    return pdfFail('p12-passphrase-wrong');
  }
}

function decryptPkcs12(
  method: { cipher: string; keyBytes: number },
  parameters: unknown,
  passphrase: string,
  encrypted: Uint8Array,
): PdfResult<Uint8Array> {
  if (!(parameters instanceof asn1js.Sequence)) return pdfFail('p12-unreadable');
  const [salt, rounds] = parameters.valueBlock.value;
  if (!(salt instanceof asn1js.OctetString && rounds instanceof asn1js.Integer))
    return pdfFail('p12-unreadable');
  const iterations = rounds.valueBlock.valueDec;
  if (iterations < 1 || iterations > MAX_ITERATIONS)
    return pdfFail('p12-unsupported', { method: 'iterations' });
  const saltBytes = new Uint8Array(salt.getValue());
  const derive = (purpose: number, bytes: number): Buffer =>
    derivePkcs12('sha1', passphrase, saltBytes, purpose, iterations, bytes);
  const derived = derive(PKCS12_PURPOSE.encryptionKey, method.keyBytes);
  // Two-key triple DES uses its first key a third time.
  const twoKeys = method.cipher === 'des-ede3-cbc' && method.keyBytes === 16;
  const key = twoKeys ? Buffer.concat([derived, derived.subarray(0, 8)]) : derived;
  return decipher(method.cipher, key, derive(PKCS12_PURPOSE.iv, 8), encrypted);
}

function decryptPbes2(parameters: unknown, passphrase: string, encrypted: Uint8Array): PdfResult<Uint8Array> {
  if (!(parameters instanceof asn1js.Sequence)) return pdfFail('p12-unreadable');
  const { keyDerivationFunc, encryptionScheme } = new PBES2Params({ schema: parameters });
  const method = PBES2_CIPHERS[encryptionScheme.algorithmId];
  const iv: unknown = encryptionScheme.algorithmParams;
  if (method === undefined || !(iv instanceof asn1js.OctetString)) {
    return pdfFail('p12-unsupported', { method: encryptionScheme.algorithmId });
  }
  const { salt, iterationCount, prf } = new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  const hash = PBKDF2_HASHES[prf?.algorithmId ?? '1.2.840.113549.2.7'];
  if (hash === undefined) return pdfFail('p12-unsupported', { method: prf?.algorithmId ?? '?' });
  if (!(salt instanceof asn1js.OctetString)) return pdfFail('p12-unsupported', { method: 'salt' });
  if (iterationCount < 1 || iterationCount > MAX_ITERATIONS) {
    return pdfFail('p12-unsupported', { method: 'iterations' });
  }
  // PBES2 takes the passphrase as UTF-8, unlike the PKCS#12 methods above.
  const saltBytes = new Uint8Array(salt.getValue());
  const key = pbkdf2Sync(Buffer.from(passphrase, 'utf8'), saltBytes, iterationCount, method.keyBytes, hash);
  return decipher(method.cipher, key, new Uint8Array(iv.getValue()), encrypted);
}

/**
 * Decrypts what a PKCS#12 file holds: PBES2 with AES or triple DES, and the older methods with triple DES or RC2.
 * Errors: `p12-passphrase-wrong`, `p12-unsupported`, `p12-unreadable`.
 */
export function decryptContent(
  algorithm: AlgorithmIdentifier,
  passphrase: string,
  encrypted: Uint8Array,
): PdfResult<Uint8Array> {
  const parameters: unknown = algorithm.algorithmParams;
  if (algorithm.algorithmId === PBES2) return decryptPbes2(parameters, passphrase, encrypted);
  const method = PKCS12_CIPHERS[algorithm.algorithmId];
  if (method === undefined) return pdfFail('p12-unsupported', { method: algorithm.algorithmId });
  return decryptPkcs12(method, parameters, passphrase, encrypted);
}
