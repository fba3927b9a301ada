import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { value } from '#tests/integration/office-pcs.ts';
import { OTHER_PC, PASSPHRASE, artefactFolder, openWindow, type OfficeWindow } from './office-window.ts';
import { chooseLetter, openList } from './two-pcs-letter.ts';
import { storyPapers } from './two-pcs-papers.ts';

const pictures = artefactFolder('contested');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-contested-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');
const subject = 'Usulan anggaran publikasi triwulan IV';

let a: OfficeWindow;
let b: OfficeWindow;

/** The PC of a person before its window is opened. */
const engineOf = (name: string): Promise<Engine> =>
  value(openEngine({ dir: at(name), share: null, demo: false, appVersion: '0.0.0' }, { background: false }));

/** An office of two, with a memo that waits for the head's initials; both PCs have it. */
async function prepare(): Promise<void> {
  const tu = await engineOf('a');
  const head = await engineOf('b');
  await value(
    tu.call('office.create', {
      share,
      name: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
      letterhead: ['PEMERINTAH KOTA TIRTAWANGSA'],
      admin: { name: 'Endang Susilowati, S.E.', title: 'Kepala Subbagian Umum', nip: '' },
      units: ['Bidang TIK'],
      kit: at('Pemulihan.txt'),
      passphrase: PASSPHRASE,
      deviceName: 'TU-01',
      agendaStart: 1,
    }),
  );
  const sync = async () => {
    for (const engine of [tu, head, head, tu]) await value(engine.call('sync.now', undefined));
  };
  await value(tu.call('sync.now', undefined));
  const { code, position } = await value(
    tu.call('office.invite', {
      person: { name: 'Bambang Hariyanto, S.Sos., M.M.', title: 'Kepala Dinas', nip: '' },
      unit: null,
      role: 'pimpinan',
      superior: null,
    }),
  );
  await value(head.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: 'KADIS-01' }));
  const [request] = await value(tu.call('office.requests', undefined));
  await value(tu.call('office.admit', { invitations: [request?.invitation ?? ''] }));
  await sync();
  const { memo } = await storyPapers();
  const staged = await value(
    tu.call('intake.stage', { files: [{ name: 'Nota dinas.pdf', bytes: memo }], purpose: 'memo' }),
  );
  const { positions } = await value(tu.call('office.status', undefined));
  const own = positions.find((p) => p.title === 'Kepala Subbagian Umum')?.id ?? '';
  await value(
    tu.call('memos.propose', {
      staged: staged.id,
      subject,
      number: '900.1.3/77/UM',
      date: '2026-10-08',
      securityClass: 'biasa',
      urgency: 'segera',
      due: null,
      to: [own],
      copies: [],
      chain: [
        { role: 'initials', position, placement: null },
        { role: 'signature', position, placement: null },
      ],
      note: '',
      lossSeen: true,
    }),
  );
  await sync();
  await tu.close();
  await head.close();
}

async function unlock({ page }: OfficeWindow): Promise<void> {
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** The same conflict as an English reader sees it, with the dialog; the language is put back. */
async function lookInEnglish(pc: OfficeWindow): Promise<void> {
  const { page } = pc;
  const speak = async (language: string) => {
    await page.evaluate(() => {
      location.hash = '/settings/computer';
    });
    await page.getByText(language, { exact: true }).click();
  };
  await speak('English');
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
  await openList(page, 'Alt+4', 'Memos');
  await chooseLetter(page, subject);
  await page.getByRole('button', { name: /^Decide/u }).waitFor();
  await pc.shot('02-b-contested-en');
  await page.keyboard.press('u');
  await page.getByRole('dialog').waitFor();
  await pc.shot('02-b-settle-en');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await speak('Bahasa Indonesia');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await openList(page, 'Alt+4', 'Nota dinas');
  await chooseLetter(page, subject);
}

const panel = ({ page }: OfficeWindow) =>
  page.getByRole('region', { name: 'Disetujui dan ditarik tanpa saling mengetahui' });

beforeAll(async () => {
  mkdirSync(share);
  await prepare();
  // Neither sees the other until both have acted.
  renameSync(share, `${share} hilang`);
  a = await openWindow(pictures, { dir: at('a'), isAudited: true });
  b = await openWindow(pictures, { dir: at('b'), isAudited: true });
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, pc] of Object.entries({ a, b })) {
    await pc.page.screenshot({ path: path.join(pictures, `failed-${name}.png`) });
  }
});

afterAll(async () => {
  await a?.close();
  await b?.close();
  rmSync(root, { recursive: true, force: true });
});

test('two apps show a contested approval and settle it', async () => {
  await unlock(b);
  await openList(b.page, 'Alt+2', 'Tugas saya');
  await chooseLetter(b.page, subject);
  await b.page.keyboard.press('a');
  await b.page.getByRole('complementary', { name: 'Paraf' }).waitFor();
  await b.page.keyboard.press('Control+Enter');
  await b.page.getByText(`Diparaf: ${subject}`).waitFor();

  await unlock(a);
  await openList(a.page, 'Alt+4', 'Nota dinas');
  await chooseLetter(a.page, subject);
  await a.page.keyboard.press('w');
  await a.page.getByRole('alertdialog').getByRole('button', { name: 'Tarik nota dinas' }).click();
  await a.page.getByText('Nota dinas ditarik.').waitFor();

  renameSync(`${share} hilang`, share);
  await openList(b.page, 'Alt+4', 'Nota dinas');
  await chooseLetter(b.page, subject);
  await openList(a.page, 'Alt+2', 'Tugas saya');
  await chooseLetter(a.page, subject);
  for (const pc of [a, b]) {
    await panel(pc).waitFor({ timeout: OTHER_PC });
    await panel(pc).getByText('Kepala Dinas membubuhkan paraf').waitFor();
    await panel(pc).getByText('Kepala Subbagian Umum menarik nota dinas').waitFor();
  }
  await panel(a).getByText('Menunggu keputusan Anda.').waitFor();
  await panel(b).getByText('Menunggu keputusan Kepala Subbagian Umum;').waitFor();
  // What the head approved does not count now, and nothing can be signed on it.
  expect(await b.page.getByRole('button', { name: /^Tanda tangani/u }).count()).toBe(0);
  await a.shot('01-a-contested');
  await b.shot('02-b-contested');
  await lookInEnglish(b);

  await a.page.keyboard.press('u');
  const dialog = a.page.getByRole('dialog', { name: 'Putuskan mana yang berlaku' });
  await dialog.waitFor();
  expect(await dialog.getByRole('button', { name: /^Putuskan/u }).isDisabled()).toBe(true);
  await dialog.getByText('Paraf berlaku, nota dinas diteruskan').click();
  await dialog.getByLabel('Catatan, boleh dikosongkan').fill('Angka sudah dicek bersama Kepala Dinas');
  await a.shot('03-a-settle');
  await a.page.keyboard.press('Control+Enter');
  await a.page.getByText('Keputusan dicatat.').waitFor();
  for (const pc of [a, b]) await panel(pc).waitFor({ state: 'detached', timeout: OTHER_PC });

  await openList(b.page, 'Alt+2', 'Tugas saya');
  await chooseLetter(b.page, subject);
  await b.page.getByRole('button', { name: /^Tanda tangani/u }).waitFor();
  await b.page.getByText(/memutuskan: paraf Kepala Dinas berlaku, nota dinas diteruskan/u).waitFor();
  await b.shot('04-b-settled');
  expect([...a.faults, ...b.faults]).toEqual([]);
}, 240_000);
