import type { Finding, FindingCode } from '#core/contract/findings.ts';
import { skipSpace } from '../read/characters.ts';
import { PdfSyntaxError } from '../read/limits.ts';
import { openPdf, type PdfFile, type ReadFailure } from '../read/pdf-file.ts';
import { readRoots } from './chain.ts';
import type { Change } from './changes/comparison.ts';
import { compareRevisions } from './changes/compare-revisions.ts';
import { concludeSignature, type TrustContext } from './conclude-signature.ts';
import { type Examined, examineSignature } from './examine-signature.ts';
import { violations } from './permissions.ts';
import { type FieldSignature, type FieldTree, readFields, readSignatures } from './signature-fields.ts';
import { unownedByteRanges } from './unowned-byte-ranges.ts';
import { readValidationData } from './validation-data.ts';
import {
  graver,
  note,
  type PdfVerification,
  type SignatureVerification,
  type VerifyOptions,
} from './verification.ts';

const failureCodes: Readonly<Record<ReadFailure['kind'], FindingCode>> = {
  'no-header': 'file-no-header',
  'no-xref': 'file-no-xref',
  broken: 'file-broken',
  encrypted: 'file-encrypted',
  limit: 'file-too-complex',
};

const unreadable = (code: FindingCode, params: Finding['params']): PdfVerification => ({
  verdict: 'unreadable',
  signatures: [],
  findings: [note(code, params)],
  revisions: 0,
});

/** Verifies every signature of a PDF. Synchronous and pure: same bytes, roots and moment, same answer; it never
 * throws for what is in the file. Integrity and trust are apart: an intact file whose root is not installed is
 * `indeterminate`. */
export const verifyPdf = (bytes: Uint8Array, options: VerifyOptions): PdfVerification => {
  const opened = openPdf(bytes);
  if (!opened.ok) {
    const { kind, reason, offset } = opened.failure;
    return unreadable(failureCodes[kind], { reason, offset });
  }
  try {
    return verifyFile(opened.file, options);
  } catch (error) {
    if (error instanceof PdfSyntaxError)
      return unreadable(error.limit ? 'file-too-complex' : 'file-broken', {
        reason: error.message,
        offset: error.offset,
      });
    throw error;
  }
};

/** Bytes that all signatures of a file together may cover: what a slow computer hashes in a few seconds. */
const MAX_HASHED = 3 * 1024 ** 3;

const verifyFile = (file: PdfFile, options: VerifyOptions): PdfVerification => {
  const newest = file.revisions.at(-1);
  if (!newest) return unreadable('file-broken', {});
  const tree = readFields(newest.view);
  const found = readSignatures(newest.view, tree);
  const findings = [...fileFindings(file, tree, found), ...removedSignatures(file, found)];
  if (found.length === 0) {
    const refused = findings.some((finding) => finding.severity === 'error');
    return {
      verdict: refused ? 'invalid' : 'unsigned',
      signatures: [],
      findings,
      revisions: file.revisions.length,
    };
  }
  if (found.length * file.bytes.length > MAX_HASHED)
    return unreadable('file-too-complex', { signatures: found.length, size: file.bytes.length });
  const stored = readValidationData(file);
  const context: TrustContext = {
    roots: readRoots(options.trustedRoots),
    stored: { ...stored, crls: [...stored.crls, ...(options.revocationLists ?? [])] },
    at: (options.at ?? new Date()).getTime(),
    size: file.bytes.length,
  };
  const examined = found
    .map((signature) => examineSignature(file, newest.view, signature, stored.certificates))
    .toSorted((left, right) => endOf(left) - endOf(right));
  const judged = concludeAll(context, examined);
  const first = Math.min(...examined.map(({ coverage }) => coverage?.revision ?? Number.POSITIVE_INFINITY));
  const changes = first < newest.index ? compareRevisions(file, first) : [];
  const revocation = stored.crls.length + stored.ocsps.length > 0;
  const tail = findings.filter((finding) => finding.code === 'trailing-bytes');
  const signatures = judged.map((item) => withChanges(item, changes, first, revocation, judged, tail));
  return { verdict: verdictOf(signatures, findings), signatures, findings, revisions: file.revisions.length };
};

const endOf = ({ coverage }: Examined): number => coverage?.end ?? Number.POSITIVE_INFINITY;

type Judged = { readonly examined: Examined; readonly verification: SignatureVerification };

