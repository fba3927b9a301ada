import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { conflictsOf } from '#core/office/letter-conflicts.ts';
import { SIDE_BY_SIDE_LIMIT } from '#core/office/memo-merge.ts';
import { tasksOf } from '#core/office/tasks.ts';

import {
  arriving,
  done,
  drafter,
  folded,
  head,
  inOrder,
  plh,
  propose,
  secretary,
} from './conflict-samples.ts';
import { act, blob, positionId } from './office-samples.ts';

const promise = { timeZone: 'Asia/Jakarta', holidays: new Set<string>(), daysToDispose: 2 };
const seen = [propose];
const withdraw = done(seen, { by: drafter, deed: 'withdraw', lift: 3 });
const approve = done(seen, { by: secretary, deed: 'approve' });
const reasons = (entries: readonly AcceptedEntry[]) =>
  Object.fromEntries(folded(entries).ineffective.map((i) => [i.entry, i.reason]));
const stage = (entries: readonly AcceptedEntry[]) => folded(entries).memo?.stage;

describe('an approval and a withdrawal that had not seen each other', () => {
  const both = [propose, approve, withdraw];

  it('contest each other, whichever has the higher rank, and neither has an effect', () => {
    const earlier = { ...withdraw, rank: 2, hash: '0'.repeat(64) };
    for (const entries of [both, [propose, earlier, approve]]) {
      const { memo, ineffective } = folded(entries);
      expect(memo).toMatchObject({ stage: 'contested', conflict: { kind: 'withdrawal' } });
      expect(memo?.chain.every((step) => step.done === null)).toBe(true);
      expect(ineffective.map((i) => i.reason)).toEqual(['contested', 'contested']);
    }
  });

  it('turn an approval that took effect already, when the withdrawal comes later', () => {
    expect(stage([propose, approve])).toBe('inChain');
    expect(arriving(both)).toEqual(folded(both));
  });

  it('let nobody sign on until it is settled', () => {
    const sign = done(both, { by: head, deed: 'sign' });
    expect(reasons([...both, sign])[sign.hash]).toBe('unsettled');
  });

  it('wait for the drafter, who withdrew, and show both sides', () => {
    const letter = folded(both);
    const [conflict] = conflictsOf(letter);
    expect(conflict?.sides.map((side) => side.deed)).toEqual(['memo.approved', 'memo.withdrawn']);
    expect(tasksOf(letter, promise)).toMatchObject([
      { kind: 'settle', position: positionId(drafter.title), by: positionId(secretary.title) },
    ]);
  });

  it.each([
    [0, 'inChain', 'memo.withdrawn'],
    [1, 'withdrawn', 'memo.approved'],
  ] as const)('go on as the settlement says that keeps side %i', (keep, after, lost) => {
    const settle = done(both, { by: drafter, deed: 'settle', keep });
    const letter = folded([...both, settle]);
    expect(letter.memo).toMatchObject({ stage: after, conflict: null });
    expect(letter.ineffective).toMatchObject([{ type: lost, reason: 'set-aside' }]);
    if (after === 'inChain') {
      const sign = done([...both, settle], { by: head, deed: 'sign' });
      expect(stage([...both, settle, sign])).toBe('issued');
    }
  });

  it.each([
    ['somebody outside the chain and the sides', { ...plh, title: 'Arsiparis' }, 'not-entitled'],
    ['nobody when it cites one side alone', drafter, 'closed'],
  ] as const)('are settled by %s: refused', (name, by, reason) => {
    const settle = done(both, { by: drafter, deed: 'settle' });
    const wrong: AcceptedEntry = name.startsWith('nobody')
      ? { ...settle, log: 'e'.repeat(64), basis: [approve.hash] }
      : { ...settle, actor: { ...settle.actor, user: settle.actor.user, position: positionId(by.title) } };
    expect(reasons([...both, wrong])[wrong.hash]).toBe(reason);
  });

  it('are not settled by an act without the signature of its author', () => {
    const { userSig: _sig, ...unsigned } = done(both, { by: drafter, deed: 'settle' });
    expect(reasons([...both, unsigned])[unsigned.hash]).toBe('no-user-signature');
  });

  it('are contested again when two people settle it differently, and settled by the signatory', () => {
    const mine = done(both, { by: drafter, deed: 'settle', keep: 1 });
    const theirs = done(both, { by: secretary, deed: 'settle', keep: 0, lift: 1 });
    const letter = folded([...both, mine, theirs]);
    expect(letter.memo?.conflict?.kind).toBe('settlements');
    expect(conflictsOf(letter)[0]).toMatchObject({
      settler: positionId(head.title),
      sides: [{ deed: 'memo.withdrawn' }, { deed: 'memo.approved' }],
    });
    const last = done([...both, mine, theirs], { by: head, deed: 'settle', keep: 0 });
    expect(stage([...both, mine, theirs, last])).toBe('withdrawn');
  });
});

describe('a draft that was returned twice, unseen, and laid before them again by two', () => {
  it('is contested, though one laid the same document before them and got it back once more', () => {
    const mine = done(seen, { by: secretary, deed: 'return' });
    const changed = done([propose, mine], { by: drafter, deed: 'revise' });
    const theirs = done(seen, { by: plh, deed: 'return' });
    const other = done([propose, theirs], { by: drafter, pc: 'komputer lain', deed: 'revise' });
    const same = { ...other, body: { ...other.body, document: propose.body['document'] } };
    // It says of the second draft what was said of the first one.
    const once = done([propose, theirs, same], { by: plh, deed: 'return' });
    const all = [propose, mine, changed, theirs, same, once];
    const { memo, ineffective } = folded(all);
    expect(memo?.conflict?.sides.toSorted()).toEqual([changed.hash, once.hash].toSorted());
    expect(ineffective.map((i) => i.reason)).not.toContain('set-aside');
    expect(arriving(inOrder(all))).toEqual(folded(all));
  });
});

