import type { ParsedEntry } from '../log/entry-codec.ts';
import { parseHeadName, parseSegmentName } from '../log/file-names.ts';
import type { HeadName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';

import { lookAtSegment } from './heal-log.ts';
import type { PollMemory } from './poll-memory.ts';
import { readHead } from './read-log.ts';
import type { ShareContext } from './share-context.ts';
import type { KnownHead, ShareAlert, SyncStore } from './sync-store.ts';

interface Removing {
  readonly context: ShareContext;
  readonly store: SyncStore;
  readonly memory: PollMemory;
  readonly alert: (alert: ShareAlert) => void;
}

/**
 * Takes away heads of own logs that newer own ones replaced: a reader held them, a crash came in between, another PC
 * wrote them back while ours was ill, or a stranger did. One that this PC did not write is read first, and stays when
 * its signed point is not on our chain: then somebody else continues the log, and the next pass reads how.
 */
export async function removeStaleHeads(removing: Removing, names: readonly HeadName[]): Promise<void> {
  if (names.length === 0) return;
  const { store, memory } = removing;
  const own = new Map(
    store
      .knownHeads()
      .filter((head) => head.own !== null)
      .map((head) => [shortLogId(head.log), head]),
  );
  for (const name of names) {
    const known = own.get(name.log16);
    if (known !== undefined && memory.heads.isDue(name.name)) await removeOne(removing, name, known);
  }
}

async function removeOne(removing: Removing, name: HeadName, known: KnownHead): Promise<void> {
  const { context, store, memory } = removing;
  const listed = store.wroteHead(name.name) ? [] : await filesOfStranger(removing, name, known);
  if (listed === null) return;
  const removed = await context.fs.remove(context.paths.head(name.name));
  if (removed.ok || removed.failure === 'missing') store.headRemoved(known.log, name.name, listed);
  else memory.heads.failed(name.name);
}

/** The files that a head of ours by another hand lists; null when it has to stay. */
async function filesOfStranger(
  { context, store, memory, alert }: Removing,
  name: HeadName,
  known: KnownHead,
): Promise<readonly string[] | null> {
  const file = context.paths.head(name.name);
  const read = await readHead(context, name);
  if (!read.ok) {
    const { when, code } = read.trouble;
    if (when === 'never') memory.heads.refuse(name.name);
    else memory.heads.failed(name.name);
    if (when === 'never' || code === 'file-damaged') alert({ code, file, log: known.log });
    return null;
  }
  const { head, segments } = read.value;
  if (head.log !== known.log || store.hashAt(known, head.seq) !== head.hash) {
    // The next pass reads how the log goes on there. The head itself is well: one that was refused counts as lost.
    memory.continued.add(name.name);
    return null;
  }
  // Of two heads of one version the other may be here because ours, or a file that it lists, is damaged: then it stays
  // until ours is written anew.
  if (known.own !== null && known.own !== 'unpublished' && name.version === known.own.version) {
    const ours = parseHeadName(known.own.file);
    const mine = ours === null ? null : await readHead(context, ours);
    const isIll = mine?.ok === false && mine.trouble.when !== 'share' && mine.trouble.code !== 'file-locked';
    const lost = await hasLost({ context, store }, known, segments);
    if (isIll && !lost) store.ownLost(known.log, []);
    if (mine?.ok !== true || lost) {
      memory.heads.failed(name.name);
      return null;
    }
  }
  return segments;
}

/**
 * Whether files of our own that another PC's head of this log does not list are gone or damaged: it wrote others in
 * their place while this PC was off. What is lost is sent again with the next publish.
 */
async function hasLost(
  { context, store }: Pick<Removing, 'context' | 'store'>,
  known: KnownHead,
  theirs: readonly string[],
): Promise<boolean> {
  const own = store.ownFiles().find((files) => files.log === known.log)?.files ?? [];
  const listed = new Set(theirs);
  const ill: string[] = [];
  for (const file of own) {
    const name = listed.has(file.name) ? null : parseSegmentName(file.name);
    if (name === null) continue;
    const isOurs = ({ hash, envelope }: ParsedEntry) => store.hashAt(known, envelope.seq) === hash;
    if ((await lookAtSegment(context, known.log, name, isOurs)) === 'ill') ill.push(file.name);
  }
  if (ill.length > 0) store.ownLost(known.log, ill);
  return ill.length > 0;
}
