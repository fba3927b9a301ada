import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('./fuse-folder.ts', import.meta.url));

/** Why no file system of our own can be mounted here; empty where it can. */
export function noMountsHere(): string {
  if (process.platform !== 'linux') return 'only Linux has FUSE';
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse';
  return process.getuid?.() === 0 ? '' : 'mounting needs root';
}

/** A folder mounted through a server of our own, which can go silent. */
export interface HangingMount {
  /** From the next such operation (`rename`, `read`, ... or `all`) on it takes everything and answers nothing. */
  readonly hangAt: (operation: string) => void;
  /** Comes true once it holds a request back. */
  readonly holds: () => Promise<void>;
  /** Carries out what it held, in order, and answers again. */
  readonly goOn: () => void;
}

/** Mounts `backing` at `mountpoint` until the test is over. */
export async function hangingMount(backing: string, mountpoint: string): Promise<HangingMount> {
  mkdirSync(mountpoint, { recursive: true });
  const server = fork(script, [backing, mountpoint], { execArgv: [] });
  onTestFinished(() => {
    // Its end aborts the connection: whoever still waits in the kernel is let go.
    server.kill('SIGKILL');
    spawnSync('umount', ['-l', mountpoint]);
  });
  const ready = once(server, 'message');
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('could not mount')));
  await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return {
    hangAt: (hang) => server.send({ hang }),
    holds: () => held(server),
    goOn: () => server.send({ go: true }),
  };
}

async function held(server: ChildProcess): Promise<void> {
  await once(server, 'message');
}
