import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { artefactFolder, openWindow, type OfficeWindow } from './office-window.ts';
import { admit, createOffice, invite, join } from './two-pcs-office.ts';

const pictures = artefactFolder('two-pcs');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-two-pcs-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');

let a: OfficeWindow;
let b: OfficeWindow;

beforeAll(async () => {
  mkdirSync(share);
  a = await openWindow(pictures, { dir: at('a') });
  b = await openWindow(pictures, { dir: at('b') });
});

afterAll(async () => {
  await a.close();
  await b.close();
  rmSync(root, { recursive: true, force: true });
});

test('an office is created on one PC and joined on another, digits compared', async () => {
  await createOffice(a, {
    share,
    kit: at('Pemulihan.txt'),
    officeName: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
    letterhead: ['PEMERINTAH KOTA TIRTAWANGSA', 'DINAS KOMUNIKASI DAN INFORMATIKA'],
    units: ['Sekretariat', 'Bidang TIK', 'Bidang Statistik dan Persandian'],
    name: 'Endang Susilowati, S.E.',
    title: 'Kepala Subbagian Umum',
    device: 'TU-01',
  });
  expect(readFileSync(at('Pemulihan.txt'), 'utf8')).toContain('Tirtawangsa');
  await a.page.keyboard.press('Control+,');
  await a.page.getByRole('link', { name: 'Orang dan unit' }).click();
  await invite(
    a,
    { name: 'Bambang Hariyanto, S.Sos., M.M.', title: 'Kepala Dinas', role: 'Pimpinan', unit: 'pimpinan kantor' },
    at('undangan.txt'),
    '05-a',
  );
  const digits = await join(b, { share, codeFile: at('undangan.txt'), device: 'KADIS-01' });
  await admit(a, 'Bambang Hariyanto, S.Sos., M.M.', digits, '10-a');
  await b.page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
  await b.shot('12-b-joined');
  await a.shot('13-a-people');
});
