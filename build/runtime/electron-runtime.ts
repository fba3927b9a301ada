import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';
import { developmentRuntime } from './development-runtime.ts';
import { officialRuntime } from './official-runtime.ts';

/** The Electron that the app runs on, and the SQLite module that runs in it. */
export interface ElectronRuntime {
  /** `development` is the fallback for machines that cannot reach Electron's release site. */
  readonly kind: 'official' | 'development';
  readonly version: string;
  /** The folder that holds the executable, for ELECTRON_OVERRIDE_DIST_PATH. */
  readonly distPath: string;
  readonly executable: string;
  /** Entry file of the better-sqlite3 to bundle. */
  readonly sqliteEntry: string;
  /** Its native part. */
  readonly sqliteNative: string;
}

/**
 * Finds or fetches an Electron: the official binary first, else the development runtime.
 *
 * @throws Error when neither is to be had, saying why
 */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const official = await officialRuntime();
  if (official) {
    const target = `${process.platform}-${process.arch}`;
    const sqlite = path.join(projectRoot, 'node_modules/better-sqlite3');
    return {
      kind: 'official',
      version: official.version,
      distPath: official.distPath,
      executable: path.join(official.distPath, process.platform === 'win32' ? 'electron.exe' : 'electron'),
      sqliteEntry: path.join(sqlite, `lib/${target}.js`),
      sqliteNative: path.join(sqlite, `prebuilds/${target}.node`),
    };
  }
  const fallback = await developmentRuntime();
  return {
    kind: 'development',
    version: fallback.version,
    distPath: fallback.distPath,
    executable: path.join(fallback.distPath, 'electron'),
    sqliteEntry: path.join(fallback.sqlitePath, 'lib/index.js'),
    sqliteNative: path.join(fallback.sqlitePath, 'build/Release/better_sqlite3.node'),
  };
}
