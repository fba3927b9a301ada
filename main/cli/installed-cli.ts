/**
 * The command line in an installed app, which has no Node of its own: the app's main process starts this as a utility
 * process, hands it the arguments, and starts the processes that touch shares for it.
 */
import type { FromEngine, ToEngine } from '#core/contract/engine-process.ts';
import { appShareHost } from '#main/engine/app-share-host.ts';
import type { SharePort } from '#main/engine/app-share-host.ts';
import { startShareProcessesBy } from '#main/engine/share-host-here.ts';

import { runCli } from './program.ts';

/** The parent's end, as a utility process of Electron has it. */
interface ParentPort {
  on(
    event: 'message',
    listener: (message: { readonly data: ToEngine; readonly ports: readonly SharePort[] }) => void,
  ): void;
  postMessage(message: FromEngine): void;
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
const host = appShareHost((message) => parentPort.postMessage(message));
parentPort.on('message', ({ data, ports: [port] }) => {
  if (data.kind === 'share-ended') host.ended(data.share);
  else if (data.kind === 'share-started' && port !== undefined) host.started(data.share, port);
});
startShareProcessesBy(host);

const code = await runCli(process.argv.slice(2));
// The port to the main process keeps this one alive; what was printed goes first.
await new Promise<void>((written) => {
  process.stdout.write('', () => written());
});
process.exit(code);
