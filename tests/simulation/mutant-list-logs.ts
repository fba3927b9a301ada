import type { Mutant } from './mutant.ts';

/** Guards of what is folded from logs that two PCs went on with. */
export const logMutants: readonly Mutant[] = [
  {
    name: 'the order of a log that was continued twice is one order',
    invariant: 'conflict rule: contested: neither has an effect',
    file: 'core/office/letter-reducers-memo.ts',
    changes: [
      [
        'act.seq < entry.seq && fold.precedes(act.mark.entry, entry),',
        "act.seq < entry.seq && typeof fold.precedes === 'function',",
      ],
    ],
    test: 'tests/unit/continued-twice-fold.test.ts',
  },
  {
    name: 'a value of one continuation replaces one of the other',
    invariant: 'conflict rule: both values stay',
    file: 'core/office/letter-fields.ts',
    changes: [
      [
        'return log === entry.log && fold.precedes(mark.entry, entry);',
        "return log === entry.log && typeof fold.precedes === 'function';",
      ],
    ],
    test: 'tests/unit/continued-twice-fold.test.ts',
  },
];
