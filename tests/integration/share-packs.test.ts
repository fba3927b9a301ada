import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { parseHeadName } from '#main/engine/log/file-names.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { publish } from '#main/engine/share/publish.ts';
import { readHead } from '#main/engine/share/read-log.ts';
import type { CrashPoint } from '#main/engine/share/share-context.ts';
import type { ShareFs } from '#main/engine/share/share-fs.ts';

import { filesUnder, makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { operations, TestPc } from './share-test-pc.ts';

const DAY = 24 * 60 * 60 * 1000;

let share: string;
let office: TestOffice;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
});
afterEach(() => removeShare(share));

/** Publishes so many acts, each by itself, with the passes in between in which packs are made. */
async function publishActs(pc: TestPc, acts: number, name = 'surat'): Promise<void> {
  for (let act = 0; act < acts; act += 1) {
    pc.write(`${name} ${act}`);
    await pc.sync.sync();
    await pc.sync.sync();
  }
}

function segmentsOf(pc: TestPc): Promise<readonly string[]> {
  return readdir(join(office.folder, 'logs', pc.log.slice(0, 16)));
}

/** What the newest head of a log lists. */
async function listed(pc: TestPc): Promise<readonly string[]> {
  const names = await readdir(join(office.folder, 'heads'));
  const heads = names.flatMap((name) => parseHeadName(name) ?? []).filter((h) => pc.log.startsWith(h.log16));
  const [newest] = heads.toSorted((a, b) => b.version - a.version);
  if (newest === undefined) throw new Error('no head');
  const paths = officePaths(office.genesis.officeId);
  const fs = new NodeShareFs(share);
  const read = await readHead({ fs, paths, officeId: office.genesis.officeId, keys: office.keys }, newest);
  if (!read.ok) throw new Error(read.trouble.code);
  return read.value.segments;
}

/** Runs what the passing of fourteen days brings. */
async function fourteenDaysLater(pc: TestPc): Promise<void> {
  pc.store.now += 14 * DAY + 1;
  for (let pass = 0; pass < 20; pass += 1) await pc.sync.sync();
}

