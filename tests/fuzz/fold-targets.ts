import { z } from 'zod';

import { actorStands } from '#core/office/entitlement.ts';
import { compareEntries, entryEnvelopeSchema, hashSchema } from '#core/office/entry.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import { foldNumberBook, firstOf, highestKnown } from '#core/office/number-book.ts';
import { fatesBetween } from '#core/office/number-fates.ts';
import { isQuarantined, floorOf } from '#core/office/roster-closing.ts';
import type { KnownLogs } from '#core/office/roster-closing.ts';
import { RosterTree } from '#core/office/roster-tree.ts';
import type { RosterState } from '#core/office/roster.ts';
import { tasksOf } from '#core/office/tasks.ts';
import { timelineSentence } from '#core/words/timeline.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { timelineItem } from '#main/engine/office/timeline.ts';

import { AGENDA, contextOf, LETTER, WRITER_LOG } from '../unit/office-samples.ts';
import { bookLife, letterAct, letterActTypes, lifeOf, office, rosterActs } from './fold-samples.ts';
import { promise } from './fuzz-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';

/** More than any entry's bytes hold are not folded here: the log refuses them before. */
const INPUT_LIMIT = 1024 * 1024;
const rankSchema = z.int().min(0).max(1_000_000);

/** The entries in an input that a log would have accepted; the hash is their own, so that equal ones are one. */
function entriesIn(input: Uint8Array): readonly AcceptedEntry[] {
  if (input.length > INPUT_LIMIT) return [];
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(input).toString());
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  const found = new Map<string, AcceptedEntry>();
  for (const item of value) {
    if (typeof item !== 'object' || item === null) continue;
    const { rank, hash, ...envelope } = item as Record<string, unknown>;
    const [read, ranked, named] = [
      entryEnvelopeSchema.safeParse(envelope),
      rankSchema.safeParse(rank),
      hashSchema.safeParse(hash),
    ];
    if (!read.success || !ranked.success || !named.success) continue;
    found.set(named.data, { ...(read.data as AcceptedEntry), rank: ranked.data, hash: named.data });
  }
  return [...found.values()];
}

/** Another order that the input itself decides. */
function reordered(entries: readonly AcceptedEntry[]): readonly AcceptedEntry[] {
  return entries.toSorted((a, b) => (sha256Hex(a.hash, 'x') < sha256Hex(b.hash, 'x') ? -1 : 1));
}

const holidays = new Set(['2026-12-25']);
const format = { due: (due: string) => due, number: String };

/** Everything that a person sees of a letter is made of it, in both languages. */
function lookAt(letter: LetterState, entries: readonly AcceptedEntry[], roster: RosterState): void {
  tasksOf(letter, { timeZone: 'Asia/Jakarta', holidays, daysToDispose: 2 });
  conflictsOf(letter);
  involvedPositions(letter);
  for (const entry of entries) {
    const item = timelineItem(entry, letter, { roster, deviceOf: () => 'TU-01', entries });
    for (const language of ['id', 'en'] as const) {
      const said = timelineSentence(language, item, format);
      promise(said.length > 0, 'a sentence for every act');
    }
  }
}

const letterTarget: FuzzTarget = {
  name: 'letter fold',
  samples: [lifeOf('letter'), lifeOf('memo'), letterActTypes.map((type, n) => letterAct(type, n + 1))].map(
    (entries) => Buffer.from(JSON.stringify(entries)),
  ),
  run: (input) => {
    const entries = entriesIn(input);
    const known = new Map(entries.map((entry) => [entry.hash, entry]));
    const context = contextOf(office, (hash) => known.get(hash) ?? null);
    const letter = foldLetter(LETTER, entries, context);
    const said = canonicalJson(letter);
    const other = foldLetter(LETTER, reordered(entries), context);
    promise(said === canonicalJson(other), 'any order of arrival gives the same letter');
    if (letter === null) return 'no letter';
    let step: LetterState | null = null;
    for (const entry of entries.toSorted(compareEntries)) {
      // What is kept between two arrivals has been written and read back.
      const kept: LetterState | null =
        step === null ? null : (JSON.parse(JSON.stringify(step)) as LetterState);
      step = kept === null ? foldLetter(LETTER, [entry], context) : foldAct(kept, entry, context);
    }
    promise(canonicalJson(step) === said, 'entry by entry gives the same letter');
    lookAt(letter, entries, office);
    return letter.ineffective.length === 0 ? 'accepted' : 'in part';
  },
};

const bookTarget: FuzzTarget = {
  name: 'number book fold',
  samples: [Buffer.from(JSON.stringify(bookLife))],
  run: (input) => {
    const entries = entriesIn(input);
    const context = {
      rosterOf: () => office,
      isQuarantined: (entry: AcceptedEntry) => entry.log === 'f'.repeat(64),
    };
    const book = foldNumberBook(AGENDA, entries, context);
    const other = foldNumberBook(AGENDA, reordered(entries), context);
    promise(canonicalJson(book) === canonicalJson(other), 'any order of arrival gives the same book');
    const highest = highestKnown(book);
    promise(firstOf(book, { log: WRITER_LOG, start: 1 }) <= highest + 1, 'a registry begins right above');
    const fates = fatesBetween({ book, held: [], withoutEffect: [], given: 0 }, 1280, 1400);
    promise(fates.length === 121, 'a fate for every number');
    return book.ineffective.length === 0 ? 'accepted' : 'in part';
  },
};

const samples = Object.entries(rosterActs).map(([type, body], index) => ({
  ...letterAct('letter.read', index + 1),
  log: WRITER_LOG,
  type,
  body,
  subject: null,
}));

function rosterText(state: RosterState): string {
  const plain = Object.entries(state).map(([field, value]: [string, unknown]) => [
    field,
    value instanceof Map ? Object.fromEntries(value) : value,
  ]);
  return canonicalJson(Object.fromEntries(plain));
}

const rosterTarget: FuzzTarget = {
  name: 'roster fold',
  samples: [
    Buffer.from(JSON.stringify(samples)),
    Buffer.from(JSON.stringify(samples.toReversed().map((entry, n) => ({ ...entry, rank: n + 1 })))),
  ],
  run: (input) => {
    // Each follows the one before it, as its writer's log would have it.
    const chain = entriesIn(input).toSorted(compareEntries);
    const grown = () => {
      const tree = new RosterTree(office);
      for (const entry of chain) {
        if (!entry.type.startsWith('roster.')) continue;
        tree.add(tree.tip, { ...entry, roster: tree.tip.state.at }, entry.type === 'roster.taken-over');
      }
      return tree;
    };
    const tree = grown();
    promise(rosterText(tree.tip.state) === rosterText(grown().tip.state), 'the same chain, the same roster');
    const logs: KnownLogs = {
      certifiedBy: () => null,
      isBehind: (one, point) => one.seq <= point.seq,
    };
    for (const entry of chain) {
      actorStands(entry, tree.tip.state);
      isQuarantined(tree.tip.state, entry, logs);
      floorOf(tree.tip.state, entry, entry.actor.user, logs);
    }
    return tree.size === 0 ? 'no roster' : 'accepted';
  },
};

/** What entries that anybody in the office may have written are made into. */
export const foldTargets: readonly FuzzTarget[] = [letterTarget, bookTarget, rosterTarget];
