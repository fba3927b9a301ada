/**
 * Everything that must hold: `npm test`, and with what takes long `npm run test:full`. Prints last
 * `N passed, N failed` (`, N skipped`), the checks of the sources counted as one each. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';
import { runChecks } from './checks.ts';
import { countTests, type TestCounts } from './test-counts.ts';

const isFull = process.argv.includes('--full');
const vitestArguments = process.argv.slice(2).filter((word) => word !== '--full');
const report = path.join(projectRoot, 'out/test-report.json');

function runVitest(): TestCounts {
  rmSync(report, { force: true });
  const result = spawnSync(
    path.join(projectRoot, 'node_modules/.bin/vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...vitestArguments],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        // Programs that tests start by the hundred compile their scripts once.
        NODE_COMPILE_CACHE: path.join(projectRoot, 'out/compile-cache'),
        ...process.env,
        ...(isFull ? { NIRKERTAS_FULL: '1' } : {}),
      },
    },
  );
  const written = existsSync(report) ? readFileSync(report, 'utf8') : null;
  return countTests(written, result.status === 0);
}

const checks = runChecks(['lint', 'typecheck', 'format']);
say(`running the tests${isFull ? ', all of them' : ''}`);
const tests = runVitest();

const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
