import { addDays, officeDay, officeMinute } from '#core/office/office-day.ts';

/** How near a due date is. `week` is the next seven days, so that Friday does not hide Monday. */
export type Nearness = 'late' | 'today' | 'week' | 'later' | 'none';

export interface DueState {
  readonly nearness: Nearness;
  /** Calendar days past the due day; 0 while it is not late, or late by hours only. */
  readonly daysLate: number;
}

/**
 * Where a due date (ISO day or minute, local to the office) stands at an instant.
 *
 * @param now milliseconds since 1970 UTC
 */
export function dueState(due: string | null, now: number, timeZone: string): DueState {
  if (due === null) return { nearness: 'none', daysLate: 0 };
  const today = officeDay(now, timeZone);
  const day = due.slice(0, 10);
  if (day < today) {
    const daysLate = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
    return { nearness: 'late', daysLate };
  }
  if (day === today) {
    const isPast = due.length > 10 && due < officeMinute(now, timeZone);
    return { nearness: isPast ? 'late' : 'today', daysLate: 0 };
  }
  return { nearness: day <= addDays(today, 7) ? 'week' : 'later', daysLate: 0 };
}
