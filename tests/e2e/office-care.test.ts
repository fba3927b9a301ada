import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { OLD_LETTER, prepareOffice } from './office-care-office.ts';
import {
  OTHER_PC,
  PASSPHRASE,
  artefactFolder,
  chooseFile,
  openWindow,
  takeNotice,
  type OfficeWindow,
} from './office-window.ts';
import { chooseLetter, openList } from './two-pcs-letter.ts';

const pictures = artefactFolder('office-care');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-care-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');

const DECISION = '045.5/12/2026';
const NEW_UNIT = 'Bidang Aplikasi Informatika';

/** Each story opens the PCs that it needs; what their pictures found wrong is kept. */
const opened = new Set<OfficeWindow>();
const faults: string[] = [];

async function open(name: string): Promise<OfficeWindow> {
  const pc = await openWindow(pictures, { dir: at(name), isAudited: true });
  opened.add(pc);
  return pc;
}

async function leave(pc: OfficeWindow): Promise<void> {
  faults.push(...pc.faults, ...pc.complaints);
  opened.delete(pc);
  await pc.close();
}

async function unlock({ page }: OfficeWindow): Promise<void> {
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: OTHER_PC });
}

async function place({ page }: OfficeWindow, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Nothing of this PC waits any more: what was written here is on the share. */
async function sent(pc: OfficeWindow): Promise<void> {
  await place(pc, '/sync');
  await pc.page.getByRole('button', { name: 'Sinkronkan sekarang' }).click();
  await pc.page.getByText('Semua yang ditulis di komputer ini sudah ada').waitFor({ timeout: OTHER_PC });
}

beforeAll(async () => {
  mkdirSync(share);
  await prepareOffice(root, share);
}, 240_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [index, pc] of [...opened].entries()) {
    await pc.page.screenshot({ path: path.join(pictures, `failed-${index}.png`) }).catch(() => null);
  }
});

afterAll(async () => {
  for (const pc of opened) await pc.close().catch(() => null);
  rmSync(root, { recursive: true, force: true });
});

test('an admin who does not write the roster asks, and whoever writes it answers', async () => {
  const deputy = await open('deputy');
  await unlock(deputy);
  await place(deputy, '/settings/people');
  await deputy.page.getByText('Daftar ini ditulis oleh Endang Susilowati, S.E. di TU-01.').waitFor();
  await deputy.shot('01-deputy-people');
  await deputy.page.getByRole('button', { name: 'Minta unit baru…' }).click();
  const form = deputy.page.getByRole('dialog', { name: 'Minta unit baru' });
  await form.getByRole('textbox', { name: 'Nama unit' }).fill(NEW_UNIT);
  await form.getByRole('textbox', { name: /^Kode unit/u }).fill('APTIKA');
  await form.getByRole('textbox', { name: /^Alasan/u }).fill('Perwali Nomor 8 Tahun 2026');
  await deputy.shot('02-deputy-asks');
  await deputy.page.keyboard.press('Control+Enter');
  await takeNotice(deputy.page, 'Permintaan dikirim.');
  const mine = deputy.page.getByRole('region', { name: 'Permintaan perubahan daftar' });
  await mine.getByText('menunggu Endang Susilowati').waitFor();
  await deputy.page.getByRole('button', { name: /^Tindakan atas Bambang/u }).click();
  await deputy.page.getByRole('menuitem', { name: 'Minta dicabut…' }).click();
  await deputy.shot('03-deputy-revoke');
  await deputy.page.getByRole('alertdialog').getByRole('button', { name: 'Kirim permintaan' }).click();
  await takeNotice(deputy.page, 'Permintaan dikirim.');
  await mine.getByText('Keluar atau pindah dari kantor').waitFor();
  await deputy.shot('04-deputy-waits');
  await sent(deputy);
  await leave(deputy);

  const tu = await open('tu');
  const { page } = tu;
  await unlock(tu);
  await place(tu, '/settings/people');
  const asked = page.getByRole('region', { name: 'Permintaan perubahan daftar' });
  const row = asked.getByRole('listitem').filter({ hasText: NEW_UNIT });
  await row.waitFor({ timeout: OTHER_PC });
  await tu.shot('05-requests');
  await row.getByRole('button', { name: /^Kabulkan/u }).click();
  await tu.shot('06-grant');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kabulkan' }).click();
  await takeNotice(page, 'Permintaan Rina Marlina, S.AP. dikabulkan.');
  await row.getByText('dikabulkan').waitFor();
  await page.getByRole('region', { name: 'Unit', exact: true }).getByText('APTIKA').waitFor();

  const revoking = asked.getByRole('listitem').filter({ hasText: 'Bambang' });
  await revoking.getByRole('button', { name: /^Tolak/u }).click();
  const refusing = page.getByRole('alertdialog');
  await refusing.getByRole('textbox', { name: /^Alasan/u }).fill('Masih bertugas');
  await tu.shot('07-refuse');
  await refusing.getByRole('button', { name: 'Tolak' }).click();
  await revoking.getByText('ditolak: Masih bertugas').waitFor();
  const trail = page.getByRole('table', { name: 'Jejak kantor' });
  await trail.getByText(/menolak permintaan Rina Marlina/u).waitFor();
  await trail.scrollIntoViewIfNeeded();
  await tu.shot('08-office-trail');
  await sent(tu);
  await leave(tu);
  expect(faults).toEqual([]);
}, 240_000);

