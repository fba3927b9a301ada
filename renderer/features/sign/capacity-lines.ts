import type { PositionView } from '#core/contract/views.ts';
import type { Standing } from '#core/office/entry.ts';

/** The lines above the name on a stamp: the post with Plt., Plh., a.n. or u.b. where it applies (Permendagri 1/2023). */
export function capacityLines(
  position: string,
  standing: Standing,
  positions: readonly PositionView[],
): readonly string[] {
  const find = (id: string | null | undefined) => positions.find((p) => p.id === id);
  const title = find(position)?.title ?? '';
  const above = find(find(position)?.superior);
  const further = find(above?.superior);
  switch (standing) {
    case 'acting':
      return [`Plt. ${title}`];
    case 'dailyActing':
      return [`Plh. ${title}`];
    case 'onBehalfOf':
      return [`a.n. ${above?.title ?? ''}`, title];
    case 'byOrderOf':
      return [`a.n. ${further?.title ?? ''}`, above?.title ?? '', `u.b. ${title}`];
    case 'definitive':
      return [title];
  }
}
