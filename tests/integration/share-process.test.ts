import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import { hostedFolder, isRunning, until } from './share-processes.ts';

describe('the process that touches the share', () => {
  it('answers what the folder answers, failures included, and never starts before it is asked', async () => {
    const { root, fs, pids } = hostedFolder();
    expect(pids).toEqual([]);
    const direct = new NodeShareFs(root);
    await mkdir(join(root, 'map'));
    await writeFile(join(root, 'besar'), Buffer.alloc(5000, 7));
    for (const one of [fs, direct]) {
      expect(await one.read('besar', 4999)).toMatchObject({ failure: 'too-large' });
      expect(await one.read('map', 10)).toMatchObject({ failure: 'not-a-file' });
      expect(await one.read('tidak-ada', 10)).toMatchObject({ failure: 'missing', detail: 'ENOENT' });
      expect(await one.writeNew('besar', Buffer.from('x'))).toMatchObject({ failure: 'exists' });
      expect(await one.stat('besar')).toMatchObject({ value: { size: 5000 } });
      expect(await one.list('tidak-ada')).toMatchObject({ failure: 'missing' });
      await expect(one.read('../luar', 10)).rejects.toThrow(RangeError);
      await expect(one.rename('besar', '/etc/x')).rejects.toThrow(RangeError);
    }
    expect(await fs.makeFolder('map/dalam')).toEqual({ ok: true, value: null });
    expect(await fs.writeNew('map/dalam/a', Buffer.from('isi'))).toEqual({ ok: true, value: null });
    expect(await fs.rename('map/dalam/a', 'map/b')).toEqual({ ok: true, value: null });
    expect(await fs.list('map')).toMatchObject({ value: { truncated: false } });
    expect(await readFile(join(root, 'map/b'), 'utf8')).toBe('isi');
    expect(await fs.remove('map/b')).toEqual({ ok: true, value: null });
    expect(pids).toHaveLength(1);
  });

  it('carries 32 MiB both ways, byte for byte, and counts them by what they become', async () => {
    const { root, fs } = hostedFolder();
    await mkdir(join(root, 'o/tmp'), { recursive: true });
    await mkdir(join(root, 'o/blobs/ab'), { recursive: true });
    const bytes = Buffer.alloc(32 * 1024 * 1024, 'surat ');
    expect(await fs.writeNew('o/tmp/t', bytes, 'o/blobs/ab/x')).toMatchObject({ ok: true });
    expect(await fs.rename('o/tmp/t', 'o/blobs/ab/x')).toMatchObject({ ok: true });
    const back = await fs.read('o/blobs/ab/x', bytes.length);
    expect(back.ok && bytes.equals(back.value)).toBe(true);
    const { traffic, bytesRead, bytesWritten } = await fs.counters();
    expect(traffic.blob).toMatchObject({
      write: 1,
      rename: 1,
      read: 1,
      bytesRead: bytes.length,
      bytesWritten: bytes.length,
    });
    expect(traffic.other).toMatchObject({ write: 0, bytesWritten: 0 });
    expect([bytesRead, bytesWritten]).toEqual([bytes.length, bytes.length]);
  });

  it('is killed when it hangs; the next operation has a new one, and the counters go on', async () => {
    const { root, fs, pids } = hostedFolder({ quietMs: 300 });
    await writeFile(join(root, 'a'), 'isi');
    await fs.read('a', 10);
    process.kill(pids[0] ?? 0, 'SIGSTOP');
    const [read, list] = await Promise.all([fs.read('a', 10), fs.list('')]);
    expect([read, list]).toMatchObject([{ failure: 'timeout' }, { failure: 'timeout' }]);
    await until(() => !isRunning(pids[0] ?? 0));
    expect(await fs.read('a', 10)).toMatchObject({ ok: true });
    expect(pids).toHaveLength(2);
    expect(await fs.counters()).toMatchObject({ read: 3, list: 1, bytesRead: 6 });
  });

  it('that dies is an error of what it was at, and is replaced', async () => {
    const { fs, pids } = hostedFolder();
    await fs.list('');
    process.kill(pids[0] ?? 0, 'SIGSTOP');
    const asked = fs.list('');
    process.kill(pids[0] ?? 0, 'SIGKILL');
    expect(await asked).toMatchObject({ failure: 'io', detail: 'the share process ended' });
    expect(await fs.list('')).toMatchObject({ ok: true });
    expect(pids).toHaveLength(2);
  });

  it('closes with its owner, who is answered at once whatever hangs', async () => {
    const { hosted, fs, pids } = hostedFolder();
    await fs.list('');
    process.kill(pids[0] ?? 0, 'SIGSTOP');
    const asked = fs.list('');
    const before = Date.now();
    await hosted.close();
    expect(await asked).toMatchObject({ failure: 'timeout', detail: 'closed' });
    expect(Date.now() - before).toBeLessThan(1000);
    expect(isRunning(pids[0] ?? 0)).toBe(false);
    expect(await fs.list('')).toMatchObject({ failure: 'timeout', detail: 'closed' });
    expect(pids).toHaveLength(1);
  });
});

const owner = fileURLToPath(new URL('./share-process-owner.ts', import.meta.url));

describe('a share process outlives nobody', () => {
  it.each([
    ['is killed', 'idle', 'SIGKILL'],
    ['is killed while it asks', 'asking', 'SIGKILL'],
    ['ends by itself', 'idle', 'SIGUSR2'],
    ['ends by itself while the process is stopped', 'stopped', 'SIGUSR2'],
    ['ends by itself while it asks', 'asking', 'SIGUSR2'],
  ] as const)('whose owner %s', async (_what, mode, signal) => {
    const { root } = hostedFolder();
    const child = spawn(process.execPath, [owner, root, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    child.kill(signal);
    await once(child, 'exit');
    await until(() => !isRunning(pid));
  });
});
