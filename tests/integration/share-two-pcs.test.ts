import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { keyRing, makeOfficeKey } from '#main/engine/keys/office-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';

import { filesUnder, makeOffice, makeShare, removeShare, scatterGarbage } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { operations, TestPc } from './share-test-pc.ts';

let share: string;
let office: TestOffice;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
});
afterEach(() => removeShare(share));

/** Two PCs that have each other's logs, with nothing left to say. */
async function acquainted() {
  const a = new TestPc(office, office.founderKey);
  const b = new TestPc(office, generateSigningKey());
  a.write('dari A');
  b.write('dari B');
  for (const pc of [a, b, a, b]) await pc.sync.sync();
  return { a, b };
}

describe('two PCs over a folder', () => {
  it('have the same entries, byte for byte, and leave one head and no temp each', async () => {
    const { a, b } = await acquainted();
    expect([a.notes(b.log), b.notes(a.log)]).toEqual([['dari B'], ['dari A']]);
    for (const log of [a.log, b.log]) {
      const bytes = (pc: TestPc) =>
        (pc.store.entries.get(log) ?? []).map((entry) => Buffer.from(entry.bytes));
      expect(bytes(a)).toEqual(bytes(b));
    }
    for (let round = 0; round < 5; round += 1) {
      a.write(`A ${round}`);
      b.write(`B ${round}`);
      for (const pc of [a, b]) await pc.sync.sync();
    }
    await a.sync.sync();
    expect(a.notes(b.log)).toEqual(['dari B', 'B 0', 'B 1', 'B 2', 'B 3', 'B 4']);
    expect(b.notes(a.log)).toEqual(['dari A', 'A 0', 'A 1', 'A 2', 'A 3', 'A 4']);
    expect(await readdir(join(office.folder, 'heads'))).toHaveLength(2);
    expect(await readdir(join(office.folder, 'tmp'))).toEqual([]);
    expect([a.alertCodes(), b.alertCodes()]).toEqual([[], []]);
  });

  it('cost one listing and no read when nothing happened', async () => {
    const { a } = await acquainted();
    expect(await a.cost()).toEqual({
      list: 1,
      read: 0,
      write: 0,
      mkdir: 0,
      rename: 0,
      remove: 0,
      bytesRead: 0,
      bytesWritten: 0,
    });
  });

  it('cost few operations for an act, with and without a document', async () => {
    const { a, b } = await acquainted();
    a.write('tanpa dokumen');
    const plain = await a.cost();
    expect(plain).toMatchObject({ list: 1, read: 4, write: 2, mkdir: 0, rename: 2, remove: 1 });
    expect(await b.cost()).toMatchObject({ list: 1, read: 2, write: 0, mkdir: 0, rename: 0, remove: 0 });

    const wanted = a.document(randomBytes(100_000));
    a.write('dengan dokumen');
    const full = await a.cost();
    expect(full).toMatchObject({ list: 1, read: 6, write: 3, remove: 1 });
    expect(operations(full)).toBeLessThanOrEqual(20);
    b.want(wanted);
    expect(await b.cost()).toMatchObject({ list: 1, read: 3 });
    expect(b.store.documents.get(wanted.sha256)?.length).toBe(100_000);
  });

  it('catch up in one head and the segments that lack, and send many acts as one segment', async () => {
    const { a, b } = await acquainted();
    for (let round = 0; round < 3; round += 1) {
      a.write(`satu ${round}`);
      a.write(`dua ${round}`);
      await a.sync.sync();
    }
    expect(await b.cost()).toMatchObject({ list: 1, read: 4 });
    expect(b.notes(a.log)).toHaveLength(7);
  });

  it('take acts that depend on each other across logs, whichever is read first', async () => {
    const { a, b } = await acquainted();
    for (let round = 0; round < 3; round += 1) {
      a.write(`A ${round}`, { sees: [b.log] });
      await a.sync.sync();
      await b.sync.sync();
      b.write(`B ${round}`, { sees: [a.log] });
      await b.sync.sync();
      await a.sync.sync();
    }
    const late = new TestPc(office, generateSigningKey());
    expect(await late.sync.sync()).toMatchObject({ share: 'online', ingested: 10, waiting: 0 });
    expect([late.notes(a.log), late.notes(b.log)]).toEqual([b.notes(a.log), a.notes(b.log)]);
  });

  it('wait for a log that is not there yet, without reading again each time, and go on when it comes', async () => {
    const { a, b } = await acquainted();
    const c = new TestPc(office, generateSigningKey());
    c.write('dari C');
    for (const entry of c.store.entries.get(c.log) ?? []) b.store.append(entry);
    b.store.versions.set(c.log, 2);
    b.write('sudah melihat C', { sees: [c.log] });
    await b.sync.sync();
    expect(await a.sync.sync()).toMatchObject({ ingested: 0, waiting: 1 });
    for (let pass = 0; pass < 8; pass += 1) await a.sync.sync();
    expect(await a.cost()).toMatchObject({ list: 1, read: 0 });
    await c.sync.sync();
    await a.sync.sync();
    await a.sync.sync();
    expect(a.notes(b.log)).toEqual(['dari B', 'sudah melihat C']);
    expect(a.alertCodes()).toEqual([]);
  });

  it('cut a long history into segments and read it in one pass', async () => {
    const a = new TestPc(office, office.founderKey);
    for (let index = 0; index < 60; index += 1) a.write('x'.repeat(200_000));
    await a.sync.sync();
    const segments = await readdir(join(office.folder, 'logs', a.log.slice(0, 16)));
    expect(segments).toHaveLength(3);
    const late = new TestPc(office, generateSigningKey());
    expect(await late.sync.sync()).toMatchObject({ ingested: 61, rejected: 0 });
  });

  it('answer calls that come together with one pass after the other', async () => {
    const { a, b } = await acquainted();
    a.write('pertama');
    const first = a.sync.sync();
    a.write('kedua');
    const passes = await Promise.all([first, a.sync.sync(), a.sync.sync()]);
    expect(passes[1]).toBe(passes[2]);
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'pertama', 'kedua']);
  });
});

