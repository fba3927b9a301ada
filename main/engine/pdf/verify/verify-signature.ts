import { createHash } from 'node:crypto';
import type { Finding } from '#core/contract/findings.ts';
import type { PdfFile } from '../read/pdf-file.ts';
import { stringBytes, textOf } from '../read/strings.ts';
import { isString, nameOf, type PdfString, type PdfValue } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { type Coverage, judgeByteRange } from './byte-range.ts';
import type { Certificate } from './certificate.ts';
import { type ChainJudgement, judgeChain, type TrustedCertificate } from './chain.ts';
import type { SignedData } from './cms.ts';
import { openContents } from './contents.ts';
import { parsePdfDate } from './pdf-date.ts';
import { type Permissions, readPermissions } from './permissions.ts';
import type { FieldSignature } from './signature-fields.ts';
import { checkSigner, type SignerCheck } from './signer-check.ts';
import { checkSignatureTimestamp, checkTimestamp } from './timestamp-token.ts';
import {
  type Integrity,
  note,
  type SignatureLevel,
  type SignatureVerification,
  type SignerName,
  type Trust,
} from './verification.ts';

/** What is the same for all signatures of one file. */
export type VerifyContext = {
  readonly file: PdfFile;
  readonly roots: readonly TrustedCertificate[];
  /** Certificates of the document security store. */
  readonly stored: readonly Certificate[];
  /** The moment of judging, in milliseconds. */
  readonly at: number;
};

/** A signature judged by itself: later changes to the file are not in it yet. */
export type JudgedSignature = {
  readonly verification: SignatureVerification;
  readonly coverage: Coverage | undefined;
  readonly permissions: Permissions;
  readonly path: readonly Certificate[];
};

const subFilters = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'ETSI.RFC3161']);

/** Formats of other shapes, which PDF 2.0 has given up. */
const retired = new Set(['adbe.pkcs7.sha1', 'adbe.x509.rsa_sha1']);

const weight: readonly Integrity[] = ['intact', 'unsupported', 'bad-signature', 'digest-mismatch', 'modified'];

/** The graver of two. */
export const graver = (one: Integrity, other: Integrity): Integrity =>
  weight.indexOf(one) >= weight.indexOf(other) ? one : other;

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

type Crypto = {
  readonly check: SignerCheck | undefined;
  readonly integrity: Integrity;
  readonly findings: readonly Finding[];
  /** Milliseconds, of the token where the signature is a document timestamp. */
  readonly time: number | undefined;
};

const judgeContents = (
  context: VerifyContext,
  contents: PdfString,
  pieces: readonly Uint8Array[],
  subFilter: string,
): Crypto => {
  const { data, findings, padded } = openContents(stringBytes(contents));
  if (!data) return { check: undefined, integrity: 'bad-signature', findings, time: undefined };
  const judged = judgeData(context, data, pieces, subFilter);
  return {
    ...judged,
    integrity: padded ? judged.integrity : graver(judged.integrity, 'modified'),
    findings: [...findings, ...judged.findings],
  };
};

const judgeData = (
  context: VerifyContext,
  data: SignedData,
  pieces: readonly Uint8Array[],
  subFilter: string,
): Crypto => {
  if (subFilter === 'ETSI.RFC3161') {
    const { check, time } = checkTimestamp(data, pieces, context.stored);
    return { check, integrity: check.integrity, findings: check.findings, time };
  }
  if (data.content && data.content.length > 0)
    return { check: undefined, integrity: 'bad-signature', findings: [note('cms-not-detached')], time: undefined };
  const check = checkSigner(data, pieces, context.stored);
  const findings = [...check.findings];
  let { integrity } = check;
  if (subFilter === 'ETSI.CAdES.detached' && check.signer) {
    if (!check.signer.signedBytes) {
      findings.push(note('cms-attribute', { attribute: 'signedAttrs' }));
      integrity = graver(integrity, 'bad-signature');
    }
    if (integrity === 'intact' && !check.bound) findings.push(note('ess-missing'));
  }
  return { check, integrity, findings, time: undefined };
};

type Time = { readonly proven: number | undefined; readonly stamped: boolean; readonly findings: readonly Finding[] };

/** The time that the signature's own timestamp proves, where its chain ends in a configured root. */
const readProvenTime = (context: VerifyContext, check: SignerCheck): Time => {
  const stamp = checkSignatureTimestamp(check, context.stored);
  if (!stamp) return { proven: undefined, stamped: false, findings: [] };
  if (stamp.check.integrity !== 'intact' || !stamp.check.certificate || stamp.time === undefined)
    return { proven: undefined, stamped: false, findings: [note('signature-timestamp-wrong')] };
  const certificates = [...stamp.check.certificates, ...context.stored];
  const chain = judgeChain(stamp.check.certificate, certificates, context.roots, stamp.time, 'timestamp');
  return { proven: chain.trust === 'trusted' ? stamp.time : undefined, stamped: true, findings: [] };
};

