import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, projectNode, projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';

const probeLimit = 8_000;
const downloadLimit = 15 * 60_000;
const day = 24 * 60 * 60_000;

const electronPackage = path.join(projectRoot, 'node_modules/electron');

/** Electron as its makers release it. */
export interface OfficialRuntime {
  /** The folder that holds the executable. */
  readonly distPath: string;
  readonly version: string;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : '';
}

function unpacked(): OfficialRuntime | undefined {
  const distPath = path.join(electronPackage, 'dist');
  const complete =
    existsSync(path.join(electronPackage, 'path.txt')) && existsSync(path.join(distPath, 'version'));
  return complete ? { distPath, version: version() } : undefined;
}

/** Whether Electron's release site, or the mirror set in its usual variables, answers within a few seconds. */
async function reachable(): Promise<boolean> {
  const site =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/v';
  try {
    const answer = await fetch(`${site}${version()}/SHASUMS256.txt`, {
      signal: AbortSignal.timeout(probeLimit),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Electron's official binary, downloaded by the installer of the electron package when it is not there yet.
 * A download that failed is not tried again for a day, so that starting the app stays quick.
 *
 * @returns undefined where it is not to be had now
 */
export async function officialRuntime(): Promise<OfficialRuntime | undefined> {
  const present = unpacked();
  if (present) return present;

  const failure = path.join(cacheFolder(), `electron-${version()}-unreachable`);
  const failedLately = existsSync(failure) && Date.now() - statSync(failure).mtimeMs < day;
  if (failedLately) return undefined;

  say(`looking for Electron ${version()} on its release site (at most ${probeLimit / 1000} s)`);
  if (await reachable()) {
    say('downloading it (about 120 MB)');
    spawnSync(projectNode, [path.join(electronPackage, 'install.js')], {
      stdio: ['ignore', 2, 2],
      timeout: downloadLimit,
    });
  }
  const downloaded = unpacked();
  if (downloaded) {
    rmSync(failure, { force: true });
    return downloaded;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failure, '');
  say(`not to be had here; not tried again for a day (delete ${failure} to try now)`);
  return undefined;
}
