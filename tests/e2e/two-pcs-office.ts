import { expect } from 'vitest';

import { OTHER_PC, PASSPHRASE, chooseFile, takeNotice, type OfficeWindow } from './office-window.ts';

export interface FirstPerson {
  readonly share: string;
  readonly kit: string;
  readonly officeName: string;
  readonly letterhead: readonly string[];
  readonly units: readonly string[];
  readonly name: string;
  readonly title: string;
  readonly device: string;
}

/** First run: "Buat kantor baru", three screens, by keyboard where a keyboard serves. */
export async function createOffice(pc: OfficeWindow, first: FirstPerson): Promise<void> {
  const { page } = pc;
  await page.getByRole('button', { name: /^Buat kantor baru/u }).waitFor();
  await pc.shot('01-a-first-run');
  await page.keyboard.press('1');

  await page.getByLabel('Nama instansi').waitFor();
  await page.keyboard.type(first.officeName);
  await page.getByLabel('Nomor agenda berikutnya').fill('1338');
  await page.getByLabel('Kop surat').fill(first.letterhead.join('\n'));
  await page.getByLabel('Unit kerja').fill(first.units.join('\n'));
  await pc.answerDialogs({ open: first.share });
  await page.getByRole('button', { name: 'Pilih folder…' }).click();
  await page.getByText(first.share, { exact: true }).waitFor();
  await pc.shot('02-a-office');
  await page.keyboard.press('Control+Enter');

  await page.getByLabel('Nama lengkap dan gelar').waitFor();
  await page.keyboard.type(first.name);
  await page.getByLabel('Jabatan').fill(first.title);
  await page.getByLabel('Nama komputer ini').fill(first.device);
  await page.getByLabel('Frasa sandi', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Ulangi frasa sandi').fill(PASSPHRASE);
  await pc.answerDialogs({ save: first.kit });
  await page.getByRole('button', { name: 'Pilih tempat…' }).click();
  await page.getByText(first.kit, { exact: true }).waitFor();
  await pc.shot('03-a-admin');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await pc.shot('04-a-office-created');
}

export interface Invited {
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly unit: string;
}

/** Settings, "Undang orang": the code is saved as a file for the invited person. */
export async function invite(pc: OfficeWindow, who: Invited, codeFile: string, shot?: string): Promise<void> {
  const { page } = pc;
  await page.getByRole('button', { name: 'Undang orang…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undang orang' });
  await dialog.getByLabel('Nama lengkap dan gelar').fill(who.name);
  await dialog.getByLabel('Jabatan', { exact: true }).fill(who.title);
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await dialog.locator('button:focus').waitFor();
  };
  await choose('Peran', who.role);
  await choose('Unit', who.unit);
  if (shot !== undefined) await pc.shot(`${shot}-invite`);
  await page.keyboard.press('Control+Enter');
  const code = page.getByRole('dialog', { name: `Kode undangan untuk ${who.name}` });
  await code.waitFor();
  if (shot !== undefined) await pc.shot(`${shot}-invite-code`);
  await pc.answerDialogs({ save: codeFile });
  await code.getByRole('button', { name: 'Simpan sebagai berkas…' }).click();
  await takeNotice(page, 'Berkas kode tersimpan.');
  await code.getByRole('button', { name: 'Tutup' }).click();
  await code.waitFor({ state: 'detached' });
}

/** First run: "Gabung dengan kode", from the file that came with the invitation; answers the six digits. */
export async function join(
  pc: OfficeWindow,
  input: { readonly share: string; readonly codeFile: string; readonly device: string },
): Promise<string> {
  const { page } = pc;
  await page.getByRole('button', { name: /^Gabung dengan kode/u }).waitFor();
  await page.keyboard.press('2');
  await pc.answerDialogs({ open: input.share });
  await page.getByRole('button', { name: 'Pilih folder…' }).click();
  await page.getByText(input.share, { exact: true }).waitFor();
  await chooseFile(page, 'Ambil dari berkas…', input.codeFile);
  await pc.shot('07-b-code');
  await page.getByRole('button', { name: 'Periksa kode' }).click();

  await page.getByLabel('Frasa sandi', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Ulangi frasa sandi').fill(PASSPHRASE);
  await page.getByLabel('Nama komputer ini').fill(input.device);
  await pc.shot('08-b-invited');
  await page.getByRole('button', { name: 'Ya, minta bergabung' }).click();

  const digits = page.getByRole('group', { name: /^Enam angka: /u });
  await digits.waitFor();
  await pc.shot('09-b-digits');
  return ((await digits.getAttribute('aria-label')) ?? '').replaceAll(/\D/gu, '');
}

/** The administrator compares the six digits and admits. */
export async function admit(pc: OfficeWindow, name: string, digits: string, shot?: string): Promise<void> {
  const { page } = pc;
  const shown = page.getByRole('img', { name: new RegExp(`^Enam angka ${name}`, 'u') });
  await shown.waitFor({ timeout: OTHER_PC });
  expect(((await shown.getAttribute('aria-label')) ?? '').replaceAll(/\D/gu, '')).toBe(digits);
  if (shot !== undefined) await pc.shot(`${shot}-request`);
  await page.getByRole('listitem').filter({ has: shown }).getByRole('button', { name: 'Terima' }).click();
  const question = page.getByRole('alertdialog', { name: `Terima ${name}?` });
  await question.getByText(`${digits.slice(0, 3)} ${digits.slice(3)}`, { exact: true }).waitFor();
  if (shot !== undefined) await pc.shot(`${shot}-admit`);
  await question.getByRole('button', { name: 'Angka sama, terima' }).click();
  await takeNotice(page, `${name} diterima.`);
}