test('documents are destroyed by two people, and every screen says what goes before it goes', async () => {
  const tu = await open('tu');
  await unlock(tu);
  await openList(tu.page, 'Alt+3', 'Surat masuk');
  await chooseLetter(tu.page, OLD_LETTER);
  await tu.page.getByRole('button', { name: 'Tindakan lain' }).click();
  await tu.page.getByRole('menuitem', { name: 'Usulkan pemusnahan…' }).click();
  const proposing = tu.page.getByRole('dialog', { name: 'Usulkan pemusnahan' });
  await proposing.getByText('Yang akan dimusnahkan: 1 dokumen').waitFor();
  await tu.page.keyboard.press('Control+Enter');
  await proposing.getByText('Isi nomor keputusannya.').waitFor();
  await proposing.getByRole('textbox', { name: 'Nomor keputusan pemusnahan' }).fill(DECISION);
  await proposing.getByRole('textbox', { name: /^Catatan/u }).fill('Sesuai JRA, nilai guna habis');
  await tu.shot('10-propose');
  await tu.page.keyboard.press('Control+Enter');
  await takeNotice(tu.page, 'Usul pemusnahan dicatat.');
  const panel = tu.page.getByRole('region', { name: 'Pemusnahan dokumen surat ini diusulkan' });
  await panel.getByText('pimpinan kantor').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
  await tu.shot('11-proposed');
  await sent(tu);

  const head = await open('head');
  await unlock(head);
  await openList(head.page, 'Alt+3', 'Surat masuk');
  await chooseLetter(head.page, OLD_LETTER);
  const decision = head.page.getByRole('region', { name: 'Pemusnahan dokumen surat ini diusulkan' });
  await decision.getByText('keputusan Anda').waitFor({ timeout: OTHER_PC });
  await head.shot('12-head-panel');
  await decision.getByRole('button', { name: 'Musnahkan…' }).click();
  const question = head.page.getByRole('alertdialog', { name: 'Musnahkan dokumen surat ini?' });
  await question.getByText(/^Tidak dapat dibatalkan/u).waitFor();
  await question.getByText(`Keputusan ${DECISION}`).waitFor();
  await question.locator('button:focus', { hasText: 'Batal' }).waitFor();
  await head.shot('13-head-destroys');
  await question.getByRole('button', { name: 'Musnahkan', exact: true }).click();
  await takeNotice(head.page, 'Dokumen dimusnahkan.');
  await openList(head.page, 'Alt+3', 'Surat masuk');
  await chooseLetter(head.page, OLD_LETTER);
  await head.page.getByText('Dokumen sudah dimusnahkan').waitFor();
  await head.page.getByText(/memusnahkan dokumen surat ini menurut keputusan/u).waitFor();
  await head.shot('14-destroyed');
  await sent(head);
  await openList(tu.page, 'Alt+3', 'Surat masuk');
  await chooseLetter(tu.page, OLD_LETTER);
  await tu.page.getByText('Dokumen sudah dimusnahkan').waitFor({ timeout: OTHER_PC });
  await leave(head);
  await leave(tu);
  expect(faults).toEqual([]);
}, 240_000);

