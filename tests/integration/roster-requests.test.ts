import { expect, it } from 'vitest';

import type { MethodInput } from '#core/contract/methods.ts';
import { append } from '#main/engine/office/append.ts';

import { enrol, refusal, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';

type Asked = MethodInput<'office.request'>;

/** An office with a second admin, whose PC does not write the roster. */
async function officeWithDeputy(office: TestOffice) {
  const { tu, head, headPosition } = await twoPcs(office);
  const { position } = await tu.call('office.add-position', {
    title: 'Admin cadangan',
    unit: null,
    superior: null,
    role: 'admin',
  });
  const deputy = await office.open('cadangan');
  await enrol(office, tu, deputy, { name: 'Rina', title: 'Kasubag Umum', role: 'pejabat' });
  await tu.call('office.set-holder', {
    position,
    user: await userOf(deputy),
    standing: 'definitive',
    from: '2026-01-01',
    until: null,
    decision: '',
  });
  await settle(tu, deputy, head);
  return { tu, head, headPosition, deputy };
}

function asksFor(position: string, user: string): Asked {
  const body = {
    position,
    user,
    standing: 'dailyActing' as const,
    from: '2026-01-01',
    until: null,
    decision: '800/7/2026',
  };
  return { act: { type: 'roster.holder-set', body }, note: 'Kepala Dinas dinas luar' };
}

async function only(pc: Pc) {
  const [request, ...others] = await pc.call('office.roster-requests', undefined);
  expect(others).toEqual([]);
  if (request === undefined) throw new Error('no request');
  return request;
}

it('lets a deputy ask for a holder, and the writer grant it', async () => {
  const office = testOffice();
  const { tu, head, headPosition, deputy } = await officeWithDeputy(office);
  const user = await userOf(deputy);
  expect(
    await refusal(
      deputy.engine.call('office.set-holder', {
        position: headPosition,
        user,
        standing: 'dailyActing',
        from: '2026-01-01',
        until: null,
        decision: '800/7/2026',
      }),
    ),
  ).toBe('not-roster-writer');
  const { request } = await deputy.call('office.request', asksFor(headPosition, user));
  await settle(deputy, tu, head);
  expect(await only(tu)).toMatchObject({
    request,
    state: 'open',
    name: 'Rina',
    note: 'Kepala Dinas dinas luar',
  });
  expect(await refusal(deputy.engine.call('office.answer-request', { request, grant: true, note: '' }))).toBe(
    'not-roster-writer',
  );
  await tu.call('office.answer-request', { request, grant: true, note: '' });
  expect(await refusal(tu.engine.call('office.answer-request', { request, grant: true, note: '' }))).toBe(
    'act-already-done',
  );
  await settle(tu, deputy, head);
  for (const pc of [tu, deputy, head]) {
    expect(await only(pc)).toMatchObject({ request, state: 'granted' });
    const { positions } = await pc.call('office.status', undefined);
    const holders = positions.find(({ id }) => id === headPosition)?.holders ?? [];
    expect(holders.map(({ name, standing }) => [name, standing])).toContainEqual(['Rina', 'dailyActing']);
    expect(await findingsOf(pc)).toEqual([]);
  }
  expect(new Set([tu, deputy, head].map(dumpOf)).size).toBe(1);
  const { acts } = await head.call('office.roster-acts', { before: null, limit: 200 });
  expect(acts.find(({ entry }) => entry === request)).toMatchObject({ type: 'request.roster', counts: true });
});

it('lets the writer refuse with a reason, which changes nothing', async () => {
  const office = testOffice();
  const { tu, head, headPosition, deputy } = await officeWithDeputy(office);
  const { request } = await deputy.call('office.request', asksFor(headPosition, await userOf(deputy)));
  await settle(deputy, tu, head);
  const { rosterIndex } = await tu.call('office.status', undefined);
  await tu.call('office.answer-request', { request, grant: false, note: 'Surat perintah belum ada' });
  await settle(tu, deputy, head);
  for (const pc of [tu, deputy, head]) {
    expect(await only(pc)).toMatchObject({ state: 'refused', answerNote: 'Surat perintah belum ada' });
    expect((await pc.call('office.status', undefined)).rosterIndex).toBe(rosterIndex);
  }
});

it('takes requests from admins alone, and answers from the writer alone', async () => {
  const office = testOffice();
  const { tu, head, headPosition, deputy } = await officeWithDeputy(office);
  const user = await userOf(head);
  expect(await refusal(head.engine.call('office.request', asksFor(headPosition, user)))).toBe('not-allowed');
  expect(await refusal(tu.engine.call('office.request', asksFor(headPosition, user)))).toBe(
    'request-by-writer',
  );
  // A program that does not keep to the rule writes it all the same: nobody counts it.
  const runtime = head.engine.state.office;
  const session = runtime?.session;
  if (runtime == null || session == null) throw new Error('nobody signed in');
  const actor = { user, position: headPosition, standing: 'definitive' as const };
  const { act, note } = asksFor(headPosition, user);
  const [forged] = await value(
    append(runtime, session, [{ type: 'request.roster', subject: null, actor, body: { act, note } }]),
  );
  const { request } = await deputy.call('office.request', asksFor(headPosition, await userOf(deputy)));
  await settle(head, deputy, tu);
  // Nor does a refusal count that the writer did not write.
  await value(
    append(runtime, session, [
      { type: 'request.refused', subject: null, actor, basis: [request], body: { request, note: 'tidak' } },
    ]),
  );
  await settle(head, deputy, tu);
  for (const pc of [tu, deputy, head]) expect(await only(pc)).toMatchObject({ request, state: 'open' });
  expect(
    await refusal(
      tu.engine.call('office.answer-request', { request: forged?.hash ?? '', grant: true, note: '' }),
    ),
  ).toBe('not-found');
  const { acts } = await tu.call('office.roster-acts', { before: null, limit: 200 });
  expect(acts.find(({ entry }) => entry === forged?.hash)?.counts).toBe(false);
  expect(new Set([tu, deputy, head].map(dumpOf)).size).toBe(1);
});
