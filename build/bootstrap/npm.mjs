import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, projectRoot } from './project.mjs';

/**
 * Runs npm and waits for it. npm is the one that started us where it did, since `npm` on the PATH may be another.
 * It never runs on the project's own Node: `npm ci` deletes that one while it works.
 * @param {string[]} args what follows `npm`
 * @param {{cwd?: string, quiet?: boolean}} [options] the folder to run in, and whether only the answer is wanted
 * @returns {{code: number, output: string}} exit code and, when quiet, what it wrote on stdout
 */
export function npm(args, { cwd = projectRoot, quiet = false } = {}) {
  const environment = childEnvironment();
  const own = path.join(projectRoot, 'node_modules');
  environment.PATH = (environment.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(path.delimiter);
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  const usable = script && node && script.endsWith('.js') && !node.startsWith(own);
  const [command, first] = usable ? [node, [script]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args], {
    cwd,
    env: environment,
    stdio: ['ignore', quiet ? 'pipe' : 2, 2],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status ?? 1, output: result.stdout ?? '' };
}
