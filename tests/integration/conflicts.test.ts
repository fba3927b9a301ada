import { expect, it } from 'vitest';

import type { ConflictView } from '#core/contract/views.ts';

import { dumpOf } from './cli-audit-samples.ts';
import { disposeInput, refusal, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

interface Meeting {
  readonly tu: Pc;
  readonly head: Pc;
  readonly headPosition: string;
  readonly tuPosition: string;
  /** Both PCs exchange what they wrote. */
  readonly meet: () => Promise<void>;
}

/** TU and head, the head also Plh. of TU's position: two people who may do the same on two PCs. */
async function twoWhoMayDoTheSame(): Promise<Meeting> {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const { users } = await head.call('session.state', undefined);
  await tu.call('office.set-holder', {
    position: tuPosition,
    user: users[0]?.user ?? '',
    standing: 'dailyActing',
    from: '2026-01-01',
    until: null,
    decision: '800/12/2026',
  });
  const meet = async () => {
    for (const pc of [tu, head, tu, head, tu]) await pc.sync();
  };
  await meet();
  return { tu, head, headPosition, tuPosition, meet };
}

async function stage(pc: Pc, words: string): Promise<string> {
  const files = [{ name: 'nota.pdf', bytes: samplePdf(`${words} ${Math.random()}`) }];
  return (await pc.call('intake.stage', { files, purpose: 'memo' })).id;
}

const steps = (...chain: readonly (readonly ['initials' | 'signature', string])[]) =>
  chain.map(([role, position]) => ({ role, position, placement: null }));

async function propose(pc: Pc, to: string, chain: ReturnType<typeof steps>): Promise<string> {
  const { letterId } = await pc.call('memos.propose', {
    staged: await stage(pc, 'Nota dinas'),
    subject: 'Usulan anggaran',
    number: '900.1.3/77/SEK',
    date: '2026-10-08',
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [to],
    copies: [],
    chain,
    note: '',
    lossSeen: false,
  });
  return letterId;
}

const revisionOf = async (pc: Pc, letter: string) =>
  (await pc.call('letters.show', { letter })).memo?.revision ?? '';

/** The conflict that both PCs show, the same on both. */
async function sharedConflict({ tu, head }: Meeting, letter: string): Promise<ConflictView> {
  const [here, there] = await Promise.all(
    [tu, head].map(async (pc) => (await pc.call('letters.show', { letter })).conflicts),
  );
  const plain = (views: readonly ConflictView[] | undefined) =>
    views?.map(({ maySettle: _may, ...conflict }) => conflict);
  expect(plain(here)).toEqual(plain(there));
  expect(here).toHaveLength(1);
  expect(dumpOf(tu)).toBe(dumpOf(head));
  const [conflict] = here ?? [];
  if (conflict === undefined) throw new Error('no conflict');
  return conflict;
}

/** Both PCs meet and agree that nothing is left to settle. */
async function agreed({ tu, head, meet }: Meeting, letter: string): Promise<void> {
  await meet();
  for (const pc of [tu, head]) expect((await pc.call('letters.show', { letter })).conflicts).toEqual([]);
  expect(dumpOf(tu)).toBe(dumpOf(head));
}

const sideOf = (conflict: ConflictView, deed: ConflictView['sides'][number]['deed']) =>
  conflict.sides.find((side) => side.deed === deed)?.entry ?? '';

it('an approval and a withdrawal made apart are contested until the drafter settles them', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, tuPosition, meet } = meeting;
  const chain = steps(['initials', headPosition], ['signature', headPosition]);
  const letter = await propose(tu, tuPosition, chain);
  await meet();
  const revision = await revisionOf(head, letter);
  await head.call('memos.approve', { letter, revision, note: 'Setuju' });
  expect((await head.call('letters.show', { letter })).memo?.chain[0]?.done).not.toBeNull();
  await tu.call('memos.withdraw', { letter, note: 'Angkanya keliru' });
  await meet();

  const conflict = await sharedConflict(meeting, letter);
  expect(conflict).toMatchObject({
    kind: 'withdrawal',
    settler: { title: 'Arsiparis' },
    maySettle: true,
  });
  expect(conflict.sides).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        deed: 'memo.approved',
        by: expect.objectContaining({ title: 'Kepala Dinas', name: 'Bambang Hariyanto', note: 'Setuju' }),
      }),
      expect.objectContaining({
        deed: 'memo.withdrawn',
        by: expect.objectContaining({ title: 'Arsiparis', note: 'Angkanya keliru' }),
      }),
    ]),
  );
  const shown = await head.call('letters.show', { letter });
  expect(shown.memo?.chain.every((step) => step.done === null)).toBe(true);
  expect(shown.status).toBe('contested');
  expect(shown.timeline.filter((item) => item.ineffective === 'contested')).toHaveLength(2);
  const tasks = await tu.call('letters.queue', { box: 'todo', offset: 0, limit: 10 });
  expect(tasks.rows).toMatchObject([{ id: letter, task: 'settle', contested: true, from: 'Kepala Dinas' }]);

  // Nothing goes on before it is settled.
  expect(await refusal(head.engine.call('memos.sign', { letter, revision, placement: null }))).toBe(
    'act-unsettled',
  );
  expect(await refusal(head.engine.call('memos.approve', { letter, revision, note: '' }))).toBe(
    'act-unsettled',
  );
  const unknown = { letter, keep: 'f'.repeat(64), note: '' };
  expect(await refusal(tu.engine.call('memos.settle', unknown))).toBe('act-already-done');

  const keep = sideOf(conflict, 'memo.approved');
  await tu.call('memos.settle', { letter, keep, note: 'Sudah dicek' });
  expect(await refusal(tu.engine.call('memos.settle', { letter, keep, note: '' }))).toBe('act-already-done');
  await agreed(meeting, letter);
  const after = await head.call('letters.show', { letter });
  expect(after.memo?.chain.map((step) => step.done !== null)).toEqual([true, false]);
  expect(after.timeline.at(-1)).toMatchObject({
    type: 'memo.settled',
    params: { keptType: 'memo.approved', keptBy: 'Kepala Dinas' },
  });
  await head.call('memos.sign', { letter, revision, placement: null });
  expect((await head.call('letters.show', { letter })).memo?.stage).toBe('issued');
});