const iso = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());

/** Judges one signature by itself: ByteRange, CMS, certificate, chain. `view` is the document in which its field
 * was found. `proven` is a time that a later document timestamp proves for it. */
export const judgeSignature = (
  context: VerifyContext,
  view: RevisionView,
  found: FieldSignature,
  proven: number | undefined,
): JudgedSignature => {
  const { dict, field } = found;
  const subFilter = nameOf(view.resolve(dict.entries.get('SubFilter'))) ?? '';
  const kind = subFilter === 'ETSI.RFC3161' ? 'timestamp' : 'signature';
  const contents = directString(view, dict.entries.get('Contents'));
  const range = judgeByteRange(context.file, view.resolve(dict.entries.get('ByteRange')), contents);
  const findings: Finding[] = [];
  let integrity: Integrity = 'intact';
  if (dict.duplicates.length > 0) {
    findings.push(note('duplicate-key', { key: dict.duplicates[0] ?? '' }));
    integrity = 'modified';
  }
  if (!range.ok) {
    findings.push(range.finding);
    integrity = 'modified';
  }
  const pieces = range.ok ? range.coverage.pieces : range.pieces;
  let check: SignerCheck | undefined;
  let time: number | undefined;
  if (!subFilters.has(subFilter)) {
    findings.push(note('subfilter-unsupported', { subFilter }));
    integrity = graver('unsupported', integrity);
  }
  // A missing or unknown format is still checked as a plain CMS: what is broken must not hide behind a name.
  if (!retired.has(subFilter) && pieces && contents) {
    const crypto = judgeContents(context, contents, pieces, subFilter);
    ({ check, time } = crypto);
    findings.push(...crypto.findings);
    integrity = graver(integrity, crypto.integrity);
  }
  const stamp = check && kind === 'signature' ? readProvenTime(context, check) : undefined;
  findings.push(...(stamp?.findings ?? []));
  const trustedTime = stamp?.proven ?? proven;
  const chain = check?.certificate ? judgeCertificate(context, check, check.certificate, trustedTime ?? time, kind) : undefined;
  findings.push(...(chain?.findings ?? []));
  if (kind === 'signature' && check?.certificate && trustedTime === undefined) findings.push(note('time-claimed'));
  const claimed = view.resolve(dict.entries.get('M'));
  const claimedTime = kind === 'timestamp' ? time : isString(claimed) ? parsePdfDate(textOf(claimed)) : undefined;
  const permissions = readPermissions(view, dict, field.dict);
  const trust: Trust = chain?.trust ?? 'not-checked';
  const verification: SignatureVerification = {
    field: field.name,
    kind,
    signer: check?.certificate ? nameFrom(check.certificate) : null,
    certificateHash: check?.certificate ? createHash('sha256').update(check.certificate.der).digest('hex') : null,
    claimedTime: iso(claimedTime),
    provenTime: iso(kind === 'timestamp' && trust === 'trusted' ? time : trustedTime),
    integrity,
    level: levelOf(kind, subFilter, check, stamp?.stamped === true),
    trust,
    category: chain?.category ?? 'unknown',
    coversWholeFile: range.ok && range.coverage.end === context.file.bytes.length,
    revision: range.ok ? range.coverage.revision : null,
    docMdp: permissions.docMdp,
    findings,
  };
  return { verification, coverage: range.ok ? range.coverage : undefined, permissions, path: chain?.path ?? [] };
};

const judgeCertificate = (
  context: VerifyContext,
  check: SignerCheck,
  certificate: Certificate,
  time: number | undefined,
  kind: 'signature' | 'timestamp',
): ChainJudgement =>
  judgeChain(certificate, [...check.certificates, ...context.stored], context.roots, time ?? context.at, kind);

/** B-B needs the certificate bound; more is decided where the whole file is known. */
const levelOf = (
  kind: 'signature' | 'timestamp',
  subFilter: string,
  check: SignerCheck | undefined,
  stamped: boolean,
): SignatureLevel => {
  if (kind === 'timestamp') return 'timestamp';
  if (subFilter !== 'ETSI.CAdES.detached' || !check?.bound) return 'CMS';
  return stamped ? 'B-T' : 'B-B';
};

/** /Contents must stand in the signature dictionary itself: behind a reference the gap would be elsewhere. */
const directString = (view: RevisionView, value: PdfValue | undefined): PdfString | undefined => {
  const resolved = view.resolve(value);
  return isString(resolved) ? resolved : undefined;
};
