import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { officePaths } from '#main/engine/share/layout.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import { makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { TestPc } from './share-test-pc.ts';

let share: string;
let office: TestOffice;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
});
afterEach(() => removeShare(share));

const isRoot = process.getuid?.() === 0;

describe('the door to the share', () => {
  it('follows no link, waits for no pipe, and reads no more than asked', async () => {
    const fs = new NodeShareFs(share);
    await symlink('/etc/hostname', join(share, 'tautan'));
    execFileSync('mkfifo', [join(share, 'pipa')]);
    await mkdir(join(share, 'map'));
    await writeFile(join(share, 'besar'), Buffer.alloc(5000));
    const socket = createServer();
    await new Promise<void>((resolve) => socket.listen(join(share, 'soket'), resolve));
    const failures = [];
    for (const name of ['tautan', 'pipa', 'map', 'besar', 'soket', 'tidak-ada']) {
      const read = await fs.read(name, 4999);
      failures.push(read.ok ? 'read' : read.failure);
    }
    await new Promise((resolve) => socket.close(resolve));
    expect(failures).toEqual(['not-a-file', 'not-a-file', 'not-a-file', 'too-large', 'missing', 'missing']);
    const whole = await fs.read('besar', 5000);
    expect(whole.ok && whole.value.length).toBe(5000);
  });

  it('takes only paths of our own shape', async () => {
    const fs = new NodeShareFs(share);
    for (const path of [
      '../x',
      '/etc/passwd',
      'a//b',
      'a/../b',
      'A',
      'a b',
      'con.',
      '.x',
      `a/${'b'.repeat(120)}`,
    ]) {
      await expect(fs.read(path, 10)).rejects.toThrow(RangeError);
      await expect(fs.rename('a', path)).rejects.toThrow(RangeError);
    }
  });

  it('creates a file only where none is', async () => {
    const fs = new NodeShareFs(share);
    expect(await fs.writeNew('baru', Buffer.from('satu'))).toEqual({ ok: true, value: null });
    expect(await fs.writeNew('baru', Buffer.from('dua'))).toMatchObject({ failure: 'exists' });
    expect(await readFile(join(share, 'baru'), 'utf8')).toBe('satu');
    expect(await fs.writeNew('tidak/ada', Buffer.from('x'))).toMatchObject({ failure: 'missing' });
    expect(await fs.counters()).toMatchObject({ write: 3, bytesWritten: 4 });
  });

  it('looks at no more names than an office has', async () => {
    for (let index = 0; index < 60; index += 1)
      await writeFile(join(office.folder, 'heads', `f${index}`), '');
    const fs = new NodeShareFs(share, { namesLimit: 50 });
    const listing = await fs.list(officePaths(office.genesis.officeId).heads);
    expect(listing.ok && [listing.value.names.length, listing.value.truncated]).toEqual([50, true]);
    const a = new TestPc(office, office.founderKey, { fs });
    a.write('dalam banjir');
    expect(await a.sync.sync()).toMatchObject({ share: 'online', published: 2 });
    const codes = a.alertCodes();
    expect(codes.filter((code) => code === 'folder-flooded')).toHaveLength(1);
    expect(codes.filter((code) => code === 'stranger-file')).toHaveLength(20);
  });

  it('says when it may not', async () => {
    const nobody = 65534;
    await chmod(office.folder, 0o500);
    await chmod(share, 0o755);
    const fs = new NodeShareFs(share);
    const { root } = officePaths(office.genesis.officeId);
    if (isRoot) process.seteuid?.(nobody);
    const made = await fs.makeFolder(`${root}/baru`);
    const read = await fs.read(`${root}/genesis.json`, 16_384);
    if (isRoot) process.seteuid?.(0);
    await chmod(office.folder, 0o700);
    expect([made, read].map((answer) => (answer.ok ? 'done' : answer.failure))).toEqual([
      'denied',
      isRoot ? 'denied' : 'done',
    ]);
  });
});
