import { expect, it } from 'vitest';

import { disposeInput, enrol, PASSPHRASE, refusal, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';

/** The person on `first` takes `second` into use; answers what `second` showed. */
async function addPc(office: TestOffice, first: Pc, second: Pc, passphrase = PASSPHRASE) {
  const { code } = await first.call('office.add-device', undefined);
  const says = await second.call('office.read-code', { share: office.share, code });
  const joined = await second.call('office.join', {
    share: office.share,
    code,
    passphrase,
    deviceName: 'KADIN-RUMAH',
  });
  return { code, says, joined };
}

it('takes a second PC of a person into use with a code of their own, and both act as that person', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const { letterId } = await register(tu, headPosition, { subject: 'Undangan rapat' });
  await settle(tu, head);
  const user = await userOf(head);
  const second = await office.open('rumah');
  const { code, says, joined } = await addPc(office, head, second);
  expect(says).toMatchObject({ device: true, name: 'Bambang Hariyanto', title: 'Kepala Dinas' });
  expect(joined).toMatchObject({ userId: user, positionId: headPosition, state: 'pending' });
  // The roster's writer has nothing to do with it.
  expect(await tu.call('office.requests', undefined)).toEqual([]);
  const [request] = await head.call('office.device-requests', undefined);
  expect(request).toMatchObject({ digits: joined.digits, device: 'KADIN-RUMAH', user });
  await head.call('office.admit-device', { invitations: [request?.invitation ?? ''] });
  expect(await head.call('office.device-requests', undefined)).toEqual([]);
  await settle(second, head, tu);
  expect((await second.call('session.state', undefined)).state).toBe('locked');
  expect(
    await refusal(second.engine.call('session.unlock', { user, passphrase: 'bukan kata sandi ini 7' })),
  ).toBe('passphrase-wrong');
  await second.call('session.unlock', { user, passphrase: PASSPHRASE });
  await settle(second, head, tu);
  const session = await second.call('session.state', undefined);
  expect(session).toMatchObject({ state: 'open', pending: null });
  await second.call('letters.dispose', disposeInput(letterId, null, tuPosition));
  await head.call('letters.read', { letter: letterId });
  await settle(second, head, tu);
  const shown = await tu.call('letters.show', { letter: letterId });
  const disposed = shown.timeline.find(({ type }) => type === 'letter.disposed');
  expect(disposed).toMatchObject({ ineffective: null, proof: { device: 'KADIN-RUMAH' } });
  const { people } = await tu.call('office.status', undefined);
  expect(people.find((person) => person.user === user)?.devices).toEqual(['Kepala Dinas-PC', 'KADIN-RUMAH']);
  expect(new Set([tu, head, second].map(dumpOf)).size).toBe(1);
  for (const pc of [tu, head, second]) expect(await findingsOf(pc)).toEqual([]);
  // The code is used up, and of no use where the person is already.
  const third = await office.open('lain');
  expect(
    await refusal(
      third.engine.call('office.join', {
        share: office.share,
        code,
        passphrase: PASSPHRASE,
        deviceName: 'LAIN',
      }),
    ),
  ).toBe('code-used');
  const again = await head.call('office.add-device', undefined);
  expect(
    await refusal(
      second.engine.call('office.join', {
        share: office.share,
        code: again.code,
        passphrase: PASSPHRASE,
        deviceName: 'LAIN',
      }),
    ),
  ).toBe('person-on-this-pc');
});

it('puts a second PC of the roster writer beside others who use it, without the right to write the roster', async () => {
  const office = testOffice();
  const { tu, head } = await twoPcs(office);
  const user = await userOf(tu);
  const { joined } = await addPc(office, tu, head, 'sementara saja dulu 99');
  await tu.call('office.admit-device', { invitations: 'all' });
  await settle(head, tu);
  // What was typed while asking opens nothing any more; the person's own passphrase does.
  expect(
    await refusal(head.engine.call('session.unlock', { user, passphrase: 'sementara saja dulu 99' })),
  ).toBe('passphrase-wrong');
  await head.call('session.unlock', { user, passphrase: PASSPHRASE });
  await settle(head, tu);
  const session = await head.call('session.state', undefined);
  expect(session.me).toMatchObject({ user: joined.userId, isRosterWriter: false, unlocked: true });
  expect(session.users).toHaveLength(2);
  expect(
    await refusal(head.engine.call('office.set-unit', { unit: null, name: 'Tidak boleh', code: '' })),
  ).toBe('not-roster-writer');
});

it('gives nobody a code whose key is closed or locked', async () => {
  const office = testOffice();
  const { tu, head } = await twoPcs(office);
  const desk = await office.open('loket');
  await enrol(office, tu, desk, { name: 'Dewi', title: 'Loket', role: 'tu' });
  await settle(tu, head, desk);
  await desk.call('session.lock', undefined);
  expect(await refusal(desk.engine.call('office.add-device', undefined))).toBe('locked');
  await tu.call('office.revoke', { user: await userOf(head), logs: null, reason: 'left' });
  await settle(tu, head);
  expect(await refusal(head.engine.call('office.add-device', undefined))).toBe('log-closed');
});
