/** One letter of the strip: what the person did with it in this sitting. */
export interface ReviewItem {
  readonly letter: string;
  readonly reviewed: boolean;
  readonly selected: boolean;
}

/** The strip before anything was opened: nothing is reviewed, so nothing is selected. */
export function startReview(letters: readonly string[]): readonly ReviewItem[] {
  return letters.map((letter) => ({ letter, reviewed: false, selected: false }));
}

/** Opening a letter reviews it and selects it, once: a letter that was taken out of the selection stays out. */
export function reviewed(items: readonly ReviewItem[], letter: string): readonly ReviewItem[] {
  return items.map((item) =>
    item.letter === letter && !item.reviewed ? { ...item, reviewed: true, selected: true } : item,
  );
}

/** Takes a reviewed letter in or out; one that nobody looked at cannot be selected. */
export function toggled(items: readonly ReviewItem[], letter: string): readonly ReviewItem[] {
  return items.map((item) =>
    item.letter === letter && item.reviewed ? { ...item, selected: !item.selected } : item,
  );
}

/** Selects every reviewed letter; those not reviewed stay out. */
export function allReviewedSelected(items: readonly ReviewItem[]): readonly ReviewItem[] {
  return items.map((item) => (item.reviewed ? { ...item, selected: true } : item));
}

/** Follows a queue that changed: letters that left are dropped, new ones come unreviewed. */
export function merged(items: readonly ReviewItem[], letters: readonly string[]): readonly ReviewItem[] {
  return letters.map(
    (letter) => items.find((item) => item.letter === letter) ?? { letter, reviewed: false, selected: false },
  );
}

/** Letters to act on, in the strip's order. */
export function selectedLetters(items: readonly ReviewItem[]): readonly string[] {
  return items.filter((item) => item.selected).map((item) => item.letter);
}

export function unreviewedCount(items: readonly ReviewItem[]): number {
  return items.filter((item) => !item.reviewed).length;
}
