import { describe, expect, it } from 'vitest';

import { emptyTally, inputOf, INPUT_MS, tryInput } from '../fuzz/campaign.ts';
import { findsOf } from '../fuzz/finds.ts';
import { fuzzTargets } from '../fuzz/targets.ts';

/** Inputs for each target here; `npm run fuzz -- --minutes N` goes on from where this ends. */
const INPUTS = 200;

describe.each(fuzzTargets.map((target) => [target.name, target] as const))(
  'odd input to: %s',
  (name, target) => {
    it('of which a real one is understood', async () => {
      for (const sample of target.samples) {
        const tally = emptyTally(name);
        expect(await tryInput(target, sample, tally)).toBeNull();
        const [verdict] = tally.verdicts.keys();
        expect(verdict, 'a sample that is refused teaches nothing').not.toMatch(
          /^(refused|too-large|no )|-not-/,
        );
      }
    });

    it('keeps every promise and takes bounded time', { timeout: 60_000 }, async () => {
      const tally = emptyTally(name);
      for (const sample of target.samples) await tryInput(target, sample, tally);
      for (let number = 0; number < INPUTS; number += 1) {
        const find = await tryInput(target, inputOf(target, 'npm test', number), tally);
        expect(find?.what ?? null, `input ${number}`).toBeNull();
      }
      expect(tally.slowestMs).toBeLessThan(INPUT_MS);
      // It is no use giving a parser what it throws out at the door each time, nor what it always takes.
      expect(tally.verdicts.size).toBeGreaterThan(1);
    });

    it('and to what it once failed at', async () => {
      for (const { name: file, input } of findsOf(name)) {
        expect((await tryInput(target, input, emptyTally(name)))?.what ?? null, file).toBeNull();
      }
    });
  },
);
