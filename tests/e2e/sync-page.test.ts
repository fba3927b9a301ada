import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { writeStop } from '#main/engine/office/share-losses.ts';
import { samplePdf, value } from '#tests/integration/office-pcs.ts';
import { OTHER_PC, PASSPHRASE, artefactFolder, openWindow, type OfficeWindow } from './office-window.ts';
import { faultsInBothThemes } from './screen-audit.ts';

const pictures = artefactFolder('sync-page');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-sync-page-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');
const kit = at('Pemulihan.txt');

let pc: OfficeWindow;

const engineOf = (name: string): Promise<Engine> =>
  value(openEngine({ dir: at(name), share: null, demo: false, appVersion: '0.0.0' }, { background: false }));

async function enrol(tu: Engine, name: string, person: string, title: string, role: 'pimpinan' | 'tu') {
  const pcOf = await engineOf(name);
  const { code, position, user } = await value(
    tu.call('office.invite', {
      person: { name: person, title, nip: '' },
      unit: null,
      role,
      superior: null,
    }),
  );
  const deviceName = `${name.toUpperCase()}-01`;
  await value(pcOf.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName }));
  await value(tu.call('office.admit', { invitations: 'all' }));
  for (const engine of [tu, pcOf, pcOf, tu]) await value(engine.call('sync.now', undefined));
  return { engine: pcOf, position, user };
}

async function register(engine: Engine, forwardTo: string, subject: string): Promise<void> {
  const staged = await value(
    engine.call('intake.stage', { files: [{ name: 'scan.pdf', bytes: samplePdf(subject) }] }),
  );
  await value(
    engine.call('letters.register', {
      staged: staged.id,
      from: 'Sekretariat Daerah',
      number: `000.8.6.3/${subject.length}/SETDA`,
      date: '2026-10-06',
      subject,
      securityClass: 'biasa',
      urgency: 'segera',
      enclosure: '',
      receivedAt: Date.now(),
      classification: '',
      forwardTo,
      duplicateSeen: true,
    }),
  );
}

function officeFolder(): string {
  return path.join(share, readdirSync(share)[0] ?? '');
}

/**
 * An office in trouble: a desk whose key was closed went on writing, a stranger left a file, a disk damaged one, much
 * of the share seemed gone so that the program stopped writing, and letters wait for that.
 */
async function prepare(): Promise<void> {
  const tu = await engineOf('tu');
  await value(
    tu.call('office.create', {
      share,
      name: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
      letterhead: ['PEMERINTAH KOTA TIRTAWANGSA'],
      admin: { name: 'Endang Susilowati, S.E.', title: 'Kepala Subbagian Umum', nip: '' },
      units: ['Bidang TIK'],
      kit,
      passphrase: PASSPHRASE,
      deviceName: 'TU-01',
      agendaStart: 1284,
    }),
  );
  await value(tu.call('sync.now', undefined));
  const head = await enrol(tu, 'kadis', 'Bambang Hariyanto, S.Sos., M.M.', 'Kepala Dinas', 'pimpinan');
  const desk = await enrol(tu, 'loket', 'Rudi Setiawan', 'Petugas Loket', 'tu');
  await register(tu, head.position, 'Undangan rapat koordinasi bukti dukung SPBE');
  for (const engine of [tu, head.engine, desk.engine]) await value(engine.call('sync.now', undefined));
  await value(tu.call('office.revoke', { user: desk.user, logs: null, reason: 'left', rotateKey: false }));
  await register(desk.engine, head.position, 'Permohonan data pengguna layanan');
  await register(desk.engine, head.position, 'Surat tugas pemantauan jaringan kelurahan');
  for (const engine of [desk.engine, tu, head.engine]) await value(engine.call('sync.now', undefined));

  const { rows } = await value(head.engine.call('letters.queue', { box: 'todo', offset: 0, limit: 1 }));
  await value(head.engine.call('letters.no-disposition', { letter: rows[0]?.id ?? '', note: '' }));
  await value(head.engine.call('sync.now', undefined));
  const log = head.engine.state.office?.session?.log.slice(0, 16) ?? '';
  const folder = path.join(officeFolder(), 'logs', log);
  const newest =
    readdirSync(folder).toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0] ?? '';
  const bytes = readFileSync(path.join(folder, newest));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path.join(folder, newest), bytes);
  writeFileSync(path.join(officeFolder(), 'heads', 'BACA SAYA.txt'), 'bayar');
  await value(tu.call('sync.now', undefined));
  const { office } = tu.state;
  if (office !== null) writeStop(office).stopWrites(12, 40);
  await register(tu, head.position, 'Tindak lanjut LHP Nomor 21 Tahun 2026');
  await register(tu, head.position, 'Rekonsiliasi aset jaringan semester I');
  for (const engine of [tu, head.engine, desk.engine]) await engine.close();
}

beforeAll(async () => {
  mkdirSync(share);
  await prepare();
  pc = await openWindow(pictures, { dir: at('tu'), isAudited: true });
}, 180_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pc.page.screenshot({ path: path.join(pictures, 'failed.png') });
});

