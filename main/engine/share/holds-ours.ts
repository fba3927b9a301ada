import { parseHeadName } from '../log/file-names.ts';

import { readHead } from './read-log.ts';
import type { ShareContext } from './share-context.ts';

/** Heads that are tried; a stranger who can damage so many can damage all. */
const TRIED = 8;

/**
 * Whether something in the office's folder opens with our office key and is signed for our office: nothing of another
 * office does, whatever genesis lies beside it.
 */
export async function holdsOurs(
  context: Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>,
): Promise<boolean> {
  const listing = await context.fs.list(context.paths.heads);
  if (!listing.ok) return false;
  const names = listing.value.names.flatMap((name) => parseHeadName(name.toLowerCase()) ?? []);
  for (const name of names.slice(0, TRIED)) {
    const read = await readHead(context, name);
    if (read.ok) return true;
  }
  return false;
}
