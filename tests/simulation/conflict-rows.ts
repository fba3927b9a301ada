import type { LetterState, Mark } from '#core/office/letter-state.ts';

import type { Ancestry, StoredEntry } from './ancestry.ts';
import { groundsIn } from './letter-states.ts';
import type { Violation } from './world.ts';

/** Two concurrent acts on one letter, and what the folded letter makes of them. */
interface Meeting {
  readonly letter: LetterState;
  readonly one: StoredEntry;
  readonly other: StoredEntry;
  /** All acts on the letter, in causal order: rank, then hash. */
  readonly acts: readonly StoredEntry[];
  readonly ancestry: Ancestry;
}

/** A row of the design's conflict table: when two concurrent acts meet in it, and whether its rule held. */
export interface ConflictRow {
  readonly name: string;
  /** The rule, in the words of the design or of the fold that settles it today. */
  readonly rule: string;
  readonly meets: (one: StoredEntry, other: StoredEntry) => boolean;
  readonly holds: (meeting: Meeting) => boolean;
}

function isOf(entry: StoredEntry, ...types: readonly string[]): boolean {
  return types.includes(entry.envelope.type);
}

/** True when the types are those two, whichever comes first. */
function areOf(
  one: StoredEntry,
  other: StoredEntry,
  first: readonly string[],
  second: readonly string[],
): boolean {
  return (isOf(one, ...first) && isOf(other, ...second)) || (isOf(other, ...first) && isOf(one, ...second));
}

/** Whether the act stands in the folded letter as the ground of something. */
function hasEffect({ letter }: Pick<Meeting, 'letter'>, entry: StoredEntry): boolean {
  return groundsIn(letter).has(entry.hash);
}

/** At most one of two acts that exclude each other has an effect. */
function atMostOne(meeting: Meeting): boolean {
  return !(hasEffect(meeting, meeting.one) && hasEffect(meeting, meeting.other));
}

function sameBody(one: StoredEntry, other: StoredEntry, ...fields: readonly string[]): boolean {
  return fields.every((field) => one.envelope.body[field] === other.envelope.body[field]);
}

const partActs = ['letter.finished', 'letter.returned'];
const plainFields = ['from', 'number', 'date', 'subject', 'enclosure'] as const;

type PlainField = (typeof plainFields)[number];

function fieldsOf(entry: StoredEntry): readonly PlainField[] {
  return plainFields.filter((field) => entry.envelope.body[field] !== undefined);
}

function marksOf({ letter }: Meeting): readonly (Mark | null)[] {
  return letter.dispositions.flatMap((d) => d.recipients.map((r) => r.read));
}

/** What the last effective correction says of a field. */
function lastWordOn(field: PlainField, letter: LetterState, acts: readonly StoredEntry[]): unknown {
  const failed = new Set(letter.ineffective.map(({ entry }) => entry));
  const corrections = acts.filter((act) => isOf(act, 'letter.corrected') && !failed.has(act.hash));
  return corrections.findLast((act) => fieldsOf(act).includes(field))?.envelope.body[field];
}

/** Whether a value is kept still, or was replaced by somebody who cites it or gave it. */
function isClaimedOrAnswered({ letter, acts, ancestry }: Meeting, act: StoredEntry): boolean {
  const { hash, envelope } = act;
  return (
    letter.claims.some((claim) => claim.mark.entry === hash) ||
    letter.ineffective.some(({ entry }) => entry === hash) ||
    acts.some(
      (later) =>
        isOf(later, envelope.type, 'letter.settled') &&
        (later.envelope.basis.includes(hash) ||
          (later !== act && later.envelope.log === envelope.log && ancestry.buildsOn(later, act))),
    )
  );
}

/** The act and those that say the same of the same version, as a second holder may. */
function alike({ acts }: Meeting, act: StoredEntry): readonly StoredEntry[] {
  return acts.filter(
    (same) => isOf(same, act.envelope.type) && sameBody(same, act, 'step', 'revision', 'chain'),
  );
}

