import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { shareScript } from '#main/engine/engine-resources.ts';
import type { ShareHost } from '#main/engine/share/process/share-host.ts';
import type { FromShareProcess } from '#main/engine/share/process/share-messages.ts';

import { traced } from './outside-trace.ts';

/**
 * Starts the real share process under strace. Only it is traced: each call that is traced stops its process twice, and
 * the engine's own are many and none of the share's.
 *
 * @param trace file into which the system's view of it is written
 */
export function tracedShareHost(trace: string): ShareHost {
  return {
    start: () => {
      const [command = '', ...args] = traced([process.execPath, fileURLToPath(shareScript)], trace);
      const child = spawn(command, args, {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        serialization: 'advanced',
        // Reads and writes that go through a ring in memory are no system calls, and no trace shows them.
        env: { ...process.env, UV_USE_IO_URING: '0' },
      });
      child.unref();
      child.channel?.unref();
      return {
        post: (message) => {
          if (child.connected) child.send(message, () => undefined);
        },
        listen: (message, ended) => {
          child.on('message', (received) => message(received as FromShareProcess));
          child.once('exit', ended);
        },
        // The process ends by itself when its channel does; strace, which is our child, ends with it.
        kill: () => {
          if (child.connected) child.disconnect();
        },
      };
    },
  };
}
