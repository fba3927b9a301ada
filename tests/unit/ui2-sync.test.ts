import { describe, expect, it } from 'vitest';

import { alertKind, otherEntries, syncState } from '#renderer/features/sync/explain.ts';

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
    expect(
      otherEntries({ waiting: 3, waitingLetters: [{ letter: 'x', subject: 's', since: 0, entries: 2 }] }),
    ).toBe(1);
  });
});
