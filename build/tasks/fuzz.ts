/** Odd inputs to every parser and fold: `npm run fuzz -- --minutes N`; the arguments are those of tests/fuzz/fuzz.ts. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectNode, projectRoot } from '../bootstrap/project.mjs';

const script = path.join(projectRoot, 'tests/fuzz/fuzz.ts');
const run = spawnSync(projectNode, [script, ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
