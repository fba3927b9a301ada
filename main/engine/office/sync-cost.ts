import type { SyncReport } from '#core/contract/answers.ts';
import { trafficSince } from '#core/contract/share-traffic.ts';

import type { ShareCounters } from '../share/share-fs.ts';

/** What was asked of the share between two looks at its counters. */
export function costOf(
  after: ShareCounters,
  before: ShareCounters,
): Pick<SyncReport, 'operations' | 'bytes' | 'traffic'> {
  const of = (kind: Exclude<keyof ShareCounters, 'traffic'>) => after[kind] - before[kind];
  return {
    operations: {
      list: of('list'),
      read: of('read'),
      write: of('write'),
      mkdir: of('mkdir'),
      rename: of('rename'),
      remove: of('remove'),
    },
    bytes: { read: of('bytesRead'), written: of('bytesWritten') },
    traffic: trafficSince(after.traffic, before.traffic),
  };
}
