import { describe, expect, it } from 'vitest';

import type { PositionView } from '#core/contract/views.ts';
import { added, chainFault, placed, removed, shifted } from '#renderer/features/memo/chain.ts';
import type { DraftStep } from '#renderer/features/memo/chain.ts';
import { matchingPositions } from '#renderer/features/memo/matching-positions.ts';
import { emptyMemoDraft, hasFaults, keptMemo, memoFaults } from '#renderer/features/memo/memo-draft.ts';

const signer: DraftStep = { role: 'signature', position: 'kadis', placement: null };

describe('the chain of a nota dinas', () => {
  it('puts initials before signatures whatever the order of choosing', () => {
    const chain = added(added([signer], 'initials', 'kabid'), 'signature', 'sekda');
    expect(chain.map((step) => step.position)).toEqual(['kabid', 'kadis', 'sekda']);
  });

  it('takes a position once, and moves it only among its like', () => {
    expect(added([signer], 'initials', 'kadis')).toEqual([signer]);
    const chain = added(added([signer], 'initials', 'a'), 'initials', 'b');
    expect(shifted(chain, 'a', 1).map((s) => s.position)).toEqual(['b', 'a', 'kadis']);
    expect(shifted(chain, 'b', 1)).toBe(chain);
    expect(removed(chain, 'a').map((s) => s.position)).toEqual(['b', 'kadis']);
  });

  it('needs one or two signatories and at most three initials', () => {
    expect(chainFault([])).toBe('no-signatory');
    expect(chainFault([signer])).toBeNull();
    const three = ['b', 'c'].reduce((chain, p) => added(chain, 'signature', p), [
      signer,
    ] as readonly DraftStep[]);
    expect(chainFault(three)).toBe('too-many-signatories');
    const four = ['a', 'b', 'c', 'd'].reduce((chain, p) => added(chain, 'initials', p), [
      signer,
    ] as readonly DraftStep[]);
    expect(chainFault(four)).toBe('too-many-initials');
  });

  it('places stamps of signatures only', () => {
    const place = { page: 1, x: 1, y: 2, width: 200, height: 60 };
    expect(placed([signer], 'kadis', place)[0]?.placement).toEqual(place);
    const initials: DraftStep = { role: 'initials', position: 'a', placement: null };
    expect(placed([initials], 'a', place)[0]?.placement).toBeNull();
  });
});

describe('the kept memo', () => {
  it('comes back as it was, and drops what is no chain', () => {
    const draft = { ...emptyMemoDraft, subject: 'Hal', to: ['kadis'], chain: [signer] };
    expect(keptMemo(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(keptMemo({ ...draft, chain: [{ role: 'boss' }, signer], urgency: 'loud' })).toEqual(draft);
    expect(keptMemo('x')).toBeNull();
  });

  it('asks a revision for its chain only', () => {
    expect(hasFaults(memoFaults(emptyMemoDraft, false))).toBe(true);
    expect(memoFaults({ ...emptyMemoDraft, chain: [signer] }, true)).toEqual({
      subject: false,
      to: false,
      chain: null,
    });
  });
});

describe('finding a position', () => {
  const position = (id: string, title: string, name: string): PositionView => ({
    id,
    title,
    unit: null,
    superior: null,
    role: 'pejabat',
    holders: [{ user: 'usr', name, nip: '', standing: 'definitive', until: null }],
  });
  const all = [
    position('1', 'Kepala Bidang TIK', 'Arif Nugroho'),
    position('2', 'Kasubag Umum', 'Yuliana Pratiwi'),
  ];

  it('goes by the beginnings of words of title and holder', () => {
    expect(matchingPositions(all, 'kep tik', []).map((p) => p.id)).toEqual(['1']);
    expect(matchingPositions(all, 'yuli', []).map((p) => p.id)).toEqual(['2']);
    expect(matchingPositions(all, 'idang', [])).toEqual([]);
    expect(matchingPositions(all, '', ['1']).map((p) => p.id)).toEqual(['2']);
  });
});
