import { useMemo } from 'react';

import { officeDay, officeMinute } from '#core/office/office-day.ts';
import { useLanguage } from '#renderer/lib/words/use-words.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';

import * as dates from './dates.ts';
import * as numbers from './numbers.ts';

const FALLBACK_ZONE = 'Asia/Jakarta';

/** Dates, times and numbers in the office's zone and the chosen language. Days are ISO, times ms since 1970 UTC. */
export interface Format {
  readonly timeZone: string;
  readonly zone: string;
  readonly today: () => string;
  readonly longDate: (day: string) => string;
  readonly fullDate: (day: string) => string;
  readonly shortDate: (day: string) => string;
  readonly dayDate: (day: string) => string;
  readonly dayDateYear: (day: string) => string;
  readonly weekdayDay: (day: string) => string;
  /** "10.42" of an instant. */
  readonly time: (time: number) => string;
  /** The ISO day of an instant in the office's zone. */
  readonly dayOf: (time: number) => string;
  readonly shortDateTime: (time: number) => string;
  readonly dayDateTime: (time: number) => string;
  readonly number: (value: number, decimals?: number) => string;
  readonly bytes: (bytes: number) => string;
  readonly agenda: (agenda: string) => string;
}

/** The office's zone; the system's before there is an office. */
export function useTimeZone(): string {
  const session = useAsk('session.state', undefined);
  return session.data?.office?.timeZone ?? FALLBACK_ZONE;
}

export function useFormat(): Format {
  const language = useLanguage();
  const timeZone = useTimeZone();
  return useMemo(() => {
    const thisYear = () => officeDay(Date.now(), timeZone).slice(0, 4);
    return {
      timeZone,
      zone: dates.zoneName(timeZone),
      today: () => officeDay(Date.now(), timeZone),
      longDate: (day) => dates.longDate(day, language),
      fullDate: (day) => dates.fullDate(day, language),
      shortDate: (day) => dates.shortDate(day, language, thisYear()),
      dayDate: (day) => dates.dayDate(day, language, thisYear()),
      dayDateYear: (day) => dates.dayDateYear(day, language),
      weekdayDay: (day) => dates.weekdayDay(day, language),
      time: (time) => dates.clock(officeMinute(time, timeZone)),
      dayOf: (time) => officeDay(time, timeZone),
      shortDateTime: (time) => dates.shortDateTime(time, timeZone, language, thisYear()),
      dayDateTime: (time) => dates.dayDateTime(time, timeZone, language, thisYear()),
      number: (value, decimals) => numbers.formatNumber(value, language, decimals),
      bytes: (bytes) => numbers.formatBytes(bytes, language),
      agenda: (agenda) => numbers.formatAgenda(agenda, Number(thisYear()), language),
    };
  }, [language, timeZone]);
}
