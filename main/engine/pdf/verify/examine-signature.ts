import type { Finding } from '#core/contract/findings.ts';
import type { PdfFile } from '../read/pdf-file.ts';
import { stringBytes } from '../read/strings.ts';
import { isString, nameOf, type PdfString } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { type Coverage, judgeByteRange } from './byte-range.ts';
import type { Certificate } from './certificate.ts';
import type { SignedData } from './cms.ts';
import { openContents } from './contents.ts';
import { type Permissions, readPermissions } from './permissions.ts';
import type { FieldSignature } from './signature-fields.ts';
import { checkSigner, type SignerCheck } from './signer-check.ts';
import { checkSignatureTimestamp, checkTimestamp, type TimestampCheck } from './timestamp-token.ts';
import { graver, type Integrity, note } from './verification.ts';

/** What the bytes alone say of a signature, before any question of trust or of later changes. */
export type Examined = {
  readonly found: FieldSignature;
  readonly view: RevisionView;
  readonly kind: 'signature' | 'timestamp';
  readonly subFilter: string;
  readonly integrity: Integrity;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage | undefined;
  readonly permissions: Permissions;
  readonly data: SignedData | undefined;
  readonly check: SignerCheck | undefined;
  /** A document timestamp's own time, in milliseconds. */
  readonly time: number | undefined;
  /** The timestamp on the signature's value. */
  readonly stamp: TimestampCheck | undefined;
};

const known = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'ETSI.RFC3161']);

/** Formats of other shapes, which PDF 2.0 has given up. */
const retired = new Set(['adbe.pkcs7.sha1', 'adbe.x509.rsa_sha1']);

type Crypto = Pick<Examined, 'data' | 'check' | 'time' | 'integrity' | 'findings'>;

const examineData = (
  data: SignedData,
  pieces: readonly Uint8Array[],
  subFilter: string,
  stored: readonly Certificate[],
): Crypto => {
  if (subFilter === 'ETSI.RFC3161') {
    const { check, time } = checkTimestamp(data, pieces, stored);
    return { data, check, time, integrity: check.integrity, findings: check.findings };
  }
  if (data.content && data.content.length > 0) {
    const findings = [note('cms-not-detached')];
    return { data, check: undefined, time: undefined, integrity: 'bad-signature', findings };
  }
  const check = checkSigner(data, pieces, stored);
  const findings = [...check.findings];
  let { integrity } = check;
  if (subFilter === 'ETSI.CAdES.detached' && check.signer) {
    if (!check.signer.signedBytes) {
      findings.push(note('cms-attribute', { attribute: 'signedAttrs' }));
      integrity = graver(integrity, 'bad-signature');
    }
    if (integrity === 'intact' && !check.bound) findings.push(note('ess-missing'));
  }
  return { data, check, time: undefined, integrity, findings };
};

const examineContents = (
  contents: PdfString,
  pieces: readonly Uint8Array[],
  subFilter: string,
  stored: readonly Certificate[],
): Crypto => {
  const { data, findings, padded } = openContents(stringBytes(contents));
  if (!data) return { data, check: undefined, time: undefined, integrity: 'bad-signature', findings };
  const crypto = examineData(data, pieces, subFilter, stored);
  return {
    ...crypto,
    integrity: padded ? crypto.integrity : graver(crypto.integrity, 'modified'),
    findings: [...findings, ...crypto.findings],
  };
};

/** Examines one signature: dictionary, ByteRange, CMS, digests, key. `view` is the document in which its field was
 * found, `stored` the certificates of the document security store. */
export const examineSignature = (
  file: PdfFile,
  view: RevisionView,
  found: FieldSignature,
  stored: readonly Certificate[],
): Examined => {
  const { dict, field } = found;
  const subFilter = nameOf(view.resolve(dict.entries.get('SubFilter'))) ?? '';
  // Both must stand in the dictionary itself: behind a reference, what is left out would be another object.
  const value = dict.entries.get('Contents');
  const contents = isString(value) ? value : undefined;
  const range = judgeByteRange(file, dict.entries.get('ByteRange'), contents);
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
  if (!known.has(subFilter)) {
    findings.push(note('subfilter-unsupported', { subFilter }));
    integrity = graver('unsupported', integrity);
  }
  // A missing or unknown format is still checked as a plain CMS: what is broken must not hide behind a name.
  const pieces = range.ok ? range.coverage.pieces : range.pieces;
  const crypto =
    !retired.has(subFilter) && pieces && contents
      ? examineContents(contents, pieces, subFilter, stored)
      : undefined;
  const kind = subFilter === 'ETSI.RFC3161' ? 'timestamp' : 'signature';
  const stamp =
    crypto?.check && kind === 'signature' ? checkSignatureTimestamp(crypto.check, stored) : undefined;
  return {
    found,
    view,
    kind,
    subFilter,
    integrity: crypto ? graver(integrity, crypto.integrity) : integrity,
    findings: [...findings, ...(crypto?.findings ?? [])],
    coverage: range.ok ? range.coverage : undefined,
    permissions: readPermissions(view, dict, field.dict),
    data: crypto?.data,
    check: crypto?.check,
    time: crypto?.time,
    stamp,
  };
};
