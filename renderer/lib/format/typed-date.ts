import { addDays, addWorkingDays } from '#core/office/office-day.ts';

/** What a typed date is read against. */
export interface TypedDateFrame {
  /** ISO day on which it is typed. */
  readonly today: string;
  readonly holidays: ReadonlySet<string>;
  /** Dates without a year fall into the future (due dates) or the past (dates of letters). */
  readonly direction: 'future' | 'past';
}

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agt', 'agu', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];
const weekdays: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'sunday', 'min', 'sun'],
  ['senin', 'monday', 'sen', 'mon'],
  ['selasa', 'tuesday', 'sel', 'tue'],
  ['rabu', 'wednesday', 'rab', 'wed'],
  ['kamis', 'thursday', 'kam', 'thu'],
  ["jum'at", 'jumat', 'friday', 'jum', 'fri'],
  ['sabtu', 'saturday', 'sab', 'sat'],
];
const numberWords: Readonly<Record<string, number>> = {
  satu: 1,
  one: 1,
  dua: 2,
  two: 2,
  tiga: 3,
  three: 3,
  empat: 4,
  four: 4,
  lima: 5,
  five: 5,
  enam: 6,
  six: 6,
  tujuh: 7,
  seven: 7,
  delapan: 8,
  eight: 8,
  sembilan: 9,
  nine: 9,
  sepuluh: 10,
  ten: 10,
};

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const text = date.toISOString().slice(0, 10);
  return text.length === 10 ? text : null;
}

function withYear(
  day: number,
  month: number,
  year: string | undefined,
  frame: TypedDateFrame,
): string | null {
  if (year !== undefined) return isoDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(frame.today.slice(0, 4));
  // 29 February without a year is looked for in the nearest years that have it.
  for (let step = 0; step <= 8; step += 1) {
    const found = isoDay(frame.direction === 'future' ? thisYear + step : thisYear - step, month, day);
    if (found === null) continue;
    const fits = frame.direction === 'future' ? found >= frame.today : found <= frame.today;
    if (fits) return found;
  }
  return null;
}

function inNames(names: readonly (readonly string[])[], word: string): number {
  return names.findIndex((forms) => forms.includes(word));
}

function nextWeekday(index: number, today: string): string {
  const current = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (index - current + 7) % 7 || 7);
}

function relative(text: string, frame: TypedDateFrame): string | null {
  const { today, holidays } = frame;
  if (text === 'hari ini' || text === 'today') return today;
  if (text === 'kemarin' || text === 'yesterday') return addDays(today, -1);
  if (text === 'besok' || text === 'tomorrow') return addDays(today, 1);
  if (text === 'lusa') return addDays(today, 2);
  const amount =
    /^(\d{1,3}|[a-z]+) (hari kerja|hk|hari|minggu|pekan|bulan|working days?|days?|weeks?|months?)$/u.exec(
      text,
    );
  if (amount === null) return null;
  const [, count = '', unit = ''] = amount;
  const n = /^\d+$/u.test(count) ? Number(count) : numberWords[count];
  if (n === undefined) return null;
  if (/^(hari kerja|hk|working)/u.test(unit)) return addWorkingDays(today, n, holidays);
  if (/^(hari|day)/u.test(unit)) return addDays(today, n);
  if (/^(minggu|pekan|week)/u.test(unit)) return addDays(today, n * 7);
  const month = Number(today.slice(5, 7)) - 1 + n;
  const year = Number(today.slice(0, 4)) + Math.floor(month / 12);
  // The 31st of a month of 30 days becomes its last day.
  for (let day = Number(today.slice(8, 10)); day > 27; day -= 1) {
    const found = isoDay(year, (month % 12) + 1, day);
    if (found !== null) return found;
  }
  return isoDay(year, (month % 12) + 1, Number(today.slice(8, 10)));
}

function absolute(text: string, frame: TypedDateFrame): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/u.exec(text);
  if (numeric !== null) return withYear(Number(numeric[1]), Number(numeric[2]), numeric[3], frame);
  const named = /^(\d{1,2}) ?([a-z]+)\.?(?: (\d{4}|\d{2}))?$/u.exec(text);
  if (named === null) return null;
  const month = inNames(months, named[2] ?? '');
  return month < 0 ? null : withYear(Number(named[1]), month + 1, named[3], frame);
}

/**
 * Reads a date as people type it: "2 hari kerja", "13/10", "besok", "12 okt", "Senin", "12 Oktober 2026".
 * A weekday means the next one. Day comes before month, as in Indonesia.
 *
 * @returns the ISO day, or null when it cannot be read or does not exist
 */
export function readTypedDate(typed: string, frame: TypedDateFrame): string | null {
  const text = typed
    .trim()
    .toLocaleLowerCase('id')
    .replaceAll(/\s+/gu, ' ')
    .replace(/ lagi$/u, '');
  if (text === '') return null;
  const weekday = inNames(weekdays, text.replace(/ depan$/u, ''));
  if (weekday >= 0 && frame.direction === 'future') return nextWeekday(weekday, frame.today);
  // "Sel, 13 Okt 2026" is what the field itself prints.
  const bare = text.replace(/^[a-z']+, ?/u, '');
  return relative(text, frame) ?? absolute(bare, frame);
}

/**
 * Reads a due date with an optional hour after it: "13/10 14.00", "besok pukul 9".
 *
 * @returns an ISO day or minute, or null when it cannot be read
 */
export function readTypedDue(typed: string, frame: TypedDateFrame): string | null {
  const timed =
    /^(.*?)[ ,]+(?:pukul |jam |at )?(\d{1,2})[.:](\d{2})$|^(.*?)[ ,]+(?:pukul|jam|at) (\d{1,2})$/u.exec(
      typed.trim(),
    );
  const plain = readTypedDate(typed, frame);
  if (timed === null || plain !== null) return plain;
  const day = readTypedDate(timed[1] ?? timed[4] ?? '', frame);
  const hour = Number(timed[2] ?? timed[5]);
  const minute = Number(timed[3] ?? 0);
  if (day === null || hour > 23 || minute > 59) return null;
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
