import type { Finding } from '#core/contract/findings.ts';
import { digestOf } from './algorithms.ts';
import { berToDer } from './ber-to-der.ts';
import type { Certificate } from './certificate.ts';
import { cmsOid, readSignedData, type SignedData } from './cms.ts';
import { childrenOf, contentOf, readDer, sameBytes, tag, timeOf } from './der.ts';
import { digestPieces } from './digest-pieces.ts';
import { checkSigner, type SignerCheck } from './signer-check.ts';
import { note } from './verification.ts';

/** The part of a TSTInfo (RFC 3161, 2.4.2) that is judged. */
type TimestampInfo = {
  readonly digest: string | undefined;
  readonly imprint: Uint8Array;
  /** Milliseconds since 1970. */
  readonly time: number;
};

export type TimestampCheck = {
  readonly check: SignerCheck;
  /** Milliseconds since 1970, once the token could be read. */
  readonly time: number | undefined;
};

const readTimestampInfo = (data: SignedData): TimestampInfo | undefined => {
  if (data.contentType !== cmsOid.tstInfo || !data.content) return undefined;
  const outer = readDer(data.content, 0, data.content.length);
  const parts = (outer && childrenOf(outer)) ?? [];
  const [algorithm, hashed] = (parts[2] && childrenOf(parts[2])) ?? [];
  const time = timeOf(parts[4]);
  if (!algorithm || hashed?.tag !== tag.octetString || time === undefined) return undefined;
  return { digest: digestOf(algorithm), imprint: contentOf(hashed), time };
};

const refused = (check: SignerCheck, finding: Finding, integrity: SignerCheck['integrity']): SignerCheck => ({
  ...check,
  integrity: check.integrity === 'intact' ? integrity : check.integrity,
  findings: [...check.findings, finding],
});

/** Verifies a timestamp token over `stamped` (RFC 3161): the token's own signature, and the imprint. */
export const checkTimestamp = (
  data: SignedData,
  stamped: readonly Uint8Array[],
  others: readonly Certificate[],
): TimestampCheck => {
  const check = checkSigner(data, data.content ? [data.content] : [], others);
  const info = readTimestampInfo(data);
  if (!info) return { check: refused(check, note('cms-unreadable'), 'bad-signature'), time: undefined };
  const digest = info.digest === undefined ? undefined : digestPieces(info.digest, stamped);
  if (!digest)
    return { check: refused(check, note('algorithm-unsupported'), 'unsupported'), time: info.time };
  if (!sameBytes(digest, info.imprint))
    return { check: refused(check, note('timestamp-wrong'), 'digest-mismatch'), time: info.time };
  return { check, time: info.time };
};

/** The token in a signature's unsigned attributes (RFC 3161, appendix A), over the signature's value. */
export const checkSignatureTimestamp = (
  check: SignerCheck,
  others: readonly Certificate[],
): TimestampCheck | undefined => {
  const values = check.signer?.unsigned.values.get(cmsOid.timeStampToken);
  const token = values?.[0];
  if (!check.signer || !token) return undefined;
  const encoded = token.bytes.subarray(token.start, token.end);
  const data = readSignedData(encoded) ?? readSignedData(berToDer(encoded)?.der ?? new Uint8Array());
  return data && checkTimestamp(data, [check.signer.signature], others);
};
