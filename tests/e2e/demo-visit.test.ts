import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { launchApp } from './launch.ts';

test('the sample office opens from the first run and is thrown away on the way back', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nirkertas-visit-'));
  const running = await launchApp({ dir });
  const { page } = running;
  try {
    await page.getByText('Coba dengan data contoh').click();
    await page.getByRole('heading', { name: /Menunggu Anda/ }).waitFor({ timeout: 90_000 });
    const { dataFolder, canLeaveDemo } = await page.evaluate(() => window.nirkertas.readAbout());
    expect(canLeaveDemo).toBe(true);
    expect(dataFolder).not.toBe(dir);
    expect(existsSync(path.join(dataFolder, 'office.sqlite'))).toBe(true);

    await page.evaluate(() => {
      window.location.hash = '/settings/about';
    });
    await page.getByRole('button', { name: 'Kembali ke kantor saya' }).click();
    await page.getByText('Bagaimana Nirkertas akan dipakai di komputer ini?').waitFor({ timeout: 30_000 });
    expect((await page.evaluate(() => window.nirkertas.readAbout())).dataFolder).toBe(dir);
    await expect.poll(() => existsSync(dataFolder)).toBe(false);
    expect(running.complaints).toEqual([]);
  } finally {
    await running.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
