/**
 * `npm run fuzz -- [--minutes N] [--seed TEXT] [--target NAME]…`: odd inputs, made from real ones by the seed, to
 * everything that reads what others may have written. The minutes are shared out among the targets. A find is kept in
 * tests/fixtures/fuzz, where the unit tests look at it from then on; it ends with 1 when there are any.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { sha256Hex } from '#main/engine/log/digest.ts';

import type { Find, Tally } from './campaign.ts';
import { emptyTally } from './campaign.ts';
import { fixtureFolder } from './finds.ts';
import { runTarget } from './run-target.ts';
import { fuzzTargets, targetNamed } from './targets.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: new Date().toISOString() },
    target: { type: 'string', multiple: true },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new RangeError(`--minutes takes a number above 0, not ${values.minutes}`);
const targets = values.target === undefined ? fuzzTargets : values.target.map(targetNamed);
const folder = fileURLToPath(fixtureFolder);

const say = (line: string) => process.stdout.write(`${line}\n`);
const kept = new Set<string>();

function keep(find: Find): void {
  // One broken promise is met by many inputs; the first few tell enough.
  const about = `${find.target}: ${find.what.split('\n')[0] ?? ''}`;
  if (kept.has(about)) return;
  kept.add(about);
  const place = join(folder, find.target.replaceAll(' ', '-'));
  mkdirSync(place, { recursive: true });
  const path = join(place, `${sha256Hex(find.input).slice(0, 16)}.bin`);
  writeFileSync(path, find.input);
  say(`FIND ${about}\n${find.what.split('\n').slice(1).join('\n')}\n  kept as ${path}`);
}

function add(sum: Tally, more: Tally): void {
  sum.inputs += more.inputs;
  sum.bytes += more.bytes;
  sum.slowestMs = Math.max(sum.slowestMs, more.slowestMs);
  for (const [verdict, count] of more.verdicts) {
    sum.verdicts.set(verdict, (sum.verdicts.get(verdict) ?? 0) + count);
  }
}

say(`seed ${values.seed}, ${minutes} minutes for ${targets.length} targets`);
let inputs = 0;
for (const target of targets) {
  const sum = emptyTally(target.name);
  const forMs = (minutes * 60_000) / targets.length;
  await runTarget(target, { seed: values.seed, forMs, found: keep, told: (tally) => add(sum, tally) });
  inputs += sum.inputs;
  const verdicts = [...sum.verdicts].toSorted(([, a], [, b]) => b - a).slice(0, 6);
  say(
    `${target.name.padEnd(20)} ${String(sum.inputs).padStart(8)} inputs ${(sum.bytes / 2 ** 20).toFixed(1).padStart(8)} MiB, slowest ${sum.slowestMs.toFixed(0)} ms: ` +
      verdicts.map(([verdict, count]) => `${verdict} ${count}`).join(', '),
  );
}
say(`${inputs} inputs, ${kept.size} finds`);
process.exitCode = kept.size > 0 ? 1 : 0;
