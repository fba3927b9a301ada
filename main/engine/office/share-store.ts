import type { Chain, SyncStore } from '../share/sync-store.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { entriesOfChain, rowOfEntry, rowsOfLog } from '../store/branches.ts';
import { transact } from '../store/database.ts';
import { entryAt } from '../store/entries.ts';
import { allLogs, findLog, logsOfUser, notePublished } from '../store/logs.ts';
import { dequeue } from '../store/outbox.ts';
import {
  forgetOwnHead,
  forgetReplaced,
  isOwnHead,
  noteOwnHead,
  noteReplaced,
  replacedBefore,
  startReplaced,
} from '../store/replaced-files.ts';
import {
  forgetPublished,
  recordSegment,
  replaceSegments,
  segmentRanges,
  segmentsOf,
} from '../store/segments.ts';
import type { ReplayWatch } from './replay-watch.ts';
import { isClosedLog } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { shareDocuments } from './share-documents.ts';
import { headOf, noteHeadRead, publishedFile, segmentOf } from './share-files.ts';
import { doubtedLogs, missingDeps, writeStop } from './share-losses.ts';
import { takingIn } from './taking-in.ts';

const PAGE = 1000;

/** The store as publishing and polling see it. `arrived` hears of each document that came in. */
export function shareStore(
  runtime: OfficeRuntime,
  arrived: (sha256: string) => void,
  replay: ReplayWatch,
): SyncStore {
  const { db } = runtime;
  return {
    enrolment: (invitation) => {
      const known = runtime.roster.current().invitations.get(invitation);
      if (known === undefined) return 'unknown';
      const isTaken = known.used && logsOfUser(db, known.user).length > 0;
      return isTaken || (!known.used && known.expires < runtime.clock()) ? 'over' : 'open';
    },
    rosterLog: () => runtime.roster.current().writerLog,
    endedLogs: () =>
      allLogs(db).flatMap(({ log, user }) => (user !== null && isClosedLog(runtime, log) ? [log] : [])),
    knownHeads: () =>
      allLogs(db).flatMap((log) => {
        if (log.hash === null) return [];
        const published =
          log.head_file === null
            ? ('unpublished' as const)
            : { version: log.published_version, file: log.head_file };
        return [
          {
            log: log.log,
            version: log.head_version,
            seq: log.seq,
            hash: log.hash,
            own: log.own === 1 ? published : null,
            file: log.own === 1 ? null : log.head_file,
          },
        ];
      }),
    outgoing: () =>
      allLogs(db).flatMap((log) => {
        const head = log.own === 1 ? headOf(log) : null;
        if (head === null || log.head_version <= log.published_version) return [];
        return [
          {
            head,
            from: log.published_seq + 1,
            segments: segmentsOf(db, log.id),
            published:
              log.head_file === null ? null : { version: log.published_version, file: log.head_file },
          },
        ];
      }),
    entryBytes: (chain, from, to) => entriesBetween(runtime, chain, from, to),
    segmentPublished: (log, file) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => {
        recordSegment(writable, row.id, segmentOf(file));
        notePublished(writable, row.id, file.to, row.published_version, row.head_file);
      });
    },
    headPublished: (log, version, file) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const letters = transact(db, (writable) => {
        notePublished(writable, row.id, row.published_seq, version, file);
        noteOwnHead(writable, row.id, file);
        startReplaced(writable, row.id, runtime.clock());
        return dequeue(writable, row.id, row.published_seq);
      });
      runtime.notify({ keys: ['sync', 'letters'], letters });
    },
    ownFiles: () =>
      allLogs(db).flatMap((log) => {
        if (log.own === 0 || log.hash === null) return [];
        const files = segmentRanges(db, log.id).map((row) => publishedFile(db, log, row));
        return [{ log: log.log, hash: log.hash, head: log.head_file, files }];
      }),
    packBegun: (log, name) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => noteReplaced(writable, row.id, name, runtime.clock()));
    },
    packPublished: (log, pack) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => replaceSegments(writable, row.id, segmentOf(pack)));
    },
    replacedFiles: (ageMs, limit) =>
      replacedBefore(db, runtime.clock() - ageMs, limit).map(({ log, file }) => ({ log, name: file })),
    replacedRemoved: ({ log, name }) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      transact(db, (writable) => forgetReplaced(writable, row.id, name));
    },
    wroteHead: (name) => isOwnHead(db, name),
    headRemoved: (log, name, files) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const known = new Set(segmentsOf(db, row.id));
      transact(db, (writable) => {
        forgetOwnHead(writable, name);
        for (const file of files) {
          if (!known.has(file)) noteReplaced(writable, row.id, file, runtime.clock());
        }
      });
    },
    headsOf: (log) => rowsOfLog(db, log).flatMap((row) => headOf(row) ?? []),
    headRead: (head, name, segments) =>
      transact(db, (writable) => noteHeadRead(writable, head, name, segments)),
    missingDeps: () => missingDeps(db),
    doubtedLogs: () => doubtedLogs(db),
    ownLost: (log, files) => {
      const row = findLog(db, log);
      if (row === undefined) return;
      const lost = segmentRanges(db, row.id).find(({ file }) => files.includes(file));
      transact(db, (writable) => forgetPublished(writable, row, lost?.from ?? null));
    },
    ...writeStop(runtime),
    hashAt: (chain, seq) => {
      const row = rowOfEntry(db, chain);
      return row === undefined ? null : (entryAt(db, row.id, seq)?.hash ?? null);
    },
    holds: (log, hash) => rowOfEntry(db, { log, hash }) !== undefined,
    ...shareDocuments(runtime, arrived),
    ...takingIn(runtime, replay),
    alert: ({ code, file, log, seq }) => {
      const params: Record<string, string | number> = { file };
      if (log !== undefined) params['log'] = log.slice(0, 16);
      if (seq !== undefined) params['seq'] = seq;
      const isNew = transact(db, (writable) => raiseAlert(writable, code, file, params, runtime.clock()));
      if (isNew) runtime.notify({ keys: ['sync'] });
    },
    clearAlerts: (file) => transact(db, (writable) => clearAlerts(writable, file)),
  };
}

function* entriesBetween(
  runtime: OfficeRuntime,
  chain: Chain,
  from: number,
  to: number,
): Generator<Uint8Array> {
  const row = rowOfEntry(runtime.db, chain);
  if (row === undefined) return;
  for (let next = from; next <= to;) {
    const rows = entriesOfChain(runtime.db, row, next, Math.min(PAGE, to - next + 1));
    if (rows.length === 0) return;
    for (const entry of rows) yield entry.bytes;
    next += rows.length;
  }
}
