import { describe, expect, it } from 'vitest';

import { dueTag } from '#renderer/features/home/due-tag.ts';
import { linePoints, pathOf, roundedMean, ticksFor } from '#renderer/features/home/plot-scale.ts';

describe('what presses', () => {
  it('counts days late, and tells hours of today apart', () => {
    expect(dueTag('2026-10-07', '2026-10-09T10:42')).toEqual({ kind: 'late', days: 2 });
    expect(dueTag('2026-10-09T10:00', '2026-10-09T10:42')).toEqual({ kind: 'passed', time: '10:00' });
    expect(dueTag('2026-10-09T16:00', '2026-10-09T10:42')).toEqual({ kind: 'today', time: '16:00' });
    expect(dueTag('2026-10-09', '2026-10-09T23:59')).toEqual({ kind: 'today', time: null });
  });
});

describe('plots', () => {
  it('have whole ticks that hold the highest value', () => {
    expect(ticksFor(2.9)).toEqual([0, 1, 2, 3]);
    expect(ticksFor(0)).toEqual([0, 1, 2, 3]);
    expect(ticksFor(11).at(-1)).toBeGreaterThanOrEqual(11);
    expect(ticksFor(4000).at(-1)).toBeGreaterThanOrEqual(4000);
  });

  it('draw higher values higher, from edge to edge', () => {
    const points = linePoints([0, 3], 3, { width: 100, height: 30 });
    expect(pathOf(points)).toBe('M0.0 30.0 L100.0 0.0');
    expect(roundedMean([18, 24, 21])).toBe(21);
    expect(roundedMean([])).toBe(0);
  });
});
