import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { shareScript } from '#main/engine/engine-resources.ts';
import { HostedShare } from '#main/engine/share/process/hosted-share.ts';
import { nodeShareHost } from '#main/engine/share/process/node-share-host.ts';
import type { ShareHost } from '#main/engine/share/process/share-host.ts';
import type { SharePace } from '#main/engine/share/share-pace.ts';

/** A host of real share processes that tells their ids, the newest last. */
export function watchedHost(): { readonly host: ShareHost; readonly pids: number[] } {
  const pids: number[] = [];
  return { host: nodeShareHost(shareScript, (pid) => pids.push(pid)), pids };
}

/** A share behind a real process, closed and removed with the test. */
export function hostedFolder(pace: Partial<SharePace> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'nirkertas-hosted-'));
  const { host, pids } = watchedHost();
  const hosted = new HostedShare(host, pace);
  onTestFinished(async () => {
    await hosted.close();
    rmSync(root, { recursive: true, force: true });
  });
  return { root, pids, hosted, fs: hosted.fs(root) };
}

function stateIn(folder: string): string {
  try {
    return /^State:\s+(\S)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/**
 * The states of a process's threads as the system tells them: `S` waits, `T` stopped, `D` in a call that no signal ends,
 * `Z` dead and not looked after yet. A killed process is there for as long as one of its threads is.
 */
export function threadStates(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => stateIn(`/proc/${pid}/task/${thread}`));
  } catch {
    return [];
  }
}

/** Whether a process runs or hangs. */
export function isRunning(pid: number): boolean {
  return threadStates(pid).some((state) => !['', 'Z', 'X'].includes(state));
}

/** Waits until something is so; fails after `limitMs`. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not so after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
