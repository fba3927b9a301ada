/** Bundles what changed and opens the app: `npm start [-- APP ARGUMENT…]`. */
import { spawn } from 'node:child_process';
import { projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';
import { developmentSwitches } from '../runtime/electron-switches.ts';
import { openVirtualScreen, virtualScreenSize } from '../runtime/virtual-screen.ts';

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
  { stdio: 'inherit', env: { ...process.env, ...screen?.environment } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal));
app.on('exit', (code) => {
  screen?.close();
  process.exitCode = code ?? 1;
});
