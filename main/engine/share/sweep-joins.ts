import type { ShareContext } from './share-context.ts';
import type { SyncStore } from './sync-store.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Age after which the files of an enrolment that is over go: its people had time to look. */
const OVER_MS = 7 * DAY;
/** Age after which files go that no invitation of the office knows. */
const STRANGE_MS = 30 * DAY;
/** Files looked at in one sweep; a flood of strangers' files must not hold up the rest. */
const LIMIT = 200;

/** `<invitation16>.<kind>`; the keys of rotations stand here too and stay. */
const JOIN_FILE = /^([0-9a-f]{16})\.(?:request|answer|invite)$/;

/**
 * Removes what enrolments left in `join/`: a listing, and at most two operations for each file. Done once a run by the
 * PC that writes the roster, which knows the invitations. Answers how many went.
 */
export async function sweepJoins(
  { fs, paths }: Pick<ShareContext, 'fs' | 'paths'>,
  store: Pick<SyncStore, 'enrolment'>,
  now: number,
): Promise<number> {
  const listing = await fs.list(paths.join);
  if (!listing.ok) return 0;
  let swept = 0;
  for (const listed of listing.value.names.slice(0, LIMIT)) {
    const name = listed.toLowerCase();
    const invitation = JOIN_FILE.exec(name)?.[1];
    if (invitation === undefined) continue;
    const state = store.enrolment(invitation);
    if (state === 'open') continue;
    const file = `${paths.join}/${name}`;
    const stat = await fs.stat(file);
    if (!stat.ok || now - stat.value.modified < (state === 'over' ? OVER_MS : STRANGE_MS)) continue;
    const removed = await fs.remove(file);
    if (removed.ok) swept += 1;
  }
  return swept;
}
