import { type ReactNode, useState } from 'react';

import { addWorkingDays, workingDaysBetween } from '#core/office/office-day.ts';
import { clock } from '#renderer/lib/format/dates.ts';
import { readTypedDue } from '#renderer/lib/format/typed-date.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useHolidays } from '#renderer/lib/format/use-holidays.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import { dispositionWords } from './disposition-words.ts';

export interface DueFieldProps {
  readonly value: string | null;
  readonly onChange: (due: string | null) => void;
}

/** Shortcuts below the field, in working days. */
const shortcuts = [0, 1, 2, 5] as const;

/** A due date typed as people say it; the field answers with weekday, date and the working days it leaves. */
export function DueField({ value, onChange }: DueFieldProps): ReactNode {
  const t = useWords(dispositionWords);
  const format = useFormat();
  const holidays = useHolidays();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<'dueWrong' | 'duePast' | null>(null);
  const today = format.today();

  function printed(due: string): string {
    const date = `${format.dayDateYear(due)}${due.length > 10 ? ` ${clock(due)}` : ''}`;
    const count = workingDaysBetween(today, due.slice(0, 10), holidays);
    return t('duePicked', { date, count });
  }
  function take(text: string): void {
    setTyped(text);
    const due = text.trim() === '' ? null : readTypedDue(text, { today, holidays, direction: 'future' });
    const isPast = due !== null && due.slice(0, 10) < today;
    setProblem(isPast ? 'duePast' : null);
    if (text.trim() === '' || (due !== null && !isPast)) onChange(due);
  }
  function leave(): void {
    if (typed === null) return;
    const isRead =
      typed.trim() === '' || readTypedDue(typed, { today, holidays, direction: 'future' }) !== null;
    // What cannot be read stays as it was typed, with the reason below it.
    if (isRead && problem === null) setTyped(null);
    else if (!isRead) setProblem('dueWrong');
  }
  return (
    <div>
      <TextField
        label={t('due')}
        icon="calendar"
        value={typed ?? (value === null ? '' : printed(value))}
        onChange={take}
        onFocus={() => {
          if (typed === null) setTyped(value === null ? '' : format.dayDateYear(value));
        }}
        onBlur={leave}
        placeholder={t('dueNone')}
        error={problem === null ? undefined : t(problem)}
      />
      <div className="flex gap-1.5 pt-2">
        {shortcuts.map((days) => {
          const due = days === 0 ? today : addWorkingDays(today, days, holidays);
          const isChosen = value === due;
          return (
            <button
              key={days}
              type="button"
              aria-pressed={isChosen}
              onClick={() => {
                setTyped(null);
                setProblem(null);
                onChange(isChosen ? null : due);
              }}
              className={`h-6 rounded-control border px-1.5 text-12 ${isChosen ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-line-strong bg-page text-ink-2 hover:border-control'}`}
            >
              {days === 0 ? t('dueToday') : t('dueDays', { count: days })}
            </button>
          );
        })}
      </div>
      {problem === null ? <p className="pt-2 text-12 text-ink-3">{t('dueHint')}</p> : null}
    </div>
  );
}
