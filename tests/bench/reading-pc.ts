import type { OfficeKey } from '#main/engine/keys/office-key.ts';
import { keyRing } from '#main/engine/keys/office-key.ts';
import type { GenesisFile } from '#main/engine/log/genesis.ts';
import { runtimeFor } from '#main/engine/office/open-office.ts';
import { ReplayWatch } from '#main/engine/office/replay-watch.ts';
import type { OfficeRuntime } from '#main/engine/office/runtime.ts';
import { shareStore } from '#main/engine/office/share-store.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { poll } from '#main/engine/share/poll.ts';
import { PollMemory } from '#main/engine/share/poll-memory.ts';
import type { ShareContext } from '#main/engine/share/share-context.ts';
import type { SyncStore } from '#main/engine/share/sync-store.ts';
import { openDatabase, transact } from '#main/engine/store/database.ts';
import { writeMeta } from '#main/engine/store/meta.ts';

import { coreTime } from './bench-table.ts';

/** What a newcomer has of an office before the first poll. */
export interface Pinned {
  readonly genesis: GenesisFile;
  readonly keys: readonly OfficeKey[];
}

/** A PC with an empty store that is about to read an office's share for the first time. */
export interface ReadingPc {
  readonly runtime: OfficeRuntime;
  readonly context: ShareContext;
  readonly store: SyncStore;
}

/** Opens an empty store in `dir` that is pinned to the office and may open its files. */
export function readingPc(dir: string, share: string, { genesis, keys }: Pinned): ReadingPc {
  const opened = openDatabase(dir);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  transact(db, (writable) =>
    writeMeta(writable, 'office.genesis', Buffer.from(genesis.bytes).toString('base64url')),
  );
  const runtime = runtimeFor(db, genesis, {
    folder: dir,
    clock: Date.now,
    holidays: new Set(),
    notify: () => undefined,
    wakePublisher: () => undefined,
  });
  const [newest, ...older] = keys;
  if (newest === undefined) throw new Error('no office key');
  const context: ShareContext = {
    fs: new NodeShareFs(share),
    officeId: genesis.officeId,
    paths: officePaths(genesis.officeId),
    keys: keyRing(newest, ...older),
    writerLog: runtime.roster.current().writerLog,
    at: () => undefined,
  };
  const replay = new ReplayWatch(Date.now, () => undefined);
  return { runtime, context, store: shareStore(runtime, () => undefined, replay) };
}

/** What a first join cost: milliseconds of one core by what they were spent on, and the most memory that was seen. */
export interface JoinTimes {
  readonly entries: number;
  readonly total: number;
  /** Into the store, with rank, dependencies and user signatures. */
  readonly ingest: number;
  /** Letters folded and their projections written. */
  readonly fold: number;
  /** The longest time for which nobody else got at the store, by the clock on the wall. */
  readonly longest: number;
  readonly peakBytes: number;
}

/** Reads the share to its end, as a poll of the app does. */
export async function firstJoin({ context, store }: ReadingPc): Promise<JoinTimes> {
  let [ingest, fold, longest, peakBytes] = [0, 0, 0, 0];
  const timed = <T>(work: () => T, note: (took: number) => void): T => {
    const [start, before] = [performance.now(), coreTime()];
    const result = work();
    longest = Math.max(longest, performance.now() - start);
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    note(coreTime() - before);
    return result;
  };
  const watched: SyncStore = {
    ...store,
    ingest: (batch, when) =>
      timed(
        () => store.ingest(batch, when),
        (took) => (ingest += took),
      ),
    settleSome: (when) =>
      timed(
        () => store.settleSome(when),
        (took) => (ingest += took),
      ),
    foldSome: () =>
      timed(
        () => store.foldSome(),
        (took) => (fold += took),
      ),
  };
  const before = coreTime();
  const pass = await poll(context, watched, new PollMemory());
  const total = coreTime() - before;
  if (pass.failure !== null || pass.rejected > 0)
    throw new Error(`the share was not read: ${JSON.stringify(pass)}`);
  return { entries: pass.entries, total, ingest, fold, longest, peakBytes };
}
