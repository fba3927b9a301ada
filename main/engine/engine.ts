import { randomBytes } from 'node:crypto';

import type { EngineOptions } from '#core/contract/engine-process.ts';
import type { ChangeNotice, MethodInput, MethodName, MethodOutput, Office } from '#core/contract/methods.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { officeZones } from '#core/office/office-day.ts';
import type { OfficeZone } from '#core/office/office-day.ts';

import { callEngine } from './api/call.ts';
import { localSettings } from './api/local-handlers.ts';
import { servePort } from './api/serve-port.ts';
import type { EnginePort } from './api/serve-port.ts';
import { changeFeed } from './change-feed.ts';
import { fontsFolder, pdfWorker } from './engine-resources.ts';
import type { EngineState } from './engine-state.ts';
import { lockFolder } from './folder-lock.ts';
import { readMachineId } from './keys/machine.ts';
import { documentArrived } from './office/document-arrival.ts';
import { ownPendingJoin } from './office/joining.ts';
import { foldNewlyKnown } from './office/newly-known.ts';
import { openOffice } from './office/open-office.ts';
import type { Surroundings } from './office/open-office.ts';
import type { PdfJobs } from './office/pdf-jobs.ts';
import type { OfficeRuntime } from './office/runtime.ts';
import { lockSession } from './office/session.ts';
import { joinFolderOn, prepareShare } from './office/share-folder.ts';
import { shareService } from './office/share-service.ts';
import { pdfService } from './pdf-service.ts';
import type { FillProgress } from './sample/fill.ts';
import { storyClock } from './sample/story-clock.ts';
import { shareHostHere } from './share-host-here.ts';
import { HostedShare } from './share/process/hosted-share.ts';
import type { ShareHost } from './share/process/share-host.ts';
import { BRIEF_RETRY_MS, retrying } from './share/retrying-share-fs.ts';
import type { ShareFs } from './share/share-fs.ts';
import type { SharePace } from './share/share-pace.ts';
import { CHECK_AT_OPEN_BYTES, checkInBackground, storeSize } from './store/background-check.ts';
import type { BackgroundCheck } from './store/background-check.ts';
import { closeDatabase, openDatabase, storeFailure } from './store/database.ts';
import { sweepStagedFiles } from './store/document-files.ts';
import { keptMachineId, readMeta } from './store/meta.ts';
import { stagedIds } from './store/staged.ts';

/** Milliseconds for which a busy file is tried again (3-office-log, Failures); longer waits are the queue's. */
const RETRY_MS = 60_000;
/** Milliseconds that what is under way on the share may still take when the engine closes; the app waits for five. */
const SHARE_CLOSE_MS = 3000;
const IDLE_CHECK_MS = 20_000;
/** Reading a large store from end to end would slow the start. */
const CHECK_AFTER_MS = 10_000;

/** What tests and tools may set; the app leaves all of it out. */
export interface EngineInternals {
  /** Milliseconds since 1970 UTC. */
  readonly clock?: () => number;
  /** Named points at which crash tests stop the process. */
  readonly at?: (point: string) => void;
  /** Identity of the machine; the operating system's by default. */
  readonly machineId?: string;
  /** False for tools that synchronise by hand (`sync --once`). */
  readonly background?: boolean;
  /** The share, where a test puts another in its place. */
  readonly shareFs?: (path: string) => ShareFs;
  /** What starts the process that touches the share; {@link shareHostHere} by default. */
  readonly shareHost?: ShareHost;
  readonly sharePace?: Partial<SharePace>;
  /** 0 to 1; decides the jitter of waits. */
  readonly random?: () => number;
  /** Work on PDFs; threads of this engine's own by default. The engine closes it. */
  readonly pdf?: PdfJobs;
  /** Said to whoever else wants the data folder. */
  readonly holder?: string;
  /** Told how far the sample office is filled. */
  readonly progress?: FillProgress;
}

