import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { CANARIES, leaks, showsCanary } from '#tests/integration/canaries.ts';
import { runCli } from '#tests/integration/cli-runner.ts';
import { samplePdf, value } from '#tests/integration/office-pcs.ts';
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

const pictures = artefactFolder('secret');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-secret-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');
const scan = at('pindaian.pdf');

/** TU registers, the head reads, the desk is the third person: it keeps the book and is not on the route. */
let tu: OfficeWindow;
let other: OfficeWindow;
let headPosition = '';
const faults: string[] = [];

async function leave(pc: OfficeWindow): Promise<void> {
  faults.push(...pc.faults, ...pc.complaints);
  await pc.close();
}

const engineOf = (name: string): Promise<Engine> =>
  value(openEngine({ dir: at(name), share: null, demo: false, appVersion: '0.0.0' }, { background: false }));

async function inEngine(name: string, act: (engine: Engine) => Promise<unknown>): Promise<void> {
  const engine = await engineOf(name);
  const [user] = (await value(engine.call('session.state', undefined))).users;
  await value(engine.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE }));
  await act(engine);
  await value(engine.call('sync.now', undefined));
  await engine.close();
}

/** An office of three PCs, before anybody opens a window. */
async function prepare(): Promise<void> {
  const admin = await engineOf('tu');
  await value(
    admin.call('office.create', {
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
  await value(admin.call('sync.now', undefined));
  for (const [name, person, title, role, deviceName] of [
    ['head', 'Bambang Hariyanto, S.Sos., M.M.', 'Kepala Dinas', 'pimpinan', 'KADIS-01'],
    ['desk', 'Sari Utami, A.Md.', 'Petugas TU', 'tu', 'TU-02'],
  ] as const) {
    const newcomer = await engineOf(name);
    const { code, position } = await value(
      admin.call('office.invite', {
        person: { name: person, title, nip: '' },
        unit: null,
        role,
        superior: null,
      }),
    );
    if (name === 'head') headPosition = position;
    await value(newcomer.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName }));
    await value(admin.call('office.admit', { invitations: 'all' }));
    for (const engine of [admin, newcomer, newcomer, admin]) await value(engine.call('sync.now', undefined));
    await newcomer.close();
  }
  await admin.close();
}

async function unlock({ page }: OfficeWindow): Promise<void> {
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** Everything that the window holds, also what is not in sight: a third person may look with any tool. */
async function pageShowsCanary({ page }: OfficeWindow): Promise<boolean> {
  return showsCanary(Buffer.from(await page.content()));
}

beforeAll(async () => {
  mkdirSync(share);
  writeFileSync(scan, samplePdf(CANARIES.pdf));
  await prepare();
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, pc] of Object.entries({ tu, other })) {
    await pc?.page.screenshot({ path: path.join(pictures, `failed-${name}.png`) }).catch(() => null);
  }
});

afterAll(async () => {
  await tu?.close().catch(() => null);
  await other?.close().catch(() => null);
  rmSync(root, { recursive: true, force: true });
});

async function registerIt(): Promise<void> {
  tu = await openWindow(pictures, { dir: at('tu'), isAudited: true });
  await unlock(tu);
  const { page } = tu;
  await page.keyboard.press('n');
  await page.getByRole('menuitem', { name: 'Daftarkan surat masuk' }).click();
  await chooseFile(page, 'Pilih berkas…', scan);
  const form = page.getByRole('form', { name: 'Isian surat' });
  await form.getByRole('combobox', { name: 'Dari' }).fill(CANARIES.sender);
  await page.keyboard.press('Escape');
  await form.getByLabel('Nomor', { exact: true }).fill('R-17/KJR/2026');
  await form.getByLabel('Hal', { exact: true }).fill(CANARIES.subject);
  await form.getByRole('button', { name: /Sifat/u }).click();
  await page.getByRole('option', { name: 'Rahasia', exact: true }).click();
  await form.getByRole('button', { name: /Teruskan ke/u }).click();
  await page.getByRole('option', { name: /^Kepala Dinas/u }).click();
  await form.getByText(/terbuka bagi Anda dan Bambang Hariyanto/u).waitFor();
  await tu.shot('01-tu-form');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Tersimpan dengan nomor agenda 1.388.').waitFor();
  await page.getByRole('button', { name: 'Lihat surat masuk' }).click();
  await chooseLetter(page, CANARIES.subject);
  await page.getByRole('region', { name: 'Naskah surat' }).getByText(CANARIES.pdf).waitFor();
  await page.getByText('Di folder bersama').waitFor({ timeout: OTHER_PC });
  expect(leaks(share)).toEqual([]);
}

