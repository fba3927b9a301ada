import type { ReactNode } from 'react';

import { localeTags } from '#core/words/language.ts';
import { readTypedDate } from '#renderer/lib/format/typed-date.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { DateField } from '#renderer/ui/date-field.tsx';

import { registerWords } from './words.ts';

const noHolidays: ReadonlySet<string> = new Set();

/** A day as people write it on letters: typed ("7/10", "7 Okt 2026") or picked from the calendar. */
export function DayField(props: {
  readonly label: string;
  readonly isLabelShown?: boolean;
  /** ISO, empty while unknown. */
  readonly day: string;
  /** Dates without a year lie behind us on letters, ahead of us on plans. */
  readonly direction?: 'past' | 'future';
  readonly error?: string | undefined;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const t = useWords(registerWords);
  const format = useFormat();
  const language = useLanguage();
  const today = format.today();
  const { direction = 'past' } = props;
  const part = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeTags[language], { ...options, timeZone: 'UTC' }).format(
      Date.parse(`${day}T00:00:00Z`),
    );
  return (
    <DateField
      label={props.label}
      isLabelHidden={props.isLabelShown !== true}
      day={props.day}
      onDay={props.onDay}
      today={today}
      read={(typed) => readTypedDate(typed, { today, holidays: noHolidays, direction })}
      print={format.dayDateYear}
      error={props.error}
      unclearText={t('dateUnclear')}
      calendarLabel={t('openCalendar')}
      calendar={{
        printMonth: (day) => part(day, { month: 'long', year: 'numeric' }),
        printWeekday: (day) => part(day, { weekday: 'short' }),
        printDay: format.fullDate,
        previousLabel: t('previousMonth'),
        nextLabel: t('nextMonth'),
      }}
    />
  );
}
