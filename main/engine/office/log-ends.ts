import type { Dependency } from '#core/office/entry.ts';

import type { ReadableDb } from '../store/database.ts';
import { entryAt } from '../store/entries.ts';
import { logsOfUser } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';

/** The last entry of a log that took effect here; null before the first. */
export function endOf(db: ReadableDb, log: LogRow): Dependency | null {
  const entry = log.accepted_seq < 0 ? undefined : entryAt(db, log.id, log.accepted_seq);
  return entry === undefined ? null : { log: log.log, seq: entry.seq, hash: entry.hash };
}

/** The ends of all logs of a person, as this PC has seen them. */
export function endsOfPerson(db: ReadableDb, user: string): readonly Dependency[] {
  return logsOfUser(db, user).flatMap((log) => endOf(db, log) ?? []);
}
