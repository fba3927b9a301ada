import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { headName, segmentName } from '#main/engine/log/file-names.ts';
import { encodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead } from '#main/engine/log/head.ts';
import { sealFile } from '#main/engine/log/sealed-file.ts';
import { encodeSegment } from '#main/engine/log/segment.ts';

import { filesUnder, flipByte, makeOffice, makeShare, removeShare } from './share-test-office.ts';
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

describe('a damaged file on the share', () => {
  it('never reaches the store, is reported, and is taken once it is whole again', async () => {
    const { a, wanted } = await publishedPc();
    for (const file of await filesUnder(office.folder)) {
      const path = join(office.folder, file);
      const good = await readFile(path);
      for (const at of [0, Math.floor(good.length / 2), good.length - 1]) {
        await flipByte(path, at);
        const b = new TestPc(office, generateSigningKey());
        b.want(wanted);
        await b.sync.sync();
        expect(b.alertCodes().length, `${file} byte ${at}`).toBeGreaterThan(0);
        const inLog = file.startsWith('heads') || file.startsWith('logs');
        expect(b.notes(a.log)).toEqual(inLog ? [] : ['dari A']);
        expect(b.store.documents.size).toBe(file.startsWith('blobs') ? 0 : 1);
        await writeFile(path, good);
        for (let pass = 0; pass < 2; pass += 1) await b.sync.sync();
        expect(b.notes(a.log)).toEqual(['dari A']);
        expect(b.store.documents.get(wanted.sha256)?.toString()).toBe('isi surat');
      }
    }
  });

  it('may be cut off anywhere', async () => {
    const { a } = await publishedPc();
    const [head] = await readdir(join(office.folder, 'heads'));
    const path = join(office.folder, 'heads', head ?? '');
    const good = await readFile(path);
    const b = new TestPc(office, generateSigningKey());
    for (const length of [0, 7, 45, 62, good.length - 1]) {
      await writeFile(path, good.subarray(0, length));
      await b.sync.sync();
      expect(b.notes(a.log)).toEqual([]);
    }
    expect(b.alertCodes()).toEqual(['file-damaged']);
    await writeFile(path, good);
    for (let pass = 0; pass < 16; pass += 1) await b.sync.sync();
    expect([b.notes(a.log), b.alertCodes()]).toEqual([['dari A'], []]);
  });

  it('does not hide what stands before it in the same log', async () => {
    const { a } = await publishedPc();
    a.write('kedua');
    await a.sync.sync();
    const folder = join(office.folder, 'logs', a.log.slice(0, 16));
    const second = (await readdir(folder)).find((name) => name.startsWith('2-')) ?? '';
    await flipByte(join(folder, second), 100);
    const b = new TestPc(office, generateSigningKey());
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A']);
    expect(b.store.alerts).toMatchObject([{ code: 'file-damaged', log: a.log, seq: 2 }]);
    await flipByte(join(folder, second), 100);
    for (let pass = 0; pass < 2; pass += 1) await b.sync.sync();
    expect([b.notes(a.log), b.alertCodes()]).toEqual([['dari A', 'kedua'], []]);
  });

  it('under another file’s name opens nothing', async () => {
    const { a } = await publishedPc();
    const b = new TestPc(office, generateSigningKey());
    b.write('dari B');
    await b.sync.sync();
    const heads = join(office.folder, 'heads');
    const names = await readdir(heads);
    const mine = names.find((name) => name.startsWith(a.log.slice(0, 16))) ?? '';
    const theirs = names.find((name) => name.startsWith(b.log.slice(0, 16))) ?? '';
    const [, version = '', hash = ''] = mine.split('.');
    // The right bytes with the right hash, but in B's name and with a higher version.
    await writeFile(join(heads, `${theirs.slice(0, 16)}.9.${hash}`), await readFile(join(heads, mine)));
    await writeFile(
      join(heads, `${mine.slice(0, 16)}.${version}z.${hash}`),
      await readFile(join(heads, mine)),
    );
    const c = new TestPc(office, generateSigningKey());
    await c.sync.sync();
    expect([c.notes(a.log), c.notes(b.log)]).toEqual([['dari A'], ['dari B']]);
    expect(c.alertCodes()).toEqual(['file-forged', 'file-forged']);
    for (let pass = 0; pass < 3; pass += 1) expect(await c.cost()).toMatchObject({ list: 1, read: 0 });
  });

  it('in the place of a document gets a good copy beside it from a PC that has the document', async () => {
    const { a, wanted } = await publishedPc();
    const [blob = ''] = await filesUnder(join(office.folder, 'blobs'));
    for (const damaged of [blob, `${blob}.r1`]) {
      await writeFile(join(office.folder, 'blobs', damaged), 'bukan ini');
      a.document(Buffer.from('isi surat'));
      await a.sync.sync();
    }
    expect(await filesUnder(join(office.folder, 'blobs'))).toEqual([blob, `${blob}.r1`, `${blob}.r2`]);
    const b = new TestPc(office, generateSigningKey());
    b.want(wanted);
    await b.sync.sync();
    expect(b.store.documents.get(wanted.sha256)?.toString()).toBe('isi surat');
  });
});

