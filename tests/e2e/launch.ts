import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

import { projectRoot } from '#build/bootstrap/project.mjs';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { developmentSwitches } from '#build/runtime/electron-switches.ts';

/** A running app: one PC of an office. */
export interface RunningApp {
  readonly app: ElectronApplication;
  /** The app's window. */
  readonly page: Page;
  /** Its data folder. */
  readonly dir: string;
  /** What the content security policy refused and what the page logged as an error; a test expects it empty. */
  readonly complaints: string[];
  /** Ends the app as a user does, and waits until it has ended. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The data folder; a new one under the system's temporary folder when left out, removed at close. */
  readonly dir?: string;
  /** Further arguments of the app, as `--demo` or `--share`. */
  readonly args?: readonly string[];
  /** Another executable than the development one: a packaged app. */
  readonly packaged?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly environment?: Readonly<Record<string, string>>;
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Starts the real app in real Electron and waits for its window. The project must be bundled, which the set-up of
 * the e2e tests does.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const dir = options.dir ?? mkdtempSync(path.join(tmpdir(), 'nirkertas-e2e-'));
  const own = ['--dir', dir, ...(options.args ?? [])];
  const switches = developmentSwitches({ quiet: true });
  const env = { ...inheritedEnvironment(), ...options.environment };
  const shared = { cwd: projectRoot, colorScheme: options.colorScheme ?? 'light', chromiumSandbox: true };
  let app: ElectronApplication;
  if (options.packaged === undefined) {
    const runtime = await electronRuntime();
    process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.distPath;
    app = await _electron.launch({ ...shared, args: [...switches, projectRoot, ...own], env });
  } else {
    app = await _electron.launch({
      ...shared,
      executablePath: options.packaged,
      args: [...switches, ...own],
      env,
    });
  }
  const page = await app.firstWindow();
  const complaints = collectComplaints(page);
  return {
    app,
    page,
    dir,
    complaints,
    async close() {
      await app.close();
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}
