import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** One chain of entries as this PC knows it. `seq` is the last entry stored, -1 before the first. */
export interface LogRow {
  readonly id: number;
  readonly log: string;
  /** 0 for the continuation that was here first, which is the own one of a log of this PC. */
  readonly branch: number;
  /** The row that a later continuation goes on from, after `fork_seq`; null when it begins the log anew. */
  readonly parent: number | null;
  /** The last entry that it has in common with its parent; -1 when none. */
  readonly fork_seq: number;
  readonly public_key: Buffer | null;
  readonly user: string | null;
  /** The user key that certified it, base64url. */
  readonly certified_by: string | null;
  readonly device: string | null;
  readonly device_name: string | null;
  readonly own: 0 | 1;
  readonly seq: number;
  readonly hash: string | null;
  /** Last entry that took effect; what follows waits for entries it builds on. */
  readonly accepted_seq: number;
  readonly head_version: number;
  readonly head_signature: Buffer | null;
  readonly head_file: string | null;
  readonly published_seq: number;
  readonly published_version: number;
  readonly last_time: number;
  /** Last sequence that an own entry already named among its deps. */
  readonly named_seq: number;
  /** The entry with which its owner ended it; null while it lives. */
  readonly retired_seq: number | null;
  /** Why what follows `accepted_seq` will never take effect; null while the log is in order. */
  readonly refused: string | null;
}

/** The log with this id, or undefined; of one that was continued twice what was here first. */
export function findLog(db: ReadableDb, log: string): LogRow | undefined {
  return statement<[string], LogRow>(db, 'SELECT * FROM logs WHERE log = ? AND branch = 0').get(log);
}

/** The log behind a row number of `entries.log_id`. */
export function logByRow(db: ReadableDb, id: number): LogRow | undefined {
  return statement<[number], LogRow>(db, 'SELECT * FROM logs WHERE id = ?').get(id);
}

/** All logs, in the order in which this PC met them. */
export function allLogs(db: ReadableDb): readonly LogRow[] {
  return statement<[], LogRow>(db, 'SELECT * FROM logs ORDER BY id').all();
}

/** Logs other than an own one in which something took effect that no own entry has named among its deps. */
export function logsToName(db: ReadableDb, own: number): readonly LogRow[] {
  return statement<[number], LogRow>(
    db,
    'SELECT * FROM logs WHERE id <> ? AND accepted_seq > named_seq ORDER BY id',
  ).all(own);
}

/** Adds a log that was not known. */
export function addLog(db: WritableDb, log: string, own: boolean): LogRow {
  statement(db, 'INSERT INTO logs (log, own) VALUES (?, ?)').run(log, own ? 1 : 0);
  const row = findLog(db, log);
  if (row === undefined) throw new Error('a log vanished after it was added');
  return row;
}

/** Notes who writes the log, from its first entry. */
export function describeLog(
  db: WritableDb,
  id: number,
  opened: { publicKey: Uint8Array; user: string; certifiedBy: string; device: string; deviceName: string },
): void {
  statement(
    db,
    'UPDATE logs SET public_key = ?, user = ?, certified_by = ?, device = ?, device_name = ? WHERE id = ?',
  ).run(opened.publicKey, opened.user, opened.certifiedBy, opened.device, opened.deviceName, id);
}

/** Logs of one person, in the order in which this PC met them. */
export function logsOfUser(db: ReadableDb, user: string): readonly LogRow[] {
  return statement<[string], LogRow>(db, 'SELECT * FROM logs WHERE user = ? ORDER BY id').all(user);
}

/** Logs that a user key certified. */
export function logsCertifiedBy(db: ReadableDb, key: string): readonly LogRow[] {
  return statement<[string], LogRow>(db, 'SELECT * FROM logs WHERE certified_by = ? ORDER BY id').all(key);
}

/** Moves the end of the chain after an entry was stored. */
export function advanceLog(db: WritableDb, id: number, seq: number, hash: string, time: number): void {
  statement(db, 'UPDATE logs SET seq = ?, hash = ?, last_time = max(last_time, ?) WHERE id = ?').run(
    seq,
    hash,
    time,
    id,
  );
}

/** Notes up to where entries took effect. */
export function acceptUpTo(db: WritableDb, id: number, seq: number): void {
  statement(db, 'UPDATE logs SET accepted_seq = ? WHERE id = ?').run(seq, id);
}

/** Keeps the newest signed head of a log, and for a foreign log the file in which it came. */
export function keepHead(
  db: WritableDb,
  id: number,
  version: number,
  signature: Uint8Array,
  file: string | null,
): void {
  statement(db, 'UPDATE logs SET head_version = ?, head_signature = ?, head_file = ? WHERE id = ?').run(
    version,
    signature,
    file,
    id,
  );
}

/**
 * Whether entries of the log are here that took no effect yet and may: they wait for others, or name an entry of a
 * continuation that is not known yet. Those of a log that was stopped for good wait for nothing.
 */
export function isBehind({ seq, accepted_seq: accepted, refused }: LogRow): boolean {
  return accepted < seq && (refused === null || refused === 'dependency-conflict');
}

/** Notes what of an own log stands on the share, and under which head file. */
export function notePublished(
  db: WritableDb,
  id: number,
  seq: number,
  version: number,
  file: string | null,
): void {
  statement(db, 'UPDATE logs SET published_seq = ?, published_version = ?, head_file = ? WHERE id = ?').run(
    seq,
    version,
    file,
    id,
  );
}

/** Keeps the name of the head file in which the end of a log came; the log is read from then on, not written. */
export function noteHeadFile(db: WritableDb, id: number, file: string): void {
  statement(db, 'UPDATE logs SET own = 0, head_file = ? WHERE id = ?').run(file, id);
}

/** Notes that own entries have named this log up to `seq` among their deps. */
export function noteNamed(db: WritableDb, id: number, seq: number): void {
  statement(db, 'UPDATE logs SET named_seq = ? WHERE id = ?').run(seq, id);
}

/** Notes that the log's owner ended it with this entry. */
export function retireLog(db: WritableDb, id: number, seq: number): void {
  statement(db, 'UPDATE logs SET retired_seq = ? WHERE id = ? AND retired_seq IS NULL').run(seq, id);
}

/** Stops a log: what follows stays stored and without effect. With null it goes on. */
export function refuseLog(db: WritableDb, id: number, reason: string | null): void {
  statement(db, 'UPDATE logs SET refused = ? WHERE id = ?').run(reason, id);
}

/**
 * Gives an own log up to whoever continues it elsewhere: from now on it is read like any other. One that holds
 * entries the share has not seen stays own, so that they still travel.
 */
export function disownLog(db: WritableDb, log: string): void {
  statement(
    db,
    'UPDATE logs SET own = 0 WHERE log = ? AND branch = 0 AND head_version = published_version',
  ).run(log);
}
