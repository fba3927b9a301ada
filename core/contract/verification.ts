import type { Finding } from './findings.ts';

/** Three-valued per file, after 8-cli; `unsigned` and `unreadable` say that there was nothing to judge. */
export const verdicts = ['valid', 'invalid', 'indeterminate', 'unsigned', 'unreadable'] as const;
export type Verdict = (typeof verdicts)[number];

/** The panel of one signature: who, when, integrity, trust. */
export interface SignatureView {
  readonly field: string;
  /** SHA-256 of the signer's certificate (DER), hex; null where there is none to be read. */
  readonly certificate: string | null;
  readonly kind: 'signature' | 'timestamp';
  readonly signer: string;
  readonly title: string;
  readonly issuer: string;
  /** Milliseconds since 1970 UTC as the signer claims (/M), null when absent. */
  readonly claimedTime: number | null;
  readonly integrity: 'intact' | 'modified' | 'digest-mismatch' | 'bad-signature' | 'unsupported';
  readonly level: string;
  readonly trust: 'trusted' | 'unknown-root' | 'untrusted' | 'expired' | 'not-checked';
  /** Whose root the chain ends in. Only `certified` earns the word tersertifikasi. */
  readonly category: 'office' | 'certified' | 'other' | 'unknown';
  readonly coversWholeFile: boolean;
  readonly findings: readonly Finding[];
}

export interface VerificationView {
  readonly verdict: Verdict;
  readonly signatures: readonly SignatureView[];
  readonly findings: readonly Finding[];
}
