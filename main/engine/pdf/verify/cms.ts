import {
  childrenOf,
  contentOf,
  type DerNode,
  encodingOf,
  isStrictDer,
  oidOf,
  readDer,
  smallInteger,
  tag,
} from './der.ts';

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
  /** The signed attributes as they are hashed: a SET in DER, whatever their order in the file (RFC 5652, 5.4). */
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

/** The node's elements as a DER SET OF: its own header with the tag of a SET, its elements in ascending order of
 * their encodings (X.690, 11.6). */
const derSet = (node: DerNode): Uint8Array => {
  const elements = (childrenOf(node) ?? []).map((child) => Buffer.from(encodingOf(child)));
  const header = Uint8Array.from(node.bytes.subarray(node.start, node.content));
  header[0] = tag.set;
  return Buffer.concat([header, ...elements.toSorted(Buffer.compare)]);
};

/** The signer's identifier with the version that belongs to it (RFC 5652, 5.3). */
const readIdentifier = (
  version: DerNode | undefined,
  identifier: DerNode | undefined,
): Pick<SignerInfo, 'issuer' | 'serial' | 'subjectKeyId'> | undefined => {
  if (smallInteger(version) === 3 && identifier?.tag === 0x80)
    return { issuer: undefined, serial: undefined, subjectKeyId: contentOf(identifier) };
  if (smallInteger(version) !== 1 || identifier?.tag !== tag.sequence) return undefined;
  const [issuer, serial] = childrenOf(identifier) ?? [];
  if (issuer?.tag !== tag.sequence || serial?.tag !== tag.integer) return undefined;
  return { issuer: encodingOf(issuer), serial: contentOf(serial), subjectKeyId: undefined };
};

const readSigner = (node: DerNode): SignerInfo | undefined => {
  const parts = node.tag === tag.sequence ? (childrenOf(node) ?? []) : [];
  const identifier = readIdentifier(parts[0], parts[1]);
  let index = 2;
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
  return {
    ...identifier,
    digestAlgorithm,
    signatureAlgorithm,
    signature: contentOf(signature),
    signedBytes: signedNode && derSet(signedNode),
    signed,
    unsigned,
  };
};

/** The version says what else the structure holds (RFC 5652, 5.1): 1 with plain data, 3 with other content, 4 and 5
 * with other kinds of certificates and revocation answers. */
const isVersion = (version: number | undefined, contentType: string, otherKinds: boolean): boolean =>
  otherKinds ? version === 4 || version === 5 : version === (contentType === cmsOid.data ? 1 : 3);

/** Reads a ContentInfo with a SignedData from strict DER; `undefined` where it is something else. */
export const readSignedData = (der: Uint8Array): SignedData | undefined => {
  const outer = readDer(der, 0, der.length);
  if (outer?.tag !== tag.sequence || outer.end !== der.length || !isStrictDer(outer)) return undefined;
  const [type, wrapper, ...more] = childrenOf(outer) ?? [];
  if (oidOf(type) !== cmsOid.signedData || wrapper?.tag !== 0xa0 || more.length > 0) return undefined;
  const [body, ...beside] = childrenOf(wrapper) ?? [];
  if (beside.length > 0) return undefined;
  const parts = body?.tag === tag.sequence ? (childrenOf(body) ?? []) : [];
  const [version, digestSet] = parts;
  const encapsulated = parts[2]?.tag === tag.sequence ? (childrenOf(parts[2]) ?? []) : [];
  const signerSet = parts.at(-1);
  const contentNode = encapsulated[1] && childrenOf(encapsulated[1])?.[0];
  if (parts.length < 4 || signerSet?.tag !== tag.set || encapsulated.length === 0) return undefined;
  const optional = parts.slice(3, -1);
  const certificates = optional.find((part) => part.tag === 0xa0);
  const crls = optional.find((part) => part.tag === 0xa1);
  const listed = [certificates, crls].flatMap((part) => (part && childrenOf(part)) ?? []);
  const otherKinds = listed.some((item) => item.tag !== tag.sequence);
  if (!isVersion(smallInteger(version), oidOf(encapsulated[0]), otherKinds)) return undefined;
  if (digestSet?.tag !== tag.set) return undefined;
  const digestAlgorithms = childrenOf(digestSet) ?? [];
  if (digestAlgorithms.some((item) => item.tag !== tag.sequence)) return undefined;
  const announced = new Set(digestAlgorithms.map((item) => oidOf(childrenOf(item)?.[0])));
  const signers: SignerInfo[] = [];
  for (const node of childrenOf(signerSet) ?? []) {
    const signer = readSigner(node);
    // A receiver that digests while it reads needs the algorithm announced (5.1); one that is not is a fault.
    if (!signer || !announced.has(oidOf(childrenOf(signer.digestAlgorithm)?.[0]))) return undefined;
    signers.push(signer);
  }
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
