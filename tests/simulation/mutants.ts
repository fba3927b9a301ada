import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runCampaign } from './campaign.ts';
import { invariants } from './invariants.ts';
import { mutants } from './mutant-list.ts';
import type { Mutant } from './mutant.ts';
import { ACTS } from './simulator.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** What a copy of the project needs to simulate and to run its tests. */
const COPIED = [
  'core',
  'main',
  'preload',
  'renderer',
  'build',
  'tests',
  'resources',
  'package.json',
  'tsconfig.base.json',
  'vitest.config.ts',
];
/** Seeds that may kill a mutant. */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

interface Fate {
  readonly killedBy: string | null;
  readonly how: string;
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'nirkertas-mutants-'));
  for (const name of COPIED) cpSync(join(projectRoot, name), join(copy, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Applies a mutant to the copy; answers how to undo it. The text must stand there exactly once. */
function mutate(copy: string, { name, file, changes }: Mutant): () => void {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  let after = before;
  for (const [guard, without] of changes) {
    if (after.split(guard).length !== 2)
      throw new Error(`mutant "${name}": its guard is not once in ${file}: ${guard}`);
    after = after.replace(guard, () => without);
  }
  writeFileSync(path, after);
  return () => writeFileSync(path, before);
}

/** Runs one test file in the copy; answers the name of the first test that fails, or null. */
function failingTest(copy: string, test: string): string | null {
  const vitest = join(copy, 'node_modules/.bin/vitest');
  const env = { ...process.env, NO_COLOR: '1' };
  const run = spawnSync(vitest, ['run', test], { cwd: copy, encoding: 'utf8', env });
  return run.status === 0 ? null : (/FAIL.*> (.*)/.exec(run.stdout + run.stderr)?.[1] ?? 'it does not run');
}

async function fateOf(copy: string, mutant: Mutant): Promise<Fate> {
  if (mutant.test !== undefined) {
    const failed = failingTest(copy, mutant.test);
    return { killedBy: failed === null ? null : mutant.test, how: failed ?? '' };
  }
  const reports = await runCampaign({
    seeds: SEEDS,
    replicas: 4,
    acts: ACTS,
    root: copy,
    untilFailure: true,
  });
  const failed = reports.find(({ violations }) => violations.length > 0);
  if (failed === undefined) return { killedBy: null, how: '' };
  const expected = failed.violations.find(({ invariant }) => invariant.startsWith(mutant.invariant));
  return { killedBy: `seed ${failed.seed}`, how: (expected ?? failed.violations[0])?.invariant ?? '' };
}

/** What makes the table worthless: a promise without a mutant, or a test that fails without any. */
function doubtsAbout(copy: string): readonly string[] {
  const unguarded = invariants.filter(
    ({ sentence }) => !mutants.some(({ invariant }) => sentence.startsWith(invariant)),
  );
  const tests = new Set(mutants.flatMap(({ test }) => test ?? []));
  return [
    ...unguarded.map(({ sentence }) => `no mutant for: ${sentence}`),
    ...[...tests].flatMap((test) => {
      const failed = failingTest(copy, test);
      return failed === null ? [] : [`${test} fails without a mutant: ${failed}`];
    }),
  ];
}

/**
 * Takes each guard away in a copy of the sources, and says which seed or test notices. Answers the exit code: 1 when
 * something could be taken away unnoticed. `only` names the mutants to try, by a part of their names.
 */
export async function runMutants(say: (text: string) => void, only = ''): Promise<number> {
  const copy = copyProject();
  const clean = () => rmSync(copy, { recursive: true, force: true });
  process.once('exit', clean);
  let survivors = 0;
  const wanted = mutants.filter(({ name }) => name.includes(only));
  try {
    const doubts = doubtsAbout(copy);
    doubts.forEach(say);
    if (doubts.length > 0) return 1;
    for (const mutant of wanted) {
      const undo = mutate(copy, mutant);
      const { killedBy, how } = await fateOf(copy, mutant);
      undo();
      if (killedBy === null) survivors += 1;
      say(`${killedBy === null ? 'SURVIVED' : 'killed'}  ${mutant.name}`);
      say(`          ${mutant.file}; for: ${mutant.invariant}`);
      if (killedBy !== null) say(`          by ${killedBy}: ${how}`);
    }
  } finally {
    clean();
    process.off('exit', clean);
  }
  say(`${wanted.length} mutants, ${wanted.length - survivors} killed, ${survivors} survived`);
  return survivors === 0 ? 0 : 1;
}
