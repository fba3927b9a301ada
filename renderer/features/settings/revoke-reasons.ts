import type { ClosingReason } from '#core/office/roster-acts.ts';

/** Reasons that a person chooses; a forgotten passphrase is closed by the new invitation itself. */
export const revokeReasons = [
  'left',
  'revoked',
  'lost',
  'cloned',
] as const satisfies readonly ClosingReason[];
