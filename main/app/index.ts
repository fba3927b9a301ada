/**
 * The main process: one instance per data folder. Nothing here awaits at the top level, since Electron becomes
 * ready only after this script has run.
 */
import path from 'node:path';
import { app } from 'electron';

import { commandLineArguments, runCommandLine } from './command-line.ts';
import { chooseDataFolder } from './data-folder.ts';
import { openApp } from './open-app.ts';
import { declarePageProtocol } from './page-protocol.ts';
import { guardEveryPage } from './session-security.ts';
import { readStartOptions } from './start-options.ts';

/** Opens the app with its window, or hands over to the one that is open already. */
function open(): void {
  const ownArguments = process.argv.slice(app.isPackaged ? 1 : 2);
  const options = readStartOptions(ownArguments, process.cwd());
  const dir = chooseDataFolder(options.dir, options.demo);

  declarePageProtocol();
  guardEveryPage();
  app.setAppUserModelId('id.nirkertas.app');

  // A second start hands its files to the first one and ends.
  if (app.requestSingleInstanceLock({ files: options.files })) {
    void app.whenReady().then(() => openApp(dir, options, out));
  } else {
    app.quit();
  }
}

/** The folder of the bundles: this script lies in its `main`. */
const out = path.resolve(import.meta.dirname, '..');
const command = commandLineArguments(process.argv);
if (command === null) open();
else runCommandLine(command, out);
