import type { AlertView, DeviceView, SyncView } from '#core/contract/answers.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { noShareTraffic } from '#core/contract/share-traffic.ts';

import { shortLogId } from '../log/log-id.ts';
import { openAlerts } from '../store/alerts.ts';
import { countOnTheirWay } from '../store/blobs.ts';
import { countWithoutEffect } from '../store/entries.ts';
import { allLogs } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { readMeta } from '../store/meta.ts';
import { countToSend, lettersToSend } from '../store/outbox.ts';
import { countBehind, countNotReceived } from '../store/witness.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { readStop } from './share-losses.ts';
import type { ShareService } from './share-service.ts';
import { isReadingPaused } from './taking-in.ts';

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

function stopOf({ db }: OfficeRuntime): SyncView['stop'] {
  const stop = readStop(db);
  if (stop?.state !== 'stopped') return null;
  const { ill, known, since } = stop;
  return { ill, known, since };
}

/** Every person on every PC, whoever was seen last first. */
function devicesOf(runtime: OfficeRuntime, logs: readonly LogRow[]): readonly DeviceView[] {
  const { people } = runtime.roster.current();
  const behind = countBehind(runtime.db);
  return logs
    .filter((log) => log.user !== null && log.branch === 0)
    .map((log) => ({
      log: shortLogId(log.log),
      name: log.device_name ?? '',
      person: people.get(log.user ?? '')?.name ?? '',
      lastSeen: log.last_time,
      isThisPc: log.own === 1,
      behind: log.own === 1 ? null : (behind.get(log.id) ?? 0),
    }))
    .toSorted((a, b) => b.lastSeen - a.lastSeen);
}

/** The alerts, each with whose log it is about. */
function alertsOf({ db }: OfficeRuntime, devices: readonly DeviceView[]): readonly AlertView[] {
  const byLog = new Map(devices.map((device) => [device.log, device]));
  return openAlerts(db).map((alert) => {
    const writer = byLog.get(String(alert.params['log'] ?? ''));
    return { ...alert, by: writer === undefined ? null : { person: writer.person, device: writer.name } };
  });
}

/** What waits, since when, why, and what else somebody should know of the share. */
export function syncView(runtime: OfficeRuntime, service: ShareService | null): SyncView {
  const { share, lastSync, local, hung, traffic, replay } = service?.state() ?? {
    share: 'none' as const,
    lastSync: null,
    local: null,
    hung: false,
    traffic: noShareTraffic,
    replay: null,
  };
  const path = readMeta(runtime.db, 'share.path') ?? '';
  const devices = devicesOf(runtime, allLogs(runtime.db));
  return {
    share,
    path,
    lastSync,
    waiting: countToSend(runtime.db),
    notReceived: countNotReceived(runtime.db),
    waitingLetters: lettersToSend(runtime.db, viewer(runtime), 100),
    problem: local ?? problemOf(share, hung, path),
    stop: stopOf(runtime),
    replay,
    readingPaused: isReadingPaused(runtime),
    documents: countOnTheirWay(runtime.db),
    withoutEffect: countWithoutEffect(runtime.db),
    alerts: alertsOf(runtime, devices),
    devices,
    traffic,
  };
}
