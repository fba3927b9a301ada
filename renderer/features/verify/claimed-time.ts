import type { Format } from '#renderer/lib/format/use-format.ts';

/** "Sel, 6 Okt 2026 15.00 WIB": signatures may be years old, so the year belongs to it. */
export function claimedTime(format: Format, time: number): string {
  return `${format.dayDateYear(format.dayOf(time))} ${format.time(time)} ${format.zone}`;
}
