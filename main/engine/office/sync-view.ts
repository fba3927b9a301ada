import type { SyncView } from '#core/contract/answers.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { noShareTraffic } from '#core/contract/share-traffic.ts';

import { openAlerts } from '../store/alerts.ts';
import { allLogs } from '../store/logs.ts';
import { readMeta } from '../store/meta.ts';
import { countToSend, lettersToSend } from '../store/outbox.ts';
import { countNotReceived } from '../store/witness.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { ShareService } from './share-service.ts';

function problemOf(share: SyncView['share'], hung: boolean, path: string): OfficeError | null {
  switch (share) {
    case 'offline':
      return { code: hung ? 'share-hung' : 'share-offline', params: { path } };
    case 'newer':
      return { code: 'share-newer', params: { path } };
    case 'foreign':
      return { code: 'share-foreign', params: { path } };
    case 'read-only':
      return { code: 'share-read-only', params: { path } };
    case 'stopped':
      return { code: 'share-stopped', params: { path } };
    case 'full':
      return { code: 'share-full', params: { path } };
    default:
      return null;
  }
}

/** What waits, since when, why, and what else somebody should know of the share. */
export function syncView(runtime: OfficeRuntime, service: ShareService | null): SyncView {
  const { share, lastSync, local, hung, traffic } = service?.state() ?? {
    share: 'none' as const,
    lastSync: null,
    local: null,
    hung: false,
    traffic: noShareTraffic,
  };
  const path = readMeta(runtime.db, 'share.path') ?? '';
  const roster = runtime.roster.current();
  return {
    share,
    path,
    lastSync,
    waiting: countToSend(runtime.db),
    notReceived: countNotReceived(runtime.db),
    waitingLetters: lettersToSend(runtime.db, viewer(runtime), 100),
    problem: local ?? problemOf(share, hung, path),
    traffic,
    alerts: openAlerts(runtime.db),
    devices: allLogs(runtime.db)
      .filter((log) => log.user !== null && log.branch === 0)
      .map((log) => ({
        name: log.device_name ?? '',
        person: roster.people.get(log.user ?? '')?.name ?? '',
        lastSeen: log.last_time,
      })),
  };
}
