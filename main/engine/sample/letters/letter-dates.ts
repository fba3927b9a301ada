import { addDays, isWorkingDay } from '#core/office/office-day.ts';

import type { Block } from '../paper/blocks.ts';

const NO_HOLIDAYS: ReadonlySet<string> = new Set();
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

function words(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', ...options }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A day as letters write it: "6 Oktober 2026". */
export function dateWords(day: string): string {
  return words(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** With the weekday before it: "Rabu, 14 Oktober 2026". */
function weekdayWords(day: string): string {
  return `${words(day, { weekday: 'long' })}, ${dateWords(day)}`;
}

/** The day so many working days later, or earlier for a negative count. */
export function workingDay(day: string, count: number): string {
  let current = day;
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, Math.sign(count));
    if (isWorkingDay(current, NO_HOLIDAYS)) left -= 1;
  }
  return current;
}

function quarter(day: string): number {
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function expand(token: string, day: string): string {
  const counted = /^([+-]\d+)(h?)$/.exec(token);
  if (counted !== null) {
    const then = workingDay(day, Number(counted[1]));
    return counted[2] === 'h' ? weekdayWords(then) : dateWords(then);
  }
  const year = Number(day.slice(0, 4));
  const last = new Date(Date.UTC(year, Number(day.slice(5, 7)) - 2, 1)).toISOString().slice(0, 10);
  switch (token) {
    case 'tahun':
      return String(year);
    case 'tahun depan':
      return String(year + 1);
    case 'tahun lalu':
      return String(year - 1);
    case 'triwulan':
      return `${ROMAN[quarter(day)] ?? ''} Tahun ${year}`;
    case 'triwulan lalu':
      return quarter(day) === 0 ? `IV Tahun ${year - 1}` : `${ROMAN[quarter(day) - 1] ?? ''} Tahun ${year}`;
    case 'bulan':
      return words(day, { month: 'long', year: 'numeric' });
    case 'bulan lalu':
      return words(last, { month: 'long', year: 'numeric' });
    default:
      throw new TypeError(`{${token}} is no date`);
  }
}

/** Replaces the dates in braces of a text: `{+3}`, `{+3h}` with weekday, `{tahun}`, `{triwulan}`, `{bulan lalu}` and their like. */
export function withDates(text: string, day: string): string {
  return text.replaceAll(/\{([^}]+)\}/g, (_whole, token: string) => expand(token, day));
}

/** The same in all pieces of a body. */
export function blocksWithDates(blocks: readonly Block[], day: string): readonly Block[] {
  return blocks.map((block): Block => {
    if (typeof block === 'string') return withDates(block, day);
    if ('facts' in block)
      return { facts: block.facts.map(([label, value]) => [label, withDates(value, day)]) };
    if ('points' in block) return { points: block.points.map((point) => withDates(point, day)) };
    return { ...block, rows: block.rows.map((row) => row.map((cell) => withDates(cell, day))) };
  });
}
