import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { HostedShare } from '#main/engine/share/process/hosted-share.ts';
import type { ShareChannel, ShareHost } from '#main/engine/share/process/share-host.ts';
import type { FromShareProcess, ToShareProcess } from '#main/engine/share/process/share-messages.ts';

const MIB = 1024 * 1024;
/** A sign of life is due after this many milliseconds; the verdict follows a second look, 200 ms later. */
const QUIET_MS = 1000;
const pace = { quietMs: QUIET_MS, slowest: 1024, startMs: 5000 };

/** A process that does nothing by itself: the test says what it answers and when it ends. */
class ScriptedProcess implements ShareChannel {
  readonly asked: ToShareProcess[] = [];
  killed = false;
  say: (message: FromShareProcess) => void = () => undefined;
  end: () => void = () => undefined;

  post(message: ToShareProcess): void {
    this.asked.push(message);
  }

  listen(message: (message: FromShareProcess) => void, ended: () => void): void {
    this.say = message;
    this.end = ended;
  }

  kill(): void {
    this.killed = true;
  }

  /** The request that came last. */
  get lastId(): number {
    return this.asked.at(-1)?.id ?? 0;
  }

  moved(bytesWritten: number): void {
    this.say({ kind: 'moved', id: this.lastId, bytesRead: 0, bytesWritten });
  }

  answer(value: unknown): void {
    this.say({ kind: 'answer', id: this.lastId, answer: { ok: true, value } });
  }
}

/** A share whose processes do what the test says; each says at once that it is ready unless told otherwise. */
function scripted(ready = true) {
  const processes: ScriptedProcess[] = [];
  const host: ShareHost = {
    start: () => {
      const fresh = new ScriptedProcess();
      processes.push(fresh);
      if (ready) queueMicrotask(() => fresh.say({ kind: 'ready' }));
      return fresh;
    },
  };
  const hosted = new HostedShare(host, pace);
  return { hosted, processes, fs: hosted.fs('/mnt/kantor') };
}

/** Lets a scripted process be asked for something before it does anything about it. */
async function newest(processes: readonly ScriptedProcess[], count: number): Promise<ScriptedProcess> {
  await vi.advanceTimersByTimeAsync(1);
  const last = processes.at(-1);
  if (last === undefined || processes.length !== count) throw new Error(`${processes.length} processes`);
  return last;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a large write on a slow line', () => {
  it('is no hang while bytes go through, however long it takes, and is one when they stop', async () => {
    const { fs, processes } = scripted();
    const written = fs.writeNew('o/tmp/t', new Uint8Array(32 * MIB), 'o/blobs/ab/x');
    const process = await newest(processes, 1);
    // One mebibyte in four seconds: the whole would take more than two minutes.
    for (let piece = 0; piece < 31; piece += 1) {
      await vi.advanceTimersByTimeAsync(4000);
      process.moved(MIB);
    }
    expect(process.killed).toBe(false);
    // The limit is a second and what four mebibytes need on the slowest line.
    await vi.advanceTimersByTimeAsync(QUIET_MS + 4096 - 10);
    expect(process.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(process.killed).toBe(true);
    expect(await written).toMatchObject({ failure: 'timeout', detail: 'no answer to write' });
    expect((await fs.counters()).traffic.blob).toMatchObject({ write: 1, bytesWritten: 31 * MIB });
  });
});

describe('an answer that waits while this process stands still', () => {
  it('is taken in before the verdict', async () => {
    const { fs, processes } = scripted();
    const listed = fs.list('');
    const process = await newest(processes, 1);
    // A long computation, or a laptop that slept: the timer is late, and the answer lies in the channel behind it.
    await vi.advanceTimersByTimeAsync(QUIET_MS + 50);
    process.answer({ names: [], truncated: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await listed).toMatchObject({ ok: true });
    expect(process.killed).toBe(false);
  });
});

describe('processes that do not die', () => {
  it('are two at most; then the share says that it hangs, until one is gone', async () => {
    const { hosted, fs, processes } = scripted();
    for (let count = 1; count <= 2; count += 1) {
      const listed = fs.list('');
      const process = await newest(processes, count);
      await vi.advanceTimersByTimeAsync(QUIET_MS + 300);
      expect(await listed).toMatchObject({ failure: 'timeout' });
      expect(process.killed).toBe(true);
      expect(hosted.leaving).toBe(count);
    }
    expect(await fs.list('')).toMatchObject({ failure: 'timeout', detail: 'hung' });
    expect(processes).toHaveLength(2);
    processes[0]?.end();
    await vi.advanceTimersByTimeAsync(1);
    const listed = fs.list('');
    const third = await newest(processes, 3);
    third.answer({ names: [], truncated: false });
    expect(await listed).toMatchObject({ ok: true });
  });

  it('are heard no more', async () => {
    const { fs, processes } = scripted();
    const first = fs.list('');
    const process = await newest(processes, 1);
    await vi.advanceTimersByTimeAsync(QUIET_MS + 300);
    expect(await first).toMatchObject({ failure: 'timeout' });
    const second = fs.list('');
    const replacement = await newest(processes, 2);
    // The late answer carries the id that the first request of the new process has, too.
    process.answer({ names: ['lama'], truncated: false });
    replacement.answer({ names: ['baru'], truncated: false });
    expect(await second).toMatchObject({ value: { names: ['baru'] } });
  });

  it('hold up the closing for a second and no longer', async () => {
    const { hosted, fs, processes } = scripted();
    const listed = fs.list('');
    await newest(processes, 1);
    const closed = hosted.close();
    expect(await listed).toMatchObject({ failure: 'timeout', detail: 'closed' });
    await vi.advanceTimersByTimeAsync(1000);
    await closed;
  });
});

describe('a process that does not start', () => {
  it('is given up after its time, and asked for nothing', async () => {
    const { fs, processes } = scripted(false);
    const listed = fs.list('');
    const process = await newest(processes, 1);
    await vi.advanceTimersByTimeAsync(pace.startMs + 300);
    expect(await listed).toMatchObject({ failure: 'timeout' });
    expect([process.asked, process.killed]).toEqual([[], true]);
  });

  it('for want of memory is an answer, other reasons are bugs', async () => {
    const noMemory = Object.assign(new Error('spawn EAGAIN'), { code: 'EAGAIN' });
    const failing = (error: Error) =>
      new HostedShare({
        start: () => {
          throw error;
        },
      }).fs('/mnt/kantor');
    expect(await failing(noMemory).list('')).toMatchObject({ failure: 'io', detail: 'EAGAIN' });
    await expect(failing(new Error('no script')).list('')).rejects.toThrow('no script');
  });
});

describe('a bug in the process', () => {
  it('is thrown where the operation was asked for', async () => {
    const { fs, processes } = scripted();
    const listed = fs.list('');
    const process = await newest(processes, 1);
    process.say({ kind: 'fault', id: process.lastId, message: 'TypeError: x is not a function' });
    await expect(listed).rejects.toThrow('x is not a function');
  });
});