it('a withdrawal by somebody who did not know that the memo was issued is a request to the signatory', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, tuPosition, meet } = meeting;
  const letter = await propose(tu, tuPosition, steps(['signature', headPosition]));
  await meet();
  await head.call('memos.sign', { letter, revision: await revisionOf(head, letter), placement: null });
  await tu.call('memos.withdraw', { letter, note: '' });
  await meet();
  const conflict = await sharedConflict(meeting, letter);
  expect(conflict).toMatchObject({ kind: 'request', settler: { title: 'Kepala Dinas' }, maySettle: false });
  expect((await tu.call('letters.show', { letter })).memo?.stage).toBe('issued');
  const keep = sideOf(conflict, 'memo.withdrawn');
  expect(await refusal(tu.engine.call('memos.settle', { letter, keep, note: '' }))).toBe('act-not-allowed');
  await head.call('memos.settle', { letter, keep, note: '' });
  await agreed(meeting, letter);
  expect((await tu.call('letters.show', { letter })).memo?.stage).toBe('withdrawn');
});

it('two revisions of one draft are both shown until the drafter takes one', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, tuPosition, meet } = meeting;
  const chain = steps(['initials', headPosition], ['signature', headPosition]);
  const letter = await propose(tu, tuPosition, chain);
  await meet();
  await head.call('memos.return', { letter, revision: await revisionOf(head, letter), note: 'Perbaiki' });
  await meet();
  for (const pc of [tu, head]) {
    const staged = await stage(pc, 'Perbaikan');
    await pc.call('memos.revise', { letter, staged, chain, note: '', lossSeen: false });
  }
  await meet();
  const conflict = await sharedConflict(meeting, letter);
  expect(conflict.kind).toBe('revisions');
  const [one, other] = conflict.sides.map((side) => side.document?.sha256 ?? '');
  expect(one).not.toBe(other);
  // Both documents can be read on both PCs.
  for (const pc of [tu, head]) {
    for (const sha256 of [one, other]) {
      expect((await pc.call('letters.document', { letter, sha256: sha256 ?? '' })).length).toBeGreaterThan(0);
    }
  }
  const keep = conflict.sides[1]?.entry ?? '';
  await tu.call('memos.settle', { letter, keep, note: '' });
  await agreed(meeting, letter);
  expect(await revisionOf(head, letter)).toBe(other);
});

