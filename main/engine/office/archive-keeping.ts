import type { ArchiveHealth } from '#core/contract/answers.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { allKeepers, countFewerCopies, findKeeper, lacksHeld } from '../store/archive.ts';
import { blobsNotHere, blobTotals, countBlobs } from '../store/blobs.ts';
import { transact } from '../store/database.ts';
import { countDestroyed } from '../store/destroyed.ts';
import { writeSetting } from '../store/local.ts';
import { allLogs, findLog } from '../store/logs.ts';
import { personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import { countAwaited, fetchesAll, keepsArchive } from './document-wants.ts';
import { isClosedLog } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** A keeper says at most hourly that it is whole; that it is not, at once. */
const CHECK_MS = 60 * 60 * 1000;
/** A keeper of which nothing was heard for so long counts as no copy any more: the disk may be gone with it. */
const SILENT_MS = 30 * 24 * 60 * 60 * 1000;
/** Copies at keepers that a document should have (3-office-log, Healing). */
export const COPIES = 2;

/** The device of the session's log, as its first entry says. */
function deviceHere(runtime: OfficeRuntime): string | null {
  const { session, db } = runtime;
  return session === null ? null : (findLog(db, session.log)?.device ?? null);
}

/** Says what this PC is, if that differs from what the office heard of it last. */
function announce(runtime: OfficeRuntime): Result<null> {
  const { session, db } = runtime;
  const device = deviceHere(runtime);
  const keeps = keepsArchive(runtime);
  if (session === null || device === null || isClosedLog(runtime, session.log)) return ok(null);
  if ((findKeeper(db, device)?.keeps === 1) === keeps) return ok(null);
  const actor = personActor(session.user);
  const written = append(runtime, session, [
    { type: 'log.keeps-archive', subject: null, body: { keeps }, actor },
  ]);
  return written.ok ? ok(null) : written;
}

/**
 * Makes this PC a penjaga arsip, or no longer: it fetches every document of the office and tells the others that it has
 * them. Errors: `passphrase-needed`, `log-closed`, and what the disk says.
 */
export function setKeepsArchive(runtime: OfficeRuntime, keeps: boolean): Result<ArchiveHealth> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  transact(runtime.db, (db) => writeSetting(db, 'keepsArchive', keeps));
  const told = announce(runtime);
  if (!told.ok) return told;
  runtime.wakePublisher();
  runtime.notify({ keys: ['sync'] });
  return ok(archiveHealth(runtime));
}

/** What this PC's word on its documents should be now; null when it has said so already. */
function wordDue(runtime: OfficeRuntime, device: string): boolean | null {
  const { db } = runtime;
  const keeper = findKeeper(db, device);
  if (keeper?.keeps !== 1) return null;
  if (blobsNotHere(db, '', 1).length > 0) {
    // What it never said to hold may be on its way; what it did say is a promise.
    return keeper.whole === 1 && lacksHeld(db, device) ? false : null;
  }
  if (keeper.whole !== 1) return true;
  const since = Math.abs(runtime.clock() - keeper.checked_time);
  return since >= CHECK_MS && countFewerCopies(db, [device], 1) > 0 ? true : null;
}

/**
 * After a pass: says what this PC is, and as a keeper what it holds. No word on single documents ever travels: an
 * entry's deps say what had arrived, and `whole` that everything named up to there is on this disk. A person must have
 * signed in; a locked session will do. Answers whether something was written.
 */
export function keepArchiveAfter(runtime: OfficeRuntime): boolean {
  const { session } = runtime;
  const device = deviceHere(runtime);
  if (session === null || device === null || isClosedLog(runtime, session.log)) return false;
  if (!announce(runtime).ok) return false;
  const whole = wordDue(runtime, device);
  if (whole === null) return false;
  const actor = personActor(session.user);
  return append(runtime, session, [{ type: 'log.archive-checked', subject: null, body: { whole }, actor }])
    .ok;
}

/** Who keeps the office's documents, and how many have too few copies. */
export function archiveHealth(runtime: OfficeRuntime): ArchiveHealth {
  const { db } = runtime;
  const roster = runtime.roster.current();
  const now = runtime.clock();
  const logs = allLogs(db).filter((log) => log.user !== null);
  const keepers = allKeepers(db)
    .filter(({ keeps }) => keeps === 1)
    .map((keeper) => {
      const own = logs.filter((log) => log.device === keeper.device);
      const living = own.filter((log) => !isClosedLog(runtime, log.log));
      const lastSeen = Math.max(0, ...own.map((log) => log.last_time));
      const isHere = own.some((log) => log.own === 1);
      const state: ArchiveHealth['keepers'][number]['state'] =
        living.length === 0
          ? 'closed'
          : !isHere && now - lastSeen > SILENT_MS
            ? 'silent'
            : keeper.whole === 1
              ? 'whole'
              : 'filling';
      return {
        device: keeper.device,
        name: own.at(-1)?.device_name ?? '',
        people: [...new Set(living.map((log) => roster.people.get(log.user ?? '')?.name ?? ''))],
        lastSeen,
        here: isHere,
        state,
      };
    });
  const counting = keepers.filter(({ state }) => state === 'whole').map(({ device }) => device);
  const { documents } = blobTotals(db);
  const destroyed = countDestroyed(db);
  return {
    keepsHere: keepsArchive(runtime),
    fetchesAll: fetchesAll(runtime),
    documents: documents - destroyed,
    destroyed,
    here: countBlobs(db).here,
    awaited: countAwaited(runtime),
    fewerCopies: countFewerCopies(db, counting, COPIES),
    keepers,
  };
}
