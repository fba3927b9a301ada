import { type Finding, type FindingCode, findingMeanings } from '#core/contract/findings.ts';

/** A root that the office trusts, and what a signature under it may be called. */
export type TrustedRoot = {
  /** The certificate in DER. */
  readonly der: Uint8Array;
  readonly category: 'office' | 'certified' | 'other';
};

export type VerifyOptions = {
  /** The only roots that count; the system's store is never asked. */
  readonly trustedRoots: readonly TrustedRoot[];
  /** Revocation lists in DER that are at hand besides those in the file, such as the office's own. */
  readonly revocationLists?: readonly Uint8Array[];
  /** The moment of judging, for chains without a trusted time; now if absent. */
  readonly at?: Date;
};

export type Integrity = 'intact' | 'modified' | 'digest-mismatch' | 'bad-signature' | 'unsupported';

export type Trust = 'trusted' | 'unknown-root' | 'untrusted' | 'expired' | 'not-checked';

export type Category = TrustedRoot['category'] | 'unknown';

/** PAdES levels (ETSI EN 319 142-1); `CMS` is a signature below B-B, `timestamp` a document timestamp. */
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'CMS' | 'timestamp';

/** The signer as the certificate names them; texts are empty where it says nothing. */
export type SignerName = {
  readonly commonName: string;
  readonly organization: string;
  readonly title: string;
  readonly serialNumber: string;
  readonly issuer: string;
};

export type SignatureVerification = {
  /** Fully qualified name of the field. */
  readonly field: string;
  readonly kind: 'signature' | 'timestamp';
  readonly signer: SignerName | null;
  /** SHA-256 of the signer's certificate in hexadecimal. */
  readonly certificateHash: string | null;
  /** What /M claims, or for a timestamp its own time; ISO 8601 in UTC. */
  readonly claimedTime: string | null;
  /** The time that a valid timestamp from a trusted root proves; ISO 8601 in UTC. */
  readonly provenTime: string | null;
  readonly integrity: Integrity;
  readonly level: SignatureLevel;
  readonly trust: Trust;
  readonly category: Category;
  /** Whether nothing at all follows what is signed. */
  readonly coversWholeFile: boolean;
  /** Revision that the signature closes, from 0; `null` where it closes none. */
  readonly revision: number | null;
  /** Changes that a certifying signature allows (DocMDP P), `null` where it is none. */
  readonly docMdp: 1 | 2 | 3 | null;
  readonly findings: readonly Finding[];
};

export type PdfVerification = {
  readonly verdict: 'valid' | 'invalid' | 'indeterminate' | 'unsigned' | 'unreadable';
  /** In the order of the revisions that they close. */
  readonly signatures: readonly SignatureVerification[];
  /** About the file as a whole. */
  readonly findings: readonly Finding[];
  /** How many saved states the file holds. */
  readonly revisions: number;
};

/** A finding with the severity that its code has. */
export const note = (code: FindingCode, params: Finding['params'] = {}): Finding => ({
  code,
  severity: findingMeanings[code].severity,
  params,
});

const weight: readonly Integrity[] = [
  'intact',
  'unsupported',
  'bad-signature',
  'digest-mismatch',
  'modified',
];

/** The graver of two. */
export const graver = (one: Integrity, other: Integrity): Integrity =>
  weight.indexOf(one) >= weight.indexOf(other) ? one : other;
