import { chooseFile, type OfficeWindow } from './office-window.ts';

/** What is filled in of a surat masuk; all else stays as the form proposes it. */
export interface PlainLetter {
  readonly scan: string;
  readonly from: string;
  readonly subject: string;
}

/** Registers a surat masuk in the window, forwarded to whom the form proposes; answers its agenda number as shown. */
export async function registerPlain({ page }: OfficeWindow, letter: PlainLetter): Promise<string> {
  await page.keyboard.press('n');
  await page.getByRole('menuitem', { name: 'Daftarkan surat masuk' }).click();
  await chooseFile(page, 'Pilih berkas…', letter.scan);
  const form = page.getByRole('form', { name: 'Isian surat' });
  await form.getByRole('combobox', { name: 'Dari' }).fill(letter.from);
  await page.keyboard.press('Escape');
  await form.getByLabel('Hal', { exact: true }).fill(letter.subject);
  await page.keyboard.press('Control+Enter');
  const kept = page.getByText(/^Tersimpan dengan nomor agenda [\d.]+\.$/u);
  await kept.waitFor();
  const number = /agenda ([\d.]+)\.$/u.exec((await kept.textContent()) ?? '')?.[1] ?? '';
  await page.getByRole('button', { name: 'Lihat surat masuk' }).click();
  await page.getByRole('option', { name: letter.subject }).waitFor();
  return number;
}
