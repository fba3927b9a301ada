import { childrenOf, type DerNode, oidOf, smallInteger } from './der.ts';

/** Names of `node:crypto` for the digest algorithms that signatures name by OID. */
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '1.3.36.3.2.1': 'ripemd160',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.6': 'sha512-256',
  '2.16.840.1.101.3.4.2.7': 'sha3-224',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

/** Digests that no longer stand against a forger (ETSI TS 119 312). */
export const weakDigests: ReadonlySet<string> = new Set(['md5', 'sha1', 'ripemd160']);

export type SignatureScheme =
  | { readonly kind: 'rsa'; readonly digest: string }
  | { readonly kind: 'rsa-pss'; readonly digest: string; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly digest: string; readonly encoding: 'der' | 'ieee-p1363' }
  | { readonly kind: 'dsa'; readonly digest: string }
  | { readonly kind: 'eddsa'; readonly digest: undefined };

type Fixed = readonly ['rsa' | 'ecdsa' | 'ecdsa-plain' | 'dsa', string | undefined];

/** Signature algorithms by OID; an `undefined` digest is the signer's digest algorithm (RFC 5652, 5.3). */
const fixed: Readonly<Record<string, Fixed>> = {
  '1.2.840.113549.1.1.1': ['rsa', undefined],
  '1.2.840.113549.1.1.4': ['rsa', 'md5'],
  '1.2.840.113549.1.1.5': ['rsa', 'sha1'],
  '1.2.840.113549.1.1.11': ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '1.2.840.113549.1.1.14': ['rsa', 'sha224'],
  '1.3.36.3.3.1.2': ['rsa', 'ripemd160'],
  '2.16.840.1.101.3.4.3.13': ['rsa', 'sha3-224'],
  '2.16.840.1.101.3.4.3.14': ['rsa', 'sha3-256'],
  '2.16.840.1.101.3.4.3.15': ['rsa', 'sha3-384'],
  '2.16.840.1.101.3.4.3.16': ['rsa', 'sha3-512'],
  '1.2.840.10045.2.1': ['ecdsa', undefined],
  '1.2.840.10045.4.1': ['ecdsa', 'sha1'],
  '1.2.840.10045.4.3.1': ['ecdsa', 'sha224'],
  '1.2.840.10045.4.3.2': ['ecdsa', 'sha256'],
  '1.2.840.10045.4.3.3': ['ecdsa', 'sha384'],
  '1.2.840.10045.4.3.4': ['ecdsa', 'sha512'],
  '2.16.840.1.101.3.4.3.9': ['ecdsa', 'sha3-224'],
  '2.16.840.1.101.3.4.3.10': ['ecdsa', 'sha3-256'],
  '2.16.840.1.101.3.4.3.11': ['ecdsa', 'sha3-384'],
  '2.16.840.1.101.3.4.3.12': ['ecdsa', 'sha3-512'],
  '0.4.0.127.0.7.1.1.4.1.1': ['ecdsa-plain', 'sha1'],
  '0.4.0.127.0.7.1.1.4.1.2': ['ecdsa-plain', 'sha224'],
  '0.4.0.127.0.7.1.1.4.1.3': ['ecdsa-plain', 'sha256'],
  '0.4.0.127.0.7.1.1.4.1.4': ['ecdsa-plain', 'sha384'],
  '0.4.0.127.0.7.1.1.4.1.5': ['ecdsa-plain', 'sha512'],
  '1.2.840.10040.4.1': ['dsa', undefined],
  '1.2.840.10040.4.3': ['dsa', 'sha1'],
  '2.16.840.1.101.3.4.3.1': ['dsa', 'sha224'],
  '2.16.840.1.101.3.4.3.2': ['dsa', 'sha256'],
};

const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const EDDSA = new Set(['1.3.101.112', '1.3.101.113']);

/** The digest that an AlgorithmIdentifier names, else `undefined`. */
export const digestOf = (algorithm: DerNode | undefined): string | undefined =>
  algorithm && digests[oidOf(childrenOf(algorithm)?.[0])];

/** RSASSA-PSS-params (RFC 4055, 3.1); absent fields mean SHA-1 and a salt of 20 bytes. */
const pssScheme = (parameters: DerNode | undefined): SignatureScheme | undefined => {
  let digest = 'sha1';
  let maskDigest = 'sha1';
  let saltLength = 20;
  for (const field of (parameters && childrenOf(parameters)) ?? []) {
    const inner = childrenOf(field)?.[0];
    if (field.tag === 0xa0) digest = digestOf(inner) ?? '';
    else if (field.tag === 0xa1) {
      const parts = inner ? childrenOf(inner) : undefined;
      maskDigest = oidOf(parts?.[0]) === MGF1 ? (digestOf(parts?.[1]) ?? '') : '';
    } else if (field.tag === 0xa2) saltLength = smallInteger(inner) ?? -1;
  }
  // node:crypto takes the mask's digest from the message's, and every profile demands that they agree.
  if (digest === '' || digest !== maskDigest || saltLength < 0) return undefined;
  return { kind: 'rsa-pss', digest, saltLength };
};

/** How to verify a value signed with this AlgorithmIdentifier; `undefined` for one that is not known here.
 * `signerDigest` counts where the identifier names no digest. */
export const schemeOf = (algorithm: DerNode, signerDigest: string): SignatureScheme | undefined => {
  const [identifier, parameters] = childrenOf(algorithm) ?? [];
  const oid = oidOf(identifier);
  if (oid === RSA_PSS) return pssScheme(parameters);
  if (EDDSA.has(oid)) return { kind: 'eddsa', digest: undefined };
  const known = fixed[oid];
  if (!known) return undefined;
  const [kind, named] = known;
  const digest = named ?? signerDigest;
  if (kind === 'ecdsa' || kind === 'ecdsa-plain')
    return { kind: 'ecdsa', digest, encoding: kind === 'ecdsa' ? 'der' : 'ieee-p1363' };
  return { kind, digest };
};
