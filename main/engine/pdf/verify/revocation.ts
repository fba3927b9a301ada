import type { Finding } from '#core/contract/findings.ts';
import type { Certificate } from './certificate.ts';
import { askRevocationList, type RevocationAnswer } from './crl.ts';
import { askOcspResponse } from './ocsp.ts';
import { note } from './verification.ts';

/** Revocation lists and OCSP responses that are at hand, in DER; nothing is fetched. */
export type RevocationEvidence = {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
};

export type RevocationJudgement = { readonly revoked: boolean; readonly findings: readonly Finding[] };

/** Whether an answer speaks for `time`: made after it, or still in force then. */
const speaksFor = ({ thisUpdate, nextUpdate }: RevocationAnswer, time: number): boolean =>
  thisUpdate >= time || (nextUpdate !== undefined && nextUpdate >= time);

/** Looks up every certificate of a path but its root (RFC 5280, 6.3; RFC 6960). One revoked at or before `time`
 * in milliseconds makes the path worthless; one revoked later does not touch what was signed at a proven time. */
export const judgeRevocation = (
  path: readonly Certificate[],
  evidence: RevocationEvidence,
  time: number,
): RevocationJudgement => {
  let checked = true;
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1];
    if (!issuer) continue;
    const answers = [
      ...evidence.crls.flatMap((der) => askRevocationList(der, certificate, issuer) ?? []),
      ...evidence.ocsps.flatMap((der) => askOcspResponse(der, certificate, issuer) ?? []),
    ];
    const revoked = answers.find(({ revokedAt }) => revokedAt !== undefined && revokedAt <= time);
    if (revoked?.revokedAt !== undefined) {
      const since = Number.isFinite(revoked.revokedAt) ? new Date(revoked.revokedAt).toISOString() : '';
      return { revoked: true, findings: [note('certificate-revoked', { since })] };
    }
    if (!answers.some((answer) => speaksFor(answer, time))) checked = false;
  }
  return { revoked: false, findings: checked || path.length < 2 ? [] : [note('revocation-unchecked')] };
};
