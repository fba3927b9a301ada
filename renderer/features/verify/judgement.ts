import type { SignatureView, VerificationView } from '#core/contract/verification.ts';

/** How the verdict is shown. Red is kept for what is really broken. */
export type VerdictTone = 'success' | 'danger' | 'warning' | 'plain';

export type Headline =
  'valid' | 'changedAfter' | 'invalid' | 'intactUnknown' | 'indeterminate' | 'unsigned' | 'unreadable';

export interface Judgement {
  readonly headline: Headline;
  readonly tone: VerdictTone;
  /** Signatures that are broken. */
  readonly bad: number;
  /** For `changedAfter`: the signature after which the content changed, counted from 1. */
  readonly order: number;
}

/** Broken beyond doubt: the content changed, or the signature is not what it claims to be. */
export function isBroken(signature: SignatureView): boolean {
  return ['modified', 'digest-mismatch', 'bad-signature'].includes(signature.integrity);
}

/**
 * The one sentence above everything else. A letter that is intact and whose root is not installed never reads as
 * an error (4-signing): it says that it is intact, and what is not known.
 */
export function judge(view: VerificationView): Judgement {
  const { signatures, verdict } = view;
  const bad = signatures.filter(isBroken).length;
  const plain = { bad, order: 0 };
  if (verdict === 'valid') return { ...plain, headline: 'valid', tone: 'success' };
  if (verdict === 'unsigned') return { ...plain, headline: 'unsigned', tone: 'plain' };
  if (verdict === 'unreadable') return { ...plain, headline: 'unreadable', tone: 'warning' };
  if (verdict === 'invalid') {
    const changed = signatures.findLastIndex((s) => s.integrity === 'modified');
    if (changed >= 0) return { bad, order: changed + 1, headline: 'changedAfter', tone: 'danger' };
    return { ...plain, headline: 'invalid', tone: 'danger' };
  }
  const isOnlyRoot =
    signatures.length > 0 &&
    signatures.every(
      (s) => s.integrity === 'intact' && (s.trust === 'unknown-root' || s.trust === 'trusted'),
    );
  if (isOnlyRoot) return { ...plain, headline: 'intactUnknown', tone: 'plain' };
  return { ...plain, headline: 'indeterminate', tone: 'warning' };
}

export type SignatureState = 'valid' | 'intact' | 'expired' | 'untrusted' | 'invalid' | 'unsupported';

/** The word on a signature's card. */
export function stateOf(signature: SignatureView): SignatureState {
  if (isBroken(signature)) return 'invalid';
  if (signature.integrity === 'unsupported') return 'unsupported';
  if (signature.trust === 'trusted') return 'valid';
  if (signature.trust === 'expired') return 'expired';
  if (signature.trust === 'untrusted') return 'untrusted';
  return 'intact';
}

/** A piece of the strip above the cards: a signature, or the place at which the content was changed. */
export type StripPiece =
  | { readonly kind: 'signature'; readonly order: number; readonly signature: SignatureView }
  | { readonly kind: 'changed'; readonly from: number; readonly to: number | null };

/**
 * Signatures in their order, with the change between the last one that it broke and the next one that still
 * covers the changed content.
 */
export function stripOf(signatures: readonly SignatureView[]): readonly StripPiece[] {
  const broken = signatures.findLastIndex((s) => s.integrity === 'modified');
  return signatures.flatMap((signature, index): readonly StripPiece[] => {
    const piece: StripPiece = { kind: 'signature', order: index + 1, signature };
    if (index !== broken) return [piece];
    return [
      piece,
      { kind: 'changed', from: index + 1, to: index + 1 < signatures.length ? index + 2 : null },
    ];
  });
}
