import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { projectNode, projectRoot } from '#build/bootstrap/project.mjs';
import { appNameFor } from '#build/package/app-name.ts';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { chooseInDialogs } from './system-dialogs.ts';

let app: RunningApp;
let folder = '';
let programName = '';

/** Packages the flavour that a test can attach to; everything else in it is as in a release. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nirkertas-packaged-'));
  const made = spawnSync(projectNode, ['build/tasks/dist.ts', '--test'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`packaging failed:\n${made.stdout}\n${made.stderr}`);
  programName = appNameFor(await electronRuntime()).package;
  app = await launchApp({ packaged: path.join(projectRoot, 'dist/test/linux-unpacked', programName) });
}, 600_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the packaged app starts from its archive and its engine answers', async () => {
  const packaged = await app.app.evaluate(({ app: electron }) => ({
    isPackaged: electron.isPackaged,
    path: electron.getAppPath(),
  }));
  expect(packaged.isPackaged).toBe(true);
  expect(path.basename(packaged.path)).toBe('app.asar');
  const state = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.nirkertas.on('engineChanged', (view) => {
          if (view.state === 'ready' || view.state === 'failed') resolve(view.state);
        });
        void window.nirkertas.connectEngine().then((view) => {
          if (view.state === 'ready' || view.state === 'failed') resolve(view.state);
        });
      }),
  );
  expect(state).toBe('ready');
});

test('it says on which runtime it was built', async () => {
  const runtime = await electronRuntime();
  const about = await app.page.evaluate(() => window.nirkertas.readAbout());
  expect(about).toMatchObject({ runtime: runtime.kind, electron: runtime.version, dataFolder: app.dir });
  const name = await app.app.evaluate(({ app: electron }) => electron.getName());
  expect(name).toBe(appNameFor(runtime).product);
});

test('nothing is complained about on the first page', async () => {
  await app.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(app.complaints).toEqual([]);
});

/** A letter of one page, as it comes from a scanner's PDF printer. */
async function makeLetter(): Promise<Buffer> {
  const letter = await PDFDocument.create();
  letter.addPage([595, 842]).drawText('Undangan rapat koordinasi', { x: 70, y: 700, size: 14 });
  return Buffer.from(await letter.save());
}

test('an office is made and a letter registered in it', async () => {
  const { page } = app;
  const share = path.join(folder, 'share');
  mkdirSync(share);
  await chooseInDialogs(app, { open: [share], save: path.join(folder, 'kit.txt') });

  await page.getByText('Buat kantor baru').click();
  await page.getByLabel('Nama instansi').fill('Dinas Uji');
  await page.getByRole('button', { name: 'Pilih folder…' }).click();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByLabel('Nama lengkap dan gelar').fill('Siti Aminah');
  await page.getByLabel('Jabatan').fill('Arsiparis');
  await page.getByLabel('Nama komputer ini').fill('TU-01');
  const passphrase = 'gunung kelapa biru tujuh perahu';
  await page.getByLabel('Frasa sandi', { exact: true }).fill(passphrase);
  await page.getByLabel('Ulangi frasa sandi').fill(passphrase);
  await page.getByRole('button', { name: 'Pilih tempat…' }).click();
  await page.getByRole('button', { name: 'Buat kantor' }).click();

  await page.getByRole('button', { name: 'Daftarkan surat masuk' }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'undangan.pdf', mimeType: 'application/pdf', buffer: await makeLetter() });
  await page.getByRole('combobox', { name: 'Dari' }).fill('Sekretariat Daerah');
  await page.getByRole('textbox', { name: 'Nomor', exact: true }).fill('000.8.6.3/1482/SETDA');
  await page.getByRole('textbox', { name: 'Hal', exact: true }).fill('Undangan rapat koordinasi');
  await page.getByRole('button', { name: 'Simpan' }).click();

  await page.getByText('Tersimpan dengan nomor agenda 1.').first().waitFor();
  expect(app.complaints).toEqual([]);
});

test('its command line works without a screen, and beside the open window', () => {
  const program = path.join(projectRoot, 'dist/test/linux-unpacked', `${programName}-cli`);
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const cli = (...args: string[]) =>
    spawnSync(program, args, {
      env: { ...env, NIRKERTAS_PASSPHRASE: 'gunung kelapa biru tujuh perahu' },
      encoding: 'utf8',
    });
  const share = path.join(folder, 'cli-share');
  mkdirSync(share);
  const dir = path.join(folder, 'cli');
  const created = cli(
    ...['office', 'create', '--dir', dir, '--share', share, '--name', 'Dinas Uji', '--json'],
    ...['--admin', 'Siti Aminah|Arsiparis|', '--kit', path.join(folder, 'cli-kit.txt')],
  );
  // Nothing of Chromium's stands beside what the command says.
  expect(created.stderr).toMatch(/^Simpan kit pemulihan [^\n]*\n$/);
  expect(created.status).toBe(0);
  expect(Object.keys(JSON.parse(created.stdout)).toSorted()).toEqual(['deviceId', 'officeId', 'userId']);
  const synchronised = cli('sync', '--once', '--dir', dir, '--json');
  expect(JSON.parse(synchronised.stdout)).toMatchObject({ share: 'online', quarantined: 0 });
  expect(cli('sync', '--once').status).toBe(2);
  // Asked to end, it finishes its pass and says what it did. `timeout` answers 124 when it had to ask.
  const watching = spawnSync('timeout', ['10', program, 'sync', '--watch', '--dir', dir, '--json'], {
    env,
    encoding: 'utf8',
  });
  expect(watching.status).toBe(124);
  expect(JSON.parse(watching.stdout)).toMatchObject({ share: 'online', pending: 0 });
  const held = cli('office', 'status', '--dir', app.dir, '--json');
  expect(held.status).toBe(1);
  expect(JSON.parse(held.stdout)).toMatchObject({ error: { code: 'store-in-use' } });
});
