import type { PositionView } from '#core/contract/views.ts';

function words(text: string): readonly string[] {
  return text
    .toLocaleLowerCase('id')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Positions whose title or holder has a word that begins with each typed word, in the roster's order; those in
 * `without` are left out.
 */
export function matchingPositions(
  positions: readonly PositionView[],
  typed: string,
  without: readonly string[],
): readonly PositionView[] {
  const wanted = words(typed);
  return positions.filter((position) => {
    if (without.includes(position.id)) return false;
    const known = words([position.title, ...position.holders.map((holder) => holder.name)].join(' '));
    return wanted.every((word) => known.some((k) => k.startsWith(word)));
  });
}
