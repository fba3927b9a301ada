import { isLitter } from './heads-listing.ts';
import type { SealedLogs, SealedLook } from './sealed-logs.ts';
import type { ShareContext } from './share-context.ts';
import type { KnownHead, SyncStore } from './sync-store.ts';
import { lostHeads } from './watch.ts';

const NOTHING: SealedLook = { failure: null, troubles: [], strange: [] };

/**
 * Looks at `sealed/` in the first pass of a run, and when something is missed that may have gone there: a known head,
 * or an entry that others name. A folder that may not be listed now is asked again with the next pass, and keeps nobody
 * from reading what lives.
 */
export async function lookForSealed(
  context: Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>,
  store: Pick<SyncStore, 'missingDeps'>,
  sealed: SealedLogs,
  names: readonly string[],
  known: readonly KnownHead[],
): Promise<SealedLook> {
  const there = [...names, ...sealed.names(), ...sealed.stoodAs()];
  const lost = lostHeads(there, known).lost.map(({ log }) => log);
  const deps = store.missingDeps().map(({ log, seq }) => `${log}/${seq}`);
  sealed.missing([...lost, ...deps]);
  if (!sealed.isDue) return NOTHING;
  const look = await sealed.look(context);
  const failure = look.failure === 'busy' || look.failure === 'denied' ? null : look.failure;
  return { failure, troubles: look.troubles, strange: look.strange.filter((name) => !isLitter(name)) };
}
