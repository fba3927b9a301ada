import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { toArrayBuffer } from '#main/engine/keys/ca/der.ts';
import type { SigningCredential } from './credential.ts';
import { derivePkcs12, PKCS12_PURPOSE } from './derivation.ts';

/** Rounds of PBKDF2 and of the integrity key; some tenths of a second on an old PC. */
const PBKDF2_ITERATIONS = 210_000;
const MAC_ITERATIONS = 10_000;

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  sha256: '2.16.840.1.101.3.4.2.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

type Asn1 = asn1js.BaseBlock;

const sequence = (...value: Asn1[]): asn1js.Sequence => new asn1js.Sequence({ value });
const set = (...value: Asn1[]): asn1js.Set => new asn1js.Set({ value });
const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: toArrayBuffer(bytes) });
const integer = (value: number): asn1js.Integer => new asn1js.Integer({ value });
const explicit0 = (value: Asn1): asn1js.Constructed =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] });
const der = (block: Asn1): Uint8Array => new Uint8Array(block.toBER());

/** Encrypts with PBES2 (RFC 8018 section 6.2): PBKDF2 with HMAC-SHA-256, AES-256-CBC. */
function encrypt(
  passphrase: string,
  plain: Uint8Array,
): { algorithm: asn1js.Sequence; encrypted: Uint8Array } {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = pbkdf2Sync(Buffer.from(passphrase, 'utf8'), salt, PBKDF2_ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const prf = sequence(oid(OID.hmacSha256), new asn1js.Null());
  const derivation = sequence(oid(OID.pbkdf2), sequence(octets(salt), integer(PBKDF2_ITERATIONS), prf));
  const algorithm = sequence(oid(OID.pbes2), sequence(derivation, sequence(oid(OID.aes256Cbc), octets(iv))));
  return { algorithm, encrypted };
}

function certificateBag(certificate: Uint8Array, keyId: Uint8Array | undefined): asn1js.Sequence {
  const value = explicit0(sequence(oid(OID.x509Certificate), explicit0(octets(certificate))));
  const attributes = keyId === undefined ? [] : [set(sequence(oid(OID.localKeyId), set(octets(keyId))))];
  return sequence(oid(OID.certificateBag), value, ...attributes);
}

/** Writes a P12 (RFC 7292) that current Windows, macOS, OpenSSL 1.1 and newer, and `openP12` read. */
export function makeP12(credential: SigningCredential, passphrase: string): Uint8Array {
  const keyId = createHash('sha256').update(credential.certificate).digest().subarray(0, 20);
  const pkcs8 = credential.key.export({ type: 'pkcs8', format: 'der' });
  const shrouded = encrypt(passphrase, pkcs8);
  const keyBag = sequence(
    oid(OID.shroudedKeyBag),
    explicit0(sequence(shrouded.algorithm, octets(shrouded.encrypted))),
    set(sequence(oid(OID.localKeyId), set(octets(keyId)))),
  );
  const bags = sequence(
    certificateBag(credential.certificate, keyId),
    ...credential.chain.map((above) => certificateBag(above, undefined)),
  );
  const certificates = encrypt(passphrase, der(bags));
  // EncryptedContentInfo's content is [0] IMPLICIT OCTET STRING (RFC 5652 section 6.1).
  const content = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: toArrayBuffer(certificates.encrypted),
  });
  const encryptedData = sequence(integer(0), sequence(oid(OID.data), certificates.algorithm, content));
  const authenticatedSafe = der(
    sequence(
      sequence(oid(OID.encryptedData), explicit0(encryptedData)),
      sequence(oid(OID.data), explicit0(octets(der(sequence(keyBag))))),
    ),
  );
  const salt = randomBytes(16);
  const macKey = derivePkcs12('sha256', passphrase, salt, PKCS12_PURPOSE.macKey, MAC_ITERATIONS, 32);
  const mac = createHmac('sha256', macKey).update(authenticatedSafe).digest();
  const digestInfo = sequence(sequence(oid(OID.sha256), new asn1js.Null()), octets(mac));
  return der(
    sequence(
      integer(3),
      sequence(oid(OID.data), explicit0(octets(authenticatedSafe))),
      sequence(digestInfo, octets(salt), integer(MAC_ITERATIONS)),
    ),
  );
}
