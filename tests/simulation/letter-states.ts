import type { LetterState } from '#core/office/letter-state.ts';

import type { Replica } from './replica.ts';

/** States by the text that a store keeps of them: the PCs of an office have mostly the same. */
const parsed = new Map<string, LetterState>();
const REMEMBERED = 5000;

function stateOf(text: string): LetterState {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= REMEMBERED) parsed.clear();
  const state: LetterState = JSON.parse(text);
  parsed.set(text, state);
  return state;
}

/** Every letter of a PC as it is folded there. */
export function letterStates(pc: Replica): readonly LetterState[] {
  return pc.engine.state.db
    .prepare<[], { state: string }>(
      'SELECT s.state AS state FROM letters l JOIN letter_states s ON s.letter_row = l.row ORDER BY l.id',
    )
    .all()
    .map(({ state }) => stateOf(state));
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
