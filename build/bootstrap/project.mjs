import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node 24 that the npm package `node` brings; the one on the machine may be Node 20. */
export const projectNode = path.join(projectRoot, 'node_modules/.bin/node');

/**
 * The folder for what is fetched once per machine and not once per clone (XDG base directory specification).
 * @returns {string} absolute path; the folder may not exist yet
 */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'nirkertas');
}

/**
 * The environment for child processes: the project's own commands first on the PATH, as npm scripts have it.
 * @returns {NodeJS.ProcessEnv} a copy, free to change
 */
export function childEnvironment() {
  const bin = path.join(projectRoot, 'node_modules/.bin');
  const others = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== bin);
  return { ...process.env, PATH: [bin, ...others].join(path.delimiter) };
}
