import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

import { closeDatabase, openDatabase, transact } from '#main/engine/store/database.ts';
import { writeMeta } from '#main/engine/store/meta.ts';

const script = fileURLToPath(new URL('./fuse-folder.ts', import.meta.url));

/** Why no file system of our own can be mounted here; empty where it can. */
export function noMountsHere(): string {
  if (process.platform !== 'linux') return 'only Linux has FUSE';
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse';
  return process.getuid?.() === 0 ? '' : 'mounting needs root';
}

/** A folder mounted through a server of our own, which can go silent, fail, and show old listings. */
export interface HangingMount {
  /** From now on the next `times` such operations are answered with an error of the system (EBUSY, EDQUOT, ...). */
  readonly failing: (operation: string, code: string, times?: number) => Promise<void>;
  /** From now on listings show what is there now, until told otherwise. */
  readonly stale: (isStale: boolean) => Promise<void>;
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
  const told = async (command: object) => {
    const taken = once(server, 'message');
    server.send(command);
    await taken;
  };
  return {
    // JSON, which carries commands, has no word for endless.
    failing: (fail, code, times = 1e9) => told({ fail, code, times }),
    stale: (stale) => told({ stale }),
    hangAt: (hang) => server.send({ hang }),
    holds: () => held(server),
    goOn: () => server.send({ go: true }),
  };
}

/** The office's folder is reached another way from this PC, whose engine is closed. */
export function reachThrough(dir: string, path: string): void {
  const opened = openDatabase(dir);
  if (!opened.ok) throw new Error(opened.error.code);
  transact(opened.value, (db) => writeMeta(db, 'share.path', path));
  closeDatabase(opened.value);
}

async function held(server: ChildProcess): Promise<void> {
  await once(server, 'message');
}
