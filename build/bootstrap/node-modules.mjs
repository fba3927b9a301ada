import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { projectNode, projectRoot } from './project.mjs';
import { say, stop } from './report.mjs';

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean}} LockedPackage
 */

/**
 * Reads the `packages` table of a lockfile.
 * @param {string} file absolute path of package-lock.json or of npm's own record in node_modules
 * @returns {Map<string, LockedPackage> | undefined} by install path; undefined where there is no readable file
 */
function readLock(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(packages).filter(([place]) => place !== ''));
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json last,
 * after everything else is in place, so an interrupted install is seen too.
 * @returns {boolean}
 */
function installed() {
  const wanted = readLock(path.join(projectRoot, 'package-lock.json'));
  const present = readLock(path.join(projectRoot, 'node_modules/.package-lock.json'));
  if (!wanted || !present || !existsSync(projectNode)) return false;
  for (const [place, entry] of wanted) {
    const found = present.get(place);
    if (!found) {
      if (entry.optional || entry.devOptional) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return [...present.keys()].every((place) => wanted.has(place));
}

/** Installs the locked npm packages where they are missing or differ from the lockfile; ends the process if it cannot. */
export function ensureNodeModules() {
  if (installed()) return;
  say('installing the npm packages of package-lock.json (npm ci); about a minute the first time');
  // No install scripts: none is needed but that of the package `node`, which fetches its binary, and npm would start
  // a compiler for better-sqlite3, whose prebuilt binaries need none.
  if (npm(['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error']).code !== 0) {
    stop('npm ci failed; its message is above. Check the network and the npm registry, then run this again.');
  }
  npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (!existsSync(projectNode)) {
    stop('the npm package "node" did not bring its binary. Type: npm rebuild node --ignore-scripts=false');
  }
}
