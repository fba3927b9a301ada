import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';

import { filesUnder, flipByte, makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { TestPc } from './share-test-pc.ts';

const MINUTE = 60_000;

let share: string;
let office: TestOffice;
let now: number;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
  now = Date.now();
});
afterEach(() => removeShare(share));

/** A PC whose clock is the test's, without jitter. */
function pcWith(key = generateSigningKey()): TestPc {
  return new TestPc(office, key, { now: () => now, random: () => 0 });
}

/** So many PCs that know each other's logs, all quiet. */
async function quietOffice(count: number): Promise<TestPc[]> {
  const pcs = [pcWith(office.founderKey)];
  while (pcs.length < count) pcs.push(pcWith());
  for (const [index, pc] of pcs.entries()) {
    pc.write(`dari ${index}`);
    pc.write(`lagi ${index}`);
  }
  for (let round = 0; round < 2; round += 1) for (const pc of pcs) await pc.sync.sync();
  return pcs;
}

function heads(): Promise<readonly string[]> {
  return readdir(join(office.folder, 'heads'));
}

const headOf = async (pc: TestPc) => (await heads()).find((name) => name.startsWith(pc.log.slice(0, 16)));
const logFolder = (pc: TestPc) => join(office.folder, 'logs', pc.log.slice(0, 16));

/** What a newcomer reads of a log. */
async function newcomerReads(pc: TestPc): Promise<readonly unknown[]> {
  const late = pcWith();
  for (let pass = 0; pass < 2; pass += 1) await late.sync.sync();
  return late.notes(pc.log);
}

async function passes(pcs: readonly TestPc[], times: number): Promise<void> {
  for (let pass = 0; pass < times; pass += 1) for (const pc of pcs) await pc.sync.sync();
}

describe('a log that is gone from the share while its PC is off', () => {
  it('is told after three looks with log and entry, and written back by one of the others', async () => {
    const [a, b, c] = (await quietOffice(3)) as [TestPc, TestPc, TestPc];
    await rm(join(office.folder, 'heads', (await headOf(c)) ?? ''));
    await rm(logFolder(c), { recursive: true });
    await passes([a, b], 2);
    expect([a.alertCodes(), b.alertCodes(), await headOf(c)]).toEqual([[], [], undefined]);
    await passes([a, b], 1);
    expect(a.store.alerts).toMatchObject([{ code: 'share-rolled-back', log: c.log, seq: 2 }]);
    await passes([a, b], 10);
    const written = (await heads()).filter((name) => name.startsWith(c.log.slice(0, 16)));
    expect(written).toHaveLength(1);
    expect(await newcomerReads(c)).toEqual(['dari 2', 'lagi 2']);
    // Healed: nothing to tell any more, and nothing more is written.
    expect([a.alertCodes(), b.alertCodes()]).toEqual([[], []]);
    await passes([a, b, c], 5);
    c.write('kembali');
    await passes([c, a], 3);
    expect(a.notes(c.log)).toEqual(['dari 2', 'lagi 2', 'kembali']);
    expect((await heads()).filter((name) => name.startsWith(c.log.slice(0, 16)))).toHaveLength(1);
    expect(c.alertCodes()).toEqual([]);
  });

  it('is written back by its own PC first', async () => {
    const [a, b] = (await quietOffice(2)) as [TestPc, TestPc];
    await rm(join(office.folder, 'heads', (await headOf(b)) ?? ''));
    await passes([a, b], 3);
    await passes([b], 1);
    expect(b.store.wroteHead((await headOf(b)) ?? '')).toBe(true);
    expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1']);
  });

  it('is written back when a stranger put an older state of it in its place', async () => {
    const [a, b] = (await quietOffice(2)) as [TestPc, TestPc];
    const old = (await headOf(b)) ?? '';
    const bytes = await readFile(join(office.folder, 'heads', old));
    b.write('baru');
    await passes([b, a], 2);
    await rm(join(office.folder, 'heads', (await headOf(b)) ?? ''));
    await writeFile(join(office.folder, 'heads', old), bytes);
    await passes([a], 3);
    expect(a.store.alerts).toMatchObject([{ code: 'share-rolled-back', log: b.log, seq: 3 }]);
    await passes([a], 8);
    expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1', 'baru']);
    expect(a.alertCodes()).toEqual([]);
  });

  it('is written back although a stranger put a head with a higher number in its place', async () => {
    const [a, b] = (await quietOffice(2)) as [TestPc, TestPc];
    await rm(join(office.folder, 'heads', (await headOf(b)) ?? ''));
    const forged = `${b.log.slice(0, 16)}.zz.${'a'.repeat(12)}`;
    await writeFile(join(office.folder, 'heads', forged), 'bukan kepala');
    await passes([a], 12);
    expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1']);
  });
});