describe('a memo that was issued by people who had not seen its withdrawal', () => {
  const sign = done([propose, approve], { by: head, deed: 'sign' });
  const issued = [propose, approve, sign];

  it('stays issued, and the withdrawal becomes a request, whatever the ranks', () => {
    for (const rank of [2, 3, 9]) {
      const letter = folded([...issued, { ...withdraw, rank }]);
      expect(letter.memo).toMatchObject({ stage: 'issued', conflict: { kind: 'request' } });
      expect(letter.desks.map((d) => d.position)).toEqual([positionId('Sekretaris')]);
      expect(conflictsOf(letter)[0]?.settler).toBe(positionId(head.title));
    }
  });

  it('is withdrawn when a signatory agrees, and asks nothing more of its addressees', () => {
    const all = [...issued, withdraw];
    const sides = folded(all).memo?.conflict?.sides ?? [];
    const agree = done(all, { by: head, deed: 'settle', keep: sides.indexOf(withdraw.hash) });
    const letter = folded([...all, agree]);
    expect(letter.memo?.stage).toBe('withdrawn');
    expect(tasksOf(letter, promise)).toEqual([]);
    const refuse = done(all, { by: head, deed: 'settle', keep: sides.indexOf(sign.hash) });
    expect(folded([...all, refuse]).memo).toMatchObject({ stage: 'issued', conflict: null });
    const own = done(all, { by: drafter, deed: 'settle', keep: sides.indexOf(withdraw.hash) });
    expect(reasons([...all, own])[own.hash]).toBe('not-entitled');
  });
});

describe('two revisions of one draft', () => {
  const back = done(seen, { by: secretary, deed: 'return' });
  const one = done([propose, back], { by: drafter, deed: 'revise' });
  const other = done([propose, back], { by: drafter, pc: 'PC kedua', deed: 'revise' });

  it('are both shown, neither may be approved, and an approval stays with the one it was given to', () => {
    const all = [propose, back, one, other];
    const letter = folded(all);
    expect(letter.memo).toMatchObject({ stage: 'contested', conflict: { kind: 'revisions' } });
    const [conflict] = conflictsOf(letter);
    expect(new Set(conflict?.sides.map((side) => side.document)).size).toBe(2);
    expect(conflict?.settler).toBe(positionId(drafter.title));
    const approved = done([propose, back, one], { by: secretary, deed: 'approve' });
    const kept = done([...all, approved], { by: drafter, deed: 'settle', keep: 0 });
    const sides = folded([...all, approved]).memo?.conflict?.sides ?? [];
    const after = folded([...all, approved, kept]).memo;
    const isOne = sides[0] === approved.hash;
    expect(after?.revision).toBe(blob(`naskah ${(isOne ? one : other).log} 2`).sha256);
    expect(after?.chain[0]?.done !== null).toBe(isOne);
  });
});

describe('one step done on two PCs', () => {
  it('counts once when both say the same', () => {
    const twin = done(seen, { by: plh, deed: 'approve' });
    const letter = folded([propose, approve, twin]);
    expect(letter.memo).toMatchObject({ stage: 'inChain', conflict: null });
    expect(letter.ineffective).toMatchObject([{ reason: 'repeated' }]);
    const sign = done([propose, twin], { by: head, deed: 'sign' });
    expect(folded([propose, approve, twin, sign]).memo).toMatchObject({ stage: 'issued', conflict: null });
  });

  it('is contested when one initials and the other returns', () => {
    const back = done(seen, { by: plh, deed: 'return' });
    const letter = folded([propose, approve, back]);
    expect(letter.memo).toMatchObject({ stage: 'contested', conflict: { kind: 'return' } });
    const sides = letter.memo?.conflict?.sides ?? [];
    const kept = done([propose, approve, back], {
      by: secretary,
      deed: 'settle',
      keep: sides.indexOf(back.hash),
    });
    expect(stage([propose, approve, back, kept])).toBe('returned');
  });
});

describe('a colleague who writes contradictions without end', () => {
  it('stops being heard on that memo, within bounded time', () => {
    const flood = Array.from({ length: 400 }, (_, n) =>
      act(
        'memo.approved',
        { step: 0, revision: blob('konsep').sha256, chain: '0'.repeat(64), note: `${n}` },
        {
          rank: 2,
          by: secretary,
          signed: true,
          log: n.toString(16).padStart(64, '0'),
        },
      ),
    );
    const spoken = flood.map((entry) => ({
      ...entry,
      body: { ...entry.body, chain: approve.body['chain'] },
    }));
    const began = performance.now();
    const letter = folded([propose, withdraw, ...spoken]);
    expect(letter.memo?.acts.length).toBe(1 + SIDE_BY_SIDE_LIMIT + 1);
    expect(performance.now() - began).toBeLessThan(20_000);
    const all = [propose, withdraw, ...spoken];
    const sides = letter.memo?.conflict?.sides ?? [];
    const keep = sides.indexOf(withdraw.hash);
    expect(stage([...all, done(all, { by: drafter, deed: 'settle', keep })])).toBe('withdrawn');
  });
});
