import { shortLogId } from '../log/log-id.ts';

import { tempOwner } from './layout.ts';
import type { ShareContext } from './share-context.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Age after which a temp cannot belong to anything under way. */
const OWN_MS = 7 * DAY;
/** Age after which a temp's owner is taken to be gone: a PC that was thrown away, a person who left. */
const ORPHAN_MS = 30 * DAY;
/** Temps looked at in one sweep. */
const LIMIT = 500;

/**
 * Removes temps that crashes left in `tmp/`: own ones a week after they were written, others' after a month, when their
 * owner did not come back to do so. A listing, and two operations for each. Answers how many went.
 */
export async function sweepTemps(
  { fs, paths }: Pick<ShareContext, 'fs' | 'paths'>,
  ownLogs: readonly string[],
  now: number,
): Promise<number> {
  const listing = await fs.list(paths.temps);
  if (!listing.ok) return 0;
  const mine = new Set(ownLogs.map(shortLogId));
  const ours = listing.value.names.flatMap((listed) => {
    const owner = tempOwner(listed.toLowerCase());
    return owner === null ? [] : [{ name: listed.toLowerCase(), isMine: mine.has(owner) }];
  });
  // Own ones first: others' may be many, and are nobody's hurry.
  const due = ours.toSorted((a, b) => Number(b.isMine) - Number(a.isMine)).slice(0, LIMIT);
  let swept = 0;
  for (const { name, isMine } of due) {
    const stat = await fs.stat(paths.temp(name));
    if (!stat.ok || now - stat.value.modified < (isMine ? OWN_MS : ORPHAN_MS)) continue;
    const removed = await fs.remove(paths.temp(name));
    if (removed.ok) swept += 1;
  }
  return swept;
}
