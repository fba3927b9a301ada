import type { SignedData, SignerInfo } from './cms.ts';
import { childrenOf, type DerNode, encodingOf } from './der.ts';
import type { RevocationEvidence } from './revocation.ts';

/** adbe-revocationInfoArchival (ISO 32000-2, 12.8.3.3.2). */
const REVOCATION_ARCHIVAL = '1.2.840.113583.1.1.8';

const listIn = (parts: readonly DerNode[], identifier: number): Uint8Array[] => {
  const wrapper = parts.find((part) => part.tag === identifier);
  const list = wrapper && childrenOf(wrapper)?.[0];
  return ((list && childrenOf(list)) ?? []).map(encodingOf);
};

/** Revocation lists and OCSP responses that travel inside the signature: in the CMS, and in the signed attribute
 * that Acrobat and others write. */
export const embeddedRevocation = (
  data: SignedData | undefined,
  signer: SignerInfo | undefined,
): RevocationEvidence => {
  const value = signer?.signed.values.get(REVOCATION_ARCHIVAL)?.[0];
  const parts = (value && childrenOf(value)) ?? [];
  return { crls: [...(data?.crls ?? []), ...listIn(parts, 0xa0)], ocsps: listIn(parts, 0xa1) };
};
