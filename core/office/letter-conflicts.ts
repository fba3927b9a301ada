import type { BlobRef } from './letter-acts.ts';
import { claimsOf, isContestedField } from './letter-fields.ts';
import { onePlaceFields } from './letter-state.ts';
import type {
  LetterState,
  Mark,
  MemoAct,
  MemoConflictKind,
  MemoDeed,
  MemoState,
  OnePlaceField,
} from './letter-state.ts';
import { maySettle } from './memo-course.ts';
import { mayRegister } from './rights.ts';
import type { RosterState } from './roster.ts';

/** One side of a conflict: the act that stands for it, and what a settlement would keep by it. */
export interface ConflictSide {
  /** Hash that a settlement names to keep this side. */
  readonly entry: string;
  readonly mark: Mark;
  /** What the act did on a memo; null for a field. */
  readonly deed: MemoDeed['type'] | null;
  /** The value given to a one-place field; null on a memo. */
  readonly value: string | null;
  /** SHA-256 of the document that the side works on; null for a field. */
  readonly document: string | null;
}

/** Something on a letter that people decided differently, without having seen each other, and that a person settles. */
export interface LetterConflict {
  readonly kind: MemoConflictKind | 'field';
  readonly field: OnePlaceField | null;
  readonly sides: readonly ConflictSide[];
  /** The position whose task it is to settle it. */
  readonly settler: string | null;
}

function sideOf(act: MemoAct, memo: MemoState): ConflictSide {
  const { deed, mark } = act;
  // A settlement stands for the act that it keeps.
  const kept = deed.type === 'memo.settled' ? memo.acts.find((a) => a.mark.entry === deed.keep) : undefined;
  if (kept !== undefined) return { ...sideOf(kept, memo), entry: mark.entry, mark };
  const document =
    'document' in deed
      ? deed.document.sha256
      : deed.type === 'memo.signed'
        ? deed.result.sha256
        : 'revision' in deed
          ? deed.revision
          : null;
  return { entry: mark.entry, mark, deed: deed.type, value: null, document };
}

/** Whose task it is: of the one who stopped the memo, of the drafter of two revisions, else of who answers for it. */
function settlerOf(
  letter: LetterState,
  kind: MemoConflictKind,
  sides: readonly ConflictSide[],
): string | null {
  const signatory = letter.memo?.chain.findLast((step) => step.role === 'signature')?.position ?? null;
  switch (kind) {
    case 'withdrawal':
    case 'revisions':
      return letter.fromPosition;
    case 'return':
      return sides.find((side) => side.deed === 'memo.returned')?.mark.actor.position ?? letter.fromPosition;
    case 'signatures':
      return sides[0]?.mark.actor.position ?? signatory;
    default:
      return signatory;
  }
}

function memoConflict(letter: LetterState, memo: MemoState): readonly LetterConflict[] {
  const { conflict } = memo;
  if (conflict === null) return [];
  const sides = conflict.sides.flatMap((entry) => {
    const act = memo.acts.find((a) => a.mark.entry === entry);
    return act === undefined ? [] : [sideOf(act, memo)];
  });
  return [{ kind: conflict.kind, field: null, sides, settler: settlerOf(letter, conflict.kind, sides) }];
}

/** Every conflict of the letter that waits for somebody to settle it. Two dispositions both stand and are none. */
export function conflictsOf(letter: LetterState): readonly LetterConflict[] {
  const fields = onePlaceFields
    .filter((field) => isContestedField(letter, field))
    .map((field): LetterConflict => ({
      kind: 'field',
      field,
      sides: claimsOf(letter, field).map(({ mark, value }) => ({
        entry: mark.entry,
        mark,
        deed: null,
        value,
        document: null,
      })),
      settler: letter.registered.actor.position,
    }));
  return letter.memo === null ? fields : [...memoConflict(letter, letter.memo), ...fields];
}

/** Every document that a rightful act on a memo named, of whatever side. */
export function documentsOf(memo: MemoState): readonly BlobRef[] {
  return memo.acts.flatMap(({ deed }) => {
    if ('document' in deed) return [deed.document];
    return deed.type === 'memo.signed' ? [deed.result] : [];
  });
}

/** Whether a position may settle the conflict; the fold asks the same of the settlement. */
export function settles(
  letter: LetterState,
  conflict: LetterConflict,
  roster: RosterState,
  position: string,
): boolean {
  if (conflict.kind === 'field') return letter.kind === 'incomingLetter' && mayRegister(roster, position);
  if (letter.memo === null) return false;
  const authors = conflict.sides.map((side) => side.mark.actor.position);
  const leads = roster.positions.get(position)?.role === 'pimpinan';
  return leads || maySettle(letter.memo, authors).has(position);
}
