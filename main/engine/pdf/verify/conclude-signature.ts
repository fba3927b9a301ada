import { createHash } from 'node:crypto';
import type { Finding } from '#core/contract/findings.ts';
import { textOf } from '../read/strings.ts';
import { isString } from '../read/values.ts';
import type { Certificate } from './certificate.ts';
import { type ChainJudgement, judgeChain, type TrustedCertificate } from './chain.ts';
import { embeddedRevocation } from './embedded-revocation.ts';
import type { Examined } from './examine-signature.ts';
import { parsePdfDate } from './pdf-date.ts';
import { judgeRevocation } from './revocation.ts';
import type { ValidationData } from './validation-data.ts';
import { note, type SignatureLevel, type SignatureVerification, type SignerName } from './verification.ts';

/** What questions of trust are answered with. */
export type TrustContext = {
  readonly roots: readonly TrustedCertificate[];
  readonly stored: ValidationData;
  /** The moment of judging, in milliseconds. */
  readonly at: number;
  /** Size of the file in bytes. */
  readonly size: number;
};

const nameFrom = (certificate: Certificate): SignerName => {
  const { subjectNames } = certificate;
  const issuer = /(?:^|\n)CN=(.*)/.exec(certificate.x509()?.issuer ?? '')?.[1] ?? '';
  return {
    commonName: subjectNames['commonName'] ?? '',
    organization: subjectNames['organization'] ?? '',
    title: subjectNames['title'] ?? '',
    serialNumber: subjectNames['serialNumber'] ?? '',
    issuer,
  };
};

const iso = (time: number | undefined): string | null =>
  time === undefined || Number.isNaN(new Date(time).getTime()) ? null : new Date(time).toISOString();

const chainFor = (
  context: TrustContext,
  examined: Examined,
  certificate: Certificate,
  time: number,
): ChainJudgement => {
  const candidates = [...(examined.check?.certificates ?? []), ...context.stored.certificates];
  const chain = judgeChain(certificate, candidates, context.roots, time, examined.kind);
  if (chain.path.length < 2) return chain;
  const own = embeddedRevocation(examined.data, examined.check?.signer);
  const evidence = {
    crls: [...own.crls, ...context.stored.crls],
    ocsps: [...own.ocsps, ...context.stored.ocsps],
  };
  const revocation = judgeRevocation(chain.path, evidence, time);
  return {
    ...chain,
    trust: revocation.revoked ? 'untrusted' : chain.trust,
    findings: [...chain.findings, ...revocation.findings],
  };
};

type Stamped = {
  readonly proven: number | undefined;
  readonly sound: boolean;
  readonly findings: readonly Finding[];
};

/** The time that the signature's own timestamp proves, where its chain ends in a configured root. Its certificate
 * must be valid now, or when a later timestamp proves that it was there (EN 319 102-1, 5.6.2.2): an authority that
 * has ended cannot vouch for the past. */
const stampedTime = (context: TrustContext, { stamp }: Examined, laterProof: number | undefined): Stamped => {
  if (!stamp) return { proven: undefined, sound: false, findings: [] };
  const { check, time } = stamp;
  if (check.integrity !== 'intact' || !check.certificate || time === undefined)
    return { proven: undefined, sound: false, findings: [note('signature-timestamp-wrong')] };
  const candidates = [...check.certificates, ...context.stored.certificates];
  const moment = laterProof ?? context.at;
  const chain = judgeChain(check.certificate, candidates, context.roots, moment, 'timestamp');
  return { proven: chain.trust === 'trusted' ? time : undefined, sound: true, findings: [] };
};

const levelOf = ({ kind, subFilter, check }: Examined, stamped: boolean): SignatureLevel => {
  if (kind === 'timestamp') return 'timestamp';
  if (subFilter !== 'ETSI.CAdES.detached' || !check?.bound) return 'CMS';
  return stamped ? 'B-T' : 'B-B';
};

/** Answers who signed and whether a configured root stands behind them. `laterProof` is a time, in milliseconds,
 * that a later document timestamp proves for this signature. */
export const concludeSignature = (
  context: TrustContext,
  examined: Examined,
  laterProof: number | undefined,
): SignatureVerification => {
  const { found, view, kind, check, coverage } = examined;
  const stamp = stampedTime(context, examined, laterProof);
  const proofs = [stamp.proven, laterProof].filter((time) => time !== undefined);
  const proven = proofs.length > 0 ? Math.min(...proofs) : undefined;
  const certificate = check?.certificate;
  const time = proven ?? context.at;
  const chain = certificate && chainFor(context, examined, certificate, time);
  const claim = view.resolve(found.dict.entries.get('M'));
  const claimed = isString(claim) ? parsePdfDate(textOf(claim)) : undefined;
  const claimOnly = kind === 'signature' && certificate !== undefined && proven === undefined;
  const ownProof = kind === 'timestamp' && chain?.trust === 'trusted' ? examined.time : undefined;
  return {
    field: found.field.name,
    kind,
    signer: certificate ? nameFrom(certificate) : null,
    certificateHash: certificate ? createHash('sha256').update(certificate.der).digest('hex') : null,
    claimedTime: iso(kind === 'timestamp' ? examined.time : claimed),
    provenTime: iso(ownProof ?? proven),
    integrity: examined.integrity,
    level: levelOf(examined, stamp.sound),
    trust: chain?.trust ?? 'not-checked',
    category: chain?.category ?? 'unknown',
    coversWholeFile: coverage?.end === context.size,
    revision: coverage?.revision ?? null,
    docMdp: examined.permissions.docMdp,
    findings: [
      ...examined.findings,
      ...stamp.findings,
      ...(chain?.findings ?? []),
      ...(claimOnly ? [note('time-claimed')] : []),
    ],
  };
};
