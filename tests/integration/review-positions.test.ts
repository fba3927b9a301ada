import { expect, it } from 'vitest';

import { enrol, register, testOffice, twoPcs } from './office-pcs.ts';

it('lets somebody with two posts act on the desk where the letter lies now', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const sek = await office.open('sek');
  const sekPosition = await enrol(office, tu, sek, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  const { users } = await head.call('session.state', undefined);
  await tu.call('office.set-holder', {
    position: sekPosition,
    user: users[0]?.user ?? '',
    standing: 'dailyActing',
    from: '2026-01-01',
    until: null,
    decision: '800/12/2026',
  });
  const { letterId } = await register(tu, sekPosition);
  await tu.sync();
  await head.sync();
  await head.call('letters.return', { letter: letterId, disposition: null, note: 'Untuk Kepala Dinas' });
  await head.sync();
  await tu.sync();
  await tu.call('letters.forward', { letter: letterId, forwardTo: headPosition, note: '' });
  await tu.sync();
  await head.sync();

  const shown = await head.call('letters.show', { letter: letterId });
  expect(shown.acting?.position).toBe(headPosition);
  expect(shown.actions).toEqual(expect.arrayContaining(['dispose', 'finish', 'return', 'noDisposition']));
  await head.call('letters.finish', { letter: letterId, disposition: null, note: '' });
  const { desks } = await head.call('letters.show', { letter: letterId });
  expect(desks.map((d) => [d.position, d.status])).toEqual([
    [sekPosition, 'returned'],
    [headPosition, 'finished'],
  ]);
});
