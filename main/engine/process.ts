/**
 * The engine as a process of its own beside the app: opens the data folder, says so, and serves each page that the
 * main process hands a port for. Its first argument is the {@link EngineOptions} as JSON. An unexpected exception
 * ends it; the main process starts it again.
 */
import type { EngineOptions, FromEngine, ToEngine } from '#core/contract/engine-process.ts';
import type { EnginePort } from './api/serve-port.ts';
import { appShareHost } from './app-share-host.ts';
import type { SharePort } from './app-share-host.ts';
import { type Engine, openEngine } from './engine.ts';

/** The parent's end, as a utility process of Electron has it. */
interface ParentPort {
  on(
    event: 'message',
    listener: (message: {
      readonly data: ToEngine;
      readonly ports: readonly (EnginePort & SharePort)[];
    }) => void,
  ): void;
  postMessage(message: FromEngine): void;
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
// The main process wrote these a moment ago, in the same release.
const options: EngineOptions = JSON.parse(process.argv[2] ?? '{}');

const shareHost = appShareHost((message) => parentPort.postMessage(message));

async function stop(opening: Promise<Engine | null>): Promise<void> {
  const engine = await opening;
  await engine?.close();
  process.exit(0);
}

/** Milliseconds between two messages about how far the sample office is. */
const PROGRESS_MS = 100;

function progressTeller(): (share: number) => void {
  let told = 0;
  return (share) => {
    const now = Date.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    parentPort.postMessage({ kind: 'filling', share });
  };
}

async function open(): Promise<Engine | null> {
  const opened = await openEngine(options, { progress: progressTeller(), shareHost });
  if (!opened.ok) {
    parentPort.postMessage({ kind: 'refused', error: opened.error });
    return null;
  }
  parentPort.postMessage({ kind: 'ready' });
  return opened.value;
}

const opening = open();
parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (data.kind === 'stop') void stop(opening);
  else if (data.kind === 'share-ended') shareHost.ended(data.share);
  else if (port === undefined) return;
  else if (data.kind === 'share-started') shareHost.started(data.share, port);
  else void opening.then((engine) => engine?.connect(port));
});
