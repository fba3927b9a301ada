/**
 * The door of every npm script: `node build/run.mjs TASK [ARGUMENT]…`. It runs on any Node from 20 on with nothing
 * installed, sets up what the task needs, and hands over to build/tasks/TASK.ts on the project's own Node.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  benchPackages,
  ensureDebianPackages,
  oraclePackages,
  packagingPackages,
  screenPackages,
  sharePackages,
  windowPackages,
} from './bootstrap/debian-packages.mjs';
import { ensureNodeModules } from './bootstrap/node-modules.mjs';
import { childEnvironment, projectNode, projectRoot } from './bootstrap/project.mjs';
import { stop } from './bootstrap/report.mjs';

const nothing = () => {};

/** Ends the process when a window cannot open for want of a package. */
function ensureWindow() {
  ensureDebianPackages(windowPackages, { purpose: 'the app window', required: true });
}

function ensureScreen() {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  ensureDebianPackages(screenPackages, { purpose: 'a window without a screen', required: true });
}

function ensureTestTools() {
  ensureWindow();
  ensureDebianPackages(screenPackages, { purpose: 'windows in tests', required: true });
  ensureDebianPackages(oraclePackages, { purpose: 'tests that ask other programs', required: false });
  ensureDebianPackages(sharePackages, { purpose: 'tests over a real SMB server', required: false });
}

/** @type {Record<string, () => void>} what each task needs from the system */
const tasks = {
  start: () => {
    ensureWindow();
    ensureScreen();
  },
  test: ensureTestTools,
  bench: () => {
    ensureTestTools();
    ensureDebianPackages(benchPackages, { purpose: 'measuring beside others', required: false });
  },
  dist: () => {
    ensureTestTools();
    ensureDebianPackages(packagingPackages, { purpose: 'packaging', required: true });
  },
  simulate: nothing,
  fuzz: nothing,
  bundle: nothing,
  lint: nothing,
  typecheck: nothing,
  format: nothing,
};

const [task = '', ...args] = process.argv.slice(2);
const prepare = tasks[task];
if (!prepare) stop(`there is no task "${task}"; there are: ${Object.keys(tasks).join(', ')}`);

ensureNodeModules();
prepare();

const child = spawn(projectNode, [path.join(projectRoot, 'build/tasks', `${task}.ts`), ...args], {
  cwd: projectRoot,
  env: childEnvironment(),
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
