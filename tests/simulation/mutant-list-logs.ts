import type { Mutant } from './mutant.ts';

const KEPT = 'no acknowledged entry lost';
const TWICE = 'a log is continued twice only where a disk was copied';
const FRESH = 'whoever knows that a log was continued twice';

/** Guards of logs that two PCs went on with, and of those that their owners ended. */
export const logMutants: readonly Mutant[] = [
  {
    name: 'a copied data folder goes on with its log',
    invariant: TWICE,
    file: 'main/engine/keys/wrapped-log-key.ts',
    changes: [
      [
        'const salt = Buffer.from(`${officeId}\\n${machine}`);',
        'void machine;\n  const salt = Buffer.from(`${officeId}\\n`);',
      ],
    ],
  },
  {
    name: 'nobody is told that a log was continued twice',
    invariant: TWICE,
    file: 'main/engine/office/ingest.ts',
    changes: [
      [
        "raiseAlert(db, 'log-continued-twice',",
        "if (rows.length === 0) raiseAlert(db, 'log-continued-twice',",
      ],
    ],
  },
  {
    name: 'a log that was continued twice is written on',
    invariant: FRESH,
    file: 'main/engine/office/append.ts',
    changes: [
      [
        "if (!isLastWord && isForked(db, log.log)) throw new ActRefused('log-continued-twice');",
        'void [isLastWord, isForked];',
      ],
    ],
  },
  {
    name: 'nobody gets a fresh log',
    invariant: FRESH,
    file: 'main/engine/office/own-log.ts',
    changes: [
      [
        'if (!mayEnd(runtime, log)) return ok({ log, key, before: null });',
        'return ok({ log, key, before: null });',
      ],
    ],
  },
  {
    name: 'the roster stays with a log that nobody writes',
    invariant: 'exactly one PC can write the roster',
    file: 'main/engine/office/own-log.ts',
    changes: [
      [
        'if (before === null || roster.writerLog !== before.log || exchange === undefined) return ok(null);',
        'if (before === null || exchange === undefined || roster.writerLog !== exchange) return ok(null);',
      ],
    ],
  },
  {
    name: 'heads of the other continuation are not read',
    invariant: KEPT,
    file: 'main/engine/share/unknown-heads.ts',
    changes: [
      [
        'return [...continued.filter(({ name }) => !memory.settled.has(name)), ...due];',
        'return [...continued, ...due].slice(0, 0);',
      ],
    ],
  },
  {
    name: 'a PC takes the head of the other continuation away',
    invariant: KEPT,
    file: 'main/engine/share/unknown-heads.ts',
    changes: [
      [
        'return staleOwn.filter(({ name }) => !memory.continued.has(name));',
        'return memory.continued.size < 0 ? [] : staleOwn;',
      ],
    ],
  },
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
  {
    name: 'a log goes on behind its end',
    invariant: 'nothing follows the end of a log',
    file: 'main/engine/office/accept.ts',
    changes: [
      [
        "if (isBehindRetirement(view, log, envelope.seq)) return { state: 'refused', reason: 'log-retired' };",
        'void isBehindRetirement;',
      ],
    ],
  },
];