afterAll(async () => {
  await pc?.close();
  rmSync(root, { recursive: true, force: true });
});

const place = async (hash: string) => {
  await pc.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await pc.page.mouse.move(440, 8);
};

/** The same in both themes and languages, for whoever looks at the pictures. */
async function everyLook(name: string): Promise<void> {
  const { page } = pc;
  for (const [language, menu] of [
    ['English', 'Main menu'],
    ['Bahasa Indonesia', 'Menu utama'],
  ] as const) {
    await place('/settings/computer');
    await page.getByText(language, { exact: true }).click();
    await page.getByRole('navigation', { name: menu }).waitFor();
    await place('/sync');
    await page.locator('main table').first().waitFor();
    const tag = language === 'English' ? 'en' : 'id';
    const found = await faultsInBothThemes(page, async (theme) => {
      await page.screenshot({ path: path.join(pictures, `${name}-${tag}-${theme}.png`) });
    });
    pc.faults.push(...found.map((fault) => `${name} ${tag}: ${fault}`));
  }
}

test('the page says what waits and why, shows the proof, and lets a person answer', async () => {
  const { page } = pc;
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await everyLook('01-stopped');

  const stranger = page.getByRole('listitem').filter({ hasText: 'bukan buatan kantor ini' });
  await stranger.getByRole('button', { name: 'Bukti' }).click();
  await stranger.getByText('heads/baca saya.txt').waitFor();
  await pc.shot('02-proof');
  await stranger.getByRole('button', { name: /^Sudah diperiksa/u }).click();
  await stranger.waitFor({ state: 'detached' });

  const held = page.getByRole('region', { name: 'Ditangguhkan' });
  await held.getByText('Rudi Setiawan di LOKET-01').waitFor();
  await held.scrollIntoViewIfNeeded();
  await pc.shot('03-quarantine');
  await held.getByRole('button', { name: 'Berlakukan semua…' }).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await pc.shot('04-release');
  await question.getByRole('button', { name: 'Berlakukan', exact: true }).click();
  await held.waitFor({ state: 'detached' });

  const stop = page.getByRole('region', { name: /^Bolehkah Nirkertas menulis lagi/u });
  await stop.getByText('12 dari 40 berkas').waitFor();
  await stop.getByRole('button', { name: 'Sudah diperiksa, lanjutkan menulis' }).click();
  await stop.waitFor({ state: 'detached' });
  await page.getByText('Semua yang ditulis di komputer ini sudah ada').waitFor({ timeout: OTHER_PC });
  await pc.shot('05-well');
  expect(pc.faults).toEqual([]);
}, 240_000);

test('the list of people closes keys, invites again and hands over, each after one question', async () => {
  const { page } = pc;
  await place('/settings/people');
  const people = page.getByRole('table', { name: 'Orang dan kuncinya' });
  await people.getByText('Rudi Setiawan').waitFor();
  await people.getByText('dicabut').waitFor();
  await people.scrollIntoViewIfNeeded();
  await pc.shot('06-people');
  const menu = people.getByRole('button', { name: /^Tindakan atas Bambang/u });
  await menu.click();
  await pc.shot('07-menu');
  await page.getByRole('menuitem', { name: 'Cabut…' }).click();
  await page.getByRole('alertdialog').waitFor();
  await pc.shot('08-revoke');
  await page.keyboard.press('Escape');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Undang lagi dengan kunci baru…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Buat undangan' }).click();
  await page.getByRole('dialog', { name: /^Kode undangan untuk Bambang/u }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(pc.faults).toEqual([]);
}, 120_000);

test('a new PC goes on with the office from the recovery kit', async () => {
  await pc.close();
  rmSync(at('tu'), { recursive: true });
  pc = await openWindow(pictures, { dir: at('baru'), isAudited: true });
  const { page } = pc;
  await page.getByRole('button', { name: 'Pulihkan kantor' }).waitFor();
  await pc.shot('09-first-run');
  await page.getByRole('button', { name: 'Pulihkan kantor' }).click();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await pc.shot('10-kit-missing');
  await page.getByRole('textbox', { name: 'Kit pemulihan' }).fill(readFileSync(kit, 'utf8'));
  await pc.answerDialogs({ open: share });
  await page.getByRole('button', { name: 'Pilih folder…' }).click();
  await page.getByText(share).waitFor();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('textbox', { name: /^Nama komputer/u }).fill('TU-02');
  const words = page.locator('input[type="password"]');
  await words.nth(0).fill('gunung merapi di pagi hari');
  await words.nth(1).fill('gunung merapi di pagi hari');
  await pc.shot('11-who');
  await page.getByRole('button', { name: 'Ambil alih kantor' }).click();
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: OTHER_PC });
  await place('/box/incoming');
  await page.getByText('Undangan rapat koordinasi bukti dukung SPBE').first().waitFor();
  await place('/settings/people');
  await page.getByRole('button', { name: 'Undang orang…' }).waitFor();
  await pc.shot('12-recovered');
  expect(pc.faults).toEqual([]);
}, 240_000);