describe('packs', () => {
  it('take the place of small files in the next head; the small files go 14 days after it', async () => {
    const a = new TestPc(office, office.founderKey);
    await publishActs(a, 30);
    a.write('terakhir');
    await a.sync.sync();
    const live = await listed(a);
    expect(live.length).toBeLessThan(12);
    const before = await segmentsOf(a);
    expect(before.length).toBeGreaterThan(30);
    a.store.now += 13 * DAY;
    for (let pass = 0; pass < 5; pass += 1) await a.sync.sync();
    expect(await segmentsOf(a)).toEqual(before);
    await fourteenDaysLater(a);
    expect((await segmentsOf(a)).toSorted()).toEqual([...live].toSorted());
    const late = new TestPc(office, generateSigningKey());
    await late.sync.sync();
    expect(late.notes(a.log)).toHaveLength(31);
    expect(late.alertCodes()).toEqual([]);
  });

  it('keep thousands of entries in some tens of files', async () => {
    const a = new TestPc(office, office.founderKey);
    for (let batch = 0; batch < 120; batch += 1) {
      for (let act = 0; act < 40; act += 1) a.write(`surat ${batch}/${act}`);
      await a.sync.sync();
      await a.sync.sync();
    }
    a.write('terakhir');
    await a.sync.sync();
    await fourteenDaysLater(a);
    for (let pass = 0; pass < 10; pass += 1) await a.sync.sync();
    expect(a.notes(a.log)).toHaveLength(4801);
    const files = await filesUnder(office.folder);
    expect(files.filter((file) => file.startsWith('logs/')).length).toBeLessThanOrEqual(32);
    expect(files.length).toBeLessThanOrEqual(36);
    const late = new TestPc(office, generateSigningKey());
    expect(await late.sync.sync()).toMatchObject({ ingested: 4802, rejected: 0 });
  });

  it('cost the reader who keeps up nothing: two reads a publish, and none for a pack', async () => {
    const a = new TestPc(office, office.founderKey);
    const b = new TestPc(office, generateSigningKey());
    a.write('awal');
    await a.sync.sync();
    await b.sync.sync();
    for (let act = 0; act < 40; act += 1) {
      a.write(`surat ${act}`);
      expect(operations(await a.cost())).toBeLessThanOrEqual(20);
      expect(await b.cost()).toMatchObject({ list: 1, read: 2, write: 0 });
      expect(operations(await a.cost())).toBeLessThanOrEqual(20);
      expect(await b.cost()).toMatchObject({ list: 1, read: 0, write: 0 });
    }
    expect(b.notes(a.log)).toEqual(a.notes(a.log));
    expect(b.alertCodes()).toEqual([]);
  });

  it.each(['list', 'read'] as const)(
    'removed under a reader’s eyes after its first %s are looked for in the heads again, in the same pass',
    async (moment) => {
      const a = new TestPc(office, office.founderKey);
      await publishActs(a, 8);
      const real = new NodeShareFs(share);
      let after: (() => Promise<void>) | null = null;
      const then = async <T>(answer: T): Promise<T> => {
        const run = after;
        after = null;
        await run?.();
        return answer;
      };
      const isHead = (path: string) => path.includes('/heads/');
      const fs: ShareFs = {
        list: async (folder) => {
          const listing = await real.list(folder);
          return moment === 'list' ? then(listing) : listing;
        },
        read: async (path, limit) => {
          const read = await real.read(path, limit);
          return moment === 'read' && isHead(path) ? then(read) : read;
        },
        stat: (path) => real.stat(path),
        writeNew: (path, bytes) => real.writeNew(path, bytes),
        makeFolder: (path) => real.makeFolder(path),
        rename: (from, to) => real.rename(from, to),
        remove: (path) => real.remove(path),
        counters: () => real.counters(),
      };
      const b = new TestPc(office, generateSigningKey(), { fs });
      // The owner publishes a head that lists a pack, and fourteen days pass in which the reader is asleep.
      after = async () => {
        a.write('dengan pak');
        await a.sync.sync();
        await fourteenDaysLater(a);
      };
      expect(await b.sync.sync()).toMatchObject({ share: 'online', rejected: 0 });
      expect(b.notes(a.log)).toEqual(a.notes(a.log));
      expect(b.alertCodes()).toEqual([]);
    },
  );

  it('leave the originals while another head of the log stands there', async () => {
    const a = new TestPc(office, office.founderKey);
    await publishActs(a, 10);
    const [name = ''] = await readdir(join(office.folder, 'heads'));
    const path = officePaths(office.genesis.officeId).head(name);
    const fs = new NodeShareFs(share);
    const held = await fs.read(path, 1e6);
    a.write('terakhir');
    await a.sync.sync();
    const before = await segmentsOf(a);
    // A stranger, or a server that lost power, brings the replaced head back under a name that is not ours.
    if (!held.ok) throw new Error('no head');
    const strange = `${name.slice(0, 16)}.1.${'0'.repeat(12)}`;
    await fs.writeNew(path.replace(name, strange), held.value);
    await fourteenDaysLater(a);
    expect(await segmentsOf(a)).toEqual(before);
    await rm(join(office.folder, 'heads', strange));
    await fourteenDaysLater(a);
    expect((await segmentsOf(a)).length).toBeLessThan(before.length);
  });
});

