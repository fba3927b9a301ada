import { X509Certificate } from 'node:crypto';

import type { EngineState } from '../engine-state.ts';
import { pendingJoin } from '../office/joining.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { openAlerts } from '../store/alerts.ts';
import { countAwaited } from '../office/document-wants.ts';
import { blobsHere, countBlobs } from '../store/blobs.ts';
import { dataFolderFacts, integrityFault } from '../store/data-folder.ts';
import { documentFileState } from '../store/document-files.ts';
import { countWithoutEffect } from '../store/entries.ts';
import { sqliteVersion } from '../store/database.ts';
import { allIdentities, officeKeys } from '../store/identities.ts';
import { allLogs } from '../store/logs.ts';
import { readMeta } from '../store/meta.ts';
import { countToSend } from '../store/outbox.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { Check, CheckName } from './check.ts';
import { examineShare } from './examine-share.ts';

const MEGABYTE = 1024 * 1024;
/** Below this a day's scans may not fit; below the second not even a letter. */
const LOW_SPACE = 2048 * MEGABYTE;
const NO_SPACE = 200 * MEGABYTE;
/** Days before its end in which a certificate should be renewed. */
const RENEW_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/** Minutes by which this PC's clock may be behind what colleagues wrote. */
const CLOCK_BEHIND = 10;
/** Documents whose bytes are hashed; the newest ones, since `log verify` looks at all. */
const SAMPLE = 200;

function check(name: CheckName, state: Check['state'], params: Check['params'] = {}): Check {
  return { check: name, state, params };
}

/** The oldest Node that runs the engine, and the Node-API of its SQLite (2-architecture, Choices). */
const OLDEST_NODE = [20, 18] as const;

function runtimeCheck(engine: Pick<EngineState, 'db'>): Check {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return check('runtime', isOld ? 'fail' : 'ok', {
    node,
    sqlite: sqliteVersion(engine.db),
    needed: OLDEST_NODE.join('.'),
  });
}

/**
 * This PC's clock against what colleagues wrote: it cannot be earlier than what it has read. Their clocks may be wrong
 * as well, so the second newest of the other PCs counts where there are two.
 */
function clockCheck(runtime: OfficeRuntime, now: number): Check {
  const times = allLogs(runtime.db)
    .filter(({ own, seq }) => own === 0 && seq >= 0)
    .map((log) => log.last_time)
    .toSorted((a, b) => b - a);
  const newest = times[1] ?? times[0] ?? now;
  const minutes = Math.max(0, Math.round((newest - now) / 60_000));
  return check('clock', minutes > CLOCK_BEHIND ? 'warn' : 'ok', { minutes });
}

async function folderChecks(folder: string, now: number): Promise<Check[]> {
  const facts = await dataFolderFacts(folder, now);
  const megabytes = facts.freeBytes === null ? 0 : Math.floor(facts.freeBytes / MEGABYTE);
  const space =
    facts.freeBytes === null || facts.freeBytes >= LOW_SPACE
      ? 'ok'
      : facts.freeBytes < NO_SPACE
        ? 'fail'
        : 'warn';
  return [
    check('disk-space', space, { megabytes }),
    check('folder-writable', facts.isWritable ? 'ok' : 'fail', { folder }),
    check('folder-rights', facts.isOpenToOthers === true ? 'warn' : 'ok', { folder }),
    check('leftovers', facts.leftovers > 0 ? 'warn' : 'ok', { count: facts.leftovers }),
  ];
}

function keyChecks(runtime: OfficeRuntime, now: number): Check[] {
  const people = allIdentities(runtime.db);
  const roster = runtime.roster.current();
  const keys = officeKeys(runtime.db).length;
  const pending = pendingJoin(runtime) !== null;
  const enough = people.length > 0 && keys > 0;
  const state = enough ? 'ok' : pending ? 'warn' : 'fail';
  const checks = [check('keys', state, { people: people.length, officeKeys: keys })];
  for (const { user } of people) {
    const person = roster.people.get(user);
    if (person === undefined) continue;
    if (person.certificate === null) {
      checks.push(check('certificate', 'warn', { name: person.name, until: '' }));
      continue;
    }
    // validToDate would read better; the oldest Node that runs the engine lacks it.
    const until = new Date(new X509Certificate(Buffer.from(person.certificate, 'base64url')).validTo);
    const left = until.getTime() - now;
    const due = left < 0 ? 'fail' : left < RENEW_DAYS * DAY ? 'warn' : 'ok';
    checks.push(check('certificate', due, { name: person.name, until: until.toISOString().slice(0, 10) }));
  }
  return checks;
}

async function documentChecks(runtime: OfficeRuntime): Promise<Check[]> {
  const counts = countBlobs(runtime.db);
  const awaited = countAwaited(runtime);
  let bad = 0;
  for (const sha256 of blobsHere(runtime.db, SAMPLE)) {
    if ((await documentFileState(runtime.folder, sha256)) !== 'whole') bad += 1;
  }
  return [
    check('documents-here', bad > 0 ? 'fail' : 'ok', { count: counts.here, bad }),
    check('documents-to-send', counts.toUpload > 0 ? 'warn' : 'ok', { count: counts.toUpload }),
    check('documents-awaited', awaited > 0 ? 'warn' : 'ok', { count: awaited }),
  ];
}

function storeChecks(runtime: OfficeRuntime): Check[] {
  const { waiting, refused } = countWithoutEffect(runtime.db);
  const outbox = countToSend(runtime.db);
  const alerts = openAlerts(runtime.db).length;
  return [
    check('entries', refused > 0 ? 'fail' : waiting > 0 ? 'warn' : 'ok', { waiting, refused }),
    check('outbox', outbox > 0 ? 'warn' : 'ok', { count: outbox }),
    check('alerts', alerts > 0 ? 'warn' : 'ok', { count: alerts }),
  ];
}

/**
 * Looks at everything that can go wrong on one PC: runtime, disk, data folder, store, keys, clock, what waits,
 * documents, share and its clock. Writes nothing but probe files, which it removes.
 */
export async function examine(
  engine: Pick<EngineState, 'db' | 'folder' | 'office' | 'clock'>,
  shareFs: (path: string) => ShareFs,
): Promise<readonly Check[]> {
  const now = engine.clock();
  const checks = [runtimeCheck(engine), ...(await folderChecks(engine.folder, now))];
  const fault = integrityFault(engine.db);
  checks.push(check('store', fault === null ? 'ok' : 'fail', { detail: fault ?? '' }));
  const runtime = engine.office;
  checks.push(
    check('office', runtime === null ? 'warn' : 'ok', { name: runtime?.roster.current().name ?? '' }),
  );
  if (runtime === null) return checks;
  checks.push(
    ...keyChecks(runtime, now),
    clockCheck(runtime, now),
    ...storeChecks(runtime),
    ...(await documentChecks(runtime)),
  );
  const path = readMeta(runtime.db, 'share.path') ?? '';
  checks.push(...(await examineShare(runtime, shareFs(path), path)));
  return checks;
}
