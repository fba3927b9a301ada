import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { artefactFolder, openWindow, settled, type OfficeWindow } from './office-window.ts';
import { accessibilityFaults, cutOff } from './screen-audit.ts';
import { enterPc, leavePc, officialStops, registryStops, type Stop } from './screens-tour.ts';

const pictures = artefactFolder('screens');
const schemes = ['light', 'dark'] as const;

let pc: OfficeWindow;

/** Looks at a screen as it stands in both themes; answers what is wrong with it. */
async function faultsOf(name: string, language: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await pc.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(pc.page);
    const found = [...(await accessibilityFaults(pc.page)), ...(await cutOff(pc.page))];
    faults.push(...found.map((fault) => `${name} ${language} ${colorScheme}: ${fault}`));
    await pc.shot(`${name}-${language}-${colorScheme}`);
  }
  return faults;
}

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
    expect(await tour(officialStops, 'id')).toEqual([]);
  });

  test('the screens of the registry, and the lock between', async () => {
    const { page } = pc;
    await leavePc(page, 'Bambang Hariyanto');
    const locked = await faultsOf('terkunci', 'id');
    await enterPc(page, 'Endang Susilowati');
    expect([...locked, ...(await tour(registryStops, 'id'))]).toEqual([]);
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
    expect(await tour(officialStops, 'en')).toEqual([]);
  });

  test('nothing is cut off beside a taskbar, nor at twice the size', async () => {
    await pc.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const faults: string[] = [];
    for (const [how, prepare] of [
      ['728 px', () => resize(1366, 728)],
      ['200 %', () => zoom(2)],
    ] as const) {
      await prepare();
      for (const { name, go, leave } of officialStops) {
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
