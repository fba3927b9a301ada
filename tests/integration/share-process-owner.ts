/**
 * A program that has a share process and prints its id: `idle`; `stopped` by a signal; or `asking` without end. It ends
 * at SIGUSR2.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import { shareScript } from '#main/engine/engine-resources.ts';
import { HostedShare } from '#main/engine/share/process/hosted-share.ts';
import { nodeShareHost } from '#main/engine/share/process/node-share-host.ts';

const [root = '', mode = ''] = process.argv.slice(2);
let share = 0;
const hosted = new HostedShare(nodeShareHost(shareScript, (pid) => (share = pid)));
const fs = hosted.fs(root);
await fs.list('');
if (mode === 'stopped') process.kill(share, 'SIGSTOP');
async function askWithoutEnd(): Promise<never> {
  for (;;) await fs.list('');
}
if (mode === 'asking') void askWithoutEnd();
process.on('SIGUSR2', () => process.exit(0));
process.stdout.write(`${share}\n`);
await sleep(60_000);
