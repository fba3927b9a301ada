import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';

/** The checks of the sources, each a command in node_modules/.bin. */
const commands = {
  lint: ['oxlint'],
  typecheck: ['tsc', '-b'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

/**
 * Runs checks one after the other; what they find goes to the terminal.
 *
 * @param names which ones
 * @param more further arguments for each
 * @returns how many went through and how many did not
 */
export function runChecks(
  names: readonly (keyof typeof commands)[],
  more: readonly string[] = [],
): { passed: number; failed: number } {
  let failed = 0;
  for (const name of names) {
    const [command, ...args] = commands[name];
    say(`checking: ${name}`);
    const result = spawnSync(path.join(projectRoot, 'node_modules/.bin', command), [...args, ...more], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    if (result.status !== 0) failed += 1;
  }
  return { passed: names.length - failed, failed };
}