/** Whether of the same two acts, by whomever, one knew the other: then nothing was decided unseen. */
function isSettledByTheSame(meeting: Meeting, one: StoredEntry, other: StoredEntry): boolean {
  return alike(meeting, one).some((first) =>
    alike(meeting, other).some((second) => !meeting.ancestry.areConcurrent(first, second)),
  );
}

/** Whether the memo is taken back, by withdrawals that knew one of two acts and the other: whatever they disagreed on. */
function isTakenBackAlike(
  { letter, acts, ancestry }: Meeting,
  one: StoredEntry,
  other: StoredEntry,
): boolean {
  const takenBack = (act: StoredEntry) =>
    acts.some(
      (later) =>
        isOf(later, 'memo.withdrawn') &&
        ancestry.rankOf(later) > ancestry.rankOf(act) &&
        !ancestry.areConcurrent(later, act),
    );
  return letter.memo?.stage === 'withdrawn' && takenBack(one) && takenBack(other);
}

/**
 * Two acts on a memo that were both rightful have no effect, either of them, before somebody settles it; and never
 * both, but where a memo that was issued is taken back.
 */
function isContested(meeting: Meeting): boolean {
  const { letter, one, other, acts } = meeting;
  const { memo } = letter;
  if (memo === null) return false;
  const isRightful = (act: StoredEntry) => memo.acts.some(({ mark }) => mark.entry === act.hash);
  if (!isRightful(one) || !isRightful(other)) return true;
  // Taken back after it was issued, by a settlement of the request: then signature and withdrawal both stand.
  const wasIssued = letter.desks.length > 0;
  if (wasIssued && memo.stage === 'withdrawn') return true;
  if (isSettledByTheSame(meeting, one, other) || isTakenBackAlike(meeting, one, other)) {
    return atMostOne(meeting);
  }
  const isSettled = wasIssued || acts.some((act) => isOf(act, 'memo.settled'));
  return isSettled ? atMostOne(meeting) : !hasEffect(meeting, one) && !hasEffect(meeting, other);
}

/** How often the letter was laid before the position that both acts speak of. */
function desksOf({ letter, one }: Meeting): number {
  return letter.desks.filter(({ position }) => position === one.envelope.body['position']).length;
}

