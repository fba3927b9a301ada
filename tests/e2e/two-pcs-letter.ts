import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { OTHER_PC, chooseFile, takeNotice, type OfficeWindow } from './office-window.ts';
import { letterDay, letterFacts } from './two-pcs-papers.ts';

/** Opens a list of the rail by its key and waits for its heading. */
export async function openList(page: Page, keys: string, title: string): Promise<void> {
  await page.keyboard.press(keys);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Chooses the letter in the list that is open, once it has arrived. */
export async function chooseLetter(page: Page, subject: string): Promise<void> {
  await page.getByRole('option', { name: subject }).click({ timeout: OTHER_PC });
  await page.getByRole('heading', { level: 2, name: subject }).waitFor();
}

/** What the label of the focused field says. */
async function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const named = (focused.getAttribute('aria-labelledby') ?? '').split(' ');
    const label = named.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const aria = focused.getAttribute('aria-label') ?? '';
    return [aria, label].filter((text) => text.trim() !== '').join(' ');
  });
}

/** Surat masuk from the scanner: the file, then the form by keyboard alone, Tab after Tab in the paper's order. */
export async function registerScan(pc: OfficeWindow, scan: string): Promise<void> {
  const { page } = pc;
  await page.keyboard.press('n');
  await page.locator('[role="menuitem"]:focus', { hasText: 'Daftarkan surat masuk' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Belum ada berkas').waitFor();
  await pc.shot('14-a-register-empty');
  await chooseFile(page, 'Pilih berkas…', scan);
  await page.getByRole('form', { name: 'Isian surat' }).waitFor();
  await pc.shot('15-a-register-scan');

  const [year, month, day] = letterDay().split('-');
  const typed = [
    ['Dari', letterFacts.from],
    ['Nomor', letterFacts.number],
    ['Tanggal', `${Number(day)}/${Number(month)}/${year}`],
    ['Lampiran', '1 lembar'],
    ['Hal', letterFacts.subject],
  ] as const;
  for (const [label, text] of typed) {
    expect(await focusedLabel(page)).toContain(label);
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  expect(await focusedLabel(page)).toContain('Sifat');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Segera', exact: true, checked: true }).waitFor();
  await pc.shot('16-a-register-filled');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Tersimpan dengan nomor agenda 1.338.').waitFor();
  await page.getByText('Semua berkas selesai').waitFor();
  await pc.shot('17-a-registered');
}

/** Disposisi to two positions by keyboard: names, instruction, note, a due date as people say it. */
export async function disposeToTwo(pc: OfficeWindow, recipients: readonly string[]): Promise<void> {
  const { page } = pc;
  await openList(page, 'Alt+2', 'Tugas saya');
  await chooseLetter(page, letterFacts.subject);
  await pc.shot('18-b-task');
  await page.keyboard.press('d');
  const sheet = page.getByRole('dialog', { name: 'Disposisi' });
  await sheet.waitFor();
  for (const recipient of recipients) {
    await page.keyboard.type(recipient);
    await page.getByRole('option', { name: recipient }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: `Hapus ${recipient}` }).waitFor();
  }
  await sheet.getByRole('checkbox', { name: /^Tindaklanjuti/u }).press('Space');
  await sheet.getByRole('checkbox', { name: /^Koordinasi/u }).press('Space');
  await sheet.getByLabel('Catatan').fill('Tunjuk narahubung dan siapkan jalur uji coba.');
  await sheet.getByLabel('Tenggat').fill('2 hari kerja');
  await sheet.getByLabel('Tenggat').press('Tab');
  await sheet.getByText('Draf tersimpan.').waitFor();
  await pc.shot('19-b-disposition');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Disposisi terkirim kepada 2 penerima.').waitFor();
  await pc.shot('20-b-disposed');
}

/** One recipient's part: received, reported with a document, done. */
export async function doPart(pc: OfficeWindow, report: string): Promise<void> {
  const { page } = pc;
  await openList(page, 'Alt+2', 'Tugas saya');
  await chooseLetter(page, letterFacts.subject);
  await pc.shot('21-a-disposition-arrived');
  await page.keyboard.press('m');
  await takeNotice(page, 'Dicatat: Anda menerima dan memahami.');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Laporkan tindak lanjut' });
  await dialog.getByLabel('Yang sudah dikerjakan').waitFor();
  await page.keyboard.type('Narahubung ditunjuk, laporan koordinasi terlampir.');
  await chooseFile(page, 'Jatuhkan PDF atau gambar', report);
  await dialog.getByRole('listitem').filter({ hasText: 'Laporan koordinasi.pdf' }).waitFor();
  await pc.shot('22-a-follow-up');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await takeNotice(page, 'Laporan dicatat.');
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Selesaikan' }).waitFor();
  await pc.shot('23-a-finish');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Dicatat selesai.').waitFor();
  await pc.shot('24-a-finished');
  await takeNotice(page, 'Dicatat selesai.');
}

/** The sender of the disposisi sees in the Jejak who read it and who is done, and opens the report. */
export async function seeProgress(pc: OfficeWindow, done: string, read: string): Promise<void> {
  const { page } = pc;
  await openList(page, 'Alt+3', 'Surat masuk');
  await chooseLetter(page, letterFacts.subject);
  const trail = page.getByRole('complementary', { name: 'Jejak' });
  await trail
    .getByRole('listitem')
    .filter({ hasText: done })
    .getByText(/^selesai /u)
    .waitFor({ timeout: OTHER_PC });
  await trail
    .getByRole('listitem')
    .filter({ hasText: read })
    .getByText(/^dibaca /u)
    .waitFor({ timeout: OTHER_PC });
  await pc.shot('25-b-progress');
  await trail.getByRole('button', { name: /Laporan koordinasi\.pdf/u }).click();
  await page.getByRole('region', { name: 'Naskah surat' }).getByText('LAPORAN KOORDINASI').waitFor();
  await pc.shot('26-b-report');
}
