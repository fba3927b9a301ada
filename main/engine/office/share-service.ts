import type { ReplayView, SyncReport, SyncView } from '#core/contract/answers.ts';
import { ok } from '#core/contract/result.ts';
import type { OfficeError, Result } from '#core/contract/result.ts';
import { noShareTraffic } from '#core/contract/share-traffic.ts';
import type { ShareTraffic } from '#core/contract/share-traffic.ts';

import type { ShareFs } from '../share/share-fs.ts';
import { ShareSync } from '../share/share-sync.ts';
import type { SyncPass } from '../share/share-sync.ts';
import { findBlob } from '../store/blobs.ts';
import { storeFailure, transact } from '../store/database.ts';
import { countWithoutEffect } from '../store/entries.ts';
import { allIdentities } from '../store/identities.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { keepArchiveAfter } from './archive-keeping.ts';
import { publishAnswers } from './join-answers.ts';
import type { JoinFolder } from './join-folder.ts';
import { announceRotations, followKeys, openRotations, useNewestKey } from './key-rotation.ts';
import { finishJoining, ownPendingJoin, resendRequest, takeAnswer } from './joining.ts';
import { keepNumbersAfter } from './number-upkeep.ts';
import { ReplayWatch } from './replay-watch.ts';
import { renewSession } from './own-log.ts';
import { pinnedGenesis } from './open-office.ts';
import type { OfficeRuntime } from './runtime.ts';
import { joinFolderOn } from './share-folder.ts';
import { FETCH_BATCH } from './share-documents.ts';
import { watchHealth } from './share-health.ts';
import { costOf } from './sync-cost.ts';
import { shareStore } from './share-store.ts';
import { storedKeyRing } from './stored-key-ring.ts';
import { witnessIfDue } from './witnessing.ts';

/** Milliseconds between looks at an unchanged share, and the longest wait after failures. */
const POLL_MS = 3000;
const LONGEST_MS = 60_000;
/** What is written together goes together. */
const WAKE_MS = 40;

/** Keeps this PC and the share together, and tells how that goes. */
export interface ShareService {
  readonly joinFolder: JoinFolder;
  readonly state: () => {
    share: SyncView['share'];
    lastSync: number | null;
    /** What the local disk said at the last pass, null when it took everything. */
    local: OfficeError | null;
    /** It is there and does not answer. */
    hung: boolean;
    /** What was asked of the share since this program started. */
    traffic: ShareTraffic;
    /** Taking in many entries, if it is under way. */
    replay: ReplayView | null;
  };
  /**
   * Whether this run has been through a pass: until then, what this PC wrote before a backup was put back may still
   * come from the share, and nothing is written that no person asked for.
   */
  readonly hasLooked: () => boolean;
  /** One pass now; its counts are of this pass alone. */
  readonly syncNow: () => Promise<Result<SyncReport>>;
  /** Fetches one document of the office now; false when the share does not have it or does not answer. */
  readonly fetchDocument: (sha256: string) => Promise<boolean>;
  /** Something was written: publish soon. */
  readonly wake: () => void;
  readonly start: () => void;
  /** Ends the passes; the one under way is waited for. */
  readonly stop: () => Promise<void>;
}

export interface ShareServiceOptions {
  readonly runtime: OfficeRuntime;
  readonly fs: ShareFs;
  /** 0 to 1; decides the jitter. */
  readonly random: () => number;
  readonly documentArrived: (sha256: string) => void;
}

const nothing: SyncPass = {
  share: 'offline',
  published: 0,
  uploaded: 0,
  ingested: 0,
  fetched: 0,
  rejected: 0,
  waiting: 0,
  clock: null,
  failure: null,
};

