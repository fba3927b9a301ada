import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { pdfFail, type PdfResult } from '#main/engine/pdf/codes.ts';
import { readP12Contents } from './contents.ts';
import { parsePrivateKey, signingCredential, type SigningCredential } from './credential.ts';

/** The first certificate with the public half of this key. */
function certificateOf(key: KeyObject, certificates: readonly Uint8Array[]): Uint8Array | undefined {
  const publicKey = createPublicKey(key);
  return certificates.find((der) => {
    try {
      return new X509Certificate(der).publicKey.equals(publicKey);
    } catch {
      return false;
    }
  });
}

/**
 * Opens a personal P12 with its passphrase, which is used once and not kept. Reads RSA 2048 to 4096, P-256 and P-384
 * keys in modern (AES, PBKDF2) and old (triple DES, RC2) files. When a file holds several keys, the first that can
 * sign at `now` is taken; when none can, the reason of the first is reported.
 *
 * Errors: `p12-*`, and those of `signingCredential`.
 */
export function openP12(file: Uint8Array, passphrase: string, now: Date): PdfResult<SigningCredential> {
  const contents = readP12Contents(file, passphrase);
  if (!contents.ok) return contents;
  const { keys, certificates } = contents.value;
  if (keys.length === 0) return pdfFail('p12-no-key');
  let reason: PdfResult<SigningCredential> | undefined;
  for (const pkcs8 of keys) {
    const key = parsePrivateKey(pkcs8);
    const certificate = key === undefined ? undefined : certificateOf(key, certificates);
    const credential =
      key === undefined
        ? pdfFail('p12-key-unsupported', { kind: '?' })
        : certificate === undefined
          ? pdfFail('p12-no-certificate')
          : signingCredential(key, certificate, certificates, now);
    if (credential.ok) return credential;
    reason ??= credential;
  }
  return reason ?? pdfFail('p12-no-key');
}
