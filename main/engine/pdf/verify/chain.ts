import type { Finding } from '#core/contract/findings.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { issuedBy } from './public-key.ts';
import { type Category, note, type Trust, type TrustedRoot } from './verification.ts';

export type TrustedCertificate = {
  readonly certificate: Certificate;
  readonly category: TrustedRoot['category'];
};

export type ChainJudgement = {
  readonly trust: Trust;
  readonly category: Category;
  readonly findings: readonly Finding[];
  /** From the signer up, as far as it could be followed. */
  readonly path: readonly Certificate[];
};

const MAX_LENGTH = 8;
const MAX_STEPS = 200;

const known = new WeakMap<Uint8Array, Certificate>();

/** The configured roots, each read once as long as the caller keeps its bytes. */
export const readRoots = (roots: readonly TrustedRoot[]): readonly TrustedCertificate[] =>
  roots.flatMap(({ der, category }) => {
    const certificate = known.get(der) ?? readCertificate(der);
    if (!certificate) return [];
    known.set(der, certificate);
    return [{ certificate, category }];
  });

const mayIssue = (issuer: Certificate, below: number): boolean =>
  issuer.isCa &&
  (issuer.keyUsage === undefined || issuer.keyUsage.has(5)) &&
  (issuer.pathLength === undefined || issuer.pathLength >= below);

const named = (certificate: Certificate, issuer: Certificate): boolean =>
  sameBytes(certificate.issuer, issuer.subject) &&
  (!certificate.authorityKeyId ||
    !issuer.subjectKeyId ||
    sameBytes(certificate.authorityKeyId, issuer.subjectKeyId));

type Search = {
  readonly roots: readonly TrustedCertificate[];
  readonly candidates: readonly Certificate[];
  steps: number;
  broken: boolean;
};

type Found = { readonly path: readonly Certificate[]; readonly category: Category };

const search = (state: Search, path: readonly Certificate[]): Found | undefined => {
  const last = path.at(-1);
  state.steps += 1;
  if (!last || path.length > MAX_LENGTH || state.steps > MAX_STEPS) return undefined;
  const own = state.roots.find(({ certificate }) => sameBytes(certificate.der, last.der));
  if (own) return { path, category: own.category };
  const below = path.length - 1;
  for (const { certificate, category } of state.roots) {
    if (!named(last, certificate) || !issuedBy(last, certificate)) continue;
    if (mayIssue(certificate, below)) return { path: [...path, certificate], category };
    state.broken = true;
  }
  // A certificate that signed itself is an end: nobody else can stand above it.
  if (sameBytes(last.issuer, last.subject) && issuedBy(last, last)) return undefined;
  for (const candidate of state.candidates) {
    if (path.includes(candidate) || sameBytes(candidate.der, last.der) || !named(last, candidate)) continue;
    if (!issuedBy(last, candidate)) continue;
    if (!mayIssue(candidate, below)) {
      // Issued by a certificate that may not issue: somebody's own certificate used as an authority.
      state.broken = true;
      continue;
    }
    const found = search(state, [...path, candidate]);
    if (found) return found;
  }
  return undefined;
};

const signingPurposes = new Set([
  '2.5.29.37.0', // any
  '1.3.6.1.5.5.7.3.2', // client authentication, which personal certificates carry
  '1.3.6.1.5.5.7.3.4', // e-mail protection
  '1.3.6.1.5.5.7.3.36', // document signing (RFC 9336)
  '1.2.840.113583.1.1.5', // Adobe authentic documents
  '1.3.6.1.4.1.311.10.3.12', // Microsoft document signing
]);

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Whether the end certificate is meant for the purpose (RFC 5280, 4.2.1.3 and 4.2.1.12; RFC 3161, 2.3). */
const isMeantFor = (certificate: Certificate, purpose: 'signature' | 'timestamp'): boolean => {
  const { keyUsage, extendedKeyUsage } = certificate;
  if (keyUsage && !keyUsage.has(0) && !keyUsage.has(1)) return false;
  if (purpose === 'timestamp') return extendedKeyUsage?.includes(TIME_STAMPING) === true;
  return extendedKeyUsage === undefined || extendedKeyUsage.some((usage) => signingPurposes.has(usage));
};

/** Follows the certificate to a configured root (RFC 5280, 6), at `time` in milliseconds. Nothing but `roots` is
 * trusted, and no network is asked. */
export const judgeChain = (
  certificate: Certificate,
  candidates: readonly Certificate[],
  roots: readonly TrustedCertificate[],
  time: number,
  purpose: 'signature' | 'timestamp',
): ChainJudgement => {
  const state: Search = { roots, candidates, steps: 0, broken: false };
  const found = search(state, [certificate]);
  const path = found?.path ?? [certificate];
  const findings: Finding[] = [];
  const usable = isMeantFor(certificate, purpose);
  if (!usable) findings.push(note('certificate-usage'));
  const expired = path.find((item) => item.notAfter < time);
  const early = path.find((item) => item.notBefore > time);
  const critical = path.some((item) => item.unknownCritical.length > 0);
  if (expired)
    findings.push(note('certificate-expired', { until: new Date(expired.notAfter).toISOString() }));
  if (early)
    findings.push(note('certificate-not-yet-valid', { from: new Date(early.notBefore).toISOString() }));
  if (critical) findings.push(note('chain-broken', { reason: 'critical extension' }));
  const category = found?.category ?? 'unknown';
  if (!found) {
    findings.push(state.broken ? note('chain-broken') : note('root-not-installed'));
    return { trust: state.broken ? 'untrusted' : 'unknown-root', category, findings, path };
  }
  if (!usable || early || critical) return { trust: 'untrusted', category, findings, path };
  return { trust: expired ? 'expired' : 'trusted', category, findings, path };
};
