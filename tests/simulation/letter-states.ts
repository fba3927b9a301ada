import type { LetterState } from '#core/office/letter-state.ts';
import { readLetter } from '#main/engine/store/letters.ts';
import { projectedLetters } from '#main/engine/store/projection-check.ts';

import type { Replica } from './replica.ts';

/** Every letter of a PC as it is folded there. */
export function letterStates(pc: Replica): readonly LetterState[] {
  const { db } = pc.engine.state;
  return projectedLetters(db, '', 100_000).flatMap((id) => readLetter(db, id) ?? []);
}

/** Every entry that stands in folded letters as the ground of something; what only failed does not. */
export function groundsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'entry' && typeof member === 'string') found.add(member);
    else if (!['ineffective', 'last', 'acts'].includes(key)) groundsIn(member, found);
  }
  return found;
}
