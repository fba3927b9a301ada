import { schemeOf } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { childrenOf, contentOf, type DerNode, encodingOf, readDer, sameBytes, tag, timeOf } from './der.ts';
import { publicKeyOf, verifyValue } from './public-key.ts';

/** What one source says about a certificate: revoked since when, or not, and for which span it speaks. */
export type RevocationAnswer = {
  readonly revokedAt: number | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
};

type Header = {
  readonly issuer: DerNode;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly entries: DerNode | undefined;
};

/** The start of a TBSCertList (RFC 5280, 5.1), element by element: the list itself may be long. */
const readHeader = (body: DerNode): Header | undefined => {
  let position = body.content;
  const next = (): DerNode | undefined => {
    const node = readDer(body.bytes, position, body.end);
    if (node) position = node.end;
    return node;
  };
  let node = next();
  if (node?.tag === tag.integer) node = next();
  const issuer = next();
  const thisUpdate = timeOf(next());
  const rest = next();
  const nextUpdate = timeOf(rest);
  const entries = nextUpdate === undefined ? rest : next();
  if (issuer?.tag !== tag.sequence || thisUpdate === undefined) return undefined;
  return { issuer, thisUpdate, nextUpdate, entries: entries?.tag === tag.sequence ? entries : undefined };
};

const findEntry = (entries: DerNode, serial: Uint8Array): number | undefined => {
  for (let position = entries.content; position < entries.end;) {
    const entry = readDer(entries.bytes, position, entries.end);
    if (!entry) return undefined;
    const number = readDer(entry.bytes, entry.content, entry.end);
    if (number && sameBytes(contentOf(number), serial))
      return timeOf(readDer(entry.bytes, number.end, entry.end)) ?? Number.NEGATIVE_INFINITY;
    position = entry.end;
  }
  return undefined;
};

/** Whether the issuer signed `body` with the algorithm and value that follow it, as CRLs, OCSP responses and
 * certificates are built. */
export const isSignedBy = (
  issuer: Certificate,
  body: DerNode,
  algorithm: DerNode | undefined,
  value: DerNode | undefined,
): boolean => {
  const key = publicKeyOf(issuer);
  const scheme = algorithm?.tag === tag.sequence ? schemeOf(algorithm, 'sha256') : undefined;
  if (!key || !scheme || value?.tag !== tag.bitString) return false;
  return verifyValue(scheme, key, [encodingOf(body)], contentOf(value).subarray(1)) === true;
};

/** What a revocation list says about the certificate, if it is its issuer's and genuine. */
export const askRevocationList = (
  der: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
): RevocationAnswer | undefined => {
  const outer = readDer(der, 0, der.length);
  const [body, algorithm, value] = (outer && childrenOf(outer)) ?? [];
  const header = body && readHeader(body);
  if (!body || !header || !sameBytes(encodingOf(header.issuer), certificate.issuer)) return undefined;
  if (!isSignedBy(issuer, body, algorithm, value)) return undefined;
  const revokedAt = header.entries && findEntry(header.entries, certificate.serial);
  return { revokedAt, thisUpdate: header.thisUpdate, nextUpdate: header.nextUpdate };
};
