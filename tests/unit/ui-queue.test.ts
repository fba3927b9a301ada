import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { queueGroups } from '#core/contract/answers.ts';
import {
  HEAD_HEIGHT,
  ROW_HEIGHT,
  layoutQueue,
  rowTop,
  rowsBetween,
} from '#renderer/features/queue/queue-layout.ts';

const counts = fc.tuple(...queueGroups.map(() => fc.integer({ min: 0, max: 40_000 })));

function grouped(numbers: readonly number[]) {
  const groups = queueGroups.map((group, index) => ({ group, count: numbers[index] ?? 0 }));
  const total = numbers.reduce((sum, n) => sum + n, 0);
  return { total, layout: layoutQueue(groups, total) };
}

describe('the queue knows where each row stands before it is loaded', () => {
  it('puts a heading above each group that has rows', () => {
    const { layout } = grouped([2, 4, 6, 0]);
    expect(layout.sections.map(({ group, first, top }) => [group, first, top])).toEqual([
      ['late', 0, 0],
      ['today', 2, HEAD_HEIGHT + 2 * ROW_HEIGHT],
      ['week', 6, 2 * HEAD_HEIGHT + 6 * ROW_HEIGHT],
    ]);
  });

  it('finds again, at the height of a row, that row', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (numbers, pick) => {
        const { total, layout } = grouped(numbers);
        fc.pre(total > 0);
        const index = pick % total;
        const top = rowTop(layout, index);
        expect(rowsBetween(layout, top, top + ROW_HEIGHT - 1)).toEqual({ first: index, last: index });
      }),
    );
  });

  it('is as high as its headings and rows together', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const { total, layout } = grouped(numbers);
        const heads = numbers.filter((n) => n > 0).length;
        expect(layout.height).toBe(heads * HEAD_HEIGHT + total * ROW_HEIGHT);
      }),
    );
  });

  it('never asks for more rows than fit into what is in sight', () => {
    fc.assert(
      fc.property(counts, fc.nat(4_000_000), (numbers, from) => {
        const seen = rowsBetween(grouped(numbers).layout, from, from + 600);
        expect(seen === null ? 0 : seen.last - seen.first + 1).toBeLessThanOrEqual(
          Math.ceil(600 / ROW_HEIGHT) + 1,
        );
      }),
    );
  });

  it('shows a plain list while counts and rows disagree, rather than headings in the wrong place', () => {
    const layout = layoutQueue([{ group: 'late', count: 2 }], 3);
    expect(layout.sections.map((s) => s.group)).toEqual([null]);
  });
});
