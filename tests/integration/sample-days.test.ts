import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isWorkingDay, officeDay } from '#core/office/office-day.ts';
import { earlierFates } from '#main/engine/sample/scenario/earlier-fates.ts';
import { latestFates } from '#main/engine/sample/scenario/latest-fates.ts';
import { memoFates } from '#main/engine/sample/scenario/memo-fates.ts';
import { recentFates } from '#main/engine/sample/scenario/recent-fates.ts';
import { SAMPLE_ZONE, sampleDays } from '#main/engine/sample/scenario/sample-days.ts';
import type { DuePlan, When } from '#main/engine/sample/scenario/sample-days.ts';
import type { Step } from '#main/engine/sample/scenario/steps.ts';

interface Told {
  readonly name: string;
  readonly begins: When;
  readonly due?: DuePlan;
  readonly steps: readonly Step[];
}

const stories: readonly Told[] = [
  ...earlierFates.map(({ text, fate }) => ({ name: text.subject, begins: fate.received, steps: fate.steps })),
  ...Object.entries({ ...recentFates, ...latestFates }).map(([name, fate]) => ({
    name,
    begins: fate.received,
    steps: fate.steps,
  })),
  ...Object.entries(memoFates).map(([name, fate]) => ({
    name,
    begins: fate.proposed,
    steps: fate.steps,
    ...(fate.due === undefined ? {} : { due: fate.due }),
  })),
];

/** Any minute of four years. */
const anyTime = fc
  .integer({
    min: Date.parse('2026-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2030-01-01T00:00:00Z') / 60_000,
  })
  .map((minute) => minute * 60_000);

function duesOf(step: Step): readonly DuePlan[] {
  if (step.act !== 'dispose') return [];
  const own = step.plan.to.flatMap((to) => (typeof to === 'string' || to.due == null ? [] : [to.due]));
  return step.plan.due === undefined ? own : [step.plan.due, ...own];
}

test('the story holds whenever it is told: in order, in the past, and never due before it is asked', () => {
  fc.assert(
    fc.property(anyTime, (now) => {
      const days = sampleDays(now);
      for (const { name, begins, due, steps } of stories) {
        let before = days.moment(begins);
        if (due !== undefined) expect(days.due(due) >= officeDay(before, SAMPLE_ZONE), name).toBe(true);
        for (const step of steps) {
          const then = days.moment(step.at);
          expect(then, `${name}: ${step.act} by ${step.by}`).toBeGreaterThanOrEqual(before);
          for (const plan of duesOf(step)) {
            expect(days.due(plan).slice(0, 10) >= officeDay(then, SAMPLE_ZONE), `${name}: due`).toBe(true);
          }
          before = then;
        }
        expect(before, name).toBeLessThanOrEqual(now);
      }
    }),
    { numRuns: 120 },
  );
});

test('what is due today is due today, at an hour that is still to come', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 0, max: 23 }), (now, hour) => {
      const days = sampleDays(now);
      const due = days.due([0, `${String(hour).padStart(2, '0')}:00`]);
      expect(due.slice(0, 10)).toBe(officeDay(now, SAMPLE_ZONE));
      if (due.length > 10) expect(Date.parse(`${due}:00+07:00`)).toBeGreaterThan(now);
    }),
  );
});

test('acts of earlier days lie in office hours of working days', () => {
  fc.assert(
    fc.property(anyTime, (now) => {
      const days = sampleDays(now);
      for (const { begins, steps } of stories) {
        for (const when of [begins, ...steps.map((step) => step.at)]) {
          const local = new Date(days.moment(when) + 7 * 3_600_000).toISOString();
          expect(isWorkingDay(local.slice(0, 10), new Set()) || when[0] === 0).toBe(true);
          expect(local.slice(11, 16) >= '07:30' && local.slice(11, 16) < '17:30').toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});
