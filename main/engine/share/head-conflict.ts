import type { KnownHead } from './sync-store.ts';

/** Why a signed head cannot follow what is known of its log; null when it can. */
export function conflict(
  head: { readonly log: string; readonly seq: number; readonly hash: string },
  known: KnownHead,
): string | null {
  if (head.log !== known.log) return 'log-name-taken';
  // The share knows more of a log of this PC than this PC: a copied disk or a restored backup.
  if (known.own !== null) return 'own-log-continued';
  if (head.seq < known.seq) return 'head-goes-back';
  return head.seq === known.seq && head.hash !== known.hash ? 'chain-broken' : null;
}