/** One open data folder. */
export interface Engine extends Office {
  readonly state: EngineState;
  /** Serves one page over its port. */
  readonly connect: (port: EnginePort) => void;
  readonly listen: (listener: (notice: ChangeNotice) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Temps of a PC that has no log yet carry a random name of the same shape. */
function temporaryLog(): string {
  return randomBytes(32).toString('hex');
}

/** A PC that is set to a zone outside the country is set wrongly. */
function zoneOfThisPc(): OfficeZone {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return officeZones.find((known) => known === zone) ?? 'Asia/Jakarta';
}

/**
 * Checks a large store while it is used, once the start is over; a fault stops all work on it, since what is read
 * may be wrong. Answers what ends the check.
 */
function backgroundCheck(folder: string, damaged: (detail: string) => void): () => Promise<void> {
  if (storeSize(folder) <= CHECK_AT_OPEN_BYTES) return () => Promise.resolve();
  let check: BackgroundCheck | null = null;
  const timer = setTimeout(() => {
    check = checkInBackground(folder);
    void check.answer.then((answer) => {
      if (answer !== 'ok') damaged(answer);
    });
  }, CHECK_AFTER_MS);
  timer.unref();
  return async () => {
    clearTimeout(timer);
    await check?.stop();
  };
}

/** Weekends are free everywhere; national holidays come with the holiday data of a later release. */
const noHolidays: ReadonlySet<string> = new Set();

/**
 * Opens a data folder: takes its lock, checks and migrates the store, opens the office in it, and starts keeping
 * it together with the share. Errors: `store-in-use`, `store-newer`, `store-damaged`, `store-unwritable`,
 * `disk-full`.
 */
export async function openEngine(
  options: EngineOptions,
  internals: EngineInternals = {},
): Promise<Result<Engine>> {
  const time = storyClock(internals.clock ?? Date.now);
  const clock = time.now;
  const lock = lockFolder(options.dir, internals.holder ?? 'Nirkertas');
  if (!lock.ok) return lock;
  const opened = openDatabase(options.dir);
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const db = opened.value;
  const feed = changeFeed();
  const pdf = internals.pdf ?? pdfService({ workerUrl: pdfWorker, fontsFolder });
  const random = internals.random ?? Math.random;
  const hosted = new HostedShare(internals.shareHost ?? shareHostHere(), internals.sharePace);
  const doorWith = (limitMs: number) => (path: string) =>
    internals.shareFs?.(path) ?? retrying(hosted.fs(path), { limitMs, random, closing: hosted.closing });
  // Somebody waits for the answer and can ask again.
  const shareFs = doorWith(BRIEF_RETRY_MS);
  const background = internals.background ?? true;
  const surroundings: Surroundings = {
    folder: options.dir,
    clock,
    holidays: noHolidays,
    notify: feed.notify,
    wakePublisher: () => {
      if (background) state.share?.wake();
    },
    ...(internals.at === undefined ? {} : { at: internals.at }),
  };

  const machineId = internals.machineId ?? (await readMachineId()) ?? keptMachineId(db);
  const state: EngineState = {
    db,
    folder: options.dir,
    pdf,
    demo: options.demo,
    clock,
    office: null,
    founding: false,
    share: null,
    closed: false,
    damage: null,
    notify: feed.notify,
    listen: feed.listen,
    adopt,
    shareFs,
    shareAt: (path) => joinFolderOn(shareFs(path), path, temporaryLog(), internals.at),
    place: {
      db,
      surroundings,
      machineId,
      get timeZone() {
        return zoneOfThisPc();
      },
      prepareShare: (path, genesis) => prepareShare(shareFs(path), path, genesis, temporaryLog()),
    },
  };

  /** Documents that arrived and are being read for the search; closing waits for them. */
  const arriving = new Set<Promise<unknown>>();

  function adopt(office: OfficeRuntime): void {
    state.office = office;
    foldNewlyKnown(office);
    const path = readMeta(office.db, 'share.path') ?? '';
    state.share = shareService({
      runtime: office,
      fs: doorWith(RETRY_MS)(path),
      random,
      documentArrived: (sha256) => {
        // Its words are a help for the search; a disk that gives none now is no reason to stop.
        const reading = documentArrived(office, pdf, sha256)
          .catch((error: unknown) => storeFailure(error, options.dir))
          .finally(() => arriving.delete(reading));
        arriving.add(reading);
      },
    });
    if (background) state.share.start();
    feed.notify({ keys: ['session', 'office', 'letters', 'home', 'sync'] });
  }

  const endCheck = backgroundCheck(options.dir, (detail) => {
    state.damage = detail;
    void state.share?.stop();
    feed.notify({ keys: ['session', 'sync'] });
  });

  const idle = setInterval(() => {
    // The sample office that is being filled lives in its own time and is not in use yet.
    const session = state.share === null ? null : state.office?.session;
    if (session == null || session.userKeys === null) return;
    // Whoever waits to be admitted can bind nobody yet, and the answer opens with their key alone.
    if (ownPendingJoin({ db, session }) !== null) return;
    const limit = localSettings(state).idleLockMinutes * 60_000;
    if (clock() - session.lastTouch < limit) return;
    lockSession(session, pdf);
    feed.notify({ keys: ['session', 'letters', 'home'] });
  }, IDLE_CHECK_MS);
  idle.unref();

  async function close(): Promise<void> {
    if (state.closed) return;
    state.closed = true;
    clearInterval(idle);
    await endCheck();
    // A share that hangs does not hold up the closing: its process is killed, and the outbox keeps what was under way.
    const cut = setTimeout(() => void hosted.close(), SHARE_CLOSE_MS);
    await state.share?.stop();
    clearTimeout(cut);
    await hosted.close();
    await Promise.all(arriving);
    await pdf.close();
    closeDatabase(db);
    if (lock.ok) lock.value.release();
  }

  await sweepStagedFiles(options.dir, stagedIds(db));
  const existing = openOffice(db, surroundings);
  // The sample draws its letters with programs that no other start should have to load.
  const samples = options.demo ? await import('./sample/fill.ts') : null;
  if (existing.ok) {
    samples?.reopenSampleOffice(existing.value);
    adopt(existing.value);
  } else if (samples !== null) {
    const sample = await samples.fillSampleOffice(state, time, internals.progress);
    if (!sample.ok) {
      await close();
      return sample;
    }
    adopt(sample.value);
  }

  return ok({
    state,
    connect: (port) => servePort(state, port),
    listen: feed.listen,
    call: <M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>> =>
      callEngine(state, method, input),
    close,
  });
}
