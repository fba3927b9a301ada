import { officePaths } from '../share/layout.ts';
import { inspectShare } from '../share/inspect-share.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { readStop } from '../office/share-losses.ts';
import { allLogs } from '../store/logs.ts';
import type { Check } from './check.ts';

/** Longest listing of `heads/` that leaves a poll unnoticed, in milliseconds. */
const SLOW_LISTING = 1000;
/** Difference of clocks from which times in the log look wrong to people, in milliseconds. */
const CLOCK_OFF = 2 * 60 * 1000;

/** PCs from which a folder on a Windows client is near its limit of about 20 (3-office-log, Failures). */
const MANY_PCS = 15;
/** A PC that wrote nothing for so long is not reckoned with, in milliseconds. */
const RECENT = 30 * 24 * 60 * 60 * 1000;

const PROBE = Buffer.from('nirkertas doctor');

/**
 * How the share does: there and ours, listed quickly, writable, and its clock near this PC's. Writes one probe into
 * the office's own `tmp/` and removes it; on a share that is not ours nothing is written.
 */
export async function examineShare(
  runtime: OfficeRuntime,
  fs: ShareFs,
  path: string,
): Promise<readonly Check[]> {
  const { state, damaged, failure } = await inspectShare(fs, runtime.officeId, runtime.genesisHash);
  if (state !== 'online') {
    return [{ check: 'share', state: 'fail', params: { path, found: state, reason: failure ?? '' } }];
  }
  const paths = officePaths(runtime.officeId);
  const share: Check = {
    check: 'share',
    state: damaged.length === 0 ? 'ok' : 'fail',
    params: { path, found: damaged.length === 0 ? state : 'damaged', reason: damaged.join(', ') },
  };
  const before = performance.now();
  const listing = await fs.list(paths.heads);
  const milliseconds = Math.round(performance.now() - before);
  const slow = !listing.ok || listing.value.truncated || milliseconds > SLOW_LISTING;
  const listed: Check = { check: 'share-listing', state: slow ? 'warn' : 'ok', params: { milliseconds } };
  return [share, listed, ...(await probe(runtime, fs, path)), clients(runtime), stop(runtime)];
}

/** How many PCs use the share: whose folder it is cannot be seen from here, so the sentence says when it matters. */
function clients(runtime: OfficeRuntime): Check {
  const since = runtime.clock() - RECENT;
  const recent = allLogs(runtime.db).filter(
    ({ device, last_time: seen }) => device !== null && seen >= since,
  );
  const count = new Set(recent.map(({ device }) => device)).size;
  return { check: 'share-clients', state: count >= MANY_PCS ? 'warn' : 'ok', params: { count } };
}

/** Whether the program stopped writing there by itself and waits for a person. */
function stop(runtime: OfficeRuntime): Check {
  const stopped = readStop(runtime.db);
  const isStopped = stopped?.state === 'stopped';
  const { ill = 0, known = 0 } = stopped ?? {};
  return { check: 'share-stop', state: isStopped ? 'fail' : 'ok', params: { ill, known } };
}

async function probe(runtime: OfficeRuntime, fs: ShareFs, path: string): Promise<readonly Check[]> {
  const file = officePaths(runtime.officeId).newTemp(runtime.roster.current().writerLog);
  const asked = runtime.clock();
  const written = await fs.writeNew(file, PROBE);
  const answered = runtime.clock();
  if (!written.ok) {
    return [{ check: 'share-writable', state: 'fail', params: { path, reason: written.failure } }];
  }
  const stat = await fs.stat(file);
  const removed = await fs.remove(file);
  const writable: Check = {
    check: 'share-writable',
    state: removed.ok ? 'ok' : 'warn',
    params: { path, reason: removed.ok ? '' : removed.failure },
  };
  if (!stat.ok) return [writable];
  const { modified } = stat.value;
  const off = modified < asked ? modified - asked : modified > answered ? modified - answered : 0;
  const seconds = Math.round(off / 1000);
  return [
    writable,
    { check: 'share-clock', state: Math.abs(off) > CLOCK_OFF ? 'warn' : 'ok', params: { seconds } },
  ];
}
