import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it, vi } from 'vitest';

import { letterIdAt } from '#main/engine/log/letter-id.ts';
import { append } from '#main/engine/office/append.ts';
import { allIdentities } from '#main/engine/store/identities.ts';
import { findLog } from '#main/engine/store/logs.ts';

import {
  PASSPHRASE,
  enrol,
  officeInput,
  refusal,
  register,
  testOffice,
  twoPcs,
  value,
} from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

const userOf = async (pc: Pc) => (await pc.call('session.state', undefined)).users[0]?.user ?? '';

it('takes the signing key from the workers when a person locks, and when they leave', async () => {
  const office = testOffice();
  const { tu } = await twoPcs(office);
  const user = await userOf(tu);
  const dropped = vi.spyOn(tu.engine.state.pdf, 'lock');
  const session = tu.engine.state.office?.session;
  await tu.call('session.lock', undefined);
  expect(dropped.mock.calls).toEqual([[user]]);
  expect(session?.userKeys).toBeNull();

  await tu.call('session.unlock', { user, passphrase: PASSPHRASE });
  const again = tu.engine.state.office?.session;
  await tu.call('session.leave', undefined);
  expect(dropped.mock.calls).toEqual([[user], [user]]);
  expect(again?.userKeys).toBeNull();
  expect(await refusal(tu.engine.call('letters.senders', { prefix: 'S' }))).toBe('passphrase-needed');
});

it('gives a copied data folder a log and a device of its own on the other machine', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const user = await userOf(tu);
  const { device } = await tu.call('session.state', undefined);
  await tu.engine.close();
  cpSync(tu.dir, join(office.root, 'copy'), { recursive: true });

  const original = await office.open('tu');
  await original.call('session.unlock', { user, passphrase: PASSPHRASE });
  const copy = await office.open('copy');
  const unlocked = await copy.call('session.unlock', { user, passphrase: PASSPHRASE });
  expect(unlocked.me).toMatchObject({ isRosterWriter: false, isRegistry: false });
  expect(unlocked.device?.id).not.toBe(device?.id);
  const here = await register(original, headPosition);
  const there = await register(copy, headPosition);
  expect([here.agendaNumber, there.agendaNumber]).toEqual([1284, null]);
  for (const pc of [original, copy, original, copy]) await pc.sync();
  const { alerts } = await original.call('sync.status', undefined);
  expect(alerts.map((a) => a.code)).not.toContain('log-continued-twice');
  for (const pc of [original, copy]) {
    expect((await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 10 })).total).toBe(2);
  }
});

async function waiting(office: TestOffice, newcomer: Pc, tu: Pc): Promise<void> {
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const { code } = await tu.call('office.invite', {
    person: { name: 'Bambang Hariyanto', title: 'Kepala Dinas', nip: '' },
    unit: null,
    role: 'pimpinan',
    superior: null,
  });
  await newcomer.call('office.join', {
    share: office.share,
    code,
    passphrase: PASSPHRASE,
    deviceName: 'KADIS-01',
  });
}

async function admitAndSync(tu: Pc, newcomer: Pc): Promise<string> {
  await tu.call('office.admit', { invitations: 'all' });
  await tu.sync();
  await newcomer.sync();
  await newcomer.sync();
  return (await newcomer.call('session.state', undefined)).state;
}

it('lets a person wait for hours to be admitted', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const office = testOffice();
    let ahead = 0;
    const newcomer = await office.open('head', { clock: () => Date.now() + ahead });
    const tu = await office.open('tu');
    await waiting(office, newcomer, tu);
    ahead = 3 * 60 * 60_000;
    vi.advanceTimersByTime(60_000);
    expect((await newcomer.call('session.state', undefined)).state).toBe('pending');
    expect(await admitAndSync(tu, newcomer)).toBe('open');
  } finally {
    vi.useRealTimers();
  }
});

it('goes on waiting after a restart and a lock, once the passphrase is right', async () => {
  const office = testOffice();
  const newcomer = await office.open('head');
  const tu = await office.open('tu');
  await waiting(office, newcomer, tu);
  expect((await newcomer.call('session.lock', undefined)).state).toBe('locked');
  const user = await userOf(newcomer);
  await newcomer.call('session.unlock', { user, passphrase: PASSPHRASE });
  await newcomer.engine.close();

  const again = await office.open('head');
  expect((await again.call('session.state', undefined)).state).toBe('locked');
  expect(await refusal(again.engine.call('session.unlock', { user, passphrase: 'bukan yang ini 99' }))).toBe(
    'passphrase-wrong',
  );
  const opened = await again.call('session.unlock', { user, passphrase: PASSPHRASE });
  expect(opened).toMatchObject({ state: 'pending', pending: { name: 'Bambang Hariyanto' } });
  expect(await admitAndSync(tu, again)).toBe('open');
});

