import { describe, expect, it } from 'vitest';

import { holderFaults } from '#renderer/features/settings/holder-input.ts';
import { capacityLines } from '#renderer/features/sign/capacity-lines.ts';

describe('acting holders', () => {
  const draft = {
    user: 'usr',
    standing: 'dailyActing' as const,
    from: '2026-10-01',
    until: '2026-10-16',
    decision: '800/1',
  };
  it('stand by a decision and for a limited time', () => {
    expect(holderFaults(draft)).toEqual({});
    expect(holderFaults({ ...draft, decision: ' ', until: '' })).toEqual({
      decision: 'decisionMissing',
      until: 'untilMissing',
    });
    expect(holderFaults({ ...draft, until: '2027-02-01' })).toEqual({ until: 'untilLimit' });
    expect(holderFaults({ ...draft, standing: 'acting', until: '2027-02-01' })).toEqual({});
    expect(holderFaults({ ...draft, standing: 'definitive', until: '', decision: '' })).toEqual({});
  });

  it('sign under the words that their capacity asks for', () => {
    const position = (id: string, title: string, superior: string | null) => ({
      id,
      title,
      superior,
      unit: null,
      role: 'pejabat' as const,
      holders: [],
    });
    const all = [
      position('1', 'Wali Kota', null),
      position('2', 'Sekda', '1'),
      position('3', 'Asisten', '2'),
    ];
    expect(capacityLines('2', 'dailyActing', all)).toEqual(['Plh. Sekda']);
    expect(capacityLines('2', 'onBehalfOf', all)).toEqual(['a.n. Wali Kota', 'Sekda']);
    expect(capacityLines('3', 'byOrderOf', all)).toEqual(['a.n. Wali Kota', 'Sekda', 'u.b. Asisten']);
  });
});
