import { createHmac, timingSafeEqual } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AuthenticatedSafe, ContentInfo, EncryptedData, type MacData, PFX, PKCS8ShroudedKeyBag } from 'pkijs';
import { toArrayBuffer } from '#main/engine/keys/ca/der.ts';
import { pdfFail, pdfOk, type PdfResult } from '#main/engine/pdf/codes.ts';
import { decryptContent } from './decrypt.ts';
import { derivePkcs12, PKCS12_PURPOSE, type Pkcs12Hash } from './derivation.ts';

/** What a PKCS#12 file holds, decrypted, in the order of the file. */
export interface P12Contents {
  /** PKCS#8 PrivateKeyInfo, DER. */
  readonly keys: readonly Uint8Array[];
  /** X.509 certificates, DER, byte for byte as issued. */
  readonly certificates: readonly Uint8Array[];
}

/** Hashes of the integrity check, with their output in bytes. */
const MAC_HASHES: Readonly<Record<string, { hash: Pkcs12Hash; bytes: number }>> = {
  '1.3.14.3.2.26': { hash: 'sha1', bytes: 20 },
  '2.16.840.1.101.3.4.2.4': { hash: 'sha224', bytes: 28 },
  '2.16.840.1.101.3.4.2.1': { hash: 'sha256', bytes: 32 },
  '2.16.840.1.101.3.4.2.2': { hash: 'sha384', bytes: 48 },
  '2.16.840.1.101.3.4.2.3': { hash: 'sha512', bytes: 64 },
};

const MAX_MAC_ITERATIONS = 5_000_000;

const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const;

const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

function octets(value: unknown): Uint8Array | undefined {
  return value instanceof asn1js.OctetString ? new Uint8Array(value.getValue()) : undefined;
}

/** Checks the integrity of the authenticated safe under the passphrase (RFC 7292 section 4, MacData). */
function checkMac(mac: MacData, passphrase: string, content: Uint8Array): PdfResult<null> {
  const oid = mac.mac.digestAlgorithm.algorithmId;
  const method = MAC_HASHES[oid];
  if (method === undefined) return pdfFail('p12-unsupported', { method: oid });
  const salt = new Uint8Array(mac.macSalt.getValue());
  const iterations = mac.iterations ?? 1;
  if (iterations < 1 || iterations > MAX_MAC_ITERATIONS)
    return pdfFail('p12-unsupported', { method: 'iterations' });
  const key = derivePkcs12(method.hash, passphrase, salt, PKCS12_PURPOSE.macKey, iterations, method.bytes);
  const made = createHmac(method.hash, key).update(content).digest();
  const stated = new Uint8Array(mac.mac.digest.getValue());
  const equal = made.length === stated.length && timingSafeEqual(made, stated);
  return equal ? pdfOk(null) : pdfFail('p12-passphrase-wrong');
}

/** The bytes of one SafeContents, decrypted where it is encrypted. */
function openSafe(safe: ContentInfo, passphrase: string): PdfResult<Uint8Array> {
  if (safe.contentType === ContentInfo.DATA) {
    const plain = octets(safe.content);
    return plain === undefined ? pdfFail('p12-unreadable') : pdfOk(plain);
  }
  if (safe.contentType !== ContentInfo.ENCRYPTED_DATA) {
    return pdfFail('p12-unsupported', { method: safe.contentType });
  }
  const { encryptedContentInfo } = new EncryptedData({ schema: safe.content });
  const encrypted = new Uint8Array(encryptedContentInfo.getEncryptedContent());
  return decryptContent(encryptedContentInfo.contentEncryptionAlgorithm, passphrase, encrypted);
}

/** The parts of a constructed ASN.1 value; none for anything else. */
function parts(value: unknown): readonly unknown[] {
  return value instanceof asn1js.Constructed ? value.valueBlock.value : [];
}

/**
 * Reads SafeContents (RFC 7292 section 4.2) by its ASN.1 alone: pkijs would decode and write the certificates anew,
 * and a signature holds only over the bytes that were issued.
 */
function readBags(
  bytes: Uint8Array,
  passphrase: string,
  found: { keys: Uint8Array[]; certificates: Uint8Array[] },
): PdfResult<null> {
  for (const bag of parts(asn1js.fromBER(toArrayBuffer(bytes)).result)) {
    const [id, wrapped] = parts(bag);
    const [value] = parts(wrapped);
    if (!(id instanceof asn1js.ObjectIdentifier && value instanceof asn1js.Sequence))
      return pdfFail('p12-unreadable');
    const bagId = id.valueBlock.toString();
    if (bagId === BAG.key) found.keys.push(new Uint8Array(value.toBER()));
    if (bagId === BAG.shroudedKey) {
      const shrouded = new PKCS8ShroudedKeyBag({ schema: value });
      const encrypted = new Uint8Array(shrouded.encryptedData.getValue());
      const key = decryptContent(shrouded.encryptionAlgorithm, passphrase, encrypted);
      if (!key.ok) return key;
      found.keys.push(key.value);
    }
    if (bagId === BAG.certificate) {
      const [kind, content] = parts(value);
      const der = octets(parts(content)[0]);
      const isX509 =
        kind instanceof asn1js.ObjectIdentifier && kind.valueBlock.toString() === X509_CERTIFICATE;
      if (isX509 && der !== undefined) found.certificates.push(der);
    }
  }
  return pdfOk(null);
}

/** Decrypts a PKCS#12 file. Errors: `p12-unreadable`, `p12-unsupported`, `p12-passphrase-wrong`. */
export function readP12Contents(file: Uint8Array, passphrase: string): PdfResult<P12Contents> {
  const found = { keys: new Array<Uint8Array>(), certificates: new Array<Uint8Array>() };
  try {
    const pfx = PFX.fromBER(toArrayBuffer(file));
    const content = octets(pfx.authSafe.content);
    if (pfx.authSafe.contentType !== ContentInfo.DATA || content === undefined)
      return pdfFail('p12-unreadable');
    if (pfx.macData !== undefined) {
      const intact = checkMac(pfx.macData, passphrase, content);
      if (!intact.ok) return intact;
    }
    for (const safe of AuthenticatedSafe.fromBER(toArrayBuffer(content)).safeContents) {
      const bytes = openSafe(safe, passphrase);
      if (!bytes.ok) return bytes;
      const read = readBags(bytes.value, passphrase, found);
      if (!read.ok) return read;
    }
  } catch {
    // pkijs throws on any ASN.1 that does not fit; which part of a stranger's file it was helps nobody.
    return pdfFail('p12-unreadable');
  }
  return pdfOk(found);
}
