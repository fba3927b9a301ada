import { parseHeadName, parseSegmentName } from '../log/file-names.ts';
import type { HeadName, SegmentName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';

import { readHead } from './read-log.ts';
import type { SealedLogs } from './sealed-logs.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { SyncStore } from './sync-store.ts';
import { newestVersion } from './watch.ts';

interface Looking {
  readonly context: ShareContext;
  readonly store: SyncStore;
  readonly sealed: SealedLogs;
}

/**
 * The files that a log's newest head lists, or all its heads where it was continued twice; null when no head of it can
 * be read. Of heads of one version those in `heads/` come first, then what the latest index says: earlier ones tell
 * of files from before a healing.
 *
 * @param names what stands in `heads/`, and what indices tell of ended logs
 */
export async function listedFiles(
  { context, store, sealed }: Looking,
  log: string,
  names: readonly string[],
): Promise<readonly SegmentName[] | null | ShareFailure> {
  const lateness = ({ name }: HeadName) => sealed.indexOf(name) ?? Number.MAX_SAFE_INTEGER;
  const isForked = store.headsOf(log).length > 1;
  // An older head that somebody put there makes the newest no less ill; of a fork each branch has its own newest.
  const newest = isForked ? 0 : newestVersion(store, log);
  const heads = names
    .flatMap((name): readonly HeadName[] => {
      const head = parseHeadName(name);
      return head?.log16 === shortLogId(log) && head.version >= newest ? [head] : [];
    })
    .toSorted((a, b) => b.version - a.version || lateness(b) - lateness(a));
  const listed = new Map<string, SegmentName>();
  let isRead = false;
  for (const name of heads) {
    const told = sealed.find(name.name);
    const read = told?.head.log === log ? { ok: true as const, value: told } : await readHead(context, name);
    if (!read.ok && read.trouble.when === 'share') return read.trouble.failure ?? 'io';
    if (!read.ok || read.value.head.log !== log) continue;
    isRead = true;
    for (const segment of read.value.segments.flatMap((text) => parseSegmentName(text) ?? [])) {
      listed.set(segment.name, segment);
    }
    if (!isForked) break;
  }
  return isRead ? [...listed.values()] : null;
}
