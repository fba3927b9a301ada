/** Bundles what changed and opens the app: `npm start [-- APP ARGUMENT…]`. */
import { spawn } from 'node:child_process';
import { projectRoot } from '../bootstrap/project.mjs';
import { say, stopAtErrors } from '../bootstrap/report.mjs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';
import { developmentSwitches } from '../runtime/electron-switches.ts';
import { openVirtualScreen, virtualScreenSize } from '../runtime/virtual-screen.ts';

stopAtErrors();
const runtime = await electronRuntime();
await bundleApp(runtime);

const hasScreen = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
const screen = hasScreen ? undefined : await openVirtualScreen(virtualScreenSize);
if (screen) {
  say(`no screen here: the window opens on a virtual one, DISPLAY=${screen.environment.DISPLAY}`);
}
say(
  `starting the app on Electron ${runtime.version}${runtime.kind === 'development' ? ' (development runtime)' : ''}`,
);

const app = spawn(
  runtime.executable,
  [...developmentSwitches({ quiet: screen !== undefined }), projectRoot, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, ...screen?.environment }, detached: true },
);
// The app has a process group of its own and is asked to end once: a terminal's Ctrl+C reaches the whole group of
// npm, each of whose processes passes it on, and Electron dies at a second request while it is closing the store.
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isEnding) app.kill('SIGTERM');
    isEnding = true;
  });
}
app.on('exit', (code) => {
  screen?.close();
  process.exitCode = code ?? 1;
});