describe('a damaged file of a log', () => {
  it.each(['flip', 'truncate', 'delete', 'other'])(
    'is found by the rounds and replaced beside it: %s',
    async (damage) => {
      const [a, b] = (await quietOffice(2)) as [TestPc, TestPc];
      const [segment = ''] = await readdir(logFolder(b));
      const path = join(logFolder(b), segment);
      if (damage === 'flip') await flipByte(path, 60);
      if (damage === 'truncate') await writeFile(path, (await readFile(path)).subarray(0, 100));
      if (damage === 'delete') await rm(path);
      if (damage === 'other')
        await writeFile(path, await readFile(join(logFolder(a), (await readdir(logFolder(a)))[0] ?? '')));
      expect(await newcomerReads(b)).toEqual([]);
      now += 30 * MINUTE;
      await passes([a], 2);
      expect(await newcomerReads(b)).toEqual([]);
      await passes([a], 8);
      expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1']);
      // Its own PC comes back, goes on, and one head stays.
      b.write('kembali');
      now += 30 * MINUTE;
      await passes([b, a], 6);
      expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1', 'kembali']);
      expect((await heads()).filter((name) => name.startsWith(b.log.slice(0, 16)))).toHaveLength(1);
    },
  );

  it('of the own log is replaced by its own PC', async () => {
    const [a, b] = (await quietOffice(2)) as [TestPc, TestPc];
    const [segment = ''] = await readdir(logFolder(b));
    await flipByte(join(logFolder(b), segment), 60);
    now += 30 * MINUTE;
    await passes([b], 5);
    expect(await newcomerReads(b)).toEqual(['dari 1', 'lagi 1']);
    expect(a.alertCodes()).toEqual([]);
  });

  it('that a pack has replaced, while the head still lists it, costs a new head and no second copy', async () => {
    const b = pcWith(office.founderKey);
    for (let act = 0; act < 8; act += 1) {
      b.write(`surat ${act}`);
      await b.sync.sync();
    }
    // The pack is written now; the next publish would list it.
    await passes([b], 2);
    const [small] = (await readdir(logFolder(b))).filter((name) => name.startsWith('3-3.'));
    await rm(join(logFolder(b), small ?? ''));
    const before = await readdir(logFolder(b));
    expect(before.some((name) => name.startsWith('0-'))).toBe(true);
    expect(await newcomerReads(b)).toEqual(['surat 0', 'surat 1']);
    for (let round = 0; round < 3; round += 1) {
      now += 30 * MINUTE;
      await passes([b], 4);
    }
    expect(await newcomerReads(b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((act) => `surat ${act}`));
    expect(await readdir(logFolder(b))).toEqual(before);
  });

  it('costs no read while all is well and no round is due', async () => {
    const [a] = (await quietOffice(3)) as [TestPc];
    expect(await a.cost()).toMatchObject({ list: 1, read: 0, write: 0 });
    now += 30 * MINUTE;
    const round = await a.cost();
    expect(round.read).toBeGreaterThan(0);
    expect(round.read).toBeLessThanOrEqual(20);
    // With a round the indices of ended logs are looked at again.
    expect(await a.cost()).toMatchObject({ list: 2, read: 0, write: 0 });
    expect(await a.cost()).toMatchObject({ list: 1, read: 0, write: 0 });
  });
});

describe('a document that the share lost', () => {
  it.each(['flip', 'delete', 'garbage'])('is sent again by a PC that has it: %s', async (damage) => {
    const [a] = (await quietOffice(2)) as [TestPc];
    const wanted = a.document(Buffer.from('isi surat'));
    a.write('dengan dokumen');
    await passes([a], 2);
    const [file = ''] = (await filesUnder(join(office.folder, 'blobs'))).map((name) =>
      join(office.folder, 'blobs', name),
    );
    if (damage === 'flip') await flipByte(file, 70);
    if (damage === 'delete') await rm(file);
    if (damage === 'garbage') await writeFile(file, 'bayar dulu');
    now += 30 * MINUTE;
    await passes([a], 10);
    const late = pcWith();
    late.want(wanted);
    await late.sync.sync();
    expect(late.store.documents.get(wanted.sha256)?.toString()).toBe('isi surat');
    expect(await a.cost()).toMatchObject({ list: 1, read: 0, write: 0 });
  });
});

describe('much that is gone at once', () => {
  it('stops all writing until a person says so, then everything is written back', async () => {
    const pcs = await quietOffice(8);
    const [a, ...others] = pcs as [TestPc, ...TestPc[]];
    for (const name of await heads()) {
      const path = join(office.folder, 'heads', name);
      await writeFile(`${path}.locked`, 'bayar dulu');
      await rm(path);
    }
    await passes([a], 3);
    expect(a.alertCodes()).toContain('share-stopped');
    const before = await heads();
    a.write('sesudah serangan');
    await passes([a], 20);
    expect(await a.sync.sync()).toMatchObject({ share: 'stopped', published: 0 });
    expect((await heads()).toSorted()).toEqual([...before].toSorted());

    a.store.stopped = 'resumed';
    await passes([a], 30);
    expect(a.store.stopped).toBe('well');
    for (const [index, other] of others.entries()) {
      expect(await newcomerReads(other)).toEqual([`dari ${index + 1}`, `lagi ${index + 1}`]);
    }
    expect((await newcomerReads(a)).at(-1)).toBe('sesudah serangan');
  });

  it('does not stop an office for three files', async () => {
    const pcs = await quietOffice(4);
    const [a, ...others] = pcs as [TestPc, ...TestPc[]];
    for (const other of others) await rm(join(office.folder, 'heads', (await headOf(other)) ?? ''));
    await passes([a], 14);
    expect(a.store.stopped).toBe('well');
    for (const [index, other] of others.entries()) {
      expect(await newcomerReads(other)).toEqual([`dari ${index + 1}`, `lagi ${index + 1}`]);
    }
  });
});
