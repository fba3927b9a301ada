import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeInvitation } from '#main/engine/keys/invitation.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { publishJoinFile, readJoinFile, removeJoinFiles } from '#main/engine/share/join-files.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { inspectShare } from '#main/engine/share/inspect-share.ts';
import { createOfficeFolder } from '#main/engine/share/office-folder.ts';
import { readGenesis } from '#main/engine/share/public-files.ts';

import { filesUnder, makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { TestPc } from './share-test-pc.ts';

let share: string;
let office: TestOffice;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
});
afterEach(() => removeShare(share));

/** A PC whose acts and document are on the share. */
async function publishedPc() {
  const a = new TestPc(office, office.founderKey);
  const wanted = a.document(Buffer.from('isi surat'));
  a.write('dari A');
  await a.sync.sync();
  return { a, wanted };
}

describe('a share that goes away', () => {
  it('is offline while gone or empty, nothing is made there, and all arrives when it is back', async () => {
    const { a } = await publishedPc();
    const aside = `${share}-aside`;
    await rename(share, aside);
    a.write('tanpa folder bersama');
    expect(await a.sync.sync()).toMatchObject({ share: 'offline', published: 0 });
    await mkdir(share);
    expect(await a.sync.sync()).toMatchObject({ share: 'offline' });
    expect(await a.sync.sync()).toMatchObject({ share: 'offline' });
    expect(await readdir(share)).toEqual([]);
    await rm(share, { recursive: true });
    await rename(aside, share);
    expect(await a.sync.sync()).toMatchObject({ share: 'online', published: 1 });
    const b = new TestPc(office, generateSigningKey());
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'tanpa folder bersama']);
  });

  it('is noticed by an idle reader, too', async () => {
    const { a } = await publishedPc();
    await rename(office.folder, `${office.folder}x`);
    expect(await a.sync.sync()).toMatchObject({ share: 'offline', failure: 'missing' });
    await rename(`${office.folder}x`, office.folder);
    expect(await a.sync.sync()).toMatchObject({ share: 'online', failure: null });
  });
});

describe('a share of another office', () => {
  it('is foreign, and nothing is written or removed there', async () => {
    const { a } = await publishedPc();
    await rm(office.folder, { recursive: true });
    const other = await makeOffice(share);
    const before = await filesUnder(share);
    a.write('salah alamat');
    expect(await a.sync.sync()).toMatchObject({ share: 'foreign', published: 0 });
    expect(await filesUnder(share)).toEqual(before);
    expect(await inspectShare(a.fs, other.genesis.officeId, other.genesis.hash)).toMatchObject({
      state: 'online',
    });
  });

  it('is foreign under our folder’s name, with a genesis that proves itself and nothing of ours', async () => {
    const { a } = await publishedPc();
    const elsewhere = await makeShare();
    const other = await makeOffice(elsewhere);
    await writeFile(join(office.folder, 'genesis.json'), other.genesis.bytes);
    for (const name of await readdir(join(office.folder, 'heads'))) {
      await unlink(join(office.folder, 'heads', name));
    }
    const before = await filesUnder(share);
    a.write('jangan terkirim');
    expect(await a.sync.sync()).toMatchObject({ share: 'foreign', published: 0 });
    expect(await filesUnder(share)).toEqual(before);
    expect(a.alertCodes()).toEqual(['share-foreign']);
    expect(await readGenesis(a.fs, office.genesis.officeId)).toEqual({ ok: false, code: 'genesis-other' });
    await removeShare(elsewhere);
  });

  it('of a newer format is left alone', async () => {
    const { a } = await publishedPc();
    await writeFile(join(office.folder, 'format.json'), '{"format":"nirkertas","version":2}');
    a.write('menunggu');
    expect(await a.sync.sync()).toMatchObject({ share: 'newer', published: 0 });
  });
});