/** The service for one office on one share. */
export function shareService({ runtime, fs, random, documentArrived }: ShareServiceOptions): ShareService {
  const path = readMeta(runtime.db, 'share.path') ?? '';
  // Temps are named after a log of this PC, which sweeps its own and nobody else's.
  const writerLog = allIdentities(runtime.db)[0]?.log ?? runtime.roster.current().writerLog;
  const joinFolder = joinFolderOn(fs, path, writerLog, runtime.at);
  const replay = new ReplayWatch(runtime.clock, () => runtime.notify({ keys: ['sync'] }));
  const store = shareStore(runtime, documentArrived, replay);
  const last = readMeta(runtime.db, 'sync.last');
  let lastSync = last === null ? null : Number(last);
  let pass: SyncPass = { ...nothing };
  let known: SyncView['share'] = 'none';
  let sync: ShareSync | null = null;
  let timer: NodeJS.Timeout | null = null;
  let waitMs = POLL_MS;
  let stopped = true;
  let local: OfficeError | null = null;
  let told: OfficeError | null = null;
  let traffic = noShareTraffic;
  let running = false;
  let again = false;
  let looked = false;
  /** Passes under way, in the background and asked for; the store stays open until they are through. */
  const underWay = new Set<Promise<unknown>>();

  function syncer(): ShareSync | null {
    const keys = storedKeyRing(runtime);
    if (sync === null && keys !== null) {
      sync = new ShareSync({
        fs,
        officeId: runtime.officeId,
        genesisHash: runtime.genesisHash,
        genesis: pinnedGenesis(runtime.db)?.bytes,
        keys,
        store,
        writerLog,
        now: runtime.clock,
        random,
        ...(runtime.at === undefined ? {} : { at: runtime.at }),
      });
    }
    return sync;
  }

  /** While asked to join: look for the answer, and once the roster is here, begin the own log. */
  async function join(): Promise<void> {
    const pending = ownPendingJoin(runtime);
    if (runtime.session?.userKeys == null || pending === null || pending.answered) return;
    await resendRequest(joinFolder, runtime);
    const answered = await takeAnswer(joinFolder, runtime);
    if (!answered.ok) {
      const reason = String(answered.error.params?.['reason'] ?? '');
      if (answered.error.code === 'request-invalid') {
        store.alert({ code: 'join-answer-refused', file: reason });
      }
    }
  }

  async function onePass(): Promise<SyncPass> {
    const joining = ownPendingJoin(runtime) !== null && !store.writesStopped();
    if (joining) await join();
    const syncing = syncer();
    if (syncing === null) return nothing;
    if (!store.writesStopped()) await publishAnswers(runtime, joinFolder);
    const done = await syncing.sync();
    looked = true;
    openRotations(runtime);
    if (!store.writesStopped()) await announceRotations(runtime, joinFolder);
    useNewestKey(runtime);
    // Files that do not open may be under a key that came while this PC was away.
    if (done.rejected > 0 && runtime.session?.userKeys != null) await followKeys(runtime, joinFolder);
    if (joining && done.share !== 'offline') finishJoining(runtime);
    // Another PC continued the log of this one: this one goes on with a fresh log, if it is unlocked.
    if (renewSession(runtime)) runtime.wakePublisher();
    if (done.share === 'online' && !keepArchiveAfter(runtime)) witnessIfDue(runtime);
    watchHealth(runtime, done.clock);
    keepNumbersAfter(runtime, done.share === 'online' && done.failure === null);
    return done;
  }

  function note(done: SyncPass): void {
    const { share } = done;
    const moved = done.published + done.ingested + done.fetched + done.rejected > 0;
    const changed = share !== known || moved || local?.code !== told?.code;
    told = local;
    pass = done;
    known = share;
    if (share === 'online') {
      lastSync = runtime.clock();
      if (changed) transact(runtime.db, (db) => writeMeta(db, 'sync.last', String(lastSync)));
    }
    const good = share === 'online' && done.failure === null;
    waitMs = good ? POLL_MS : Math.min(LONGEST_MS, waitMs * 2);
    if (changed) runtime.notify({ keys: ['sync'] });
  }

  function schedule(ms: number): void {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (running) again = true;
      else void underWayUntilDone(run());
    }, ms);
  }

  function underWayUntilDone<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  /** A pass in the background; a local disk that is full or away is a state, not the end of the engine. */
  async function attempt(): Promise<SyncPass> {
    try {
      const done = await onePass();
      local = null;
      return done;
    } catch (error) {
      const [code, params] = storeFailure(error, runtime.folder);
      local = { code, params };
      return { ...nothing, share: pass.share, failure: 'io' };
    }
  }

  /** One background pass at a time; one that was asked for meanwhile follows it. */
  async function run(): Promise<void> {
    running = true;
    again = false;
    try {
      const done = await attempt();
      ({ traffic } = await fs.counters());
      note(done);
      // More documents wait than one pass takes: the next batch follows, and nobody waits for it without need.
      if (done.fetched >= FETCH_BATCH) again = true;
    } finally {
      running = false;
    }
    // Jitter, so that the PCs of an office do not ask in step.
    schedule(again ? WAKE_MS : waitMs * (0.8 + random() * 0.4));
  }

  async function passNow(): Promise<Result<SyncReport>> {
    const before = await fs.counters();
    const done = await onePass();
    local = null;
    const after = await fs.counters();
    ({ traffic } = after);
    note(done);
    const { waiting, refused } = countWithoutEffect(runtime.db);
    return ok({
      share: known,
      published: done.published,
      ingested: done.ingested,
      pending: waiting,
      quarantined: refused,
      ...costOf(after, before),
    });
  }

  async function fetchNow(sha256: string): Promise<boolean> {
    const blob = findBlob(runtime.db, sha256);
    const syncing = syncer();
    if (blob === undefined || blob.destroyed === 1 || syncing === null) return false;
    const { state } = await syncing.fetch({ sha256, size: blob.size });
    return state === 'done';
  }

  return {
    joinFolder,
    state: () => ({
      share: known,
      lastSync,
      local,
      hung: known === 'offline' && pass.failure === 'timeout',
      traffic,
      replay: replay.view,
    }),
    hasLooked: () => looked,
    syncNow: () => underWayUntilDone(passNow()),
    fetchDocument: (sha256) => underWayUntilDone(fetchNow(sha256)),
    wake: () => schedule(WAKE_MS),
    start: () => {
      stopped = false;
      schedule(0);
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.allSettled(underWay);
    },
  };
}
