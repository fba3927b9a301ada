import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { samplePdf, value } from '#tests/integration/office-pcs.ts';
import { dumpOf } from '#tests/integration/roster-pcs.ts';
import { OTHER_PC, PASSPHRASE, artefactFolder, openWindow, type OfficeWindow } from './office-window.ts';
import { registerPlain } from './register-letter.ts';
import { openList } from './two-pcs-letter.ts';

const pictures = artefactFolder('cloned-pc');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-cloned-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');

let original: OfficeWindow;
let copy: OfficeWindow;

const engineOf = (name: string): Promise<Engine> =>
  value(openEngine({ dir: at(name), share: null, demo: false, appVersion: '0.0.0' }, { background: false }));

/** An office of two PCs, before anybody opens a window. */
async function prepare(): Promise<void> {
  const tu = await engineOf('tu');
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
      agendaStart: 1338,
    }),
  );
  await value(tu.call('sync.now', undefined));
  const head = await engineOf('kadis');
  const { code } = await value(
    tu.call('office.invite', {
      person: { name: 'Bambang Hariyanto, S.Sos., M.M.', title: 'Kepala Dinas', nip: '' },
      unit: null,
      role: 'pimpinan',
      superior: null,
    }),
  );
  await value(head.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: 'KADIS-01' }));
  await value(tu.call('office.admit', { invitations: 'all' }));
  for (const engine of [tu, head, head, tu]) await value(engine.call('sync.now', undefined));
  await tu.close();
  await head.close();
}

async function unlock({ page }: OfficeWindow): Promise<void> {
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

const letterOf = (name: string, subject: string) => {
  const scan = at(`${name}.pdf`);
  writeFileSync(scan, samplePdf(subject));
  return { scan, from: 'Sekretariat Daerah', subject };
};

/** Whether the window's list of incoming letters has it, once the other PC has sent it. */
async function sees({ page }: OfficeWindow, subject: string): Promise<void> {
  await openList(page, 'Alt+3', 'Surat masuk');
  await page.getByRole('option', { name: subject }).waitFor({ timeout: OTHER_PC });
}

/** The sync page says what happened, what is safe and what to do, and that numbers met. */
async function readsWhatHappened(pc: OfficeWindow, name: string): Promise<void> {
  const { page } = pc;
  await page.evaluate(() => {
    location.hash = '/sync';
  });
  const told = page.getByRole('listitem').filter({ hasText: 'Satu log diteruskan di dua komputer' });
  await told.waitFor({ timeout: OTHER_PC });
  await told.getByText(/^Pekerjaan dari keduanya tetap ada dan berlaku/u).waitFor();
  await told.scrollIntoViewIfNeeded();
  await pc.shot(name);
}

beforeAll(async () => {
  mkdirSync(share);
  await prepare();
  // The program is closed while somebody copies its data folder; the second one runs on a machine with the same id.
  cpSync(at('tu'), at('tu-salinan'), { recursive: true });
  original = await openWindow(pictures, { dir: at('tu'), isAudited: true });
  copy = await openWindow(pictures, { dir: at('tu-salinan') });
}, 180_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, pc] of Object.entries({ original, copy })) {
    await pc?.page.screenshot({ path: path.join(pictures, `failed-${name}.png`) }).catch(() => null);
  }
});

afterAll(async () => {
  await original?.close().catch(() => null);
  await copy?.close().catch(() => null);
  rmSync(root, { recursive: true, force: true });
});

test('a PC is cloned and both keep their work', async () => {
  // Both are at work before either has heard of the other: the share is away.
  renameSync(share, `${share} hilang`);
  await unlock(original);
  await unlock(copy);
  await registerPlain(original, letterOf('asli', 'Undangan Rapat Evaluasi'));
  await registerPlain(copy, letterOf('salinan', 'Permohonan Narasumber'));
  renameSync(`${share} hilang`, share);

  for (const pc of [original, copy]) {
    await sees(pc, 'Undangan Rapat Evaluasi');
    await sees(pc, 'Permohonan Narasumber');
  }
  await readsWhatHappened(original, '01-original-told');
  await readsWhatHappened(copy, '02-copy-told');

  // Each goes on, with a log of its own, and the other one hears of it.
  await registerPlain(copy, letterOf('lanjut', 'Laporan Triwulan'));
  await sees(original, 'Laporan Triwulan');
  await original.shot('03-original-goes-on');
  expect([...original.faults, ...original.complaints, ...copy.complaints]).toEqual([]);
  await original.close();
  await copy.close();

  const engines = [await engineOf('tu'), await engineOf('tu-salinan'), await engineOf('kadis')];
  for (let round = 0; round < 4; round += 1) {
    for (const engine of engines) await value(engine.call('sync.now', undefined));
  }
  expect(new Set(engines.map((engine) => dumpOf({ engine }))).size).toBe(1);
  for (const engine of engines) await engine.close();
}, 240_000);
