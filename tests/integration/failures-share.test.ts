import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { hangingMount, noMountsHere, reachThrough } from './hanging-mount.ts';
import type { HangingMount } from './hanging-mount.ts';
import { folderOn } from './office-folder.ts';
import { PASSPHRASE, officeInput, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { settle } from './roster-pcs.ts';
import { filesUnder } from './share-test-office.ts';
import { whatIsTold } from './what-is-told.ts';

const delivery = async (pc: Pc, letter: string) => (await pc.call('letters.show', { letter })).delivery;

/** The subjects of the letters that a PC has. */
async function subjectsOf(pc: Pc): Promise<readonly string[]> {
  const { rows } = await pc.call('letters.queue', { box: 'all', offset: 0, limit: 50 });
  return rows.map(({ subject }) => subject).toSorted();
}

describe('a share that is gone, empty, or another office’s', () => {
  it('is told, work goes on, nothing is made or removed there, and all goes out when it is back', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await settle(tu, head);
    const aside = `${office.share}-aside`;
    renameSync(office.share, aside);
    const { letterId } = await register(tu, headPosition, { subject: 'Tanpa folder' });
    await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({
      share: 'offline',
      problem: 'share-offline',
      heading: 'Folder bersama tidak terjangkau',
    });
    expect(existsSync(office.share)).toBe(false);

    mkdirSync(office.share);
    await tu.sync();
    expect((await whatIsTold(tu)).problem).toBe('share-offline');
    expect(readdirSync(office.share)).toEqual([]);

    const other = testOffice();
    const stranger = await other.open('tu');
    await stranger.call('office.create', officeInput(other, { share: office.share }));
    await stranger.sync();
    const before = await filesUnder(office.share);
    await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({
      share: 'foreign',
      problem: 'share-foreign',
      heading: 'Folder ini bukan milik kantor Anda',
      alerts: [{ code: 'share-foreign', says: 'Folder bersama berisi kantor lain' }],
    });
    expect(await filesUnder(office.share)).toEqual(before);
    expect(await delivery(tu, letterId)).toBe('local');

    rmSync(office.share, { recursive: true });
    renameSync(aside, office.share);
    await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({ share: 'online', problem: null });
    expect(await delivery(tu, letterId)).toBe('onShare');
    await head.sync();
    expect(await subjectsOf(head)).toEqual(['Tanpa folder']);
  });
});

const reason = noMountsHere();
if (reason !== '') process.stdout.write(`skipped: a share that fails as told: ${reason}\n`);

/** Two PCs, of which TU reaches the folder through a mount that fails as it is told. */
async function throughMount() {
  const office = testOffice();
  const { tu: first, head, headPosition } = await twoPcs(office);
  await settle(first, head);
  const user = (await first.call('session.state', undefined)).users[0]?.user ?? '';
  await first.engine.close();
  const behind = join(office.root, 'server');
  const mount: HangingMount = await hangingMount(office.share, behind);
  reachThrough(join(office.root, 'tu'), behind);
  const tu = await office.open('tu');
  await tu.call('session.unlock', { user, passphrase: PASSPHRASE });
  await tu.sync();
  return { office, tu, head, headPosition, mount };
}

describe.skipIf(reason !== '')('a share that takes no writes', () => {
  it.each([
    ['ENOSPC', 'write', 'full', 'share-full', 'Folder bersama penuh'],
    ['EDQUOT', 'write', 'full', 'share-full', 'Folder bersama penuh'],
    ['EROFS', 'create', 'read-only', 'share-read-only', 'Folder bersama tidak dapat ditulisi'],
  ] as const)(
    '%s: is told for as long as it lasts, leaves no pile of temps, and local work goes on',
    async (code, operation, share, problem, heading) => {
      const { office, tu, head, headPosition, mount } = await throughMount();
      await mount.failing(operation, code);
      const { letterId } = await register(tu, headPosition, { subject: 'Menunggu tempat' });
      for (let pass = 0; pass < 4; pass += 1) {
        await tu.sync();
        expect(await whatIsTold(tu)).toMatchObject({ share, problem, heading, alerts: [] });
      }
      expect(readdirSync(join(folderOn(office.share), 'tmp'))).toEqual([]);
      expect(await delivery(tu, letterId)).toBe('local');
      // What others write still comes in.
      await head.call('office.status', undefined);
      await mount.failing(operation, code, 0);
      await tu.sync();
      expect(await whatIsTold(tu)).toMatchObject({ share: 'online', problem: null });
      expect(await delivery(tu, letterId)).toBe('onShare');
      await head.sync();
      expect(await subjectsOf(head)).toEqual(['Menunggu tempat']);
    },
  );
});

