import { describe, expect, it } from 'vitest';

import { alertKind, isSecurity } from '#renderer/features/sync/alert-kinds.ts';
import { otherEntries, syncState, waitingSince } from '#renderer/features/sync/explain.ts';
import { roughTime } from '#renderer/features/sync/rough-time.ts';

describe('sync in words', () => {
  it('is calm while entries travel and plain about what keeps them', () => {
    expect(syncState({ share: 'online', waiting: 0, problem: null })).toEqual({
      key: 'allThere',
      tone: 'success',
    });
    expect(syncState({ share: 'online', waiting: 3, problem: null })).toEqual({
      key: 'sending',
      tone: 'plain',
    });
    expect(syncState({ share: 'offline', waiting: 3, problem: null }).tone).toBe('warning');
    const hung = { code: 'share-hung', params: { path: 'S:' } } as const;
    expect(syncState({ share: 'offline', waiting: 3, problem: null }).key).toBe('offline');
    expect(syncState({ share: 'offline', waiting: 3, problem: hung }).key).toBe('hung');
    expect(syncState({ share: 'foreign', waiting: 0, problem: null }).tone).toBe('danger');
  });

  it('shows alerts that it does not know under their code', () => {
    expect(alertKind('chain-broken')).toBe('Forged');
    expect(alertKind('something-new')).toBe('Other');
    expect(['share-rolled-back', 'file-locked'].map((code) => isSecurity(alertKind(code)))).toEqual([
      true,
      false,
    ]);
    expect(
      otherEntries({ waiting: 3, waitingLetters: [{ letter: 'x', subject: 's', since: 0, entries: 2 }] }),
    ).toBe(1);
  });

  it('tells since when the oldest waits, and a remaining time no finer than it can be known', () => {
    const letter = (since: number) => ({ letter: `let_${since}`, subject: 's', since, entries: 1 });
    expect(waitingSince({ waitingLetters: [letter(30), letter(10), letter(20)] })).toBe(10);
    expect(waitingSince({ waitingLetters: [] })).toBeNull();
    expect([2, 41, 61, 5400, 9000].map(roughTime)).toEqual([
      { key: 'timeLeftSoon', count: 0 },
      { key: 'timeLeftSeconds', count: 45 },
      { key: 'timeLeftMinutes', count: 2 },
      { key: 'timeLeftHours', count: 2 },
      { key: 'timeLeftHours', count: 3 },
    ]);
  });
});
