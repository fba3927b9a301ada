import type { ChangeNotice } from '#core/contract/methods.ts';
import type { FoldContext } from '#core/office/letter-fold.ts';
import { addDays, officeDay, officeMinute } from '#core/office/office-day.ts';
import { isQuarantined } from '#core/office/roster-closing.ts';
import type { KnownLogs } from '#core/office/roster-closing.ts';
import { positionsOf } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import type { ServicePromise } from '#core/office/tasks.ts';

import { canonicalDigest } from '../log/canonical-json.ts';
import { beginsLetter } from '../log/letter-id.ts';
import { isBehind, precedes } from '../store/branches.ts';
import type { ReadableDb } from '../store/database.ts';
import { entryByHash } from '../store/entries.ts';
import { findLog } from '../store/logs.ts';
import type { QueueClock, Viewer } from '../store/queue.ts';
import type { HeldPosition } from './letter-actions.ts';
import { readsAll } from '#core/office/rights.ts';
import { entryOfRow } from './stored-entry.ts';
import type { RosterHistory } from './roster-history.ts';
import type { Session } from './session.ts';

/** Working days from receipt to disposition that the office promises (1-product: 2). */
export const DAYS_TO_DISPOSE = 2;

/** An office that is open on this PC: what every use case works with. */
export interface OfficeRuntime {
  readonly db: ReadableDb;
  readonly folder: string;
  readonly officeId: string;
  readonly genesisHash: string;
  /** The root key's public exchange key: every letter key is sealed to it too. */
  readonly rootExchange: string;
  /** Public root key of the office. */
  readonly rootSign: string;
  readonly roster: RosterHistory;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly holidays: ReadonlySet<string>;
  readonly notify: (notice: Partial<ChangeNotice>) => void;
  /** Called after something was appended, so that it is published soon. */
  readonly wakePublisher: () => void;
  /** Named points at which the crash tests stop the process. */
  readonly at?: (point: string) => void;
  session: Session | null;
}

/** What the store knows of the logs that cuts and floors speak of. */
export function knownLogs(db: ReadableDb): KnownLogs {
  return {
    certifiedBy: (log) => findLog(db, log)?.certified_by ?? null,
    isBehind: (entry, point) => isBehind(db, entry, point),
  };
}

/** What the fold of a letter needs from this office. */
export function foldContext(runtime: OfficeRuntime): FoldContext {
  const logs = knownLogs(runtime.db);
  return {
    judge: (entry) => runtime.roster.judge(entry, logs),
    chainDigest: canonicalDigest,
    beginsLetter,
    cited: (hash) => {
      const row = entryByHash(runtime.db, hash);
      return row === undefined || row.rank === null ? null : entryOfRow(row);
    },
    precedes: (earlier, later) => precedes(runtime.db, earlier, later),
  };
}

/** Whether what the log writes from now on has no effect: it was closed, or the key that certified it, or retired. */
export function isClosedLog(runtime: OfficeRuntime, log: string): boolean {
  return isClosedBehind(runtime, { log, seq: Number.MAX_SAFE_INTEGER - 1 });
}

/** Whether what a log writes behind this place of it, which need not be here yet, has no effect. */
export function isClosedBehind(runtime: OfficeRuntime, { log, seq }: { log: string; seq: number }): boolean {
  if (findLog(runtime.db, log)?.retired_seq != null) return true;
  const place = { log, seq: seq + 1, hash: '' };
  return isQuarantined(runtime.roster.current(), place, knownLogs(runtime.db));
}

/** Rules for due dates nobody wrote. */
export function servicePromise(runtime: OfficeRuntime): ServicePromise {
  return {
    timeZone: runtime.roster.current().timeZone,
    holidays: runtime.holidays,
    daysToDispose: DAYS_TO_DISPOSE,
  };
}

/** Today in the office's zone (ISO). */
export function today(runtime: OfficeRuntime): string {
  return officeDay(runtime.clock(), runtime.roster.current().timeZone);
}

/** The moments that queues compare due dates with. */
export function queueClock(runtime: OfficeRuntime): QueueClock {
  const { timeZone } = runtime.roster.current();
  const now = runtime.clock();
  const day = officeDay(now, timeZone);
  return { today: day, now: officeMinute(now, timeZone), week: addDays(day, 7) };
}

/** The positions that the person signed in holds today. */
export function heldPositions(runtime: OfficeRuntime): readonly HeldPosition[] {
  if (runtime.session === null) return [];
  return positionsOf(runtime.roster.current(), runtime.session.user, today(runtime));
}

/** What the person signed in may see. */
export function viewer(runtime: OfficeRuntime): Viewer {
  const roster: RosterState = runtime.roster.current();
  const positions = heldPositions(runtime).map((h) => h.position.id);
  return { positions, all: positions.some((p) => readsAll(roster, p)) };
}
