import { officeMinute } from '#core/office/office-day.ts';
import { type Language, localeTags } from '#core/words/language.ts';

type Parts = Intl.DateTimeFormatOptions;
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, parts: Parts): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(parts)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeTags[language], { ...parts, timeZone: 'UTC' });
  cache.set(key, made);
  return made;
}

/** An ISO day (or the day of an ISO minute) as an instant at midnight UTC, for formatters that run in UTC. */
function dayInstant(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

/** "12 Oktober 2026". */
export function longDate(day: string, language: Language): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(dayInstant(day));
}

/** "Jumat, 9 Oktober 2026". */
export function fullDate(day: string, language: Language): string {
  return formatter(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    dayInstant(day),
  );
}

/** The year of a day that lies outside `thisYear`: "7 Okt" alone would be taken for this year's. */
function otherYear(day: string, thisYear: string | undefined): Parts {
  return thisYear === undefined || day.startsWith(thisYear) ? {} : { year: 'numeric' };
}

/** "7 Okt"; with `thisYear` ("2026") a day of another year is "7 Okt 2025". */
export function shortDate(day: string, language: Language, thisYear?: string): string {
  return formatter(language, { day: 'numeric', month: 'short', ...otherYear(day, thisYear) }).format(
    dayInstant(day),
  );
}

/** "Jum, 9 Okt"; with `thisYear` a day of another year has its year. */
export function dayDate(day: string, language: Language, thisYear?: string): string {
  const parts: Parts = { weekday: 'short', day: 'numeric', month: 'short', ...otherYear(day, thisYear) };
  return formatter(language, parts).format(dayInstant(day));
}

/** "Sel, 13 Okt 2026". */
export function dayDateYear(day: string, language: Language): string {
  return formatter(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    dayInstant(day),
  );
}

/** "Sen 12": weekday and day of the month, for the narrow column of the queue. */
export function weekdayDay(day: string, language: Language): string {
  const weekday = formatter(language, { weekday: 'short' }).format(dayInstant(day));
  return `${weekday} ${Number(day.slice(8, 10))}`;
}

/** "10.42": hours and minutes with a dot, as EYD writes them, in both languages. */
export function clock(minute: string): string {
  return minute.slice(11, 16).replace(':', '.');
}

/** "7 Okt 08.14" in the office's zone. */
export function shortDateTime(time: number, timeZone: string, language: Language, thisYear?: string): string {
  const minute = officeMinute(time, timeZone);
  return `${shortDate(minute, language, thisYear)} ${clock(minute)}`;
}

/** "Rab, 7 Okt 08.14" in the office's zone. */
export function dayDateTime(time: number, timeZone: string, language: Language, thisYear?: string): string {
  const minute = officeMinute(time, timeZone);
  return `${dayDate(minute, language, thisYear)} ${clock(minute)}`;
}

/** Names of the Indonesian zones; others are named by the browser. */
const zones: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** WIB, WITA or WIT. */
export function zoneName(timeZone: string): string {
  const known = zones[timeZone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
