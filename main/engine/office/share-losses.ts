import { z } from 'zod';

import type { Dependency } from '#core/office/entry.ts';

import { parseEntry } from '../log/entry-codec.ts';
import type { SyncStore } from '../share/sync-store.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import type { ReadableDb } from '../store/database.ts';
import { entryAt, entryByHash } from '../store/entries.ts';
import { allLogs } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { deleteMeta, readMeta, writeMeta } from '../store/meta.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Entries that waiting ones name and of which nothing came: of each log the first that waits tells. */
export function missingDeps(db: ReadableDb): readonly { readonly log: string; readonly seq: number }[] {
  const missing = new Map<string, { log: string; seq: number }>();
  for (const log of allLogs(db)) {
    if (log.refused !== null) continue;
    for (const dep of unknownDeps(db, log)) {
      missing.set(`${dep.log}/${dep.seq}`, { log: dep.log, seq: dep.seq });
    }
  }
  return [...missing.values()];
}

/** What the first entry of a log that has no effect names, and is not here. */
function unknownDeps(db: ReadableDb, log: LogRow): readonly Dependency[] {
  if (log.accepted_seq >= log.seq) return [];
  const row = entryAt(db, log.id, log.accepted_seq + 1);
  const parsed = row === undefined ? null : parseEntry(row.bytes);
  if (parsed?.ok !== true) return [];
  return parsed.value.envelope.deps.filter(({ hash }) => entryByHash(db, hash) === undefined);
}

/** Logs of which somebody names an entry that is not here, at a place where another one is. */
export function doubtedLogs(db: ReadableDb): ReadonlySet<string> {
  const refused = allLogs(db).filter((log) => log.refused === 'dependency-conflict');
  return new Set(refused.flatMap((log) => unknownDeps(db, log).map((dep) => dep.log)));
}

const stopSchema = z.object({
  state: z.enum(['stopped', 'resumed']),
  /** Files that were gone or damaged, of how many that were looked at. */
  ill: z.number(),
  known: z.number(),
  since: z.number(),
});
type Stop = z.infer<typeof stopSchema>;

/** Why nothing is written on the share, or null while all is in order. */
export function readStop(db: ReadableDb): Stop | null {
  const text = readMeta(db, 'share.stop');
  return text === null ? null : stopSchema.parse(JSON.parse(text));
}

/** A person says that writing goes on. False when it had not stopped. */
export function resumeWrites(runtime: OfficeRuntime): boolean {
  const stop = readStop(runtime.db);
  if (stop?.state !== 'stopped') return false;
  transact(runtime.db, (db) => {
    writeMeta(db, 'share.stop', JSON.stringify({ ...stop, state: 'resumed' }));
    clearAlerts(db, String(stop.since));
  });
  runtime.notify({ keys: ['sync'] });
  runtime.wakePublisher();
  return true;
}

/** The part of the store that remembers whether the share may be written on. */
export function writeStop(
  runtime: OfficeRuntime,
): Pick<SyncStore, 'stopWrites' | 'writesStopped' | 'wasResumed' | 'writesWell'> {
  const { db, clock } = runtime;
  return {
    stopWrites: (ill, known) => {
      const stop: Stop = { state: 'stopped', ill, known, since: clock() };
      transact(db, (writable) => {
        writeMeta(writable, 'share.stop', JSON.stringify(stop));
        raiseAlert(writable, 'share-stopped', String(stop.since), { ill, known }, stop.since);
      });
      runtime.notify({ keys: ['sync'] });
    },
    writesStopped: () => readStop(db)?.state === 'stopped',
    wasResumed: () => readStop(db)?.state === 'resumed',
    writesWell: () => {
      if (readStop(db)?.state === 'resumed') transact(db, (writable) => deleteMeta(writable, 'share.stop'));
    },
  };
}