/** Its addressee reads it, and no longer once the key is closed. */
async function readAndLock(): Promise<void> {
  other = await openWindow(pictures, { dir: at('head'), isAudited: true });
  await unlock(other);
  const { page } = other;
  await openList(page, 'Alt+2', 'Tugas saya');
  await chooseLetter(page, CANARIES.subject);
  await page
    .getByRole('region', { name: 'Naskah surat' })
    .getByText(CANARIES.pdf)
    .waitFor({ timeout: OTHER_PC });
  await page.keyboard.press('Control+l');
  await takeNotice(page, /^Kunci Anda ditutup/u);
  await page.getByRole('region', { name: 'Kunci Anda tertutup' }).waitFor();
  await other.shot('02-head-locked');
  expect(await pageShowsCanary(other)).toBe(false);
  await page.keyboard.press('y');
  const dialog = page.getByRole('dialog', { name: 'Buka isi surat rahasia' });
  await dialog.waitFor();
  await dialog.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Naskah surat' }).getByText(CANARIES.pdf).waitFor();
  await leave(other);
}

/** A third person reads it nowhere: screen, store, dump, share. */
async function lookFromOutside(): Promise<void> {
  other = await openWindow(pictures, { dir: at('desk'), isAudited: true });
  await unlock(other);
  const { page } = other;
  await openList(page, 'Alt+6', 'Buku agenda');
  const row = page.getByRole('button', { name: 'Buka surat nomor 1.388: Surat Rahasia' });
  await row.waitFor({ timeout: OTHER_PC });
  await other.shot('03-desk-book');
  expect(await pageShowsCanary(other)).toBe(false);
  await row.click();
  await page.getByRole('region', { name: 'Isi surat ini disegel' }).waitFor();
  await page.getByText('R-17/KJR/2026').waitFor();
  await other.shot('04-desk-envelope');
  expect(await pageShowsCanary(other)).toBe(false);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(CANARIES.subject);
  await page
    .getByRole('dialog')
    .getByText(/^Tidak ada yang cocok/u)
    .waitFor();
  await page.keyboard.press('Escape');
  await leave(other);

  expect(leaks(at('desk'))).toEqual([]);
  expect(leaks(share)).toEqual([]);
  for (const more of [[], ['--confidential']]) {
    const dump = await runCli(['--dir', at('desk'), '--json', 'store', 'dump', ...more], {
      NIRKERTAS_PASSPHRASE: PASSPHRASE,
    });
    expect(dump.code).toBe(0);
    expect(dump.out).toContain('rahasia');
    expect(showsCanary(Buffer.from(dump.out))).toBe(false);
  }
}

/** A new holder on the route waits for the key, gets it, and reads. */
async function handOn(): Promise<void> {
  await leave(tu);
  await inEngine('tu', async (engine) => {
    const { people } = await value(engine.call('office.status', undefined));
    const user = people.find(({ name }) => name.startsWith('Sari'))?.user ?? '';
    await value(
      engine.call('office.set-holder', {
        position: headPosition,
        user,
        standing: 'definitive',
        from: '2026-01-01',
        until: null,
        decision: '',
      }),
    );
  });
  other = await openWindow(pictures, { dir: at('desk'), isAudited: true });
  await unlock(other);
  await openList(other.page, 'Alt+2', 'Tugas saya');
  await other.page.getByRole('option', { name: 'Surat Rahasia' }).click({ timeout: OTHER_PC });
  await other.page.getByRole('region', { name: 'Kunci surat ini belum diserahkan kepada Anda' }).waitFor();
  await other.shot('05-successor-waits');
  expect(await pageShowsCanary(other)).toBe(false);

  tu = await openWindow(pictures, { dir: at('tu'), isAudited: true });
  await unlock(tu);
  const { page } = tu;
  await openList(page, 'Alt+3', 'Surat masuk');
  await chooseLetter(page, CANARIES.subject);
  await page.getByRole('region', { name: 'Belum semua pemangku dapat membuka surat ini' }).waitFor();
  await tu.shot('06-tu-banner');
  await page.getByRole('button', { name: 'Serahkan kunci…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Serahkan kunci surat' });
  await dialog.getByRole('radio', { name: /^Kepala Dinas/u, checked: true }).waitFor();
  await tu.shot('07-tu-share');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Kunci diserahkan kepada Sari Utami.').waitFor();
  await page
    .getByRole('region', { name: 'Belum semua pemangku dapat membuka surat ini' })
    .waitFor({ state: 'detached' });

  await other.page.getByRole('heading', { level: 2, name: CANARIES.subject }).waitFor({ timeout: OTHER_PC });
  await other.page.getByText(/menyerahkan kunci surat ini kepada pemangku Kepala Dinas/u).waitFor();
  await other.shot('08-successor-reads');
}

test('a Rahasia letter is readable to its circle, to a successor by the hand-on, and to no third person anywhere', async () => {
  await registerIt();
  await readAndLock();
  await lookFromOutside();
  await handOn();
  expect([...faults, ...tu.faults, ...other.faults, ...tu.complaints, ...other.complaints]).toEqual([]);
}, 280_000);
