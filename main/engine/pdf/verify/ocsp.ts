import { digestOf } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { isSignedBy, type RevocationAnswer } from './crl.ts';
import {
  childrenOf,
  contentOf,
  type DerNode,
  encodingOf,
  oidOf,
  readDer,
  sameBytes,
  tag,
  timeOf,
} from './der.ts';
import { digestPieces } from './digest-pieces.ts';
import { issuedBy, publicKeyOf } from './public-key.ts';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** The BasicOCSPResponse, from an OCSPResponse or by itself (RFC 6960, 4.2.1). */
const basicOf = (der: Uint8Array): DerNode | undefined => {
  const outer = readDer(der, 0, der.length);
  const parts = (outer && childrenOf(outer)) ?? [];
  if (parts[0]?.tag === tag.sequence) return outer;
  const wrapper = parts[1] && childrenOf(parts[1])?.[0];
  const [type, octets] = (wrapper && childrenOf(wrapper)) ?? [];
  if (oidOf(type) !== BASIC_RESPONSE || octets?.tag !== tag.octetString) return undefined;
  return readDer(octets.bytes, octets.content, octets.end);
};

/** The key as it is hashed for a CertID: the BIT STRING's content, without the count of unused bits. */
const keyBits = (issuer: Certificate): Uint8Array | undefined => {
  const spki = publicKeyOf(issuer)?.export({ type: 'spki', format: 'der' });
  const outer = spki && readDer(spki, 0, spki.length);
  const bits = outer && childrenOf(outer)?.[1];
  return bits && contentOf(bits).subarray(1);
};

const names = (id: DerNode, certificate: Certificate, issuer: Certificate): boolean => {
  const [algorithm, nameHash, keyHash, serial] = childrenOf(id) ?? [];
  const digest = digestOf(algorithm);
  const bits = keyBits(issuer);
  if (!digest || !nameHash || !keyHash || !serial || !bits) return false;
  const fits = (node: DerNode, bytesOf: Uint8Array): boolean => {
    const hash = digestPieces(digest, [bytesOf]);
    return hash !== undefined && sameBytes(contentOf(node), hash);
  };
  return (
    sameBytes(contentOf(serial), certificate.serial) &&
    fits(nameHash, certificate.issuer) &&
    fits(keyHash, bits)
  );
};

/** The issuer itself, or a responder that it has issued a certificate for answering (4.2.2.2). */
const respondersOf = (basic: readonly DerNode[], issuer: Certificate): readonly Certificate[] => {
  const list = basic[3]?.tag === 0xa0 ? childrenOf(basic[3])?.[0] : undefined;
  const delegated = ((list && childrenOf(list)) ?? [])
    .flatMap((node) => readCertificate(encodingOf(node)) ?? [])
    .filter(
      (responder) =>
        responder.extendedKeyUsage?.includes(OCSP_SIGNING) === true &&
        sameBytes(responder.issuer, issuer.subject) &&
        issuedBy(responder, issuer),
    );
  return [issuer, ...delegated];
};

const readSingle = (single: DerNode): RevocationAnswer | undefined => {
  const [, status, from, until] = childrenOf(single) ?? [];
  const thisUpdate = timeOf(from);
  if (!status || thisUpdate === undefined) return undefined;
  const nextUpdate = until?.tag === 0xa0 ? timeOf(childrenOf(until)?.[0]) : undefined;
  if (status.tag === 0x80) return { revokedAt: undefined, thisUpdate, nextUpdate };
  if (status.tag !== 0xa1) return undefined;
  return { revokedAt: timeOf(childrenOf(status)?.[0]) ?? Number.NEGATIVE_INFINITY, thisUpdate, nextUpdate };
};

/** What an OCSP response says about the certificate, if it is genuine. */
export const askOcspResponse = (
  der: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
): RevocationAnswer | undefined => {
  const basic = basicOf(der);
  const parts = (basic && childrenOf(basic)) ?? [];
  const [body, algorithm, value] = parts;
  // ResponseData: [0] version, responder, time, then the one untagged SEQUENCE of single responses.
  const list =
    body &&
    childrenOf(body)
      ?.filter((part) => part.tag === tag.sequence)
      .at(-1);
  for (const single of (list && childrenOf(list)) ?? []) {
    const [id] = childrenOf(single) ?? [];
    if (!body || !id || !names(id, certificate, issuer)) continue;
    const genuine = respondersOf(parts, issuer).some((responder) =>
      isSignedBy(responder, body, algorithm, value),
    );
    return genuine ? readSingle(single) : undefined;
  }
  return undefined;
};
