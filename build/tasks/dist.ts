/**
 * Packages the app for this system into dist/: `npm run dist`. With `--test`: only an unpacked app, into dist/test,
 * that a test can attach to.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { projectRoot } from '../bootstrap/project.mjs';
import { say, stop, stopAtErrors } from '../bootstrap/report.mjs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { appNameFor } from '../package/app-name.ts';
import { installedCommandLine } from '../package/command-line.ts';
import { stageApp } from '../package/stage.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';

stopAtErrors();
const isTest = process.argv.includes('--test');
const runtime = await electronRuntime();
const name = appNameFor(runtime);
const output = path.join(projectRoot, 'dist', isTest ? 'test' : '');
const stage = path.join(output, 'stage');

await bundleApp(runtime);
stageApp(stage, name);

// Where Debian's 7-Zip and our stand-in for fpm are; electron-builder would download its own.
process.env.ELECTRON_BUILDER_7ZIP_PATH ??= '/usr/bin/7za';
process.env.CUSTOM_FPM_PATH ??= path.join(projectRoot, 'build/package/fpm.mjs');

await build({
  targets: Platform.LINUX.createTarget(isTest ? ['dir'] : ['dir', 'deb']),
  publish: 'never',
  config: {
    extends: path.join(projectRoot, 'electron-builder.yml'),
    appId: name.id,
    productName: name.product,
    executableName: name.package,
    directories: { app: stage, output },
    electronDist: runtime.distPath,
    electronVersion: runtime.version,
    linux: { desktop: { entry: { Name: name.product } } },
    deb: {
      packageName: name.package,
      fpm: [installedCommandLine(output, name.product, name.package)],
    },
    ...(isTest ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
  },
});

const unpacked = path.join(output, 'linux-unpacked');
const fuses = await getCurrentFuseWire(path.join(unpacked, name.package));
const wanted: readonly [FuseV1Options, FuseState][] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, isTest ? FuseState.ENABLE : FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];
for (const [fuse, state] of wanted) {
  if (fuses[fuse] !== state) stop(`the fuse ${FuseV1Options[fuse]} was not set as it should be`);
}

say(`packaged ${name.product} on Electron ${runtime.version}, fuses checked:`);
say(`  ${unpacked}`);
for (const file of readdirSync(output).filter((one) => one.endsWith('.deb')))
  say(`  ${path.join(output, file)}`);
if (runtime.kind === 'development') {
  say('this is a development build: it is for tests on this machine and not for users');
}
