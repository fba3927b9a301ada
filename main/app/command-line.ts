import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, utilityProcess } from 'electron';

import { shareProcesses } from './share-processes.ts';

/** Comes before the arguments of the command line; `nirkertas-cli` puts it there. */
const COMMAND_LINE = '--nirkertas-cli';

/** The arguments of the command line when the app was started as one, otherwise null. */
export function commandLineArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(COMMAND_LINE);
  return at < 0 ? null : argv.slice(at + 1);
}

/**
 * Runs one command without a window and ends the app with its exit code. Must be called before the app is ready. An
 * app that is open meanwhile is not disturbed: Chromium's own files go into a throw-away folder.
 *
 * @param args the command and its arguments
 * @param out absolute path of the folder of the bundles
 */
export function runCommandLine(args: readonly string[], out: string): void {
  const browser = mkdtempSync(path.join(tmpdir(), 'nirkertas-cli-'));
  app.setPath('userData', browser);
  app.setPath('sessionData', browser);
  process.on('exit', () => rmSync(browser, { recursive: true, force: true }));
  void app.whenReady().then(() => {
    const command = utilityProcess.fork(path.join(out, 'engine/installed-cli.js'), [...args], {
      serviceName: 'Nirkertas command line',
      stdio: 'inherit',
    });
    const shares = shareProcesses(path.join(out, 'engine/share-process.js'), command);
    command.on('message', (message) => shares.hear(message));
    // Whoever ends the app ends the command, which may finish what it is at.
    app.on('before-quit', (event) => {
      event.preventDefault();
      command.kill();
    });
    command.once('exit', (code) => {
      shares.end();
      app.exit(code);
    });
  });
}
