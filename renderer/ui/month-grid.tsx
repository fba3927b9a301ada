import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

import { IconButton } from './icon-button.tsx';

const DAY = 86_400_000;

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const wanted = Math.min(Number(day.slice(8, 10)), last);
  return `${date.toISOString().slice(0, 8)}${String(wanted).padStart(2, '0')}`;
}

/** The weeks (Monday first) that the month of `day` touches, as ISO days. */
export function weeksOf(day: string): readonly (readonly string[])[] {
  const first = `${day.slice(0, 7)}-01`;
  const back = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = plusDays(first, -back);
  const weeks: string[][] = [];
  for (let week = 0; week < 6; week += 1) {
    const days = Array.from({ length: 7 }, (_, i) => plusDays(start, week * 7 + i));
    if (week > 0 && days[0]?.slice(0, 7) !== day.slice(0, 7)) break;
    weeks.push(days);
  }
  return weeks;
}

const moves: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => plusDays(day, -1),
  ArrowRight: (day) => plusDays(day, 1),
  ArrowUp: (day) => plusDays(day, -7),
  ArrowDown: (day) => plusDays(day, 7),
  PageUp: (day) => plusMonths(day, -1),
  PageDown: (day) => plusMonths(day, 1),
};

export interface MonthGridProps {
  /** ISO day chosen, or the one to begin with. */
  readonly day: string;
  readonly today: string;
  readonly onPick: (day: string) => void;
  /** Heading ("Oktober 2026"), head of a weekday column, and a day as read aloud. */
  readonly printMonth: (day: string) => string;
  readonly printWeekday: (day: string) => string;
  readonly printDay: (day: string) => string;
  readonly previousLabel: string;
  readonly nextLabel: string;
}

/** A month to pick a day from. Arrows walk days and weeks, Page Up and Page Down months. */
export function MonthGrid(props: MonthGridProps): ReactNode {
  const [focused, setFocused] = useState(props.day);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
  }, [focused]);
  const weeks = weeksOf(focused);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    setFocused(move(focused));
  };
  return (
    <div className="w-60">
      <div className="flex items-center justify-between pb-1">
        <IconButton
          icon="chevronLeft"
          label={props.previousLabel}
          onPress={() => {
            setFocused(plusMonths(focused, -1));
          }}
        />
        <p aria-live="polite" className="text-13 font-semibold text-ink">
          {props.printMonth(focused)}
        </p>
        <IconButton
          icon="chevronRight"
          label={props.nextLabel}
          onPress={() => {
            setFocused(plusMonths(focused, 1));
          }}
        />
      </div>
      <table ref={grid} aria-label={props.printMonth(focused)} className="w-full table-fixed">
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" className="h-6 text-11 font-medium text-ink-3">
                {props.printWeekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className="p-0 text-center">
                  <button
                    type="button"
                    tabIndex={day === focused ? 0 : -1}
                    aria-label={props.printDay(day)}
                    aria-pressed={day === props.day}
                    aria-current={day === props.today ? 'date' : undefined}
                    onKeyDown={onKeyDown}
                    onClick={() => {
                      props.onPick(day);
                    }}
                    className={`h-7 w-8 rounded-control text-13 hover:bg-hover ${dayLook(day, focused, props)}`}
                  >
                    {Number(day.slice(8, 10))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayLook(day: string, focused: string, props: Pick<MonthGridProps, 'day' | 'today'>): string {
  if (day === props.day) return 'bg-accent font-semibold text-accent-on hover:bg-accent-hover';
  if (day === props.today) return 'border border-control font-semibold text-ink';
  return day.slice(0, 7) === focused.slice(0, 7) ? 'text-ink' : 'text-ink-3';
}
