import { expect, it } from 'vitest';

import { documentOf, runCli } from './cli-runner.ts';
import { enrol, PASSPHRASE, register, testOffice, twoPcs } from './office-pcs.ts';

it('opens a Rahasia letter to the new holder of a position by command', { timeout: 120_000 }, async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const successor = await office.open('successor');
  await enrol(office, tu, successor, { name: 'Sari', title: 'Staf TIK', role: 'staf' });
  const { letterId } = await register(tu, headPosition, { subject: 'Mutasi', securityClass: 'rahasia' });
  const { people } = await tu.call('office.status', undefined);
  const user = people.find(({ name }) => name === 'Sari')?.user ?? '';
  const day = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await tu.call('office.set-holder', {
    ...{ position: headPosition, user, standing: 'definitive', from: day, until: null, decision: '' },
  });
  for (const pc of [tu, successor, head]) await pc.sync();
  expect(await successor.call('letters.show', { letter: letterId })).toMatchObject({ sealed: true });

  await tu.engine.close();
  const cli = (...args: readonly string[]) =>
    runCli(['--dir', tu.dir, '--json', ...args], { NIRKERTAS_PASSPHRASE: PASSPHRASE });
  const shared = await cli('letter', 'share-key', letterId, '--to', headPosition);
  expect(documentOf(shared)).toEqual({ eventId: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await cli('sync')).code).toBe(0);
  await successor.sync();
  expect(await successor.call('letters.show', { letter: letterId })).toMatchObject({
    sealed: false,
    subject: 'Mutasi',
  });
  const nobody = await cli('letter', 'share-key', letterId, '--to', 'pos_0000000000000000');
  expect(nobody.code).toBe(1);
  expect(documentOf(nobody)).toMatchObject({ error: { code: 'recipient-unknown' } });
});
