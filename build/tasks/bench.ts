/**
 * The measurements, one after the other: `npm run bench [-- NAME…]`. Each file tests/bench/NAME.bench.ts prints its own
 * table of ratios; a figure over its limit is shown and fails nothing, since times depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectNode, projectRoot } from '../bootstrap/project.mjs';
import { say, stop } from '../bootstrap/report.mjs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';
import { openVirtualScreen, virtualScreenSize } from '../runtime/virtual-screen.ts';

const ending = '.bench.ts';
const folder = path.join(projectRoot, 'tests/bench');
const present = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];
const named = process.argv.slice(2).map((name) => `${name}${ending}`);
const unknown = named.filter((file) => !present.includes(file));
if (unknown.length > 0) stop(`there is no ${unknown.join(', ')} in ${folder}`);

await bundleApp(await electronRuntime());
const screen = await openVirtualScreen(virtualScreenSize);
let failed = 0;
for (const file of named.length > 0 ? named : present.toSorted()) {
  say(`measuring: ${file.slice(0, -ending.length)}`);
  const run = spawnSync(projectNode, [path.join(folder, file)], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...screen.environment },
  });
  if (run.status !== 0) failed += 1;
}
screen.close();
if (failed > 0) stop(`${failed} of the measurements could not be taken; their messages are above`);