describe('a log that was continued twice', () => {
  it('is noticed by readers and by the PC that was copied', async () => {
    const { a } = await publishedPc();
    const b = new TestPc(office, generateSigningKey());
    await b.sync.sync();
    // The copy has the log key and the first two entries, and goes its own way.
    const copy = new TestPc(office, office.founderKey);
    for (const entry of a.store.entries.get(a.log) ?? []) copy.store.append(entry);
    a.write('asli');
    await a.sync.sync();
    await b.sync.sync();
    copy.write('salinan');
    copy.write('salinan lagi');
    await copy.sync.sync();
    await a.sync.sync();
    expect(a.alertCodes()).toEqual(['log-continued-twice']);
    expect(a.store.otherNotes(a.log)).toEqual(['salinan', 'salinan lagi']);
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'asli']);
    expect(b.alertCodes()).toEqual(['log-continued-twice']);
    expect(b.store.otherNotes(a.log)).toEqual(['salinan', 'salinan lagi']);
    await copy.sync.sync();
    expect(copy.alertCodes()).toEqual(['log-continued-twice']);
    expect(copy.store.otherNotes(a.log)).toEqual(['asli']);
  });
});

describe('an entry that the office refuses', () => {
  it('is reported with log and sequence, and read once', async () => {
    const { a } = await publishedPc();
    a.write('sah');
    a.write('tidak berwenang', { type: 'letter.refused' });
    await a.sync.sync();
    const b = new TestPc(office, generateSigningKey());
    await b.sync.sync();
    expect(b.notes(a.log)).toEqual(['dari A', 'sah']);
    expect(b.store.alerts).toMatchObject([{ code: 'not-entitled', seq: 3, log: a.log }]);
    expect(await b.cost()).toMatchObject({ list: 1, read: 0 });
  });
});

describe('a member who seals what is not so', () => {
  it('puts no other entry under a head, although head and segment are genuine', async () => {
    const a = new TestPc(office, office.founderKey);
    a.write('yang ditandatangani');
    const { officeId } = office.genesis;
    const sealing = { officeId, keys: office.keys };
    const entries = a.store.entries.get(a.log) ?? [];
    const range = { log: a.log, from: 0, to: 1 };
    const segment = encodeSegment(
      sealing,
      range,
      null,
      entries.map(({ bytes }) => bytes),
    );
    const head = signHead(officeId, { version: 2, seq: 1, hash: 'e'.repeat(64) }, a.key);
    const segments = [segmentName(0, 1, segment)];
    const file = encodeHeadFile(sealing, { head, segments });
    const folder = join(office.folder, 'logs', a.log.slice(0, 16));
    await mkdir(folder);
    await writeFile(join(folder, segments[0] ?? ''), segment);
    await writeFile(join(office.folder, 'heads', headName(a.log, 2, file)), file);
    const b = new TestPc(office, generateSigningKey());
    expect(await b.sync.sync()).toMatchObject({ ingested: 0, rejected: 1 });
    expect(b.store.alerts).toMatchObject([{ code: 'chain-broken', log: a.log, seq: 1 }]);
  });

  it('brings no other document under a document’s name', async () => {
    const { wanted } = await publishedPc();
    const [blob = ''] = await filesUnder(join(office.folder, 'blobs'));
    const name = blob.slice(3);
    const sealing = { officeId: office.genesis.officeId, keys: office.keys };
    await writeFile(
      join(office.folder, 'blobs', blob),
      sealFile(sealing, 'blob', name, Buffer.from('isi lain!')),
    );
    const b = new TestPc(office, generateSigningKey());
    b.want(wanted);
    expect(await b.sync.sync()).toMatchObject({ fetched: 0 });
    expect([b.store.documents.size, b.alertCodes()]).toEqual([0, ['document-damaged']]);
  });
});
