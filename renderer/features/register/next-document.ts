/**
 * Which document comes after `current` in a list whose members may be skipped: the next one, else the first other
 * one; null when nothing is left.
 */
export function nextDocument(ids: readonly string[], current: string | null): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  return ids[at + 1] ?? ids.find((id) => id !== current) ?? null;
}

/** The document before `current`, or the last one; null when there is no other. */
export function previousDocument(ids: readonly string[], current: string | null): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  return (at > 0 ? ids[at - 1] : ids.findLast((id) => id !== current)) ?? null;
}
