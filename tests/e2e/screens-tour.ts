import type { Page } from 'playwright-core';

import { SAMPLE_PASSPHRASE } from '#core/office/sample-passphrase.ts';
import { settled } from './settled.ts';

/** A screen or a surface over one, and the way there from anywhere in the office. */
export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
  /** Takes away what stands over the screen. */
  readonly leave?: (page: Page) => Promise<void>;
}

/** Follows a link of the app to one of its places. */
async function place(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  // Away from what would show a tooltip.
  await page.mouse.move(440, 8);
  await settled(page);
}

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The queue of one kind of task, with its first letter open. */
async function firstTask(page: Page, kind: string): Promise<void> {
  // On a narrow window an opened letter covers its list: begin elsewhere.
  await place(page, '/');
  await place(page, `/box/todo?kinds=${encodeURIComponent(JSON.stringify([kind]))}`);
  await page.getByRole('option').first().click();
  await page.getByRole('toolbar').waitFor();
  await settled(page);
}

function screen(name: string, path: string, sign = 'main, [role="toolbar"]'): Stop {
  return {
    name,
    async go(page) {
      await place(page, path);
      await page.locator(sign).first().waitFor();
      await settled(page);
    },
  };
}

/** Files that the person chooses on the way. */
export interface TourFiles {
  readonly memo: string;
  readonly scan: string;
}

/** What an official sees who signs and disposes. */
export const officialStops = ({ memo }: TourFiles): readonly Stop[] => [
  screen('beranda', '/', 'h1'),
  screen('tugas-saya', '/box/todo', '[role="option"]'),
  screen('surat-masuk', '/box/incoming', '[role="option"]'),
  screen('nota-dinas', '/box/memos', '[role="option"]'),
  screen('disposisi-saya', '/box/dispositions', '[role="option"], h1'),
  screen('buku-agenda', '/numbers', 'main table'),
  {
    name: 'lembar-disposisi',
    async go(page) {
      await firstTask(page, 'dispose');
      await page.keyboard.press('d');
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  {
    name: 'kembalikan',
    async go(page) {
      await firstTask(page, 'dispose');
      await page.keyboard.press('Shift+K');
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  {
    name: 'tanda-tangan',
    async go(page) {
      await firstTask(page, 'sign');
      await page.keyboard.press('t');
      await page.locator('[aria-roledescription]').first().waitFor();
    },
  },
  {
    name: 'paraf',
    async go(page) {
      await firstTask(page, 'initials');
      await page.keyboard.press('a');
      await page.locator('main aside').waitFor();
    },
  },
  {
    name: 'usulkan-nota-dinas',
    async go(page) {
      await place(page, '/memo/new');
      const form = page.getByRole('form');
      const file = page.locator('main input[type="file"]').first();
      await form.or(page.locator('main h1')).first().waitFor();
      if (!(await form.isVisible())) await file.setInputFiles(memo);
      await form.waitFor();
      await settled(page);
    },
  },
  screen('pengaturan-saya', '/settings/person', 'main nav'),
  screen('pengaturan-orang', '/settings/people', 'main table'),
  screen('pengaturan-komputer', '/settings/computer', 'main nav'),
  screen('pengaturan-tentang', '/settings/about', 'main nav'),
  screen('sinkronisasi', '/sync', 'main table'),
  screen('verifikasi', '/verify', 'main h1'),
  {
    name: 'verifikasi-hasil',
    async go(page) {
      await place(page, '/');
      await place(page, '/verify');
      await page.locator('main input[type="file"]').first().setInputFiles(memo);
      await page.getByRole('region').first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'menu-buat',
    async go(page) {
      await place(page, '/');
      await page.keyboard.press('n');
      await page.locator('[role="menuitem"]:focus').waitFor();
    },
    leave: escape,
  },
  {
    name: 'palet',
    async go(page) {
      await place(page, '/box/todo');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('data');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
    leave: escape,
  },
  {
    name: 'bantuan',
    async go(page) {
      await place(page, '/');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
];

/** What the registry sees besides. */
export const registryStops = ({ scan }: TourFiles): readonly Stop[] => [
  screen('daftarkan', '/register', 'main'),
  {
    name: 'daftarkan-pindaian',
    async go(page) {
      await place(page, '/register');
      await page.locator('main input[type="file"]').first().setInputFiles(scan);
      await page.getByRole('form').waitFor();
      await settled(page);
    },
  },
  {
    name: 'kalender',
    async go(page) {
      await page.getByRole('button', { name: 'Buka kalender' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  screen('orang-admin', '/settings/people', 'main table'),
];

/** The screen on which one chooses a person of this PC: the one who works leaves. */
export async function leavePc(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Keluar dari komputer ini' }).click();
  await page.locator('input[type="password"]').waitFor();
}

/** Opens the app as a person of this PC. */
export async function enterPc(page: Page, name: string): Promise<void> {
  await page.getByText(name).click();
  await page.locator('input[type="password"]').fill(SAMPLE_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}
