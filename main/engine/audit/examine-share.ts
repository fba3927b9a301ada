import { officePaths } from '../share/layout.ts';
import { inspectShare } from '../share/inspect-share.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import type { Check } from './check.ts';

/** Longest listing of `heads/` that leaves a poll unnoticed, in milliseconds. */
const SLOW_LISTING = 1000;
/** Difference of clocks from which times in the log look wrong to people, in milliseconds. */
const CLOCK_OFF = 2 * 60 * 1000;

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
  return [share, listed, ...(await probe(runtime, fs, path))];
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
