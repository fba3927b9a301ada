import { clearAlerts, raiseAlert, wasRaised } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import { allLogs } from '../store/logs.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Difference between this PC's clock and the share's from which on somebody is told, in milliseconds. */
const CLOCK_LIMIT = 10 * 60 * 1000;
/** PCs from which on a folder on an ordinary Windows PC comes near its limit of about 20 connections. */
const PCS_LIMIT = 15;

/** One text for each of these alerts. */
const CLOCK = 'clock';
const CROWD = 'pcs';

/**
 * Tells what endangers the work with the share before it breaks: a clock that is off, and more PCs than a shared folder
 * of a Windows client lets in. Neither changes what the log holds.
 *
 * @param ahead milliseconds by which the share's clock is ahead; null when nobody looked
 */
export function watchHealth(runtime: OfficeRuntime, ahead: number | null): void {
  const { db, clock } = runtime;
  const pcs = new Set(allLogs(db).flatMap(({ device }) => device ?? [])).size;
  const isOff = ahead !== null && Math.abs(ahead) > CLOCK_LIMIT;
  const isCrowded = pcs >= PCS_LIMIT && !wasRaised(db, 'share-crowded', CROWD);
  // Most passes have nothing to say and write nothing.
  if (ahead === null && !isCrowded) return;
  const raised = transact(db, (writable) => {
    if (ahead !== null && !isOff) clearAlerts(writable, CLOCK);
    const minutes = Math.round((ahead ?? 0) / 60_000);
    const off = isOff && raiseAlert(writable, 'clock-differs', CLOCK, { minutes }, clock());
    const crowded = isCrowded && raiseAlert(writable, 'share-crowded', CROWD, { pcs }, clock());
    return off || crowded;
  });
  if (raised) runtime.notify({ keys: ['sync'] });
}
