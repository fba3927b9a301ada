import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';

/**
 * Decides where this PC's data lies and moves Chromium's own files into a folder inside it, so that two data
 * folders are two apps to the single-instance lock. Must run before the app is ready.
 *
 * @param wanted absolute path from the command line, or null for the usual folder of this user
 * @param demo a throw-away folder instead, removed when the app ends
 * @returns absolute path of the data folder, which exists
 */
export function chooseDataFolder(wanted: string | null, demo: boolean): string {
  const dir = demo
    ? mkdtempSync(path.join(tmpdir(), 'nirkertas-demo-'))
    : (wanted ?? app.getPath('userData'));
  const browser = path.join(dir, 'browser');
  mkdirSync(browser, { recursive: true });
  app.setPath('userData', browser);
  app.setPath('sessionData', browser);
  if (demo) process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