/** The rows that today's program has a rule for; a rule that is built later changes its row, a new one is a line. */
export const conflictRows: readonly ConflictRow[] = [
  {
    name: 'two dispositions on one letter',
    rule: 'both stand',
    meets: (one, other) =>
      isOf(one, 'letter.disposed') && isOf(other, 'letter.disposed') && sameBody(one, other, 'parent'),
    holds: ({ letter, one, other }) =>
      [one, other].every(
        ({ hash }) =>
          letter.dispositions.some((d) => d.by.entry === hash) ||
          letter.ineffective.some((i) => i.entry === hash && i.reason !== 'already-done'),
      ),
  },
  {
    name: 'a plain field set twice',
    rule: '(rank, hash) settles it, the other stays in history',
    meets: (one, other) =>
      isOf(one, 'letter.corrected') &&
      isOf(other, 'letter.corrected') &&
      fieldsOf(one).some((field) => fieldsOf(other).includes(field)),
    holds: ({ letter, one, other, acts }) =>
      fieldsOf(one)
        .filter((field) => fieldsOf(other).includes(field))
        .every((field) => letter[field] === lastWordOn(field, letter, acts)),
  },
  {
    name: 'a one-place field set twice',
    rule: 'both values stay until somebody who saw them settles it',
    meets: (one, other) =>
      isOf(one, 'letter.corrected') &&
      isOf(other, 'letter.corrected') &&
      one.envelope.body['urgency'] !== undefined &&
      other.envelope.body['urgency'] !== undefined &&
      !sameBody(one, other, 'urgency'),
    holds: (meeting) => [meeting.one, meeting.other].every((act) => isClaimedOrAnswered(meeting, act)),
  },
  {
    name: 'recall against read',
    rule: 'a disposition that was read is not recalled, one that was recalled is not read',
    meets: (one, other) =>
      areOf(one, other, ['letter.recalled'], ['letter.read', 'letter.acknowledged', 'letter.finished']) &&
      sameBody(one, other, 'disposition'),
    holds: (meeting) => {
      const recall = isOf(meeting.one, 'letter.recalled') ? meeting.one : meeting.other;
      const read = recall === meeting.one ? meeting.other : meeting.one;
      const recalled = meeting.letter.dispositions.find((d) => d.recalled?.entry === recall.hash);
      return recalled === undefined || !marksOf(meeting).some((mark) => mark?.entry === read.hash);
    },
  },
  {
    name: 'one part settled twice',
    rule: 'one of them has an effect',
    meets: (one, other) =>
      isOf(one, ...partActs) && isOf(other, ...partActs) && sameBody(one, other, 'disposition', 'position'),
    // A letter that was returned and forwarded to the same position again lies there as two parts.
    holds: (meeting) => atMostOne(meeting) || desksOf(meeting) > 1,
  },
  {
    name: 'approval against return',
    rule: 'contested: neither has an effect until somebody settles it',
    meets: (one, other) =>
      areOf(one, other, ['memo.approved', 'memo.signed'], ['memo.returned']) &&
      sameBody(one, other, 'revision'),
    holds: isContested,
  },
  {
    name: 'approval against withdrawal',
    rule: 'what was withdrawn is contested, or a request once it was issued',
    meets: (one, other) => areOf(one, other, ['memo.approved', 'memo.signed'], ['memo.withdrawn']),
    holds: (meeting) =>
      isContested(meeting) &&
      (meeting.letter.memo?.stage !== 'issued' || meeting.letter.memo.returned === null),
  },
  {
    name: 'one step done twice',
    rule: 'one of them counts, on one revision',
    meets: (one, other) =>
      isOf(one, 'memo.approved', 'memo.signed') &&
      isOf(other, 'memo.approved', 'memo.signed') &&
      sameBody(one, other, 'step', 'revision'),
    holds: atMostOne,
  },
  {
    name: 'two revisions of a draft',
    rule: 'both are shown, approvals bind to one hash and never carry over',
    meets: (one, other) => isOf(one, 'memo.revised') && isOf(other, 'memo.revised'),
    holds: (meeting) =>
      isContested(meeting) &&
      meeting.letter.memo?.revisions.at(-1)?.document.sha256 === meeting.letter.memo?.revision,
  },
  {
    name: 'a returned letter forwarded twice',
    rule: 'it lies with both until somebody settles it',
    meets: (one, other) =>
      isOf(one, 'letter.forwarded') &&
      isOf(other, 'letter.forwarded') &&
      one.envelope.basis.some((answer) => other.envelope.basis.includes(answer)),
    holds: (meeting) =>
      [meeting.one, meeting.other].every(
        (act) =>
          meeting.letter.ineffective.some(({ entry }) => entry === act.hash) ||
          (isClaimedOrAnswered(meeting, act) &&
            meeting.letter.desks.some(({ position }) => position === act.envelope.body['forwardTo'])),
      ),
  },
];

interface Judged {
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

/** Counts where concurrent acts of honest people met in each row, and says where its rule did not hold. */
export function judgeConflicts(
  letters: readonly LetterState[],
  entries: readonly StoredEntry[],
  ancestry: Ancestry,
  forged: ReadonlySet<string>,
): Judged {
  const counts = new Map<string, number>();
  const violations: Violation[] = [];
  for (const letter of letters) {
    const { id } = letter;
    const acts = entries
      .filter(({ hash, envelope }) => envelope.subject === id && !forged.has(hash))
      .toSorted((a, b) => ancestry.rankOf(a) - ancestry.rankOf(b) || (a.hash < b.hash ? -1 : 1));
    for (const [index, one] of acts.entries()) {
      for (const other of acts.slice(index + 1)) {
        const met = conflictRows.filter((row) => row.meets(one, other));
        if (met.length === 0 || !ancestry.areConcurrent(one, other)) continue;
        for (const row of met) {
          counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
          if (row.holds({ letter, one, other, acts, ancestry })) continue;
          const detail = `${row.name} in ${id}: ${one.hash.slice(0, 8)} and ${other.hash.slice(0, 8)}`;
          violations.push({ invariant: `conflict rule: ${row.rule}`, detail });
        }
      }
    }
  }
  return { counts: Object.fromEntries(counts), violations };
}
