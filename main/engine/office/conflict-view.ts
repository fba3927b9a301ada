import type { ConflictView } from '#core/contract/views.ts';
import { conflictsOf, documentsOf, settles } from '#core/office/letter-conflicts.ts';
import type { ConflictSide, LetterConflict } from '#core/office/letter-conflicts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { RosterState } from '#core/office/roster.ts';

import type { HeldPosition } from './letter-actions.ts';
import { markView, titleOf } from './titles.ts';

/** A conflict as the letter's screen tells it: both sides with names, and whether the viewer may settle it. */
function conflictView(
  letter: LetterState,
  conflict: LetterConflict,
  roster: RosterState,
  held: readonly HeldPosition[],
): ConflictView {
  const documents = letter.memo === null ? [] : documentsOf(letter.memo);
  const side = ({ entry, mark, deed, value, document }: ConflictSide) => ({
    entry,
    by: markView(roster, mark),
    deed,
    value: conflict.field === 'forwardTo' ? titleOf(roster, value) : value,
    document: documents.find((blob) => blob.sha256 === document) ?? null,
  });
  return {
    kind: conflict.kind,
    field: conflict.field,
    sides: conflict.sides.map(side),
    settler:
      conflict.settler === null
        ? null
        : { position: conflict.settler, title: titleOf(roster, conflict.settler) },
    maySettle: held.some((h) => settles(letter, conflict, roster, h.position.id)),
  };
}

/** Everything on the letter that waits for a person's decision. */
export function conflictViews(
  letter: LetterState,
  roster: RosterState,
  held: readonly HeldPosition[],
): ConflictView[] {
  return conflictsOf(letter).map((conflict) => conflictView(letter, conflict, roster, held));
}
