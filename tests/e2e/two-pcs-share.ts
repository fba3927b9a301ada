import { renameSync } from 'node:fs';

import { OTHER_PC, chooseFile, type OfficeWindow } from './office-window.ts';

/** The share goes: both PCs say so, and a letter is registered all the same. */
export async function workOffline(
  pc: OfficeWindow,
  other: OfficeWindow,
  share: string,
  pdf: string,
): Promise<void> {
  const { page } = pc;
  renameSync(share, `${share} hilang`);
  const status = page.getByRole('contentinfo', { name: 'Bilah status' });
  await status.getByRole('button', { name: 'Luring' }).waitFor({ timeout: OTHER_PC });
  await other.page
    .getByRole('contentinfo', { name: 'Bilah status' })
    .getByRole('button', { name: 'Luring' })
    .waitFor({ timeout: OTHER_PC });
  await page.keyboard.press('n');
  await page.getByRole('menuitem', { name: 'Daftarkan surat masuk' }).click();
  await chooseFile(page, 'Pilih berkas…', pdf);
  const form = page.getByRole('form', { name: 'Isian surat' });
  await form.getByRole('combobox', { name: 'Dari' }).fill('Badan Perencanaan Pembangunan Daerah');
  await form.getByLabel('Hal', { exact: true }).fill('Permohonan Data Statistik Sektoral');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Tersimpan dengan nomor agenda 1.339.').waitFor();
  await page.getByRole('button', { name: 'Lihat surat masuk' }).click();
  await page.getByRole('option', { name: 'Permohonan Data Statistik Sektoral' }).click();
  await page.getByText('Belum terkirim').waitFor();
  await status.getByRole('button', { name: /menunggu kirim$/u }).waitFor();
  await pc.shot('36-a-offline-letter');
  await status.getByRole('button', { name: 'Luring' }).click();
  await page.getByRole('heading', { name: 'Folder bersama tidak terjangkau' }).waitFor();
  await page.getByRole('cell', { name: 'Permohonan Data Statistik Sektoral' }).waitFor();
  await pc.shot('37-a-offline');
}

/** The share is back: one PC is told to look, the other looks by itself. */
export async function comeBack(pc: OfficeWindow, other: OfficeWindow, share: string): Promise<void> {
  const { page } = pc;
  renameSync(`${share} hilang`, share);
  await page.getByRole('button', { name: 'Sinkronkan sekarang' }).click();
  await page.getByText('Semua yang ditulis di komputer ini sudah ada di folder bersama').waitFor();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Tersinkron/u })
    .waitFor();
  await pc.shot('38-a-back');
  await other.page.keyboard.press('Alt+2');
  const arrived = other.page.getByRole('option', { name: 'Permohonan Data Statistik Sektoral' });
  await arrived.click({ timeout: OTHER_PC });
  await other.page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Tersinkron/u })
    .waitFor();
  await other.shot('39-b-arrived');
}
