import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { artefactFolder, openWindow, type OfficeWindow } from './office-window.ts';
import { scanLetter } from './scan.ts';
import { cutOff, faultsInBothThemes } from './screen-audit.ts';
import { enterPc, leavePc, officialStops, registryStops, type Stop } from './screens-tour.ts';
import { storyPapers } from './two-pcs-papers.ts';

const pictures = artefactFolder('screens');
const folder = mkdtempSync(path.join(tmpdir(), 'nirkertas-screens-'));
const files = { memo: path.join(folder, 'Nota dinas.pdf'), scan: path.join(folder, 'scan_007.jpg') };

let pc: OfficeWindow;

/** Looks at a screen as it stands in both themes; answers what is wrong with it. */
async function faultsOf(name: string, language: string): Promise<readonly string[]> {
  const faults = await faultsInBothThemes(pc.page, (theme) => pc.shot(`${name}-${language}-${theme}`));
  return faults.map((fault) => `${name} ${language} ${fault}`);
}

beforeAll(async () => {
  const { letter, memo } = await storyPapers();
  writeFileSync(files.memo, memo);
  writeFileSync(files.scan, scanLetter(letter));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tour(stops: readonly Stop[], language: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, go, leave } of stops) {
    await go(pc.page);
    faults.push(...(await faultsOf(name, language)));
    await leave?.(pc.page);
  }
  return faults;
}

async function resize(width: number, height: number): Promise<void> {
  await pc.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await pc.page.waitForFunction((wanted) => innerHeight === wanted, height);
}

async function zoom(factor: number): Promise<void> {
  await pc.app.evaluate(
    ({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by),
    factor,
  );
}

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pc.page.screenshot({ path: `${pictures}/failed.png` });
});

describe('first run', () => {
  beforeAll(async () => {
    pc = await openWindow(pictures);
    await pc.page.getByRole('button', { name: /^Buat kantor baru/u }).waitFor();
  });
  afterAll(async () => {
    await pc.close();
  });

  test('its pages are accessible and whole in both themes and languages', async () => {
    const { page } = pc;
    const faults: string[] = [];
    for (const [language, other] of [
      ['id', 'English'],
      ['en', 'Bahasa Indonesia'],
    ] as const) {
      faults.push(...(await faultsOf('pertama', language)));
      await page.keyboard.press('1');
      await page.locator('textarea').first().waitFor();
      faults.push(...(await faultsOf('pertama-kantor', language)));
      await page.locator('main footer button').first().click();
      await page.keyboard.press('2');
      await page.locator('textarea').first().waitFor();
      faults.push(...(await faultsOf('pertama-kode', language)));
      await page.locator('main footer button').first().click();
      await page.locator('footer button[aria-haspopup]').first().click();
      await page.getByRole('menuitem', { name: other }).click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    expect(faults).toEqual([]);
    expect(pc.complaints).toEqual([]);
  });
});

describe('the sample office', () => {
  beforeAll(async () => {
    pc = await openWindow(pictures, { args: ['--demo'] });
    await pc.page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await pc.close();
  });

  test('the screens of an official, in Indonesian', async () => {
    expect(await tour(officialStops(files), 'id')).toEqual([]);
  });

  test('the screens of the registry, and the lock between', async () => {
    const { page } = pc;
    await leavePc(page, 'Bambang Hariyanto');
    const locked = await faultsOf('terkunci', 'id');
    await enterPc(page, 'Endang Susilowati');
    expect([...locked, ...(await tour(registryStops(files), 'id'))]).toEqual([]);
    await leavePc(page, 'Endang Susilowati');
    await enterPc(page, 'Bambang Hariyanto');
  });

  test('the screens of an official, in English', async () => {
    const { page } = pc;
    await page.evaluate(() => {
      location.hash = '/settings/computer';
    });
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
    expect(await tour(officialStops(files), 'en')).toEqual([]);
  });

  test('nothing is cut off beside a taskbar, nor at twice the size', async () => {
    await pc.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const faults: string[] = [];
    for (const [how, prepare] of [
      ['728 px', () => resize(1366, 728)],
      ['200 %', () => zoom(2)],
    ] as const) {
      await prepare();
      for (const { name, go, leave } of officialStops(files)) {
        await go(pc.page);
        faults.push(...(await cutOff(pc.page)).map((fault) => `${name} ${how}: ${fault}`));
        await pc.shot(`${name}-${how.replace(' ', '')}`);
        await leave?.(pc.page);
      }
    }
    expect(faults).toEqual([]);
    expect(pc.complaints).toEqual([]);
  });
});