describe('a document', () => {
  it('of more than 32 MiB goes in pieces, comes back whole, and is sent on where it stopped', async () => {
    const big = Buffer.alloc(34 * 1024 * 1024, 'isi dokumen besar ');
    const a = new TestPc(office, office.founderKey);
    const wanted = a.document(big);
    a.write('lampiran besar');
    await a.sync.sync();
    const blobs = await filesUnder(join(office.folder, 'blobs'));
    expect(blobs).toHaveLength(6);

    const b = new TestPc(office, generateSigningKey());
    b.want(wanted);
    expect(await b.sync.sync()).toMatchObject({ fetched: 1 });
    const got = b.store.documents.get(wanted.sha256) ?? Buffer.alloc(0);
    expect(createHash('sha256').update(got).digest('hex')).toBe(wanted.sha256);

    b.document(big);
    const again = await b.cost();
    expect(again).toMatchObject({ write: 0, bytesWritten: 0 });
  });

  it('that two PCs have is one file', async () => {
    const { a, b } = await acquainted();
    const bytes = randomBytes(5000);
    a.document(bytes);
    b.document(bytes);
    await a.sync.sync();
    await b.sync.sync();
    expect(await filesUnder(join(office.folder, 'blobs'))).toHaveLength(1);
  });

  it('that is not what the entry names is not sent, and the act goes without it', async () => {
    const { a, b } = await acquainted();
    a.store.uploads.set('0'.repeat(64), randomBytes(100));
    a.write('lampiran rusak');
    expect(await a.sync.sync()).toMatchObject({ published: 1, uploaded: 0 });
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'lampiran rusak']);
    expect(a.alertCodes()).toEqual(['document-damaged-here']);
  });

  it('that has not arrived costs fewer and fewer reads', async () => {
    const { a } = await acquainted();
    a.want({ sha256: 'e'.repeat(64), size: 10 });
    const reads: number[] = [];
    for (let pass = 0; pass < 16; pass += 1) reads.push((await a.cost()).read);
    expect(reads.reduce((sum, count) => sum + count, 0)).toBe(5);
  });
});

describe('secrecy', () => {
  it('leaves nothing to read for a stranger, and nothing opens under a wrong key', async () => {
    const a = new TestPc(office, office.founderKey);
    const canary = 'BURUNG KENARI';
    const wanted = a.document(Buffer.from(`%PDF-1.4 ${canary} `.repeat(500)));
    a.write(canary);
    await a.sync.sync();
    const files = await filesUnder(share);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const text = await readFile(join(share, file), 'latin1');
      expect(
        text.includes(canary) || text.includes('letter.read') || file.includes(wanted.sha256),
        file,
      ).toBe(false);
    }
    const wrong = new TestPc(office, generateSigningKey(), { keys: keyRing(makeOfficeKey()) });
    wrong.want(wanted);
    expect(await wrong.sync.sync()).toMatchObject({ ingested: 0, fetched: 0 });
    expect([...wrong.store.entries.keys()]).toEqual([]);
    expect(wrong.alertCodes()).toEqual(['key-unknown']);
  });
});

describe('rubbish in every folder', () => {
  it('is never taken for ours, is reported once, and ends up costing nothing', async () => {
    const { a, b } = await acquainted();
    await scatterGarbage(office.folder);
    const [known] = await readdir(join(office.folder, 'heads'));
    expect(known).toBeDefined();
    a.write('di antara sampah');
    await a.sync.sync();
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'di antara sampah']);
    const codes = [...b.alertCodes()].toSorted();
    expect(codes).toEqual(['file-damaged', 'file-damaged', 'stranger-file', 'stranger-file']);
    for (let pass = 0; pass < 7; pass += 1) await b.sync.sync();
    expect(b.alertCodes()).toHaveLength(codes.length);
    expect(await b.cost()).toMatchObject({ list: 1, read: 0 });
  });

  it('does not hold up what is honest, even in a flood of forged heads', async () => {
    const { a, b } = await acquainted();
    for (let index = 0; index < 1100; index += 1) {
      const name = `${index.toString(16).padStart(16, '0')}.z.${'a'.repeat(12)}`;
      await writeFile(join(office.folder, 'heads', name), 'palsu');
    }
    a.write('tetap sampai');
    await a.sync.sync();
    expect((await b.cost()).read).toBe(502);
    expect(b.notes(a.log)).toEqual(['dari A', 'tetap sampai']);
    a.write('dan yang berikut');
    await a.sync.sync();
    expect((await b.cost()).read).toBeLessThanOrEqual(502);
    expect(b.notes(a.log)).toEqual(['dari A', 'tetap sampai', 'dan yang berikut']);
  });
});