test('the archive gets a keeper, and a book of numbers another registry', async () => {
  const tu = await open('tu');
  const { page } = tu;
  await unlock(tu);
  await place(tu, '/settings/person');
  await page.getByRole('button', { name: 'Akhiri pemakaian TU-01' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Akhiri dan keluar' }).click();
  await page.getByText('Komputer ini masih menulis daftar kantor atau memberi nomor surat.').waitFor();
  await tu.shot('20-retire-refused');
  await page.keyboard.press('Escape');

  await place(tu, '/sync');
  const archive = page.getByRole('region', { name: /^Penjaga arsip/u });
  await archive.getByText('Belum ada komputer yang menjaga semua dokumen kantor.').waitFor();
  await archive.scrollIntoViewIfNeeded();
  await tu.shot('21-no-keeper');
  await archive.getByRole('button', { name: 'Jadikan komputer ini penjaga arsip…' }).click();
  await tu.shot('22-keep');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Jadikan penjaga arsip' }).click();
  await takeNotice(page, 'Komputer ini menjadi penjaga arsip.');
  await archive.getByRole('table').getByText('TU-01').waitFor();
  await archive.scrollIntoViewIfNeeded();
  await tu.shot('23-keeper');
  await archive.getByRole('button', { name: 'Berhenti menjaga arsip…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Berhenti menjaga' }).click();
  await takeNotice(page, 'Komputer ini bukan lagi penjaga arsip.');
  await archive.getByText('Belum ada komputer yang menjaga semua dokumen kantor.').waitFor();

  await openList(page, 'Alt+6', 'Buku agenda');
  await page.getByRole('button', { name: 'Serahkan buku…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Serahkan buku ini' });
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Pilih pemegang barunya.').waitFor();
  await dialog.getByRole('button', { name: /Pemegang baru/u }).click();
  await page.getByRole('option', { name: /^Rina Marlina di SEKRE-01/u }).click();
  await tu.shot('24-hand-over');
  await page.keyboard.press('Control+Enter');
  await takeNotice(page, 'Rina Marlina memegang buku ini di SEKRE-01.');
  await page.getByText('Rina Marlina (SEKRE-01)').first().waitFor();
  await tu.shot('25-handed-over');
  await leave(tu);
  expect(faults).toEqual([]);
}, 180_000);

test('a person takes a second PC into use with the digits on both screens, and gives it up', async () => {
  const head = await open('head');
  await unlock(head);
  await place(head, '/settings/person');
  await head.page.getByRole('button', { name: 'Tambah komputer…' }).click();
  const code = head.page.getByRole('dialog', { name: 'Kode untuk komputer Anda yang lain' });
  await code.waitFor();
  await head.shot('30-device-code');
  await head.answerDialogs({ save: at('kode.txt') });
  await code.getByRole('button', { name: 'Simpan sebagai berkas…' }).click();
  await takeNotice(head.page, 'Berkas kode tersimpan.');
  await code.getByRole('button', { name: 'Tutup' }).click();
  expect(readFileSync(at('kode.txt'), 'utf8')).toContain('Komputer tambahan Nirkertas');

  const second = await open('second');
  const { page } = second;
  await page.getByRole('button', { name: /^Gabung dengan kode/u }).waitFor();
  await page.keyboard.press('2');
  await second.answerDialogs({ open: share });
  await page.getByRole('button', { name: 'Pilih folder…' }).click();
  await page.getByText(share, { exact: true }).waitFor();
  await chooseFile(page, 'Ambil dari berkas…', at('kode.txt'));
  await page.getByRole('button', { name: 'Periksa kode' }).click();
  await page.getByLabel('Nama komputer ini').fill('RUMDIN-01');
  await page.getByLabel('Frasa sandi', { exact: true }).fill(PASSPHRASE);
  await second.shot('31-second-asks');
  await page.getByRole('button', { name: 'Ya, pakai komputer ini' }).click();
  const shown = page.getByRole('group', { name: /^Enam angka: /u });
  await shown.waitFor();
  await second.shot('32-second-digits');
  const digits = ((await shown.getAttribute('aria-label')) ?? '').replaceAll(/\D/gu, '');

  const there = head.page.getByRole('img', { name: /^Enam angka RUMDIN-01/u });
  await there.waitFor({ timeout: OTHER_PC });
  const told = ((await there.getAttribute('aria-label')) ?? '').split(':')[1] ?? '';
  expect(told.replaceAll(/\D/gu, '')).toBe(digits);
  await head.shot('33-head-compares');
  await head.page.getByRole('button', { name: 'Terima', exact: true }).click();
  await head.shot('34-head-admits');
  await head.page.getByRole('alertdialog').getByRole('button', { name: 'Angka sama, terima' }).click();
  await takeNotice(head.page, /^RUMDIN-01 diterima/u);

  await page.getByRole('textbox', { name: 'Frasa sandi' }).waitFor({ timeout: OTHER_PC });
  await unlock(second);
  await place(second, '/settings/person');
  const mine = page.getByRole('table', { name: 'Komputer saya' });
  await mine.getByText('KADIS-01').waitFor({ timeout: OTHER_PC });
  await second.shot('35-two-pcs');
  await mine.getByRole('button', { name: 'Akhiri pemakaian RUMDIN-01' }).click();
  const question = page.getByRole('alertdialog', { name: 'Akhiri pemakaian RUMDIN-01?' });
  await question.waitFor();
  await second.shot('36-retire');
  await question.getByRole('button', { name: 'Akhiri dan keluar' }).click();
  await page.getByRole('textbox', { name: 'Frasa sandi' }).waitFor();
  await head.page
    .getByRole('table', { name: 'Komputer saya' })
    .getByText('diakhiri')
    .waitFor({ timeout: OTHER_PC });
  await head.shot('37-given-up');
  await leave(second);
  await leave(head);
  expect(faults).toEqual([]);
}, 240_000);
