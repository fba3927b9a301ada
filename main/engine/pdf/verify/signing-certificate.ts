import { digestOf } from './algorithms.ts';
import { digestPieces } from './digest-pieces.ts';
import type { Certificate } from './certificate.ts';
import { cmsOid, type SignerInfo } from './cms.ts';
import { childrenOf, contentOf, type DerNode, sameBytes, tag } from './der.ts';

type Binding = 'bound' | 'absent' | 'mismatch';

/** SigningCertificate and SigningCertificateV2 both begin with a sequence of ESSCertIDs; the first is the
 * signer's (RFC 5035, 5.4). */
const firstCertId = (attribute: DerNode): readonly DerNode[] | undefined => {
  const list = childrenOf(attribute)?.[0];
  const first = list && childrenOf(list)?.[0];
  return first && childrenOf(first);
};

/** Whether the signer's certificate is the one that the signature binds (ESS; RFC 2634, RFC 5035). The hash
 * alone decides: it fixes every byte of the certificate, its issuer and serial number among them. */
export const checkSigningCertificate = (signer: SignerInfo, certificate: Certificate): Binding => {
  let binding: Binding = 'absent';
  for (const [oid, isV2] of [
    [cmsOid.signingCertificate, false],
    [cmsOid.signingCertificateV2, true],
  ] as const) {
    const values = signer.signed.values.get(oid);
    if (!values) continue;
    const parts = values.length === 1 && values[0] ? firstCertId(values[0]) : undefined;
    if (!parts) return 'mismatch';
    const named = isV2 && parts[0]?.tag === tag.sequence ? parts[0] : undefined;
    const hash = named ? parts[1] : parts[0];
    const algorithm = named ? digestOf(named) : isV2 ? 'sha256' : 'sha1';
    if (algorithm === undefined || hash?.tag !== tag.octetString) return 'mismatch';
    const digest = digestPieces(algorithm, [certificate.der]);
    if (!digest || !sameBytes(digest, contentOf(hash))) return 'mismatch';
    binding = 'bound';
  }
  return binding;
};
