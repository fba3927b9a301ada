import type { Counter, HomeView } from '#core/contract/answers.ts';
import { addDays, isWorkingDay, officeDay, workingDaysBetween } from '#core/office/office-day.ts';
import type { TaskKind } from '#core/office/tasks.ts';

import {
  countWaitingNumber,
  disposalDays,
  incomingPerDay,
  loadByPosition,
  pressingTasks,
} from '../store/home.ts';
import { countTasks } from '../store/queue.ts';
import { openRow } from './letter-secrets.ts';
import { letterRow } from './rows.ts';
import { DAYS_TO_DISPOSE, queueClock, viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

const PRESSING_ROWS = 12;
const WORKING_DAYS_SHOWN = 10;
const WEEKS_SHOWN = 12;

type TaskCounts = ReturnType<typeof countTasks>;

function counter(counts: TaskCounts, wanted: (row: TaskCounts[number]) => boolean): Counter {
  return counts
    .filter(wanted)
    .reduce((sum, row) => ({ count: sum.count + row.n, late: sum.late + row.late }), { count: 0, late: 0 });
}

function counters(runtime: OfficeRuntime, counts: TaskCounts, all: boolean): HomeView['counters'] {
  const of = (kind: TaskKind, unread = false) =>
    counter(counts, (row) => row.kind === kind && (!unread || row.read === 0));
  return {
    toSign: of('sign'),
    toInitial: of('initials'),
    waitingNumber: { count: all ? countWaitingNumber(runtime.db) : 0, late: 0 },
    lettersUnread: of('dispose', true),
    lettersOpen: of('dispose'),
    dispositionsUnread: of('followUp', true),
    dispositionsOpen: of('followUp'),
    copiesUnread: of('readCopy', true),
  };
}

function unitLoads(runtime: OfficeRuntime, now: string, positions: readonly string[]): HomeView['units'] {
  const roster = runtime.roster.current();
  const sums = new Map<string, { open: number; late: number; oldest: number }>();
  for (const row of loadByPosition(runtime.db, now, positions)) {
    const unit = roster.positions.get(row.position)?.unit ?? null;
    if (unit === null) continue;
    const sum = sums.get(unit) ?? { open: 0, late: 0, oldest: row.oldest };
    sums.set(unit, {
      open: sum.open + row.open,
      late: sum.late + row.late,
      oldest: Math.min(sum.oldest, row.oldest),
    });
  }
  const units = [...roster.units.values()].toSorted((a, b) => a.order - b.order);
  const todayIs = now.slice(0, 10);
  return units.map((unit) => {
    const sum = sums.get(unit.id);
    const oldestDays =
      sum === undefined
        ? 0
        : workingDaysBetween(officeDay(sum.oldest, roster.timeZone), todayIs, runtime.holidays);
    return { unit: unit.id, name: unit.name, open: sum?.open ?? 0, late: sum?.late ?? 0, oldestDays };
  });
}

function recentWorkingDays(today: string, holidays: ReadonlySet<string>): readonly string[] {
  const days: string[] = [];
  for (let day = today; days.length < WORKING_DAYS_SHOWN; day = addDays(day, -1)) {
    if (isWorkingDay(day, holidays) || day === today) days.unshift(day);
  }
  return days;
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function weightedMedian(values: readonly { value: number; n: number }[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, v) => sum + v.n, 0);
  let passed = 0;
  for (const { value, n } of sorted) {
    passed += n;
    if (passed * 2 >= total) return value;
  }
  return 0;
}

function disposalFigures(
  runtime: OfficeRuntime,
  today: string,
): Pick<HomeView, 'medianToDispose' | 'withinPromise'> {
  const thisWeek = mondayOf(today);
  const since = addDays(thisWeek, -7 * (WEEKS_SHOWN - 1));
  const byWeek = new Map<string, { value: number; n: number }[]>();
  let within = 0;
  let promised = 0;
  for (const row of disposalDays(runtime.db, since)) {
    const days = workingDaysBetween(row.received, row.disposed ?? today, runtime.holidays);
    const week = mondayOf(row.received);
    if (week === thisWeek && (row.disposed !== null || days > DAYS_TO_DISPOSE)) {
      promised += row.n;
      if (row.disposed !== null && days <= DAYS_TO_DISPOSE) within += row.n;
    }
    if (row.disposed === null) continue;
    const values = byWeek.get(week) ?? [];
    values.push({ value: days, n: row.n });
    byWeek.set(week, values);
  }
  const medianToDispose = [...byWeek.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, values]) => ({ week, days: weightedMedian(values) }));
  return { medianToDispose, withinPromise: promised === 0 ? null : within / promised };
}

/** Beranda: counters, what presses, load by unit, and the two plots. Days are the office's. */
export function homeView(runtime: OfficeRuntime): HomeView {
  const who = viewer(runtime);
  const clock = queueClock(runtime);
  const roster = runtime.roster.current();
  const counts = countTasks(runtime.db, who.positions, clock.now);
  const pressing = pressingTasks(runtime.db, who, clock.today, clock.now, PRESSING_ROWS);
  const mine = pressingTasks(
    runtime.db,
    { positions: who.positions, all: false },
    clock.today,
    clock.now,
    1000,
  );
  const lateMine = mine.rows.filter(
    (row) => row.due !== null && `${row.due}T99:99`.slice(0, 16) < clock.now,
  ).length;
  const days = recentWorkingDays(clock.today, runtime.holidays);
  const perDay = incomingPerDay(runtime.db, days[0] ?? clock.today);
  return {
    counters: counters(runtime, counts, who.all),
    pressing: pressing.rows.map((row) => ({
      ...letterRow(openRow(runtime, row), roster),
      mine: who.positions.includes(row.task_position),
    })),
    pressingTotal: pressing.total,
    lateMine,
    todayMine: mine.total - lateMine,
    units: unitLoads(runtime, clock.now, who.positions),
    perDay: days.map((day) => ({ day, count: perDay.get(day) ?? 0 })),
    promiseDays: DAYS_TO_DISPOSE,
    ...disposalFigures(runtime, clock.today),
  };
}
