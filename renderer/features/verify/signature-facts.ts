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

/** What held: coverage first, then whose certificate it is. Broken signatures have their findings instead. */
export function factsOf(signature: SignatureView): readonly SignatureFact[] {
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
