import type { Mutant } from './mutant.ts';

const BINDING = 'no effective binding act';
const CONVERGES = 'after faults end';

/** Guards of destruction, sealed logs and public files; tests of their own notice them. */
export const documentMutants: readonly Mutant[] = [
  {
    name: 'one person alone destroys documents',
    invariant: BINDING,
    file: 'core/office/letter-reducers-destruction.ts',
    changes: [["if (found.proposed.actor.user === entry.actor.user) return 'not-entitled';", '']],
    test: 'tests/unit/destruction-fold.test.ts',
  },
  {
    name: 'what the head signed to destroy is not what was proposed',
    invariant: BINDING,
    file: 'core/office/letter-reducers-destruction.ts',
    changes: [["return 'other-revision';", '']],
    test: 'tests/unit/destruction-fold.test.ts',
  },
  {
    name: 'a head goes although no index says what it says',
    invariant: CONVERGES,
    file: 'main/engine/share/seal-logs.ts',
    changes: [['if (!isKept && !isOlder) continue;', 'void [isKept, isOlder];']],
    test: 'tests/integration/share-sealed.test.ts',
  },
  {
    name: 'the files from before a healing are looked for first',
    invariant: CONVERGES,
    file: 'main/engine/share/sealed-logs.ts',
    changes: [['return this.#indexOf.get(name) ?? null;', 'return -(this.#indexOf.get(name) ?? 0);']],
    test: 'tests/integration/share-sealed.test.ts',
  },
  {
    name: 'a swapped genesis stops the office',
    invariant: CONVERGES,
    file: 'main/engine/share/inspect-share.ts',
    changes: [
      [
        "if (isOther && !(await holdsOurs())) return inspected('foreign');",
        "if (isOther) return inspected('foreign');",
      ],
    ],
    test: 'tests/integration/share-public-files.test.ts',
  },
];
