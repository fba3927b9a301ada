import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { conflictRows } from '#tests/simulation/conflict-rows.ts';
import { invariants } from '#tests/simulation/invariants.ts';
import { mutants } from '#tests/simulation/mutant-list.ts';

const root = path.join(import.meta.dirname, '../..');

/** Sentences that a mutant may break: the invariants, and the rules of the conflict table. */
const sentences = [
  ...invariants.map(({ sentence }) => sentence),
  ...conflictRows.map(({ rule }) => `conflict rule: ${rule}`),
];

describe('the mutants of the simulator', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    'that %s finds its guard once in the program, and a sentence that it breaks',
    (_name, { file, changes, invariant }) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      for (const [guard] of changes) expect(text.split(guard).length - 1).toBe(1);
      expect(sentences.some((sentence) => sentence.startsWith(invariant))).toBe(true);
    },
  );

  it('leave no invariant without one', () => {
    const bare = invariants.filter(
      ({ sentence }) => !mutants.some(({ invariant }) => sentence.startsWith(invariant)),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});
