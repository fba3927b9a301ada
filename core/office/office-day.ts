/** The zones in which Indonesian offices lie (UU/Keppres 41/1987: WIB, WITA, WIT). */
export const officeZones = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type OfficeZone = (typeof officeZones)[number];

/** Last day that an ISO date of four digits can tell; a clock that claims more is off by ages, not a calendar. */
const LAST_DAY = '9999-12-31';
/** Latest moment that falls on a day of four digits in every zone; milliseconds since 1970 UTC. */
export const LATEST_TIME = Date.UTC(9999, 11, 30);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}

/** Within the years that an ISO date can tell: the claim of a broken clock must not stop whoever reads it. */
function datable(time: number): number {
  return Math.min(Math.max(time, 0), LATEST_TIME);
}

function part(parts: readonly Intl.DateTimeFormatPart[], type: string): string {
  return parts.find((p) => p.type === type)?.value ?? '';
}

const QUARTER_MS = 15 * 60 * 1000;
const DAYS_REMEMBERED = 10_000;
const daysOfQuarters = new Map<string, string>();

/** The calendar day (ISO date) of an instant in the office's zone. */
export function officeDay(time: number, timeZone: string): string {
  // Every zone lies whole quarters of an hour from UTC since 1972, so each quarter is of one day.
  const quarter = `${timeZone} ${Math.floor(datable(time) / QUARTER_MS)}`;
  const known = daysOfQuarters.get(quarter);
  if (known !== undefined) return known;
  const parts = formatter(timeZone).formatToParts(datable(time));
  const day = `${part(parts, 'year')}-${part(parts, 'month')}-${part(parts, 'day')}`;
  if (daysOfQuarters.size >= DAYS_REMEMBERED) daysOfQuarters.clear();
  daysOfQuarters.set(quarter, day);
  return day;
}

/** Day and minute (ISO, `2026-10-09T10:42`) of an instant in the office's zone; comparable as text with a due date. */
export function officeMinute(time: number, timeZone: string): string {
  const parts = formatter(timeZone).formatToParts(datable(time));
  return `${part(parts, 'year')}-${part(parts, 'month')}-${part(parts, 'day')}T${part(parts, 'hour')}:${part(parts, 'minute')}`;
}

/** The ISO date `days` calendar days after `day`, at most the last of the year 9999. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}

/** True from Monday to Friday, holidays excepted. Working days of the office (1-product, service promise). */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The working day that lies `count` working days after `day`; `day` itself does not count. */
export function addWorkingDays(day: string, count: number, holidays: ReadonlySet<string>): string {
  let current = day;
  let left = count;
  while (left > 0 && current < LAST_DAY) {
    current = addDays(current, 1);
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  return current;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, holidays: ReadonlySet<string>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}
