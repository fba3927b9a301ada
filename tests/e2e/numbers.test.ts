import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { officeYear } from '#core/office/number-series.ts';
import { addTwin } from '#tests/integration/number-desks.ts';
import { register, value, type Pc } from '#tests/integration/office-pcs.ts';
import {
  OTHER_PC,
  PASSPHRASE,
  artefactFolder,
  openWindow,
  takeNotice,
  type OfficeWindow,
} from './office-window.ts';
import { openList } from './two-pcs-letter.ts';

const pictures = artefactFolder('numbers');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-numbers-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');
let tu: OfficeWindow;
const year = officeYear(Date.now(), 'Asia/Jakarta');

async function pcOf(name: string): Promise<Pc> {
  const engine: Engine = await value(
    openEngine({ dir: at(name), share: null, demo: false, appVersion: '0.0.0' }, { background: false }),
  );
  const call: Pc['call'] = (method, input) => value(engine.call(method, input));
  return { engine, dir: at(name), call, sync: () => call('sync.now', undefined) };
}

const letters = [
  ['Sekretariat Daerah', 'Undangan rapat koordinasi bukti dukung SPBE'],
  ['Badan Perencanaan Pembangunan Daerah', 'Permohonan data statistik sektoral triwulan III'],
  ['Dinas Kependudukan dan Pencatatan Sipil', 'Permohonan integrasi data kependudukan'],
  ['Inspektorat Daerah', 'Tindak lanjut LHP Nomor 21 Tahun 2026'],
] as const;

/** A book with everything that needs an explanation: a lease, a spoiled number, a shared one, one that waits. */
async function prepare(): Promise<void> {
  const admin = await pcOf('tu');
  await admin.call('office.create', {
    share,
    name: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
    letterhead: ['PEMERINTAH KOTA TIRTAWANGSA'],
    admin: { name: 'Endang Susilowati, S.E.', title: 'Kepala Subbagian Umum', nip: '' },
    units: ['Bidang TIK'],
    kit: at('Pemulihan.txt'),
    passphrase: PASSPHRASE,
    deviceName: 'TU-01',
    agendaStart: 1284,
  });
  await admin.sync();
  const desk = await pcOf('desk');
  const { code, position } = await admin.call('office.invite', {
    person: { name: 'Sari Utami, A.Md.', title: 'Petugas TU', nip: '' },
    unit: null,
    role: 'tu',
    superior: null,
  });
  await desk.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: 'TU-02' });
  await admin.call('office.admit', { invitations: 'all' });
  for (let round = 0; round < 4; round += 1) for (const pc of [admin, desk]) await pc.sync();
  let first = { letterId: '', agendaNumber: null as number | null };
  for (const [index, [from, subject]] of letters.entries()) {
    const made = await register(index % 2 === 0 ? admin : desk, position, { from, subject });
    if (index === 0) first = made;
  }
  await addTwin(admin, first, 'Surat kembar dari folder yang disalin', position);
  for (let round = 0; round < 2; round += 1) for (const pc of [admin, desk]) await pc.sync();
  const { series, given, ceiling } = await admin.call('numbers.book', {
    series: null,
    from: null,
    limit: 1,
    gapsOnly: false,
  });
  await admin.call('numbers.void', { series, from: given + 1, to: ceiling, note: 'lembar cap rusak' });
  renameSync(share, `${share} hilang`);
  await register(admin, position, { from: 'BKPSDM', subject: 'Pemanggilan peserta bimtek arsip elektronik' });
  await admin.engine.close();
  await desk.engine.close();
}

beforeAll(async () => {
  mkdirSync(share);
  await prepare();
  tu = await openWindow(pictures, { dir: at('tu'), isAudited: true });
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tu.page.screenshot({ path: path.join(pictures, 'failed.png') });
});

afterAll(async () => {
  await tu?.close();
  rmSync(root, { recursive: true, force: true });
});

test('the book explains every gap and who waits, and a clerk tells two letters with one number apart', async () => {
  const { page } = tu;
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await openList(page, 'Alt+6', 'Buku agenda');
  await page.getByText('1 nomor dipegang lebih dari satu surat').waitFor();
  const table = page.getByRole('table', { name: `Agenda kantor ${year}` });
  await table.getByText(/^Dipinjam Sari Utami \(TU-02\), belum dipakai/u).waitFor();
  await table.getByText(/^Dibatalkan petugas: lembar cap rusak/u).waitFor();
  const waiting = page.getByRole('region', { name: /^Menunggu nomor/u });
  await waiting.getByText('Pemanggilan peserta bimtek arsip elektronik').waitFor();
  await waiting.getByText(/^Batas nomor baru belum terbaca kembali/u).waitFor();
  await tu.shot('01-book');

  await page.getByRole('button', { name: 'Tampilkan nomornya' }).click();
  await page.getByRole('button', { name: 'Bedakan…' }).first().waitFor();
  await tu.shot('02-gaps');
  await page.getByRole('button', { name: /^Buka surat nomor 1\.334: Undangan/u }).click();
  await page.getByRole('region', { name: 'Nomor 1.334 dipegang lebih dari satu surat' }).waitFor();
  await tu.shot('03-letter');
  await openList(page, 'Alt+6', 'Buku agenda');
  await page.getByRole('button', { name: 'Bedakan…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bedakan surat bernomor 1.334' });
  const submit = dialog.getByRole('button', { name: /^Beri nomor sisipan/u });
  expect(await submit.isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /^Surat kembar/u }).click({ force: true });
  await tu.shot('04-tell-apart');
  await page.keyboard.press('Control+Enter');
  await takeNotice(page, 'Nomornya kini 1.334.a.');
  await table.getByRole('rowheader', { name: '1.334.a' }).waitFor();
  expect(await page.getByText(/dipegang lebih dari satu surat/u).count()).toBe(0);

  renameSync(`${share} hilang`, share);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Luring' }).click();
  await page.getByRole('button', { name: 'Sinkronkan sekarang' }).click();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Tersinkron/u })
    .waitFor({ timeout: OTHER_PC });
  await openList(page, 'Alt+6', 'Buku agenda');
  await page.getByText('Semua surat sudah bernomor.').waitFor({ timeout: OTHER_PC });
  await table.getByRole('button', { name: /Pemanggilan peserta bimtek/u }).waitFor();
  await tu.shot('05-settled');

  await page.evaluate(() => {
    location.hash = '/settings/computer';
  });
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
  await openList(page, 'Alt+6', 'Agenda book');
  await page.getByRole('table', { name: `Office agenda ${year}` }).waitFor();
  await tu.shot('06-english');
  expect(tu.faults).toEqual([]);
  expect(tu.complaints).toEqual([]);
}, 240_000);