describe.skipIf(reason !== '')('a file that antivirus holds', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('%s: is tried again until it is let go', async (code) => {
    const { tu, head, headPosition, mount } = await throughMount();
    await mount.failing('rename', code, 3);
    const { letterId } = await register(tu, headPosition, { subject: 'Dipindai' });
    await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({ share: 'online', problem: null, alerts: [] });
    expect(await delivery(tu, letterId)).toBe('onShare');
    await head.sync();
    expect(await subjectsOf(head)).toEqual(['Dipindai']);
  });

  it('for long, when it is to be read, is told, and read once it is let go', async () => {
    const { tu, head, headPosition, mount } = await throughMount();
    await register(tu, headPosition, { subject: 'Sebelum' });
    await settle(tu, head);
    const [letter] = (await head.call('letters.queue', { box: 'all', offset: 0, limit: 1 })).rows;
    await head.call('letters.read', { letter: letter?.id ?? '' });
    await head.sync();
    await mount.failing('open', 'EACCES');
    await tu.sync();
    expect((await whatIsTold(tu)).alerts).toMatchObject([
      { code: 'file-locked', says: 'Berkas sedang dikunci program lain, mungkin antivirus' },
    ]);
    await mount.failing('open', 'EACCES', 0);
    for (let pass = 0; pass < 3; pass += 1) await tu.sync();
    expect((await whatIsTold(tu)).alerts).toEqual([]);
    const { desks } = await tu.call('letters.show', { letter: letter?.id ?? '' });
    expect(desks[0]?.read).not.toBeNull();
  });
});

describe.skipIf(reason !== '')('a share that cannot flush a folder', () => {
  it('is no trouble, and what it lost when its power went is written again', async () => {
    const { office, tu, head, headPosition, mount } = await throughMount();
    const heads = join(folderOn(office.share), 'heads');
    const before = new Set(readdirSync(heads));
    await mount.failing('fsyncdir', 'EINVAL');
    const { letterId } = await register(tu, headPosition, { subject: 'Belum tentu di cakram' });
    await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({ share: 'online', problem: null, alerts: [] });
    expect(await delivery(tu, letterId)).toBe('onShare');
    // The server's power goes: what was renamed is not there any more.
    for (const name of readdirSync(heads)) if (!before.has(name)) rmSync(join(heads, name));
    for (let pass = 0; pass < 5; pass += 1) await tu.sync();
    await head.sync();
    expect(await subjectsOf(head)).toEqual(['Belum tentu di cakram']);
    expect((await whatIsTold(tu)).alerts).toEqual([]);
  });
});

describe.skipIf(reason !== '')('a listing of some time ago', () => {
  it('is latency and nothing else', async () => {
    const { tu, head, headPosition, mount } = await throughMount();
    const { letterId } = await register(tu, headPosition, { subject: 'Terlambat terlihat' });
    await settle(tu, head);
    await mount.stale(true);
    await head.call('letters.read', { letter: letterId });
    await head.sync();
    for (let pass = 0; pass < 5; pass += 1) await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({ share: 'online', problem: null, alerts: [] });
    const read = async () => (await tu.call('letters.show', { letter: letterId })).desks[0]?.read ?? null;
    expect(await read()).toBeNull();
    await mount.stale(false);
    await tu.sync();
    expect(await read()).not.toBeNull();
  });
});
