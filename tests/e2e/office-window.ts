import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

import { projectRoot } from '#build/bootstrap/project.mjs';
import { launchApp, type LaunchOptions, type RunningApp } from './launch.ts';
import { faultsInBothThemes } from './screen-audit.ts';
import { settled } from './settled.ts';
import { chooseInDialogs } from './system-dialogs.ts';

/** The passphrase of everybody in the tests. */
export const PASSPHRASE = 'kantor tanpa kertas 42';

/** Milliseconds for what another PC has to do first; the share is looked at every few seconds. */
export const OTHER_PC = 60_000;

/** A folder for the pictures of one story, emptied; the pictures are kept after the run, git ignores them. */
export function artefactFolder(story: string): string {
  const folder = path.join(projectRoot, 'tests', 'e2e', 'artefacts', story);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One PC with the app open, as its user sees it. */
export interface OfficeWindow extends RunningApp {
  /** Keeps a picture of the window, once it has come to rest; looks for faults where that was asked for. */
  shot(name: string): Promise<void>;
  /** What the looks at the pictures found wrong: a test expects it empty. */
  readonly faults: string[];
  /** What the user answers in the system's next dialogs: a path to open, or one to write to. */
  answerDialogs(answers: { readonly open?: string; readonly save?: string }): Promise<void>;
}

export interface WindowOptions extends LaunchOptions {
  /** Each picture is also looked at in both themes, by axe and for what is cut off; the dark one is kept beside it. */
  readonly isAudited?: boolean;
}

/**
 * Starts the app and prepares what a test cannot do by hand in it: looking, and the system's own dialogs.
 *
 * @param pictures the folder of the pictures
 */
export async function openWindow(pictures: string, options: WindowOptions = {}): Promise<OfficeWindow> {
  const faults: string[] = [];
  const running = await launchApp(options);
  const { app, page } = running;
  page.setDefaultTimeout(30_000);
  // Two PCs on one screen: each is to behave as the one that its user looks at.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  async function take(name: string): Promise<void> {
    // Not the page's own screenshot, which takes a part of it when the window is zoomed.
    const png = await app.evaluate(async ({ BrowserWindow }) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return picture?.toPNG().toString('base64') ?? '';
    });
    writeFileSync(path.join(pictures, `${name}.png`), png, 'base64');
  }
  return {
    ...running,
    faults,
    async shot(name) {
      await settled(page);
      if (options.isAudited === true) {
        const looked = (theme: string) => (theme === 'dark' ? take(`${name}-dark`) : Promise.resolve());
        faults.push(...(await faultsInBothThemes(page, looked)).map((fault) => `${name}: ${fault}`));
      }
      await take(name);
    },
    answerDialogs: ({ open, save }) =>
      chooseInDialogs(running, {
        ...(open === undefined ? {} : { open: [open] }),
        ...(save === undefined ? {} : { save }),
      }),
  };
}

/** Chooses a file in the chooser that a button of the page opens; a drop zone has a hidden one for pasting before it. */
export async function chooseFile(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).last().click(),
  ]);
  await chooser.setFiles(file);
}

/** Waits for a notice, reads it and closes it. */
export async function takeNotice(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).waitFor();
  await page.getByRole('button', { name: 'Tutup pemberitahuan' }).last().click();
  await page.getByText(text).waitFor({ state: 'detached' });
}