it('a field set to two values keeps both until one who cites both settles it', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, meet } = meeting;
  const { letterId: letter } = await register(tu, headPosition, { urgency: 'biasa' });
  await meet();
  await tu.call('letters.correct', { letter, urgency: 'sangatSegera', subject: 'Perihal dari TU' });
  await head.call('letters.correct', { letter, urgency: 'segera', subject: 'Perihal dari Plh.' });
  await meet();
  const conflict = await sharedConflict(meeting, letter);
  expect(conflict).toMatchObject({ kind: 'field', field: 'urgency' });
  expect(conflict.sides.map((side) => side.value).toSorted()).toEqual(['sangatSegera', 'segera']);
  const todo = await tu.call('letters.queue', { box: 'todo', kinds: ['settle'], offset: 0, limit: 10 });
  expect(todo.rows).toMatchObject([{ id: letter, contested: true }]);
  const keep = conflict.sides.find((side) => side.value === 'segera')?.entry ?? '';
  await tu.call('letters.settle', { letter, field: 'urgency', keep, note: '' });
  await agreed(meeting, letter);
  const { urgency, timeline } = await head.call('letters.show', { letter });
  expect(urgency).toBe('segera');
  expect(timeline.at(-1)).toMatchObject({
    type: 'letter.settled',
    params: { field: 'urgency', value: 'segera' },
  });
  // Plain text: one stands, the other is told in the trail.
  const told = timeline
    .filter((item) => item.type === 'letter.corrected')
    .map((item) => item.params['subject']);
  expect(told.toSorted()).toEqual(['Perihal dari Plh.', 'Perihal dari TU']);
});

it('a returned letter forwarded to two positions lies with both until one is settled on', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, tuPosition, meet } = meeting;
  const { letterId: letter } = await register(tu, headPosition);
  await meet();
  await head.call('letters.return', { letter, disposition: null, note: 'Bukan untuk kami' });
  await meet();
  await tu.call('letters.forward', { letter, forwardTo: headPosition, note: '' });
  await head.call('letters.forward', { letter, forwardTo: tuPosition, note: '' });
  await meet();
  const conflict = await sharedConflict(meeting, letter);
  expect(conflict.sides.map((side) => side.value).toSorted()).toEqual(['Arsiparis', 'Kepala Dinas']);
  const keep = conflict.sides.find((side) => side.value === 'Kepala Dinas')?.entry ?? '';
  await tu.call('letters.settle', { letter, field: 'forwardTo', keep, note: '' });
  await agreed(meeting, letter);
  const { desks } = await head.call('letters.show', { letter });
  expect(desks.map((d) => [d.title, d.status]).toSorted()).toEqual([
    ['Arsiparis', 'moved'],
    ['Kepala Dinas', 'open'],
    ['Kepala Dinas', 'returned'],
  ]);
});

it('two dispositions of one letter both stand', async () => {
  const meeting = await twoWhoMayDoTheSame();
  const { tu, head, headPosition, tuPosition, meet } = meeting;
  const { letterId: letter } = await register(tu, tuPosition);
  await meet();
  await tu.call('letters.dispose', disposeInput(letter, null, headPosition));
  await head.call('letters.dispose', disposeInput(letter, null, headPosition));
  await agreed(meeting, letter);
  const { dispositions } = await tu.call('letters.show', { letter });
  expect(dispositions.map((d) => d.recalled)).toEqual([null, null]);
});
