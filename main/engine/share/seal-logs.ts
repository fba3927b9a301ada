import { parseHeadName } from '../log/file-names.ts';
import type { HeadName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';
import { encodeIndex, INDEX_TARGET, indexName } from '../log/sealed-index.ts';
import type { SealedHead } from '../log/sealed-index.ts';

import { readHead } from './read-log.ts';
import type { SealedLogs } from './sealed-logs.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { KnownHead, SyncStore } from './sync-store.ts';
import { LOOKS } from './watch.ts';
import type { Watch } from './watch.ts';
import { writeOnce } from './write-once.ts';

/** Heads taken away in one pass. */
const REMOVALS = 20;

export interface Sealing {
  readonly context: ShareContext;
  readonly store: SyncStore;
  readonly sealed: SealedLogs;
  /** Counts for how many passes each head has stood there unsealed. */
  readonly watch: Watch;
}

interface EndedHead {
  readonly name: HeadName;
  readonly known: KnownHead;
}

/** Heads in `heads/` of logs that ended; none on a PC that does not write the roster. */
function endedHeads(store: SyncStore, names: readonly string[]): readonly EndedHead[] {
  const ended = new Set(store.endedLogs());
  if (ended.size === 0) return [];
  const known = store.knownHeads();
  const writer = known.find(({ log }) => log === store.rosterLog());
  if (writer?.own == null || writer.own === 'unpublished') return [];
  const forked = new Set(
    known.filter((one, at) => known.findIndex(({ log }) => log === one.log) !== at).map(({ log }) => log),
  );
  const byShortId = new Map(
    known
      // Of a log that was continued twice every head stays to be seen.
      .filter(({ log, own }) => ended.has(log) && own !== 'unpublished' && !forked.has(log))
      .map((k) => [shortLogId(k.log), k]),
  );
  return names.flatMap((text) => {
    const name = parseHeadName(text);
    const head = name === null ? undefined : byShortId.get(name.log16);
    return name === null || head === undefined ? [] : [{ name, known: head }];
  });
}

/** Whether `sealLogs` may have something to do. Asks the store alone. */
export function hasLogsToSeal(store: SyncStore, names: readonly string[]): boolean {
  return endedHeads(store, names).length > 0;
}

/**
 * Moves the heads of logs that ended out of `heads/`, so that what everybody lists stays as long as the office has
 * living logs: first into an index in `sealed/`, then, in a later pass that read this index from the share, away.
 * Only the PC that writes the roster does it, and only with what it has whole itself.
 */
export async function sealLogs(sealing: Sealing, names: readonly string[]): Promise<ShareFailure | null> {
  const { store, sealed, watch } = sealing;
  const heads = endedHeads(store, names);
  const toRemove = heads.filter(({ name }) => sealed.versionOf(name.log16) >= name.version);
  const open = heads.filter(
    ({ name, known }) => name.version === known.version && sealed.find(name.name) === undefined,
  );
  const looks = watch.look(open.map(({ name }) => name.name));
  const ready = open.filter(({ name }) => (looks.get(name.name) ?? 0) >= LOOKS);
  const written = ready.length === 0 ? null : await writeIndex(sealing, ready);
  return written ?? (await removeSealed(sealing, toRemove.slice(0, REMOVALS)));
}

async function writeIndex(
  { context, sealed }: Sealing,
  heads: readonly EndedHead[],
): Promise<ShareFailure | null> {
  const entries: SealedHead[] = [];
  let size = 0;
  for (const { name } of heads) {
    const read = await readHead(context, name);
    if (!read.ok) {
      if (read.trouble.when === 'share') return read.trouble.failure;
      continue;
    }
    const entry = { name: name.name, ...read.value };
    size += JSON.stringify(entry).length;
    if (size > INDEX_TARGET && entries.length > 0) break;
    entries.push(entry);
  }
  if (entries.length === 0) return null;
  const index = sealed.nextIndex();
  const bytes = encodeIndex(context, index, entries);
  const path = context.paths.sealedIndex(indexName(index, bytes));
  const put = await writeOnce(context, { path, bytes, subject: 'index', folder: context.paths.sealed });
  // Read from the share before anything is taken away.
  sealed.askAgain();
  return put.ok ? null : put.failure;
}

/** Takes heads away that an index holds: itself, word for word, or a newer one of the same chain. */
async function removeSealed(
  { context, store, sealed }: Sealing,
  heads: readonly EndedHead[],
): Promise<ShareFailure | null> {
  for (const { name, known } of heads) {
    const read = await readHead(context, name);
    if (!read.ok) {
      if (read.trouble.when === 'share') return read.trouble.failure;
      continue;
    }
    const { head } = read.value;
    const kept = sealed.find(name.name);
    const isKept = kept !== undefined && JSON.stringify(kept) === JSON.stringify(read.value);
    const isOlder =
      name.version < sealed.versionOf(name.log16) && store.hashAt(known, head.seq) === head.hash;
    if (!isKept && !isOlder) continue;
    const removed = await context.fs.remove(context.paths.head(name.name));
    if (!removed.ok && removed.failure !== 'missing') {
      if (removed.failure === 'busy' || removed.failure === 'denied') continue;
      return removed.failure;
    }
    context.at('index:head-removed');
  }
  return null;
}
