/** Formats files, all or those named: `npm run format [-- FILE…]`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';

const named = process.argv.slice(2);
const result = spawnSync(
  path.join(projectRoot, 'node_modules/.bin/prettier'),
  ['--write', '--log-level', 'warn', ...(named.length > 0 ? named : ['.'])],
  { cwd: projectRoot, stdio: 'inherit' },
);
process.exitCode = result.status ?? 1;