it('tells of every letter when that is part of what changed', async () => {
  const office = testOffice();
  const { tu } = await twoPcs(office);
  const { notify } = tu.engine.state;
  const heard = await new Promise((resolve) => {
    const stop = tu.engine.listen((notice) => {
      stop();
      resolve(notice);
    });
    notify({ keys: ['letters'], letters: ['let_00000000000000000001'] });
    notify({ keys: ['letters', 'home'] });
  });
  expect(heard).toMatchObject({ keys: expect.arrayContaining(['letters', 'home']), letters: [] });
});

it('refuses acts of a person whose log was not begun, and stays in order', async () => {
  const office = testOffice();
  const { tu, head } = await twoPcs(office);
  const { session, db } = tu.engine.state.office ?? {};
  if (session == null || db === undefined) throw new Error('nobody signed in');
  const written = append(
    tu.engine.state.office ?? expect.fail('no office'),
    { ...session, log: 'f'.repeat(64) },
    [
      {
        type: 'letter.no-disposition',
        subject: 'let_00000000000000000001',
        actor: { user: session.user, position: null, standing: 'definitive' },
        body: { position: 'pos_0000000000000001', note: '' },
      },
    ],
  );
  expect(written).toMatchObject({ ok: false, error: { code: 'not-enrolled' } });
  await enrol(office, tu, await office.open('late'), { name: 'Arif', title: 'Kabid TIK', role: 'pejabat' });
  await head.sync();
});

it('sends the request to join again when a crash came before the share had it', async () => {
  const office = testOffice();
  const newcomer = await office.open('head');
  const tu = await office.open('tu');
  await waiting(office, newcomer, tu);
  const user = await userOf(newcomer);
  await newcomer.engine.close();
  const requests = readdirSync(office.share, { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && file.parentPath.includes('join') && file.name.includes('request'),
  );
  expect(requests).toHaveLength(1);
  for (const file of requests) rmSync(join(file.parentPath, file.name));

  const again = await office.open('head');
  await again.call('session.unlock', { user, passphrase: PASSPHRASE });
  await again.sync();
  expect(await admitAndSync(tu, again)).toBe('open');
});

it('stays free for another code when the share does not take the request', async () => {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const { code } = await tu.call('office.invite', {
    person: { name: 'Arif', title: 'Kabid TIK', nip: '' },
    unit: null,
    role: 'pejabat',
    superior: null,
  });
  const asked = { share: office.share, code, passphrase: PASSPHRASE, deviceName: 'TIK-01' };
  await (await office.open('first')).call('office.join', asked);
  const second = await office.open('second');
  expect(await refusal(second.engine.call('office.join', asked))).toBe('code-used');
  await second.engine.close();
  const started = await office.open('second');
  expect(await started.call('session.state', undefined)).toMatchObject({ state: 'none', users: [] });
  expect(allIdentities(started.engine.state.db)).toEqual([]);
});

it('numbers all that waited, however many they are, once the key is back', async () => {
  const office = testOffice();
  const { tu, headPosition, tuPosition } = await twoPcs(office);
  const runtime = tu.engine.state.office;
  const user = await userOf(tu);
  await tu.call('session.lock', undefined);
  const session = runtime?.session;
  if (runtime == null || session == null) throw new Error('nobody signed in');
  const firstSeq = (findLog(runtime.db, session.log)?.seq ?? -1) + 1;
  const acts = Array.from({ length: 450 }, (_, index) => ({
    type: 'letter.registered' as const,
    subject: letterIdAt(session.log, firstSeq + index),
    actor: { user, position: tuPosition, standing: 'definitive' as const },
    body: {
      kind: 'incomingLetter' as const,
      from: 'Sekretariat Daerah',
      number: String(index),
      date: null,
      subject: 'Undangan',
      securityClass: 'biasa' as const,
      urgency: 'biasa' as const,
      enclosure: '',
      receivedAt: 1_790_000_000_000 + index,
      classification: '',
      document: {
        sha256: 'a'.repeat(64),
        size: 1,
        mime: 'application/pdf' as const,
        name: 'scan.pdf',
        pages: 1,
      },
      forwardTo: headPosition,
    },
  }));
  await value(append(runtime, session, acts));
  await tu.call('session.unlock', { user, passphrase: PASSPHRASE });
  // As many as the ceiling on the share allows, and the rest once the next one was read back from there.
  expect(await tu.call('letters.next-agenda', undefined)).toBeNull();
  await tu.sync();
  const { rows } = await tu.call('letters.queue', { box: 'incoming', offset: 0, limit: 500 });
  const numbers = rows.map((row) => Number(row.agenda?.split('/')[0]));
  expect(numbers.toReversed()).toEqual(Array.from({ length: 450 }, (_, index) => 1284 + index));
});
