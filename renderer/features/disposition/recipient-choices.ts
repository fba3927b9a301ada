import type { OfficeView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import type { Option } from '#renderer/ui/option.tsx';

/** The person who holds a position today; the first of several. */
export function holderOf(position: PositionView): PositionView['holders'][number] | null {
  return position.holders[0] ?? null;
}

/** Positions whose title or holder contains the typed words, those that begin with them first. */
export function matchingPositions(
  positions: OfficeView['positions'],
  typed: string,
  excluded: ReadonlySet<string>,
): readonly PositionView[] {
  const needle = typed.trim().toLocaleLowerCase('id');
  const found: { readonly position: PositionView; readonly score: number }[] = [];
  for (const position of positions) {
    if (excluded.has(position.id)) continue;
    const title = position.title.toLocaleLowerCase('id');
    const name = holderOf(position)?.name.toLocaleLowerCase('id') ?? '';
    if (needle === '' || title.startsWith(needle) || name.startsWith(needle))
      found.push({ position, score: 0 });
    else if (title.includes(` ${needle}`) || name.includes(` ${needle}`)) found.push({ position, score: 1 });
    else if (title.includes(needle) || name.includes(needle)) found.push({ position, score: 2 });
  }
  return found.toSorted((a, b) => a.score - b.score).map(({ position }) => position);
}

/** Positions as choices: the title, with the typed part in weight, and who holds it. */
export function positionOptions(
  positions: readonly PositionView[],
  typed: string,
  vacant: string,
): readonly Option[] {
  const needle = typed.trim().toLocaleLowerCase('id');
  return positions.map((position) => {
    const start = needle === '' ? -1 : position.title.toLocaleLowerCase('id').indexOf(needle);
    return {
      id: position.id,
      label: position.title,
      detail: holderOf(position)?.name ?? vacant,
      ...(start < 0 ? {} : { match: { start, end: start + needle.length } }),
    };
  });
}
