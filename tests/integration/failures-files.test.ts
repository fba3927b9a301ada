import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { folderOn } from './office-folder.ts';
import { enrol, officeInput, PASSPHRASE, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { told } from './refusals.ts';
import { settle } from './roster-pcs.ts';
import { filesUnder, flipByte } from './share-test-office.ts';
import { whatIsTold } from './what-is-told.ts';

const crashChild = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const HALF_HOUR = 30 * 60_000;

/** The files below one of the office's folders that something made. */
async function made(office: TestOffice, folder: string, doing: () => Promise<unknown>) {
  const place = join(folderOn(office.share), folder);
  const before = new Set(await filesUnder(place));
  await doing();
  return (await filesUnder(place)).filter((file) => !before.has(file)).map((file) => join(place, file));
}

async function rowsOf(pc: Pc) {
  return (await pc.call('letters.queue', { box: 'all', offset: 0, limit: 50 })).rows;
}

describe('a PC that dies while it writes', () => {
  it.each(['segment:temp-written', 'head:temp-written', 'head:renamed'])(
    'at %s: tells what is not sent yet, sends it in the next run, once, and alarms nobody',
    async (point) => {
      const office = testOffice();
      const { tu, head, headPosition } = await twoPcs(office);
      await settle(tu, head);
      await tu.engine.close();
      const args = [crashChild, tu.dir, PASSPHRASE, headPosition, point, '1', 'listrik'];
      expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL');
      const again = await office.open('tu');
      const user = (await again.call('session.state', undefined)).users[0]?.user ?? '';
      await again.call('session.unlock', { user, passphrase: PASSPHRASE });
      expect(await rowsOf(again)).toMatchObject([{ subject: 'Surat listrik 0', delivery: 'local' }]);
      expect((await again.call('sync.status', undefined)).waiting).toBeGreaterThan(0);

      await settle(again, head);
      expect(await whatIsTold(again)).toMatchObject({
        heading: 'Semua yang ditulis di komputer ini sudah ada di folder bersama',
        problem: null,
        alerts: [],
      });
      expect(await rowsOf(again)).toMatchObject([{ delivery: 'onShare' }]);
      expect(await rowsOf(head)).toMatchObject([{ subject: 'Surat listrik 0' }]);
      expect((await whatIsTold(head)).alerts).toEqual([]);
      expect(readdirSync(join(folderOn(office.share), 'heads'))).toHaveLength(2);
      // The orphan is this PC's own and young; it goes after a week.
      expect(readdirSync(join(folderOn(office.share), 'tmp')).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('a file of the log that is damaged', () => {
  it.each([
    ['cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 200))],
    ['with a bit changed', (path: string) => flipByte(path, 300)],
    ['emptied', (path: string) => writeFileSync(path, '')],
  ])('%s: is not used, is told with log and entry, and written anew by its PC', async (_how, damage) => {
    const office = testOffice();
    let ahead = 0;
    const internals = { clock: () => Date.now() + ahead, random: () => 0 };
    const tu = await office.open('tu', internals);
    await tu.call('office.create', officeInput(office));
    await tu.sync();
    const head = await office.open('head', internals);
    const who = { name: 'Bambang', title: 'Kepala Dinas', role: 'pimpinan' as const };
    const headPosition = await enrol(office, tu, head, who);
    await settle(tu, head);
    let letter = '';
    const [segment = ''] = await made(office, 'logs', async () => {
      letter = (await register(tu, headPosition, { subject: 'Rusak di jalan' })).letterId;
      await tu.sync();
    });
    await damage(segment);
    await head.sync();
    expect(await rowsOf(head)).toEqual([]);
    const [log16 = ''] = /logs\/(\w{16})/.exec(segment)?.slice(1) ?? [];
    const from = Number(/(\d+)-\d+\.\w+$/.exec(segment)?.[1]);
    expect(await whatIsTold(head)).toMatchObject({
      share: 'online',
      alerts: [
        {
          code: 'file-damaged',
          says: 'Ada berkas rusak di folder bersama',
          log: log16,
          seq: from,
        },
      ],
    });
    for (let round = 0; round < 8; round += 1) {
      ahead += HALF_HOUR;
      await tu.sync();
    }
    for (let pass = 0; pass < 4; pass += 1) await head.sync();
    expect((await head.call('letters.show', { letter })).subject).toBe('Rusak di jalan');
    // Hours went by in the story and not on the share, which is told as well.
    const { alerts } = await whatIsTold(head);
    expect(alerts.filter(({ code }) => code !== 'clock-differs')).toEqual([]);
  });
});

describe('an act that came before its document', () => {
  it('is there, says that the PDF has not arrived, and cannot be initialled until it has', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await settle(tu, head);
    const blobs = await made(office, 'blobs', async () => {
      const staged = await tu.call('intake.stage', {
        files: [{ name: 'nd.pdf', bytes: samplePdf('nota dinas') }],
      });
      const { positions } = await tu.call('office.status', undefined);
      const signatory = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
      await tu.call('memos.propose', {
        staged: staged.id,
        subject: 'Usulan anggaran',
        number: '900/1',
        date: null,
        securityClass: 'biasa',
        urgency: 'biasa',
        due: null,
        to: [headPosition],
        copies: [],
        chain: [
          { role: 'initials', position: headPosition, placement: null },
          { role: 'signature', position: signatory, placement: null },
        ],
        note: '',
        lossSeen: false,
      });
      await tu.sync();
    });
    for (const blob of blobs) renameSync(blob, `${blob}.nanti`);
    await head.sync();
    const [row] = await rowsOf(head);
    const letter = row?.id ?? '';
    const shown = await head.call('letters.show', { letter });
    expect(shown.subject).toBe('Usulan anggaran');
    const { sha256 } = shown.document;
    expect((await told(head.engine.call('letters.document', { letter, sha256 }))).code).toBe(
      'document-not-arrived',
    );
    const revision = shown.memo?.revision ?? '';
    const approve = () => head.engine.call('memos.approve', { letter, revision, note: '' });
    expect((await told(approve())).code).toBe('document-not-arrived');

    for (const blob of blobs) renameSync(`${blob}.nanti`, blob);
    for (let pass = 0; pass < 5; pass += 1) await head.sync();
    expect((await head.call('letters.document', { letter, sha256 })).length).toBe(shown.document.size);
    expect(await approve()).toMatchObject({ ok: true });
  });
});
