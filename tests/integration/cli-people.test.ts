import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { JoinRequestView, OfficeView } from '#core/contract/answers.ts';
import type { RosterActsPage, RosterRequestView } from '#core/contract/roster-views.ts';

import { cliOffice, documentOf } from './cli-runner.ts';
import type { CliPc } from './cli-runner.ts';

const TU = 'rahasia sekali 42';
const HEAD = 'kepala dinas 9876';
const TIMEOUT = 240_000;

async function founded() {
  const office = cliOffice();
  const tu = office.pc('tu', TU);
  const head = office.pc('head', HEAD);
  await tu.do(
    ...['office', 'create', '--share', office.share, '--name', 'Dinas Kominfo'],
    ...['--kit', join(office.root, 'kit.txt'), '--admin', 'Endang Susilowati|Arsiparis|'],
  );
  const { code, userId, positionId } = await tu.do(
    ...['office', 'invite', '--person', 'Bambang|Kepala Dinas|', '--role', 'admin'],
  );
  await head.do('office', 'join', '--share', office.share, '--code', code ?? '');
  await tu.do('office', 'admit', '--all');
  await synced(head, tu);
  return { office, tu, head, user: userId ?? '', position: positionId ?? '' };
}

async function synced(...pcs: readonly CliPc[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const pc of pcs) await pc.do('sync', '--once');
}

it('takes a second PC of a person into use by commands alone', { timeout: TIMEOUT }, async () => {
  const { office, tu, head, user } = await founded();
  const second = office.pc('rumah', HEAD);
  const { code } = await head.do('office', 'add-device');
  const joined = await second.do(
    ...['office', 'join', '--share', office.share, '--code', code ?? '', '--device', 'RUMAH'],
  );
  expect(joined).toMatchObject({ userId: user });
  const asking = await head.do<JoinRequestView[]>('office', 'admit-device');
  expect(asking).toMatchObject([{ digits: joined['digits'], device: 'RUMAH' }]);
  await head.do('office', 'admit-device', asking[0]?.invitation ?? '');
  const none = await head.try('office', 'admit-device', '--all');
  expect(documentOf(none)).toMatchObject({ error: { code: 'request-none' } });
  await synced(second, second, tu);
  const { people } = await tu.do<OfficeView>('office', 'status');
  expect(people.find((person) => person.user === user)?.devices).toContain('RUMAH');
  expect(await second.do('office', 'status')).toMatchObject({ state: 'enrolled' });
  expect(await second.do('log', 'verify')).toMatchObject({ findings: [] });
});

it('asks for a holder, refuses, grants, and lists what was done', { timeout: TIMEOUT }, async () => {
  const { tu, head, user, position } = await founded();
  const holder = ['--position', position, '--user', user, '--from', '2026-01-01'];
  const plh = [...holder, '--standing', 'dailyActing', '--decision', 'SPT 1'];
  const denied = await head.try('office', 'set-holder', ...plh);
  expect(documentOf(denied)).toMatchObject({ error: { code: 'not-roster-writer' } });
  const undecided = await head.try('office', 'request-holder', ...holder, '--standing', 'acting');
  expect(documentOf(undecided)).toMatchObject({ error: { code: 'input-invalid' } });
  const badDay = await head.try('office', 'request-holder', ...plh, '--until', 'besok');
  expect(documentOf(badDay)).toMatchObject({ error: { code: 'input-invalid' } });
  const first = await head.do('office', 'request-holder', ...plh, '--note', 'Dinas luar');
  const second = await head.do('office', 'request-holder', ...plh);
  await synced(tu);
  const neither = await tu.try('office', 'answer', first['request'] ?? '');
  expect(neither.code).toBe(2);
  await tu.do('office', 'answer', first['request'] ?? '', '--refuse', '--note', 'Belum ada surat perintah');
  await tu.do('office', 'answer', second['request'] ?? '', '--grant');
  await synced(head);
  const requests = await head.do<RosterRequestView[]>('office', 'requests');
  expect(requests.map(({ state, answerNote }) => [state, answerNote])).toEqual([
    ['granted', ''],
    ['refused', 'Belum ada surat perintah'],
  ]);
  const page = await head.do<RosterActsPage>('office', 'acts', '--limit', '3');
  expect(page.acts.map(({ type }) => type)).toEqual([
    'roster.holder-set',
    'request.refused',
    'request.roster',
  ]);
  const { rank = 0, hash = '' } = page.next ?? {};
  const rest = await head.do<RosterActsPage>('office', 'acts', '--after', `${rank}:${hash}`);
  expect(rest.acts[0]?.type).toBe('request.roster');
  expect((await head.try('office', 'acts', '--after', 'x')).code).toBe(2);
  // A key for somebody who forgot the passphrase, and the word of a second official.
  const again = await tu.do('office', 'invite', '--user', user);
  expect(again).toMatchObject({ userId: user });
  const own = await tu.try('office', 'confirm-key', '--user', user);
  expect(documentOf(own)).toMatchObject({ error: { code: 'act-already-done' } });
});
