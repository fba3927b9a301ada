import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { ShareChannel, ShareHost } from './share-host.ts';
import type { FromShareProcess } from './share-messages.ts';

/** Children that have not ended. One that hears of nothing (stopped, or in a hanging mount) is killed at our exit. */
const alive = new Set<ChildProcess>();
let watchesExit = false;

function killAtExit(child: ChildProcess): void {
  alive.add(child);
  if (watchesExit) return;
  watchesExit = true;
  process.on('exit', () => alive.forEach((one) => one.kill('SIGKILL')));
}

function start(script: string, started: (pid: number) => void): ShareChannel {
  // Options meant for this process (a debugger's port, a loader) are not the child's.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = fork(script, [], {
    env,
    execArgv: [],
    serialization: 'advanced',
    // A child that outlives us in a hanging mount must not hold open what somebody reads to its end.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  killAtExit(child);
  if (child.pid !== undefined) started(child.pid);
  // What waits for an answer has a timer of its own; an idle child keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  return {
    post: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    listen: (message, ended) => {
      const end = () => {
        alive.delete(child);
        ended();
      };
      child.on('message', (received) => message(received as FromShareProcess));
      child.once('exit', end);
      // It could not be started, or not be killed: only the first is an end.
      child.on('error', () => {
        if (child.pid === undefined) end();
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/**
 * Share processes as children of this one. They end with it, however it ends.
 *
 * @param script `share-process.ts` in the sources, its bundle in a built program
 * @param started told the id of each process
 */
export function nodeShareHost(script: URL, started: (pid: number) => void = () => undefined): ShareHost {
  return { start: () => start(fileURLToPath(script), started) };
}
