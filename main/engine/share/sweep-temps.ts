import { shortLogId } from '../log/log-id.ts';

import { tempOwner } from './layout.ts';
import type { ShareContext } from './share-context.ts';

/** Age after which a temp cannot belong to anything under way. */
const AGE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes temps that crashes of this PC left in `tmp/`, a week after they were written: a listing, and two
 * operations for each. Others' are theirs to sweep. Answers how many went.
 */
export async function sweepTemps(
  { fs, paths }: Pick<ShareContext, 'fs' | 'paths'>,
  ownLogs: readonly string[],
  now: number,
): Promise<number> {
  const listing = await fs.list(paths.temps);
  if (!listing.ok) return 0;
  const mine = new Set(ownLogs.map(shortLogId));
  let swept = 0;
  for (const listed of listing.value.names) {
    const name = listed.toLowerCase();
    if (!mine.has(tempOwner(name) ?? '')) continue;
    const stat = await fs.stat(paths.temp(name));
    if (!stat.ok || now - stat.value.modified < AGE_MS) continue;
    const removed = await fs.remove(paths.temp(name));
    if (removed.ok) swept += 1;
  }
  return swept;
}
