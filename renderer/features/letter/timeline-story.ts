import type { DispositionView, LetterView, TimelineItem } from '#core/contract/views.ts';

/** One point of the Jejak: an entry, with the number that was issued in the same breath. */
export interface StoryPoint {
  readonly item: TimelineItem;
  readonly agenda: number | null;
  readonly disposition: DispositionView | null;
}

/** Acts that only show in the state of their recipient below the disposition, not as points of their own. */
const foldedIn: ReadonlySet<string> = new Set(['letter.read', 'letter.acknowledged']);

/** The points of a letter's story, oldest first. Reading and acknowledging show under their disposition. */
export function storyOf(letter: LetterView): readonly StoryPoint[] {
  const points: StoryPoint[] = [];
  const issued = letter.timeline.find((item) => item.type === 'number.issued' && item.ineffective === null);
  const registered = letter.timeline.find((item) => item.type === 'letter.registered');
  // The registry's own PC registers and numbers in one act; elsewhere the number comes later as its own point.
  const isTogether =
    issued !== undefined &&
    registered !== undefined &&
    issued.proof.log === registered.proof.log &&
    issued.by.time - registered.by.time < 60_000;
  for (const item of letter.timeline) {
    if (item.ineffective === null && foldedIn.has(item.type)) continue;
    if (isTogether && item === issued) continue;
    const number = isTogether && item === registered ? issued.params['number'] : null;
    points.push({
      item,
      agenda: typeof number === 'number' ? number : null,
      disposition: letter.dispositions.find((d) => d.id === item.disposition) ?? null,
    });
  }
  return points;
}
