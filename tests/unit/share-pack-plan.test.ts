import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SEGMENT_TARGET } from '#main/engine/log/segment.ts';
import { planPack } from '#main/engine/share/pack-plan.ts';
import type { ListedFile } from '#main/engine/share/pack-plan.ts';

/** Publishes acts of the given sizes one by one and packs after each, as an owner does over the years. */
function publishAll(sizes: readonly number[]): {
  files: readonly ListedFile[];
  written: number;
  most: number;
} {
  let files: ListedFile[] = [];
  let written = 0;
  let most = 0;
  for (const [seq, size] of sizes.entries()) {
    files.push({ name: `${seq}`, from: seq, to: seq, size });
    written += size;
    for (let plan = planPack(files); plan !== null; plan = planPack(files)) {
      const [first, last] = [plan.at(0), plan.at(-1)];
      if (first === undefined || last === undefined) throw new Error('an empty plan');
      const merged = plan.reduce((sum, file) => sum + file.size, 0);
      const at = files.indexOf(first);
      const pack = { name: `${first.from}-${last.to}`, from: first.from, to: last.to, size: merged };
      files = files.toSpliced(at, plan.length, pack);
      written += merged;
    }
    most = Math.max(most, files.length);
  }
  return { files, written, most };
}

describe('packs of a log', () => {
  it('keep the files of 40,000 acts few, and write each act again only a few times', () => {
    const sizes = Array.from({ length: 40_000 }, (_, index) => 600 + ((index * 7919) % 1500));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const { files, written, most } = publishAll(sizes);
    const full = Math.ceil(total / SEGMENT_TARGET);
    expect(total).toBeGreaterThan(50e6);
    expect(most).toBeLessThanOrEqual(2 * full + 32);
    expect(files.length).toBeLessThanOrEqual(2 * full + 32);
    expect(written / total).toBeLessThan(7);
  });

  it('hold every act once, in order, and pass no limit, whatever the sizes', () => {
    const size = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 300, max: 4000 }) },
      { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 260_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: SEGMENT_TARGET }) },
    );
    fc.assert(
      fc.property(fc.array(size, { maxLength: 400 }), (sizes) => {
        const { files, most } = publishAll(sizes);
        let next = 0;
        for (const file of files) {
          expect(file.from).toBe(next);
          expect(file.size).toBe(sizes.slice(file.from, file.to + 1).reduce((sum, each) => sum + each, 0));
          if (file.to > file.from) expect(file.size).toBeLessThanOrEqual(SEGMENT_TARGET);
          next = file.to + 1;
        }
        expect(next).toBe(sizes.length);
        const total = sizes.reduce((sum, each) => sum + each, 0);
        expect(most).toBeLessThanOrEqual(32 + 24 * Math.ceil(total / SEGMENT_TARGET));
        expect(planPack(files)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
