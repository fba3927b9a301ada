import { randomBytes } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { retrying } from '#main/engine/share/retrying-share-fs.ts';
import type { CrashPoint } from '#main/engine/share/share-context.ts';
import type { ShareFs } from '#main/engine/share/share-fs.ts';

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

/** A PC whose acts and document are on the share. */
async function publishedPc() {
  const a = new TestPc(office, office.founderKey);
  const wanted = a.document(Buffer.from('isi surat'));
  a.write('dari A');
  await a.sync.sync();
  return { a, wanted };
}

describe('temps', () => {
  it('that crashes left go: own ones after a week, others’ after a month', async () => {
    const { a } = await publishedPc();
    const temps = join(office.folder, 'tmp');
    const mine = (digit: string) => `${a.log.slice(0, 16)}-${digit.repeat(16)}`;
    const others = (digit: string) => `${'9'.repeat(16)}-${digit.repeat(16)}`;
    const ages = { [mine('1')]: 8, [mine('2')]: 6, [others('3')]: 29, [others('4')]: 31, 'bukan-temp': 40 };
    for (const [name, days] of Object.entries(ages)) {
      await writeFile(join(temps, name), 'x');
      const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
      await utimes(join(temps, name), then, then);
    }
    const again = new TestPc(office, office.founderKey);
    for (const entry of a.store.entries.get(a.log) ?? []) again.store.append(entry);
    again.write('sesudah mati listrik');
    await again.sync.sync();
    expect((await readdir(temps)).toSorted()).toEqual([mine('2'), others('3'), 'bukan-temp'].toSorted());
  });

  it('stay when the clock of this PC is years ahead: the share’s own clock tells their age', async () => {
    const { a } = await publishedPc();
    const temps = join(office.folder, 'tmp');
    const fresh = `${'9'.repeat(16)}-${'5'.repeat(16)}`;
    await writeFile(join(temps, fresh), 'x');
    const again = new TestPc(office, office.founderKey, { now: () => Date.now() + 3 * 365 * 86_400_000 });
    for (const entry of a.store.entries.get(a.log) ?? []) again.store.append(entry);
    again.write('jam salah');
    await again.sync.sync();
    expect(await readdir(temps)).toEqual([fresh]);
  });
});

/** Stops a pass at a point, as a crash would. */
class Crash extends Error {}

describe('a crash at any point of a pass', () => {
  const points: CrashPoint[] = [
    'blob:before-write',
    'blob:temp-written',
    'blob:renamed',
    'blob:verified',
    'blob:recorded',
    'segment:before-write',
    'segment:temp-written',
    'segment:renamed',
    'segment:verified',
    'segment:recorded',
    'head:before-write',
    'head:temp-written',
    'head:renamed',
    'head:verified',
    'head:recorded',
    'head:old-removed',
  ];
  it.each(points)('%s: everything arrives once, and one head stays', async (point) => {
    const b = new TestPc(office, generateSigningKey());
    let armed = false;
    const a = new TestPc(office, office.founderKey, {
      at: (reached) => {
        if (armed && reached === point) throw new Crash(point);
      },
    });
    a.write('sebelum');
    await a.sync.sync();
    armed = true;
    const wanted = a.document(randomBytes(2000));
    a.write('di tengah');
    await expect(a.sync.sync()).rejects.toThrow(Crash);
    armed = false;
    await b.sync.sync();
    a.write('sesudah');
    for (const pc of [a, a, b]) await pc.sync.sync();
    b.want(wanted);
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['sebelum', 'di tengah', 'sesudah']);
    expect(b.store.documents.get(wanted.sha256)?.length).toBe(2000);
    expect(await readdir(join(office.folder, 'heads'))).toHaveLength(1);
    expect(b.alertCodes()).toEqual([]);
  });
});

/** A share of which some operations are replaced. */
function withFaults(fs: ShareFs, faults: Partial<ShareFs>): ShareFs {
  return {
    list: (folder) => fs.list(folder),
    read: (path, limit) => fs.read(path, limit),
    stat: (path) => fs.stat(path),
    writeNew: (path, bytes) => fs.writeNew(path, bytes),
    makeFolder: (path) => fs.makeFolder(path),
    rename: (from, to) => fs.rename(from, to),
    remove: (path) => fs.remove(path),
    counters: () => fs.counters(),
    ...faults,
  };
}

/** Answers renames with these failures, before anything is done, until there is none left. */
function failing(fs: ShareFs, failures: ('busy' | 'denied')[]): ShareFs {
  return withFaults(fs, {
    rename: async (from, to) => {
      const failure = failures.shift();
      return failure === undefined ? fs.rename(from, to) : { ok: false, failure, detail: 'EBUSY' };
    },
  });
}

describe('a share that says it wrote and did not', () => {
  it('is found out by reading back, and nothing counts as sent', async () => {
    const honest = new NodeShareFs(share);
    let lies = true;
    const fs = withFaults(honest, {
      writeNew: (path, bytes) => honest.writeNew(path, lies ? bytes.subarray(0, -1) : bytes),
    });
    const a = new TestPc(office, office.founderKey, { fs });
    a.document(Buffer.from('isi surat'));
    a.write('hampir terkirim');
    expect(await a.sync.sync()).toMatchObject({ published: 0, uploaded: 0, failure: 'io' });
    a.store.uploads.clear();
    expect(await a.sync.sync()).toMatchObject({ published: 0, failure: 'io' });
    lies = false;
    a.document(Buffer.from('isi surat'));
    expect(await a.sync.sync()).toMatchObject({ published: 2, uploaded: 1, failure: null });
    const b = new TestPc(office, generateSigningKey());
    await b.sync.sync();
    expect([b.notes(a.log), b.alertCodes()]).toEqual([['hampir terkirim'], []]);
  });
});

describe('a file that antivirus holds', () => {
  it('is tried again for as long as allowed, then left for the next pass', async () => {
    const held: ('busy' | 'denied')[] = ['busy', 'denied', 'busy'];
    const patient = retrying(failing(new NodeShareFs(share), held), { limitMs: 1000, firstMs: 1 });
    const a = new TestPc(office, office.founderKey, { fs: patient });
    a.write('sabar');
    expect(await a.sync.sync()).toMatchObject({ share: 'online', published: 2 });
    expect(held).toEqual([]);

    const longer: ('busy' | 'denied')[] = Array.from({ length: 50 }, () => 'busy');
    const hasty = retrying(failing(new NodeShareFs(share), longer), { limitMs: 10, firstMs: 4 });
    const b = new TestPc(office, generateSigningKey(), { fs: hasty });
    b.write('terburu-buru');
    expect(await b.sync.sync()).toMatchObject({ share: 'online', published: 0, failure: 'busy' });
    expect(longer.length).toBeGreaterThan(40);
    longer.length = 0;
    expect(await b.sync.sync()).toMatchObject({ published: 2, failure: null });
    expect(await readdir(join(office.folder, 'tmp'))).toEqual([]);
  });
});
