import { segmentName } from '../log/file-names.ts';
import { encodeSegment } from '../log/segment.ts';

import { planPack } from './pack-plan.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { SyncStore } from './sync-store.ts';
import { writeOnce } from './write-once.ts';

/** Time for which a file stays after a head that no longer lists it was published: 14 days. */
export const REPLACED_AGE_MS = 14 * 24 * 60 * 60 * 1000;
/** Files taken away in one pass. */
const REMOVALS = 20;

/** Whether `packOne` would write. Asks the store alone. */
export function hasPackToWrite(store: SyncStore): boolean {
  return store.ownFiles().some(({ files }) => planPack(files) !== null);
}

/**
 * Merges some small files of an own log into one pack: three operations, or none. Nothing is taken away and no head
 * is written: the next publish lists the pack, and readers who know the newest head never hear of it.
 */
export async function packOne(context: ShareContext, store: SyncStore): Promise<ShareFailure | null> {
  for (const { log, hash, files } of store.ownFiles()) {
    const plan = planPack(files);
    const [first, last] = [plan?.at(0), plan?.at(-1)];
    if (first === undefined || last === undefined) continue;
    const { from } = first;
    const { to } = last;
    const proof = files.find((file) => file.name === last.name)?.proof ?? null;
    const entries = [...store.entryBytes({ log, hash }, from, to)];
    if (entries.length !== to - from + 1) throw new RangeError(`log ${log} lacks entries ${from} to ${to}`);
    const bytes = encodeSegment(context, { log, from, to }, proof, entries);
    const name = segmentName(from, to, bytes);
    // Noted before it exists: a crash must not leave a file on the share that nobody knows of.
    store.packBegun(log, name);
    const put = await writeOnce(context, { path: context.paths.segment(log, name), bytes, subject: 'pack' });
    if (!put.ok) return put.failure;
    const size = plan?.reduce((sum, file) => sum + file.size, 0) ?? 0;
    store.packPublished(log, { name, from, to, size, proof });
    context.at('pack:recorded');
    return null;
  }
  return null;
}

/**
 * Takes away own files that the published head has not listed for 14 days, as long as that head is the only one of
 * its log in `heads/`: another one, put back or not yet removed, may list them.
 */
export async function removeReplaced(
  context: ShareContext,
  store: SyncStore,
  headNames: readonly string[],
): Promise<ShareFailure | null> {
  const due = store.replacedFiles(REPLACED_AGE_MS, REMOVALS);
  if (due.length === 0) return null;
  const published = new Map(store.ownFiles().map(({ log, head }) => [log, head]));
  for (const file of due) {
    const heads = headNames.filter((name) => name.startsWith(`${file.log.slice(0, 16)}.`));
    if (heads.length !== 1 || heads[0] !== published.get(file.log)) continue;
    const removed = await context.fs.remove(context.paths.segment(file.log, file.name));
    if (!removed.ok && removed.failure !== 'missing') return removed.failure;
    store.replacedRemoved(file);
    context.at('pack:original-removed');
  }
  return null;
}
