import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';

import { projectRoot } from '#build/bootstrap/project.mjs';
import { openEngine, type Engine } from '#main/engine/engine.ts';
import { officeRoot } from '#main/engine/office/certificates.ts';
import { value } from '#tests/integration/office-pcs.ts';
import { missingTools, Oracles } from '#tests/integration/pdf-oracles.ts';
import { artefactFolder, openWindow, PASSPHRASE, type OfficeWindow } from './office-window.ts';
import { scanLetter } from './scan.ts';
import { disposeToTwo, doPart, registerScan, seeProgress } from './two-pcs-letter.ts';
import { initialMemo, proposeMemo, saveIssued, signMemo } from './two-pcs-memo.ts';
import { admit, createOffice, invite, join } from './two-pcs-office.ts';
import { storyPapers, type StoryPapers } from './two-pcs-papers.ts';
import { comeBack, workOffline } from './two-pcs-share.ts';

const pictures = artefactFolder('two-pcs');
const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-two-pcs-'));
const at = (name: string) => path.join(root, name);
const share = at('bersama');

const umum = { name: 'Endang Susilowati, S.E.', title: 'Kepala Subbagian Umum' };
const kadis = { name: 'Bambang Hariyanto, S.Sos., M.M.', title: 'Kepala Dinas' };
const tik = { name: 'Arif Nugroho, S.Kom., M.T.', title: 'Kepala Bidang TIK' };

let papers: StoryPapers;
let a: OfficeWindow;
let b: OfficeWindow;

beforeAll(async () => {
  mkdirSync(share);
  papers = await storyPapers();
  writeFileSync(at('scan_007.jpg'), scanLetter(papers.letter));
  writeFileSync(at('Laporan koordinasi.pdf'), papers.report);
  writeFileSync(at('Nota dinas anggaran.pdf'), papers.memo);
  writeFileSync(at('scan_008.pdf'), papers.offlineLetter);
  a = await openWindow(pictures, { dir: at('a'), isAudited: true });
  b = await openWindow(pictures, { dir: at('b'), isAudited: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, pc] of Object.entries({ a, b })) {
    await pc.page.screenshot({ path: path.join(pictures, `failed-${name}.png`) });
  }
});

afterAll(async () => {
  await a.close();
  await b.close();
  rmSync(root, { recursive: true, force: true });
});

/** The third person's PC, without a window; unlocked where somebody has joined on it. */
async function thirdPc(): Promise<Engine> {
  const options = { dir: at('c'), share: null, demo: false, appVersion: '0.0.0' };
  const engine = await value(openEngine(options, { background: false }));
  const { users } = await value(engine.call('session.state', undefined));
  const [first] = users;
  if (first !== undefined) {
    await value(engine.call('session.unlock', { user: first.user, passphrase: PASSPHRASE }));
  }
  return engine;
}

/** `cli pdf verify`, as an auditor runs it. */
function verifyByCli(
  file: string,
  trust: string,
): { code: number | null; verdict: string; signatures: number } {
  const cli = path.join(projectRoot, 'main', 'cli', 'nirkertas-cli.ts');
  const args = [cli, 'pdf', 'verify', file, '--trust', trust, '--json'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const [judged] = JSON.parse(stdout) as { verdict: string; signatures: unknown[] }[];
  return { code: status, verdict: judged?.verdict ?? '', signatures: judged?.signatures.length ?? 0 };
}

test('an office is created on one PC and joined on two more, digits compared', async () => {
  await createOffice(a, {
    share,
    kit: at('Pemulihan.txt'),
    officeName: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
    letterhead: ['PEMERINTAH KOTA TIRTAWANGSA', 'DINAS KOMUNIKASI DAN INFORMATIKA'],
    units: ['Bidang TIK', 'Bidang Statistik dan Persandian'],
    ...umum,
    device: 'TU-01',
  });
  expect(readFileSync(at('Pemulihan.txt'), 'utf8')).toContain('Tirtawangsa');
  await a.page.keyboard.press('Control+,');
  await a.page.getByRole('button', { name: 'Orang dan unit' }).click();
  await invite(a, { ...kadis, role: 'Pimpinan', unit: 'tanpa unit' }, at('undangan.txt'), '05-a');
  const digits = await join(b, { share, codeFile: at('undangan.txt'), device: 'KADIS-01' });
  await admit(a, kadis.name, digits, '10-a');
  await b.page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
  await b.shot('12-b-joined');

  await invite(a, { ...tik, role: 'Pejabat', unit: 'Bidang TIK' }, at('undangan-tik.txt'));
  const c = await thirdPc();
  const code = readFileSync(at('undangan-tik.txt'), 'utf8').split('Kode:')[1]?.split('Di komputer')[0] ?? '';
  const joined = await value(
    c.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: 'TIK-02' }),
  );
  await admit(a, tik.name, joined.digits);
  await expect
    .poll(async () => (await value(c.call('sync.now', undefined)), c.call('session.state', undefined)), {
      timeout: 60_000,
    })
    .toMatchObject({ value: { state: 'open' } });
  await c.close();
  await a.page.getByText('3 jabatan, 3 orang').waitFor();
  await a.shot('13-a-people');
});

