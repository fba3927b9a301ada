import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MIN_STAMP } from '#main/engine/pdf/placement.ts';
import {
  POINTS_PER_MM,
  STAMP_MIN_WIDTH,
  STAMP_SIZE,
  arrowStep,
  defaultPlacement,
  inMillimetres,
  movedBy,
  onScreen,
  widenedBy,
} from '#renderer/features/sign/placement.ts';

const a4 = { width: 595.28, height: 841.89 };
const start = defaultPlacement(1, a4, 0);
const finite = (max: number) => fc.double({ min: -max, max, noNaN: true });

describe('a stamp on its page', () => {
  it('moves by whole millimetres with the arrows, ten with Shift', () => {
    expect(arrowStep('ArrowUp', false)).toEqual([0, POINTS_PER_MM]);
    expect(arrowStep('ArrowLeft', true)).toEqual([-10 * POINTS_PER_MM, 0]);
    expect(arrowStep('a', false)).toBeNull();
    const [dx, dy] = arrowStep('ArrowRight', false) ?? [0, 0];
    expect(inMillimetres(movedBy(start, dx, dy, a4)).left).toBe(inMillimetres(start).left + 1);
  });

  it('stays whole on the page wherever it is dragged', () => {
    fc.assert(
      fc.property(finite(2000), finite(2000), (dx, dy) => {
        const moved = movedBy(start, dx, dy, a4);
        expect(moved.x).toBeGreaterThanOrEqual(0);
        expect(moved.y).toBeGreaterThanOrEqual(0);
        expect(moved.x + moved.width).toBeLessThanOrEqual(a4.width + 0.001);
        expect(moved.y + moved.height).toBeLessThanOrEqual(a4.height + 0.001);
      }),
    );
  });

  it('keeps its proportions, its upper left corner and the smallest size the engine takes', () => {
    fc.assert(
      fc.property(finite(800), (dx) => {
        const wide = widenedBy(start, dx, a4);
        expect(wide.width / wide.height).toBeCloseTo(STAMP_SIZE.width / STAMP_SIZE.height, 6);
        expect(wide.y + wide.height).toBeCloseTo(start.y + start.height, 6);
        expect(wide.x).toBe(start.x);
        expect(wide.width).toBeGreaterThanOrEqual(Math.min(STAMP_MIN_WIDTH, start.width) - 0.001);
        expect(wide.height).toBeGreaterThanOrEqual(MIN_STAMP.height);
      }),
    );
  });

  it('is drawn from the upper left corner of the screen, from the lower left of the page', () => {
    const box = onScreen({ page: 1, x: 100, y: 50, width: 200, height: 60 }, { width: 600, height: 800 }, 2);
    expect(box).toEqual({ left: 200, top: 1380, width: 400, height: 120 });
  });
});
