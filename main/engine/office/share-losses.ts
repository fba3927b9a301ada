import { z } from 'zod';

import { parseEntry } from '../log/entry-codec.ts';
import type { SyncStore } from '../share/sync-store.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import type { ReadableDb } from '../store/database.ts';
import { entryAt } from '../store/entries.ts';
import { allLogs, findLog } from '../store/logs.ts';
import { deleteMeta, readMeta, writeMeta } from '../store/meta.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Entries that waiting ones name and of which nothing came: of each log the first that waits tells. */
export function missingDeps(db: ReadableDb): readonly { readonly log: string; readonly seq: number }[] {
  const missing = new Map<string, { log: string; seq: number }>();
  for (const log of allLogs(db)) {
    if (log.accepted_seq >= log.seq || log.refused !== null) continue;
    const row = entryAt(db, log.id, log.accepted_seq + 1);
    const parsed = row === undefined ? null : parseEntry(row.bytes);
    if (parsed?.ok !== true) continue;
    for (const dep of parsed.value.envelope.deps) {
      const seq = findLog(db, dep.log)?.seq ?? -1;
      if (seq < dep.seq) missing.set(`${dep.log}/${dep.seq}`, { log: dep.log, seq: dep.seq });
    }
  }
  return [...missing.values()];
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
