import { isWorkingDay, officeDay, officeMinute } from '#core/office/office-day.ts';

import { workingDay } from '../letters/letter-dates.ts';

/** The zone of the invented city (WIB, UTC+7 all year). */
export const SAMPLE_ZONE = 'Asia/Jakarta';
const OFFSET = '+07:00';
const NO_HOLIDAYS: ReadonlySet<string> = new Set();

const OPENING = 7 * 60 + 30;
const CLOSING = 16 * 60;
/** Before this minute of a working day, what "happened today" happened late on the day before. */
const TOO_EARLY = 8 * 60 + 15;
/** An hour that is nearer than this is not promised any more. Minutes. */
const NOTICE = 30;

/** A moment of the story: working days ago (0 for today), and the time by the office's clock. */
export type When = readonly [daysAgo: number, time: string];

/** A due date of the story: working days from today (negative for past ones), with an hour or without. */
export type DuePlan = readonly [days: number, hour?: string];

/** The days of the story as seen from the moment at which the office is filled. */
export interface SampleDays {
  readonly today: string;
  /** The working day so many working days before today. */
  readonly past: (daysAgo: number) => string;
  /** Milliseconds since 1970 UTC; never later than the moment of filling. */
  readonly moment: (when: When) => number;
  /** A due date as the office writes it. Today's hour is left out once it is too near. */
  readonly due: (plan: DuePlan) => string;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function instant(day: string, minute: number): number {
  return Date.parse(`${day}T00:00:00${OFFSET}`) + minute * 60_000;
}

/**
 * Fits the story to a day: what happened today lies in office hours before now; at night, early in the morning
 * and on free days it lies in the late afternoon of the last working day.
 */
export function sampleDays(now: number): SampleDays {
  const today = officeDay(now, SAMPLE_ZONE);
  const minuteNow = minutes(officeMinute(now, SAMPLE_ZONE).slice(11));
  const isOpen = isWorkingDay(today, NO_HOLIDAYS) && minuteNow >= TOO_EARLY;
  const past = (daysAgo: number) => workingDay(today, -daysAgo);

  function momentToday(minute: number): number {
    const share = (minute - OPENING) / (CLOSING - OPENING);
    if (!isOpen) return instant(past(1), CLOSING + 5 + share * 80);
    const until = Math.min(CLOSING, minuteNow - 1);
    return minuteNow > CLOSING ? instant(today, minute) : instant(today, OPENING + share * (until - OPENING));
  }

  return {
    today,
    past,
    moment: ([daysAgo, time]) =>
      Math.floor(daysAgo === 0 ? momentToday(minutes(time)) : instant(past(daysAgo), minutes(time))),
    due: ([days, hour]) => {
      const day = days === 0 ? today : workingDay(today, days);
      const isNear = days === 0 && hour !== undefined && minutes(hour) < minuteNow + NOTICE;
      return hour === undefined || isNear ? day : `${day}T${hour}`;
    },
  };
}
