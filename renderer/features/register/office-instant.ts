import { officeMinute } from '#core/office/office-day.ts';

const MINUTE = 60_000;

/**
 * The instant (milliseconds since 1970 UTC) of a minute local to the office, `2026-10-09T10:42`. Zones of Indonesia
 * know no summer time, so one correction finds it; a second one covers zones that do.
 */
export function officeInstant(minute: string, timeZone: string): number {
  const wanted = Date.parse(`${minute}:00Z`);
  let guess = wanted;
  for (let i = 0; i < 2; i += 1) {
    const shown = Date.parse(`${officeMinute(guess, timeZone)}:00Z`);
    guess += wanted - shown;
  }
  return Math.floor(guess / MINUTE) * MINUTE;
}