/** Newest first, so that the time of a sound document timestamp counts for all that it covers. */
const concludeAll = (context: TrustContext, examined: readonly Examined[]): Judged[] => {
  const judged: Judged[] = [];
  let proof: number | undefined;
  for (const item of examined.toReversed()) {
    const verification = concludeSignature(context, item, item.coverage ? proof : undefined);
    judged.unshift({ examined: item, verification });
    const proves = verification.kind === 'timestamp' && verification.integrity === 'intact' && item.coverage;
    if (proves && verification.trust === 'trusted' && item.time !== undefined)
      proof = Math.min(proof ?? Number.POSITIVE_INFINITY, item.time);
  }
  return judged;
};

const withChanges = (
  item: Judged,
  changes: readonly (readonly Change[])[],
  first: number,
  revocation: boolean,
  all: readonly Judged[],
  tail: readonly Finding[],
): SignatureVerification => {
  const { verification } = item;
  const { coverage, permissions } = item.examined;
  if (!coverage) return verification;
  const later = changes.slice(coverage.revision - first).flat();
  const added = [...tail, ...later.map((change) => change.finding), ...violations(permissions, later)];
  const refused = added.some((finding) => finding.severity === 'error');
  const stamped = all.some(
    (other) =>
      other.verification.kind === 'timestamp' &&
      other.verification.integrity === 'intact' &&
      (other.examined.coverage?.end ?? 0) > coverage.end,
  );
  return {
    ...verification,
    integrity: refused ? graver(verification.integrity, 'modified') : verification.integrity,
    level: raisedLevel(verification.level, revocation, stamped),
    findings: [...verification.findings, ...unique(added)],
  };
};

/** B-T with revocation data is B-LT, and with a document timestamp over that B-LTA (EN 319 142-1, 5). */
const raisedLevel = (
  level: SignatureVerification['level'],
  revocation: boolean,
  stamped: boolean,
): SignatureVerification['level'] => {
  if (level !== 'B-T' && !(level === 'B-B' && stamped)) return level;
  if (!revocation) return 'B-T';
  return stamped ? 'B-LTA' : 'B-LT';
};

const unique = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.code, finding.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const fileFindings = (file: PdfFile, tree: FieldTree, found: readonly FieldSignature[]): Finding[] => {
  const findings: Finding[] = [];
  const newest = file.revisions.at(-1);
  const { bytes } = file;
  if (bytes[0] !== 0x25) findings.push(note('header-offset'));
  if (file.hybrid) findings.push(note('hybrid-xref'));
  if (!tree.sound) findings.push(note('fields-malformed'));
  if (newest && newest.end < bytes.length)
    findings.push(
      note(
        skipSpace(bytes, newest.end, bytes.length) === bytes.length ? 'trailing-space' : 'trailing-bytes',
        {
          offset: newest.end,
        },
      ),
    );
  const numbers = found.flatMap((item) => (item.num === undefined ? [] : [item.num]));
  if (new Set(numbers).size < numbers.length) findings.push(note('signature-shared'));
  const unowned = unownedByteRanges(file, found.length);
  if (unowned > 0) findings.push(note('byterange-unowned', { count: unowned }));
  return findings;
};

/** Signatures that an earlier revision showed and the newest does not. */
const removedSignatures = (file: PdfFile, found: readonly FieldSignature[]): Finding[] => {
  const names = new Set(found.map((item) => item.field.name));
  const gone = new Set<string>();
  for (const revision of file.revisions.slice(0, -1))
    for (const item of readSignatures(revision.view, readFields(revision.view)))
      if (!names.has(item.field.name)) gone.add(item.field.name);
  return [...gone].map((field) => note('signature-removed', { field }));
};

const verdictOf = (
  signatures: readonly SignatureVerification[],
  findings: readonly Finding[],
): PdfVerification['verdict'] => {
  const refused = (list: readonly Finding[]): boolean => list.some((finding) => finding.severity === 'error');
  const broken = ({ integrity }: SignatureVerification): boolean =>
    integrity !== 'intact' && integrity !== 'unsupported';
  if (refused(findings) || signatures.some((item) => broken(item) || refused(item.findings)))
    return 'invalid';
  const own = signatures.filter((item) => item.kind === 'signature');
  const deciding = own.length > 0 ? own : signatures;
  const weak = deciding.some((item) => item.findings.some(({ code }) => code === 'algorithm-weak'));
  const settled =
    !weak &&
    signatures.every((item) => item.integrity === 'intact') &&
    deciding.every((item) => item.trust === 'trusted');
  return settled ? 'valid' : 'indeterminate';
};
