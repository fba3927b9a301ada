import { X509Certificate } from 'node:crypto';
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
  timeOf,
} from './der.ts';

/** What the verifier reads of an X.509 certificate (RFC 5280); the key work is `x509()`'s. */
export type Certificate = {
  readonly der: Uint8Array;
  /** The certificate as `node:crypto` knows it, made when first asked for; `undefined` where it refuses it. */
  readonly x509: () => X509Certificate | undefined;
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly subjectNames: Readonly<Record<string, string>>;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly isCa: boolean;
  readonly pathLength: number | undefined;
  /** Bits of KeyUsage by number (4.2.1.3), `undefined` where the extension is absent. */
  readonly keyUsage: ReadonlySet<number> | undefined;
  /** OIDs of ExtendedKeyUsage, `undefined` where absent. */
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly subjectKeyId: Uint8Array | undefined;
  readonly authorityKeyId: Uint8Array | undefined;
  /** OIDs of critical extensions that are not processed here; a chain through one is not valid (4.2). */
  readonly unknownCritical: readonly string[];
};

const nameTypes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'country',
  '2.5.4.10': 'organization',
  '2.5.4.11': 'organizationalUnit',
  '2.5.4.12': 'title',
  '1.2.840.113549.1.9.1': 'email',
};

const stringText = (node: DerNode): string => {
  const bytes = contentOf(node);
  if (node.tag === 0x0c) return new TextDecoder().decode(bytes);
  if (node.tag === 0x1e) return new TextDecoder('utf-16be').decode(bytes);
  return Buffer.from(bytes).toString('latin1');
};

const readNames = (name: DerNode): Record<string, string> => {
  const names: Record<string, string> = {};
  for (const set of childrenOf(name) ?? [])
    for (const pair of childrenOf(set) ?? []) {
      const [type, value] = childrenOf(pair) ?? [];
      const key = nameTypes[oidOf(type)];
      if (key && value && !(key in names)) names[key] = stringText(value);
    }
  return names;
};

type Extensions = {
  isCa: boolean;
  pathLength: number | undefined;
  keyUsage: Set<number> | undefined;
  extendedKeyUsage: string[] | undefined;
  subjectKeyId: Uint8Array | undefined;
  authorityKeyId: Uint8Array | undefined;
  unknownCritical: string[];
};

const bitNumbers = (bits: Uint8Array): Set<number> => {
  const numbers = new Set<number>();
  for (let index = 1; index < bits.length; index += 1)
    for (let bit = 0; bit < 8; bit += 1)
      if (((bits[index] ?? 0) & (0x80 >> bit)) !== 0) numbers.add((index - 1) * 8 + bit);
  return numbers;
};

/** Extensions that carry no rule which this verifier would have to enforce, or that it does enforce elsewhere. */
const harmlessCritical = new Set(['2.5.29.32', '2.5.29.31', '2.5.29.17', '1.3.6.1.5.5.7.1.3']);

const readExtension = (extension: DerNode, found: Extensions): void => {
  const parts = childrenOf(extension) ?? [];
  const id = oidOf(parts[0]);
  const critical = parts[1]?.tag === tag.boolean && parts[1].bytes[parts[1].content] !== 0;
  const octets = parts.at(-1);
  const value = octets && readDer(octets.bytes, octets.content, octets.end);
  if (!value) return;
  const inner = (value.tag & 0x20) === 0 ? [] : (childrenOf(value) ?? []);
  if (id === '2.5.29.19') {
    found.isCa = inner[0]?.tag === tag.boolean && inner[0].bytes[inner[0].content] !== 0;
    found.pathLength = smallInteger(inner[1]);
  } else if (id === '2.5.29.15') found.keyUsage = bitNumbers(contentOf(value));
  else if (id === '2.5.29.37') found.extendedKeyUsage = inner.map((usage) => oidOf(usage));
  else if (id === '2.5.29.14') found.subjectKeyId = contentOf(value);
  else if (id === '2.5.29.35') {
    const key = inner.find((part) => part.tag === 0x80);
    if (key) found.authorityKeyId = contentOf(key);
  } else if (critical && !harmlessCritical.has(id)) found.unknownCritical.push(id);
};

/** Reads a certificate, or `undefined` where it is not one in DER. */
export const readCertificate = (der: Uint8Array): Certificate | undefined => {
  const outer = readDer(der, 0, der.length);
  if (!outer || outer.tag !== tag.sequence || outer.end !== der.length || !isStrictDer(outer))
    return undefined;
  const body = childrenOf(outer)?.[0];
  let parts = (body && childrenOf(body)) ?? [];
  if (parts[0]?.tag === 0xa0) parts = parts.slice(1);
  const [serial, , issuer, validity, subject] = parts;
  const [from, until] = (validity && childrenOf(validity)) ?? [];
  const notBefore = timeOf(from);
  const notAfter = timeOf(until);
  if (!serial || !issuer || !subject || notBefore === undefined || notAfter === undefined) return undefined;
  const found: Extensions = {
    isCa: false,
    pathLength: undefined,
    keyUsage: undefined,
    extendedKeyUsage: undefined,
    subjectKeyId: undefined,
    authorityKeyId: undefined,
    unknownCritical: [],
  };
  const extensions = parts.find((part) => part.tag === 0xa3);
  const list = extensions && childrenOf(extensions)?.[0];
  for (const extension of (list && childrenOf(list)) ?? []) readExtension(extension, found);
  let made: X509Certificate | undefined;
  let tried = false;
  const x509 = (): X509Certificate | undefined => {
    if (!tried) {
      tried = true;
      try {
        made = new X509Certificate(der);
      } catch {
        made = undefined;
      }
    }
    return made;
  };
  return {
    der,
    x509,
    serial: contentOf(serial),
    issuer: encodingOf(issuer),
    subject: encodingOf(subject),
    subjectNames: readNames(subject),
    notBefore,
    notAfter,
    ...found,
  };
};
