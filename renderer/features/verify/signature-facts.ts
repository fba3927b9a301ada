import type { FindingCode } from '#core/contract/findings.ts';
import type { SignatureView } from '#core/contract/verification.ts';

export type FactKey =
  | 'factWhole'
  | 'factLaterOnly'
  | 'factOffice'
  | 'factCertified'
  | 'factOther'
  | 'factUnknownRoot'
  | 'factUntrusted'
  | 'factExpired';

/** Something that the view itself says about a signature, besides its findings. */
export interface SignatureFact {
  readonly key: FactKey;
  readonly isGood: boolean;
}

/** Findings that say the same as a fact, with more words. */
const saidBy: Partial<Record<FactKey, FindingCode>> = {
  factUnknownRoot: 'root-not-installed',
  factUntrusted: 'chain-broken',
  factExpired: 'certificate-expired',
};

/** What held: coverage first, then whose certificate it is. Nothing that a finding says already. */
export function factsOf(signature: SignatureView): readonly SignatureFact[] {
  return allFacts(signature).filter(({ key }) => {
    const code = saidBy[key];
    return code === undefined || !signature.findings.some((finding) => finding.code === code);
  });
}

/** The findings to show beside the facts: the claimed time is told with its hour, so not once more without it. */
export function shownFindings(signature: SignatureView): SignatureView['findings'] {
  return signature.findings.filter(
    (finding) => finding.code !== 'time-claimed' || signature.claimedTime === null,
  );
}

function allFacts(signature: SignatureView): readonly SignatureFact[] {
  const facts: SignatureFact[] = [];
  if (signature.integrity === 'intact') {
    facts.push({ key: signature.coversWholeFile ? 'factWhole' : 'factLaterOnly', isGood: true });
  }
  switch (signature.trust) {
    case 'trusted':
      facts.push({
        key:
          signature.category === 'office'
            ? 'factOffice'
            : signature.category === 'certified'
              ? 'factCertified'
              : 'factOther',
        isGood: true,
      });
      break;
    case 'unknown-root':
      facts.push({ key: 'factUnknownRoot', isGood: false });
      break;
    case 'untrusted':
      facts.push({ key: 'factUntrusted', isGood: false });
      break;
    case 'expired':
      facts.push({ key: 'factExpired', isGood: false });
      break;
    case 'not-checked':
      break;
  }
  return facts;
}
