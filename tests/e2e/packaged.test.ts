import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { projectNode, projectRoot } from '#build/bootstrap/project.mjs';
import { appNameFor } from '#build/package/app-name.ts';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { launchApp, type RunningApp } from './launch.ts';

let app: RunningApp;

/** Packages the flavour that a test can attach to; everything else in it is as in a release. */
beforeAll(async () => {
  const made = spawnSync(projectNode, ['build/tasks/dist.ts', '--test'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`packaging failed:\n${made.stdout}\n${made.stderr}`);
  const name = appNameFor(await electronRuntime());
  app = await launchApp({ packaged: path.join(projectRoot, 'dist/test/linux-unpacked', name.package) });
}, 600_000);

afterAll(() => app.close());

test('the packaged app starts from its archive and its engine answers', async () => {
  const packaged = await app.app.evaluate(({ app: electron }) => ({
    isPackaged: electron.isPackaged,
    path: electron.getAppPath(),
  }));
  expect(packaged.isPackaged).toBe(true);
  expect(path.basename(packaged.path)).toBe('app.asar');
  const state = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.nirkertas.on('engineChanged', (view) => {
          if (view.state === 'ready' || view.state === 'failed') resolve(view.state);
        });
        void window.nirkertas.connectEngine().then((view) => {
          if (view.state === 'ready' || view.state === 'failed') resolve(view.state);
        });
      }),
  );
  expect(state).toBe('ready');
});

test('it says on which runtime it was built', async () => {
  const runtime = await electronRuntime();
  const about = await app.page.evaluate(() => window.nirkertas.readAbout());
  expect(about).toMatchObject({ runtime: runtime.kind, electron: runtime.version, dataFolder: app.dir });
  const name = await app.app.evaluate(({ app: electron }) => electron.getName());
  expect(name).toBe(appNameFor(runtime).product);
});

test('nothing is complained about on the first page', async () => {
  await app.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(app.complaints).toEqual([]);
});
