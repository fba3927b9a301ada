/** How a due date stands to this minute; the words are made by the screen. */
export type DueTag =
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'passed'; readonly time: string }
  | { readonly kind: 'today'; readonly time: string | null };

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * The tag of a pressing row. `due` is an ISO day or minute, `now` an ISO minute, both local to the office. Days
 * late are calendar days; a day without an hour is late from the next day on.
 */
export function dueTag(due: string, now: string): DueTag {
  const today = now.slice(0, 10);
  const day = due.slice(0, 10);
  const time = due.length > 10 ? due.slice(11, 16) : null;
  if (day < today) return { kind: 'late', days: daysBetween(day, today) };
  if (day === today && time !== null && due.slice(0, 16) < now.slice(0, 16)) return { kind: 'passed', time };
  return { kind: 'today', time };
}
