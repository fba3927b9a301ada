import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Placement } from '#core/office/letter-acts.ts';
import { PAGE } from '#main/engine/sample/paper/sheet.ts';
import { OTHER_PC, PASSPHRASE, chooseFile, type OfficeWindow } from './office-window.ts';
import { chooseLetter, openList } from './two-pcs-letter.ts';
import { memoFacts } from './two-pcs-papers.ts';

export interface MemoChain {
  readonly to: string;
  readonly initials: string;
  /** In the order of signing. */
  readonly signatories: readonly string[];
  /** Where the paper leaves room for their stamps: points from the lower left corner. */
  readonly places: readonly Placement[];
}

/** Drags a signatory's stamp to where the paper has room for it. */
async function dragStamp(page: Page, signatory: string, place: Placement | undefined): Promise<void> {
  if (place === undefined) throw new Error(`no place for ${signatory}`);
  const stamp = page.getByRole('button', { name: `Cap ${signatory}.` });
  await stamp.scrollIntoViewIfNeeded();
  const paper = await page
    .getByRole('region', { name: 'Halaman dokumen' })
    .getByRole('img', { name: 'Halaman 1 dari 1' })
    .boundingBox();
  const from = await stamp.boundingBox();
  if (paper === null || from === null) throw new Error('the page is not shown');
  const scale = paper.width / PAGE.width;
  const [left, bottom] = [paper.x + place.x * scale, paper.y + paper.height - place.y * scale];
  await page.mouse.move(from.x + 20, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(left + 20, bottom - 8, { steps: 5 });
  await page.mouse.up();
  const to = await stamp.boundingBox();
  expect(Math.abs((to?.x ?? 0) - left)).toBeLessThan(3);
}

/** A nota dinas from a PDF: to whom, and the chain of one paraf and two signatories. */
export async function proposeMemo(pc: OfficeWindow, pdf: string, chain: MemoChain): Promise<void> {
  const { page } = pc;
  await page.keyboard.press('n');
  await page.getByRole('menuitem', { name: 'Nota dinas' }).click();
  await chooseFile(page, 'Pilih PDF…', pdf);
  const form = page.getByRole('form', { name: 'Isian nota dinas' });
  const add = async (field: string, title: string) => {
    await form.getByRole('combobox', { name: field }).click();
    await page.keyboard.type(title);
    await page.getByRole('option', { name: title }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form
      .getByRole('button', { name: `Keluarkan ${title}` })
      .first()
      .waitFor();
  };
  await add('Kepada: Tambah jabatan', chain.to);
  await form.getByLabel('Nomor').fill(memoFacts.number);
  await form.getByLabel('Hal', { exact: true }).fill(memoFacts.subject);
  await add('Tambah pemaraf', chain.initials);
  for (const signatory of chain.signatories) await add('Tambah penandatangan', signatory);
  for (const [index, signatory] of chain.signatories.entries()) {
    await dragStamp(page, signatory, chain.places[index]);
  }
  await form.getByText('Draf tersimpan').waitFor();
  await pc.shot('27-a-memo');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Diusulkan. Menunggu ${chain.initials}.`).waitFor();
  await pc.shot('28-a-memo-proposed');
}

/** The paraf: the passphrase opened the app, so the act needs no more than its key. */
export async function initialMemo(pc: OfficeWindow): Promise<void> {
  const { page } = pc;
  await page.getByRole('button', { name: /^Buka/u }).waitFor();
  await pc.shot('29-c-locked');
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await openList(page, 'Alt+2', 'Tugas saya');
  await chooseLetter(page, memoFacts.subject);
  await pc.shot('30-c-memo');
  await page.keyboard.press('a');
  await page.getByRole('complementary', { name: 'Paraf' }).waitFor();
  await pc.shot('31-c-initials');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Diparaf: ${memoFacts.subject}`).waitFor();
}

/** A signature: the stamp is in sight before the act. */
export async function signMemo(pc: OfficeWindow, shot: string): Promise<void> {
  const { page } = pc;
  await openList(page, 'Alt+2', 'Tugas saya');
  await chooseLetter(page, memoFacts.subject);
  await page.keyboard.press('t');
  await page.getByRole('complementary', { name: 'Tanda tangan' }).waitFor();
  await page.getByRole('button', { name: /^Cap tanda tangan\./u }).waitFor();
  await pc.shot(`${shot}-sign`);
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Ditandatangani: ${memoFacts.subject}`).waitFor();
}

/** The issued memo as its last signatory sees it, and a copy of it on disk. */
export async function saveIssued(pc: OfficeWindow, target: string, shot: string): Promise<void> {
  const { page } = pc;
  await openList(page, 'Alt+4', 'Nota dinas');
  await chooseLetter(page, memoFacts.subject);
  await page.getByRole('button', { name: /TTE tidak tersertifikasi/u }).waitFor({ timeout: OTHER_PC });
  await pc.shot(`${shot}-issued`);
  await page.getByRole('button', { name: /TTE tidak tersertifikasi/u }).click();
  await page.getByText('Isi tidak berubah sejak ditandatangani').first().waitFor();
  await pc.shot(`${shot}-signatures`);
  await page.keyboard.press('Escape');
  await pc.answerDialogs({ save: target });
  await page.keyboard.press('Control+s');
}