describe('an own head that comes back', () => {
  it('is taken away when its point lies on the own chain, and stays with an alarm when it does not', async () => {
    const a = new TestPc(office, office.founderKey);
    a.write('satu');
    await a.sync.sync();
    const [old = ''] = await readdir(join(office.folder, 'heads'));
    const fs = new NodeShareFs(share);
    const { head } = officePaths(office.genesis.officeId);
    const bytes = await fs.read(head(old), 1e6);
    a.write('dua');
    await a.sync.sync();
    if (!bytes.ok) throw new Error('no head');
    await fs.writeNew(head(old), bytes.value);
    for (let pass = 0; pass < 3; pass += 1) await a.sync.sync();
    expect(await readdir(join(office.folder, 'heads'))).toHaveLength(1);
    expect(a.alertCodes()).toEqual([]);

    // The same log key on a copied disk went another way, one version behind.
    const twin = new TestPc(office, office.founderKey);
    twin.write('jalan lain');
    await twin.sync.sync();
    const names = await readdir(join(office.folder, 'heads'));
    expect(names).toHaveLength(2);
    a.write('tiga');
    await a.sync.sync();
    await a.sync.sync();
    await a.sync.sync();
    expect(a.alertCodes()).toContain('log-continued-twice');
    const twins = names.filter((name) => twin.store.wroteHead(name));
    expect(twins).toHaveLength(1);
    expect(await readdir(join(office.folder, 'heads'))).toEqual(expect.arrayContaining(twins));
  });
});

class Crash extends Error {}

describe('a crash while packing', () => {
  const points: CrashPoint[] = [
    'pack:before-write',
    'pack:temp-written',
    'pack:renamed',
    'pack:verified',
    'pack:recorded',
    'pack:original-removed',
    'head:renamed',
    'head:recorded',
  ];
  it.each(points)(
    '%s: loses nothing, removes nothing that a head lists, leaves no file for good',
    async (point) => {
      let armed = false;
      const a = new TestPc(office, office.founderKey, {
        at: (reached) => {
          if (!armed || reached !== point) return;
          armed = false;
          throw new Crash(point);
        },
      });
      let crashes = 0;
      const pass = async () => {
        armed = crashes < 3;
        try {
          await a.sync.sync();
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          crashes += 1;
        }
        const there = new Set(await segmentsOf(a));
        for (const file of await listed(a)) expect(there, point).toContain(file);
      };
      for (let act = 0; act < 24; act += 1) {
        a.write(`surat ${act}`);
        for (let again = 0; again < 3; again += 1) await pass();
      }
      a.store.now += 14 * DAY + 1;
      for (let again = 0; again < 6; again += 1) await pass();
      a.write('terakhir');
      for (let again = 0; again < 6; again += 1) await pass();
      expect(crashes).toBe(3);
      armed = false;
      for (let round = 0; round < 3; round += 1) await fourteenDaysLater(a);
      expect((await segmentsOf(a)).toSorted()).toEqual([...(await listed(a))].toSorted());
      const late = new TestPc(office, generateSigningKey());
      await late.sync.sync();
      expect(late.notes(a.log)).toEqual(a.notes(a.log));
      expect(late.alertCodes()).toEqual([]);
    },
  );
});

describe('two hundred live logs', () => {
  it('cost an idle pass one listing, no read, and under 50 KB', async () => {
    const a = new TestPc(office, office.founderKey);
    a.write('dari A');
    await a.sync.sync();
    const { officeId } = office.genesis;
    for (let index = 0; index < 199; index += 1) {
      const pc = new TestPc(office, generateSigningKey());
      pc.write(`dari ${index}`);
      const at = () => undefined;
      const paths = officePaths(officeId);
      const context = { fs: pc.fs, officeId, paths, keys: office.keys, writerLog: pc.log, at };
      await publish(context, pc.store);
    }
    await a.sync.sync();
    expect(a.store.entries.size).toBe(200);
    const idle = await a.cost();
    expect(idle).toMatchObject({ list: 1, read: 0, write: 0, mkdir: 0, rename: 0, remove: 0, bytesRead: 0 });
    const names = await readdir(join(office.folder, 'heads'));
    // What a directory entry takes in an SMB2 answer (MS-FSCC 2.4.17): 104 bytes and two for each character.
    expect(names.reduce((sum, name) => sum + 104 + 2 * name.length, 0)).toBeLessThan(50_000);
    a.write('satu lagi');
    expect(operations(await a.cost())).toBeLessThanOrEqual(20);
  });
});
