import { utilityProcess, type UtilityProcess } from 'electron';

import type { EngineOptions, FromEngine, ToEngine } from '#core/contract/engine-process.ts';
import type { EngineView } from '#core/contract/shell.ts';
import { killProcess } from './kill-process.ts';
import { shareProcesses } from './share-processes.ts';

/** Waits before one restart after another, in milliseconds. After the last one the engine counts as failed. */
const restartDelays = [100, 300, 1_000, 3_000];

/** An engine that ran this long without dying has earned the full row of restarts again, in milliseconds. */
const steadyAfter = 60_000;

/** How long an engine may take to close its store when the app ends, in milliseconds. */
const stopLimit = 5_000;

/**
 * How long it is waited for the word that a killed engine has ended, in milliseconds. When a session of the desktop ends,
 * every process is ended at once, those too by which Electron learns of the others' end: then that word never comes.
 */
const deathLimit = 1_000;

/** Starts the engine's process, watches it and starts it again when it dies. */
export interface EngineSupervisor {
  readonly view: EngineView;
  /** The process to connect pages to; null while it is not ready. */
  readonly engine: UtilityProcess | null;
  /** Whether there is a process at all, ready or not. */
  readonly isRunning: boolean;
  start(): void;
  /** Starts it again after it failed. */
  restart(): void;
  /** Lets it close its store, and starts it on another data folder. */
  move(to: EngineOptions): Promise<void>;
  /** Lets it close its store and ends it. */
  stop(): Promise<void>;
}

/** The bundled scripts, absolute paths. */
export interface EngineScripts {
  readonly engine: string;
  /** What the engine's share processes run. */
  readonly share: string;
}

/**
 * @param scripts what the processes run
 * @param first what it is to open until it is moved
 * @param onChange called at each change of its state
 */
export function superviseEngine(
  scripts: EngineScripts,
  first: EngineOptions,
  onChange: (view: EngineView) => void,
): EngineSupervisor {
  let options = first;
  let view: EngineView = { state: 'starting' };
  let running: UtilityProcess | null = null;
  let isReady = false;
  let isStopping = false;
  let deaths = 0;
  let timer: NodeJS.Timeout | undefined;

  function become(next: EngineView): void {
    view = next;
    onChange(next);
  }

  function onDeath(startedAt: number): void {
    running = null;
    isReady = false;
    if (isStopping || view.state === 'failed') return;
    if (Date.now() - startedAt > steadyAfter) deaths = 0;
    const delay = restartDelays[deaths];
    deaths += 1;
    if (delay === undefined) {
      become({ state: 'failed', error: { code: 'engine-stopped' } });
      return;
    }
    become({ state: 'restarting' });
    timer = setTimeout(start, delay);
  }

  function start(): void {
    const startedAt = Date.now();
    const engine = utilityProcess.fork(scripts.engine, [JSON.stringify(options)], {
      serviceName: 'Nirkertas engine',
      stdio: 'inherit',
    });
    running = engine;
    const shares = shareProcesses(scripts.share, engine);
    engine.on('message', (message: FromEngine) => {
      if (message.kind === 'ready') {
        isReady = true;
        become({ state: 'ready' });
      } else if (message.kind === 'filling') {
        become({ state: view.state === 'restarting' ? 'restarting' : 'starting', filling: message.share });
      } else if (message.kind === 'refused') {
        become({ state: 'failed', error: message.error });
        engine.kill();
      } else shares.hear(message);
    });
    engine.once('exit', () => {
      shares.end();
      // One that was given up may be told of late: by then another one may run.
      if (running === engine) onDeath(startedAt);
    });
  }

  function stop(): Promise<void> {
    isStopping = true;
    clearTimeout(timer);
    const engine = running;
    if (engine === null) return Promise.resolve();
    return new Promise((resolve) => {
      let limit = setTimeout(() => {
        killProcess(engine);
        limit = setTimeout(ended, deathLimit);
      }, stopLimit);
      function ended(): void {
        clearTimeout(limit);
        running = null;
        resolve();
      }
      engine.once('exit', ended);
      engine.postMessage({ kind: 'stop' } satisfies ToEngine);
    });
  }

  async function move(to: EngineOptions): Promise<void> {
    become({ state: 'restarting' });
    await stop();
    isStopping = false;
    isReady = false;
    deaths = 0;
    options = to;
    start();
  }

  return {
    move,
    get view() {
      return view;
    },
    get engine() {
      return isReady ? running : null;
    },
    get isRunning() {
      return running !== null;
    },
    start,
    restart() {
      if (view.state !== 'failed') return;
      deaths = 0;
      become({ state: 'restarting' });
      if (running === null) start();
      else running.once('exit', start);
    },
    stop,
  };
}
