import { expect, it } from 'vitest';

import { register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';

it('lists a letter that waits for somebody else as his, from its sender, and not as unread', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const { letterId } = await register(tu, headPosition);
  await tu.sync();
  await head.sync();
  const box = (pc: typeof tu, unread: boolean) =>
    pc.call('letters.queue', { box: 'incoming', unread, offset: 0, limit: 10 });

  const registered = await box(tu, false);
  expect(registered.rows).toMatchObject([
    { id: letterId, from: 'Sekretariat Daerah', task: null, at: 'Kepala Dinas', unread: false },
  ]);
  expect((await box(tu, true)).total).toBe(0);

  const arrived = await box(head, true);
  expect(arrived.rows).toMatchObject([{ id: letterId, task: 'dispose', unread: true }]);
  await head.call('letters.read', { letter: letterId });
  expect((await box(head, true)).total).toBe(0);
  expect((await box(head, false)).total).toBe(1);
});

it('keeps letters and memos apart, also among the unread', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'nota.pdf', bytes: samplePdf('Nota dinas') }],
  });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan anggaran',
    number: '',
    date: null,
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [tuPosition],
    copies: [],
    chain: [{ role: 'signature', position: headPosition, placement: null }],
    note: '',
    lossSeen: false,
  });
  await tu.sync();
  await head.sync();
  const total = async (box: 'incoming' | 'memos') =>
    (await head.call('letters.queue', { box, unread: true, offset: 0, limit: 10 })).rows.map((row) => row.id);
  expect(await total('memos')).toEqual([letterId]);
  expect(await total('incoming')).toEqual([]);
});
