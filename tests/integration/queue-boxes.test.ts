import { expect, it } from 'vitest';

import { register, testOffice, twoPcs } from './office-pcs.ts';

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