test('a scanned letter is registered, routed to two, acted on and done', async () => {
  await registerScan(a, at('scan_007.jpg'));
  await disposeToTwo(b, [tik.title, umum.title]);
  const c = await thirdPc();
  await value(c.call('sync.now', undefined));
  const { rows } = await value(c.call('letters.queue', { box: 'todo', offset: 0, limit: 10 }));
  await value(c.call('letters.read', { letter: rows[0]?.id ?? '' }));
  await value(c.call('sync.now', undefined));
  await c.close();
  await doPart(a, at('Laporan koordinasi.pdf'));
  await seeProgress(b, umum.title, tik.title);
});

test('a nota dinas is initialled and signed by two on two PCs, and strangers accept it', async (context) => {
  await proposeMemo(a, at('Nota dinas anggaran.pdf'), {
    to: tik.title,
    initials: tik.title,
    signatories: [umum.title, kadis.title],
    places: papers.memoPlaces,
  });
  const c = await openWindow(pictures, { dir: at('c'), isAudited: true });
  await initialMemo(c);
  await signMemo(a, '32-a');
  await signMemo(b, '33-b');
  await saveIssued(b, at('terbit.pdf'), '34-b');
  expect([...c.complaints, ...c.faults]).toEqual([]);
  await c.close();
  await expect.poll(() => statSync(at('terbit.pdf'), { throwIfNoEntry: false })?.size).toBeGreaterThan(0);

  const issued = readFileSync(at('terbit.pdf'));
  const c2 = await thirdPc();
  const authority = c2.state.office === null ? null : officeRoot(c2.state.office);
  await c2.close();
  if (authority === null) throw new Error('the office has no root');
  writeFileSync(at('akar.pem'), new X509Certificate(authority).toString());
  expect(verifyByCli(at('terbit.pdf'), at('akar.pem'))).toEqual({ code: 0, verdict: 'valid', signatures: 2 });

  const missing = missingTools();
  if (missing !== '') context.skip(`needs ${missing}`);
  const oracles = new Oracles(authority);
  onTestFinished(() => oracles.dispose());
  const judge = (pdf: Uint8Array) => ({
    pdfsig: oracles.pdfsig(pdf, 2).accepted,
    mutool: oracles.mutool(pdf, 2).accepted,
    qpdf: oracles.qpdf(pdf).accepted,
    openssl: oracles.openssl(pdf, new Date()).map((one) => one.accepted),
  });
  expect(judge(issued)).toEqual({ pdfsig: true, mutool: true, qpdf: true, openssl: [true, true] });
});

test('the share goes and comes back, and work goes on meanwhile', async () => {
  await workOffline(a, b, share, at('scan_008.pdf'));
  await comeBack(a, b, share);
  expect([...a.complaints, ...b.complaints]).toEqual([]);
});

test('every picture of the story is accessible and whole in both themes', () => {
  expect([...a.faults, ...b.faults]).toEqual([]);
});
