import type { Mutant } from './mutant.ts';
import { documentMutants } from './mutant-list-documents.ts';
import { logMutants } from './mutant-list-logs.ts';

const ORDER = 'equal entries give byte-equal canonical dumps';
const BINDING = 'no effective binding act';
const FORGED = 'nothing forged';
const CONVERGES = 'after faults end';

/** Every guard that a promise of the office log hangs on. */
export const mutants: readonly Mutant[] = [
  {
    name: 'new entries are folded as they arrive',
    invariant: ORDER,
    file: 'main/engine/office/project.ts',
    changes: [
      [
        'known !== undefined && added.every((entry) => entry.rank > known.last.rank);',
        'known !== undefined;',
      ],
    ],
  },
  {
    name: 'entries of one rank have no order',
    invariant: ORDER,
    file: 'core/office/entry.ts',
    changes: [['return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;', 'return 0;']],
    test: 'tests/unit/letter-fold.test.ts',
  },
  {
    name: 'the dump leaves out what is about no letter',
    invariant: 'changing any shared field',
    file: 'main/engine/audit/dump.ts',
    changes: [
      ["  yield* list('others', entriesAboutNoLetter(db), entryOfRow);\n", '  void entriesAboutNoLetter;\n'],
    ],
  },
  {
    name: 'the dump leaves out what has no effect',
    invariant: 'changing any shared field',
    file: 'main/engine/audit/dump.ts',
    changes: [
      [
        'withoutEffect: entriesWithoutEffect(db, log),',
        'withoutEffect: entriesWithoutEffect(db, log).length,',
      ],
    ],
  },
  {
    name: 'what was written is not read back',
    invariant: CONVERGES,
    file: 'main/engine/share/write-once.ts',
    changes: [
      [
        "if (sha256Hex(back.value) !== sha256Hex(file.bytes)) return shareFailure('io', 'read back differs');",
        'void sha256Hex;',
      ],
    ],
  },
  {
    name: 'a file that was cut off is refused for good',
    invariant: CONVERGES,
    file: 'main/engine/share/poll.ts',
    changes: [
      ["if (when === 'never') this.#memory.heads.refuse", "if (when !== 'share') this.#memory.heads.refuse"],
    ],
  },
  {
    name: 'a damaged document gets no good copy beside it',
    invariant: CONVERGES,
    file: 'main/engine/share/layout.ts',
    changes: [['export const COPIES_LIMIT = 8;', 'export const COPIES_LIMIT = 1;']],
  },
  {
    name: 'a segment that failed counts as sent',
    invariant: 'no acknowledged entry lost',
    file: 'main/engine/share/publish.ts',
    changes: [
      [
        "subject: 'segment', folder });\n    if (!put.ok) return put.failure;",
        "subject: 'segment', folder });\n    void put;",
      ],
    ],
  },
  {
    name: 'a binding act needs no user signature',
    invariant: BINDING,
    file: 'core/office/letter-reducers.ts',
    changes: [
      [
        "if (bindingLetterActs.has(type) && entry.userSig === undefined) return 'no-user-signature';",
        'void bindingLetterActs;',
      ],
    ],
  },
  {
    name: 'a user signature is not verified',
    invariant: BINDING,
    file: 'main/engine/office/accept.ts',
    changes: [
      [
        'key !== null && verifyUserSignature(parsed, ground.officeId, key)',
        'key !== null && (verifyUserSignature(parsed, ground.officeId, key) || envelope.userSig !== undefined)',
      ],
    ],
  },
  {
    name: 'a position is held by whoever says so',
    invariant: BINDING,
    file: 'core/office/letter-reducers.ts',
    changes: [["if (!actorStands(entry, roster)) return 'not-entitled';", 'void actorStands;']],
  },
  {
    name: 'any decision will do for a standing',
    invariant: BINDING,
    file: 'core/office/entitlement.ts',
    changes: [[' && h.decision === decision', ' && h.decision !== `${decision}?`']],
  },
  {
    name: 'what was read is recalled',
    invariant: 'conflict rule: a disposition that was read',
    file: 'core/office/letter-reducers-disposition.ts',
    changes: [["if (found.recipients.some((r) => r.read !== null)) return 'closed';", '']],
  },
  {
    name: 'what was recalled is read',
    invariant: 'conflict rule: a disposition that was read',
    file: 'core/office/letter-reducers-disposition.ts',
    changes: [["if (found.recalled !== null) return 'closed';", '']],
  },
  {
    name: 'a withdrawn memo goes on',
    invariant: 'conflict rule: what was withdrawn',
    file: 'core/office/memo-course.ts',
    changes: [["if (course.stage !== 'inChain') return 'closed';", '']],
  },
  {
    name: 'what was decided apart goes to the first by rank',
    invariant: 'conflict rule: what was withdrawn',
    file: 'core/office/memo-merge.ts',
    changes: [['if (tips.length === 1) return this.#valid(only);', 'return this.#valid(only);']],
  },
  {
    name: 'a field goes to the last by rank',
    invariant: 'conflict rule: both values stay',
    file: 'core/office/letter-fields.ts',
    changes: [
      [
        'return context.entry.basis.includes(claim.mark.entry) || isOwn(context, claim);',
        "return isOwn(context, claim) || claim.log !== '';",
      ],
    ],
  },
  {
    name: 'corrections count as they arrive',
    invariant: 'equal entries give byte-equal canonical dumps',
    file: 'main/engine/office/project.ts',
    changes: [['follows ? added.toSorted(compareEntries)', 'follows ? added.toReversed()']],
  },
  {
    name: 'a step is done by any position',
    invariant: BINDING,
    file: 'core/office/memo-course.ts',
    changes: [["if (step.position !== position) return 'not-entitled';", 'void position;']],
  },
  {
    name: 'an approval counts for any revision',
    invariant: BINDING,
    file: 'core/office/memo-course.ts',
    changes: [["if (deed.revision !== course.revision) return 'other-revision';", '']],
  },
  {
    name: 'an approval counts for any chain',
    invariant: BINDING,
    file: 'core/office/memo-course.ts',
    changes: [["if ('chain' in deed && deed.chain !== course.digest) return 'other-revision';", '']],
  },
  {
    name: 'numbers come from any log',
    invariant: BINDING,
    file: 'core/office/letter-reducers-number.ts',
    changes: [
      [
        'if (cited === undefined) return keepsSeries(roster, body.series, entry.log);',
        'if (cited === undefined) return roster !== null && keepsSeries !== undefined;',
      ],
    ],
  },
  {
    name: 'letters are registered by anybody',
    invariant: BINDING,
    file: 'core/office/letter-reducers.ts',
    changes: [
      [
        "if (entry.type !== 'letter.registered' || !mayRegister(roster, entry.actor.position)) return null;",
        "if (entry.type !== 'letter.registered' || mayRegister === undefined) return null;",
      ],
    ],
  },
  {
    name: 'a letter begins with any entry that names it',
    invariant: FORGED,
    file: 'core/office/letter-reducers.ts',
    changes: [
      [
        'if (!fold.beginsLetter(id, entry.log, entry.seq) || !actorStands(entry, roster)) return null;',
        'if (!actorStands(entry, roster)) return null;',
      ],
    ],
  },
  {
    name: 'a log needs no certificate',
    invariant: 'no log accepted that is not certified',
    file: 'main/engine/office/accept.ts',
    changes: [['parsed, userSigned ? key : null)', "parsed, key ?? 'nobody')"]],
  },
  {
    name: 'a log speaks for anybody',
    invariant: FORGED,
    file: 'main/engine/office/accept.ts',
    changes: [['ownerOf(view, log) !== envelope.actor.user', 'ownerOf(view, log) === null']],
  },
  {
    name: 'anybody writes the roster',
    invariant: FORGED,
    file: 'main/engine/office/roster-history.ts',
    changes: [["if (entry.log !== parent.state.writerLog) return 'forged';", '']],
  },
  {
    name: 'a log goes back in the roster',
    invariant: FORGED,
    file: 'main/engine/office/accept.ts',
    changes: [
      ["return goesBack ? 'roster-went-back' : null;", 'return null;'],
      ["!mayFollow(next, known)) ? 'roster-went-back' : null;", 'false) ? null : null;'],
    ],
  },
  {
    name: 'a dependency is any entry at its place',
    invariant: FORGED,
    file: 'main/engine/office/accept.ts',
    changes: [['view.byHash(dep.hash);', 'view.at(view.first(dep.log)?.id ?? 0, dep.seq);']],
  },
  {
    name: 'two letters get one number',
    invariant: 'numbers unique',
    file: 'main/engine/office/number-source.ts',
    changes: [['next = pastVoids(book.voids, next + 1);', 'next = pastVoids(book.voids, next);']],
  },
  {
    name: 'tasks are not kept with the letter',
    invariant: 'projections equal a fresh fold',
    file: 'main/engine/office/project.ts',
    changes: [
      [
        'const tasks = tasksOf(letter, promise);',
        'const tasks = follows ? tasksOf(letter, promise).slice(1) : tasksOf(letter, promise);',
      ],
    ],
  },
  {
    name: 'a PC takes its own published head for a stranger’s',
    invariant: 'security events come with proof',
    file: 'main/engine/share/heads-listing.ts',
    changes: [['head.version > version)', 'head.version >= version)']],
  },
  {
    name: 'files are not encrypted',
    invariant: 'a canary',
    file: 'main/engine/log/sealed-file.ts',
    changes: [
      [
        'return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);',
        'cipher.update(plain);\n  cipher.final();\n  return Buffer.concat([header, plain, cipher.getAuthTag()]);',
      ],
      [
        'const plain = decipher.update(bytes.subarray(HEADER, -TAG));\n',
        'void decipher;\n  return decoded(Buffer.from(bytes.subarray(HEADER, -TAG)));\n',
      ],
      [
        "  try {\n    const rest = decipher.final();\n    return decoded(rest.length === 0 ? plain : Buffer.concat([plain, rest]));\n  } catch {\n    return refused('file-forged');\n  }\n",
        '',
      ],
    ],
  },
  {
    name: 'the office is made again where its share is empty',
    invariant: 'absence is never deletion',
    file: 'main/engine/share/share-sync.ts',
    changes: [
      [
        'return this.#isOurs ? null : nothing(state, failure);',
        'if (!this.#isOurs) await fs.makeFolder(paths.root);\n    return this.#isOurs ? null : nothing(state, failure);',
      ],
    ],
  },
  ...documentMutants,
  ...logMutants,
];