describe('making an office’s folder', () => {
  it('goes on where it stopped and never writes over another genesis', async () => {
    const { genesis, founderLog: writerLog } = office;
    const fs = new NodeShareFs(share);
    const create = () => createOfficeFolder({ fs, genesis, writerLog, at: () => undefined });
    await unlink(join(office.folder, 'genesis.json'));
    await rm(join(office.folder, 'updates'), { recursive: true });
    expect(await create()).toEqual({ ok: true, value: null });
    expect(await readGenesis(fs, genesis.officeId)).toEqual({ ok: true, value: genesis });
    await writeFile(join(office.folder, 'genesis.json'), '{}');
    expect(await create()).toMatchObject({ ok: false, failure: 'exists' });
    expect(await readFile(join(office.folder, 'genesis.json'), 'utf8')).toBe('{}');
    await removeShare(share);
    expect(await create()).toMatchObject({ ok: false, failure: 'missing' });
  });
});

describe('joining over the share', () => {
  it('writes each file once and leaves another’s alone', async () => {
    const invitation = makeInvitation(office.genesis.officeId);
    const context = {
      fs: new NodeShareFs(share),
      paths: officePaths(office.genesis.officeId),
      writerLog: office.founderLog,
      at: () => undefined,
    };
    const put = (bytes: string) => publishJoinFile(context, invitation, 'request', Buffer.from(bytes));
    expect(await readJoinFile(context, invitation, 'request')).toMatchObject({ failure: 'missing' });
    expect(await put('permintaan')).toEqual({ ok: true, value: null });
    expect(await put('permintaan')).toEqual({ ok: true, value: null });
    expect(await put('permintaan lain')).toMatchObject({ failure: 'exists' });
    const read = await readJoinFile(context, invitation, 'request');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('permintaan');
    expect(await removeJoinFiles(context, invitation)).toEqual({ ok: true, value: null });
    expect(await readdir(join(office.folder, 'join'))).toEqual([]);
  });
});

const isRoot = process.getuid?.() === 0 && process.platform === 'linux';
if (!isRoot) console.log('skipped: full and read-only mounts need root on Linux');

/** Runs with the share on a small file system of its own. */
async function onTmpfs(size: string, use: () => Promise<void>): Promise<void> {
  const mounted = await makeShare();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mounted]);
  const [outerShare, outerOffice] = [share, office];
  try {
    share = mounted;
    office = await makeOffice(mounted);
    await use();
  } finally {
    [share, office] = [outerShare, outerOffice];
    execFileSync('umount', [mounted]);
    await removeShare(mounted);
  }
}

describe.skipIf(!isRoot)('a share on a real file system', () => {
  it('that is full says so, piles up no temps, and takes all once there is room', async () => {
    await onTmpfs('512k', async () => {
      const { a } = await publishedPc();
      const filler = join(share, 'film.mp4');
      await writeFile(filler, randomBytes(440 * 1024)).catch(() => undefined);
      a.document(randomBytes(200_000));
      a.write('tidak muat');
      for (let pass = 0; pass < 3; pass += 1) {
        expect(await a.sync.sync()).toMatchObject({ share: 'full', published: 0, failure: 'full' });
      }
      expect(await readdir(join(office.folder, 'tmp'))).toEqual([]);
      await unlink(filler);
      expect(await a.sync.sync()).toMatchObject({ share: 'online', published: 1, uploaded: 1 });
    });
  });

  it('that is read-only is still read, and takes all once it may be written', async () => {
    await onTmpfs('4m', async () => {
      const { a } = await publishedPc();
      const b = new TestPc(office, generateSigningKey());
      execFileSync('mount', ['-o', 'remount,ro', share]);
      b.write('menunggu');
      expect(await b.sync.sync()).toMatchObject({ share: 'read-only', published: 0, ingested: 2 });
      expect(b.notes(a.log)).toEqual(['dari A']);
      execFileSync('mount', ['-o', 'remount,rw', share]);
      expect(await b.sync.sync()).toMatchObject({ share: 'online', published: 2 });
    });
  });
});
