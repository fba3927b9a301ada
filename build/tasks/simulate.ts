/** Simulated offices: `npm run simulate -- --seeds N --replicas N`; the arguments are those of tests/simulation/simulate.ts. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectNode, projectRoot } from '../bootstrap/project.mjs';

const script = path.join(projectRoot, 'tests/simulation/simulate.ts');
const run = spawnSync(projectNode, [script, ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
