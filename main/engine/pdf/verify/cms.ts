import { childrenOf, contentOf, type DerNode, encodingOf, isStrictDer, oidOf, readDer, tag } from './der.ts';

/** The attributes of a SignerInfo, by OID, each with all its values; a repeated one is listed in `repeated`. */
export type Attributes = {
  readonly values: ReadonlyMap<string, readonly DerNode[]>;
  readonly repeated: readonly string[];
};

export type SignerInfo = {
  readonly issuer: Uint8Array | undefined;
  readonly serial: Uint8Array | undefined;
  readonly subjectKeyId: Uint8Array | undefined;
  readonly digestAlgorithm: DerNode;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Uint8Array;
  /** The signed attributes as they are hashed: with the tag of a SET (RFC 5652, 5.4). */
  readonly signedBytes: Uint8Array | undefined;
  readonly signed: Attributes;
  readonly unsigned: Attributes;
};

/** A SignedData (RFC 5652, 5.1). */
export type SignedData = {
  readonly contentType: string;
  /** The encapsulated content; a detached signature has none. */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Uint8Array[];
  /** CertificateLists, in DER. */
  readonly crls: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
};

/** OIDs of content types and attributes. */
export const cmsOid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

const readAttributes = (node: DerNode | undefined): Attributes | undefined => {
  const values = new Map<string, readonly DerNode[]>();
  const repeated: string[] = [];
  const list = node ? childrenOf(node) : [];
  if (!list) return undefined;
  for (const attribute of list) {
    const [type, set] = childrenOf(attribute) ?? [];
    const id = oidOf(type);
    const items = set && set.tag === tag.set ? childrenOf(set) : undefined;
    if (id === '' || !items) return undefined;
    if (values.has(id)) repeated.push(id);
    else values.set(id, items);
  }
  return { values, repeated };
};

const readSigner = (node: DerNode): SignerInfo | undefined => {
  const parts = childrenOf(node) ?? [];
  let index = 1;
  const identifier = parts[index];
  index += 1;
  const digestAlgorithm = parts[index];
  index += 1;
  const signedNode = parts[index]?.tag === 0xa0 ? parts[index] : undefined;
  if (signedNode) index += 1;
  const signatureAlgorithm = parts[index];
  const signature = parts[index + 1];
  const unsignedNode = parts[index + 2]?.tag === 0xa1 ? parts[index + 2] : undefined;
  const signed = readAttributes(signedNode);
  const unsigned = readAttributes(unsignedNode);
  if (
    !identifier ||
    digestAlgorithm?.tag !== tag.sequence ||
    signatureAlgorithm?.tag !== tag.sequence ||
    signature?.tag !== tag.octetString ||
    !signed ||
    !unsigned
  )
    return undefined;
  const [issuer, serial] = identifier.tag === tag.sequence ? (childrenOf(identifier) ?? []) : [];
  let signedBytes: Uint8Array | undefined;
  if (signedNode) {
    signedBytes = Uint8Array.from(encodingOf(signedNode));
    signedBytes[0] = tag.set;
  }
  return {
    issuer: issuer && encodingOf(issuer),
    serial: serial && contentOf(serial),
    subjectKeyId: identifier.tag === 0x80 ? contentOf(identifier) : undefined,
    digestAlgorithm,
    signatureAlgorithm,
    signature: contentOf(signature),
    signedBytes,
    signed,
    unsigned,
  };
};

/** Reads a ContentInfo with a SignedData from strict DER; `undefined` where it is something else. */
export const readSignedData = (der: Uint8Array): SignedData | undefined => {
  const outer = readDer(der, 0, der.length);
  if (!outer || outer.end !== der.length || !isStrictDer(outer)) return undefined;
  const [type, wrapper] = childrenOf(outer) ?? [];
  if (oidOf(type) !== cmsOid.signedData || wrapper?.tag !== 0xa0) return undefined;
  const body = childrenOf(wrapper)?.[0];
  const parts = body?.tag === tag.sequence ? (childrenOf(body) ?? []) : [];
  const encapsulated = parts[2]?.tag === tag.sequence ? (childrenOf(parts[2]) ?? []) : [];
  const signerSet = parts.at(-1);
  const contentNode = encapsulated[1] && childrenOf(encapsulated[1])?.[0];
  if (parts.length < 4 || signerSet?.tag !== tag.set || encapsulated.length === 0) return undefined;
  const signers: SignerInfo[] = [];
  for (const node of childrenOf(signerSet) ?? []) {
    const signer = readSigner(node);
    if (!signer) return undefined;
    signers.push(signer);
  }
  const certificates = parts.slice(3, -1).find((part) => part.tag === 0xa0);
  const crls = parts.slice(3, -1).find((part) => part.tag === 0xa1);
  const encodings = (node: DerNode | undefined): Uint8Array[] =>
    ((node && childrenOf(node)) ?? []).filter((item) => item.tag === tag.sequence).map(encodingOf);
  return {
    contentType: oidOf(encapsulated[0]),
    content: contentNode && contentOf(contentNode),
    certificates: encodings(certificates),
    crls: encodings(crls),
    signers,
  };
};
