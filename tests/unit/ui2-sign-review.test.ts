import { describe, expect, it } from 'vitest';

import { doneCount, endsBatch, settled, startBatch, stopped } from '#renderer/features/sign/batch.ts';
import {
  allReviewedSelected,
  merged,
  reviewed,
  selectedLetters,
  startReview,
  toggled,
  unreviewedCount,
} from '#renderer/features/sign/review.ts';

describe('the strip of letters to sign', () => {
  const start = startReview(['a', 'b', 'c']);

  it('selects a letter when it is opened, and never one that nobody looked at', () => {
    expect(selectedLetters(start)).toEqual([]);
    expect(selectedLetters(reviewed(start, 'b'))).toEqual(['b']);
    expect(selectedLetters(toggled(start, 'a'))).toEqual([]);
    expect(selectedLetters(allReviewedSelected(reviewed(start, 'c')))).toEqual(['c']);
    expect(unreviewedCount(reviewed(start, 'a'))).toBe(2);
  });

  it('leaves out a letter that was taken out, also when it is opened again', () => {
    const out = toggled(reviewed(start, 'a'), 'a');
    expect(selectedLetters(reviewed(out, 'a'))).toEqual([]);
  });

  it('follows the queue: what left is gone, what came is not reviewed', () => {
    const items = merged(reviewed(start, 'b'), ['b', 'd']);
    expect(items).toEqual([
      { letter: 'b', reviewed: true, selected: true },
      { letter: 'd', reviewed: false, selected: false },
    ]);
  });
});

describe('signing several', () => {
  const seen = ['a', 'b', 'c'].map((letter) => ({ letter, subject: letter, revision: 'r', placement: null }));

  it('says of each letter what became of it when it was stopped', () => {
    const items = stopped(
      settled(settled(startBatch(seen), 'a', 'done'), 'b', 'failed', { code: 'act-other-revision' }),
    );
    expect(items.map((item) => item.state)).toEqual(['done', 'failed', 'stopped']);
    expect(doneCount(items)).toBe(1);
  });

  it('ends when the next letter would fail the same way', () => {
    expect(endsBatch({ code: 'passphrase-needed' })).toBe(true);
    expect(endsBatch({ code: 'act-other-revision' })).toBe(false);
  });
});
