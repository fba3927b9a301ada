import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { allLogs } from '#main/engine/store/logs.ts';

import { disposeInput, officeInput, PASSPHRASE, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { dumpOf, findingsOf, isWriter, settle, userOf } from './roster-pcs.ts';
import { random, reopened, rest, takeInAnyOrder } from './twin-pcs.ts';

const TIMEOUT = 180_000;
const logOf = ({ engine }: Pc): string => engine.state.office?.session?.log ?? '';

async function alertsOf(pc: Pc) {
  return (await pc.call('sync.status', undefined)).alerts.filter(
    ({ code }) => code === 'log-continued-twice',
  );
}

async function deviceIdOf(pc: Pc): Promise<string> {
  return (await pc.call('session.state', undefined)).device?.id ?? '';
}

describe('one log continued on two PCs', () => {
  it(
    'keeps the work of both, says so everywhere, and each goes on with a log of its own',
    { timeout: TIMEOUT },
    async () => {
      const office = testOffice();
      const { tu, head, headPosition, tuPosition } = await twoPcs(office);
      await register(tu, headPosition, { subject: 'Sebelum disalin' });
      await settle(tu, head);
      const before = logOf(tu);
      const [one, two] = await reopened(office, tu, [
        { name: 'tu', machineId: 'tu' },
        { name: 'image', machineId: 'tu' },
      ]);
      if (one === undefined || two === undefined) throw new Error('no copies');
      const mine = await register(one, headPosition, { subject: 'Di mesin asli' });
      const more = await register(one, headPosition, { subject: 'Di mesin asli lagi' });
      const theirs = await register(two, headPosition, { subject: 'Di salinan' });
      expect(new Set([mine.letterId, more.letterId, theirs.letterId]).size).toBe(3);
      await one.sync();
      await head.sync();
      const read = await head.call('letters.dispose', disposeInput(mine.letterId, null, tuPosition));
      expect(read.entry).not.toBe('');
      await two.sync();
      await rest(head, one, two);
      const all = [head, one, two];
      for (const pc of all) {
        for (const { letterId } of [mine, more, theirs]) {
          const shown = await pc.call('letters.show', { letter: letterId });
          expect(shown.timeline.filter(({ ineffective }) => ineffective !== null)).toEqual([]);
        }
        const [alert, ...others] = await alertsOf(pc);
        expect(alert?.params).toMatchObject({ log: before.slice(0, 16) });
        expect(others).toEqual([]);
        expect(await findingsOf(pc)).toEqual([]);
      }
      expect(new Set(all.map(dumpOf)).size).toBe(1);
      expect(new Set([before, logOf(one), logOf(two)]).size).toBe(3);
      expect(await deviceIdOf(one)).not.toBe(await deviceIdOf(two));
      // Both said to whom the roster goes; one of the words counts, on every PC the same.
      expect([await isWriter(one), await isWriter(two)].toSorted()).toEqual([false, true]);
      const writer = (await isWriter(one)) ? one : two;
      await writer.call('office.set-unit', { unit: null, name: 'Bidang Baru', code: '' });
      const late = await register(writer === one ? two : one, headPosition, { subject: 'Sesudahnya' });
      await rest(...all);
      expect((await head.call('letters.show', { letter: late.letterId })).subject).toBe('Sesudahnya');
      expect(new Set(all.map(dumpOf)).size).toBe(1);
    },
  );

  it('is read by whoever joins later, from the share alone', { timeout: TIMEOUT }, async () => {
    const office = testOffice();
    const tu = await office.open('tu');
    await tu.call('office.create', officeInput(office));
    await tu.sync();
    const { positions } = await tu.call('office.status', undefined);
    const [one, two, ...others] = await reopened(office, tu, [
      { name: 'tu', machineId: 'tu' },
      { name: 'image', machineId: 'tu' },
      { name: 'lain-1', machineId: 'tu' },
      { name: 'lain-2', machineId: 'tu' },
    ]);
    if (one === undefined || two === undefined) throw new Error('no copies');
    const forwardTo = positions[0]?.id ?? '';
    await register(one, forwardTo, { subject: 'Di mesin asli' });
    await register(two, forwardTo, { subject: 'Di salinan' });
    await rest(one, two);
    const writer = (await isWriter(one)) ? one : two;
    const fresh = await office.open('baru');
    const { code } = await writer.call('office.invite', {
      person: { name: 'Rahmat', title: 'Staf', nip: '' },
      unit: null,
      role: 'staf',
      superior: null,
    });
    await fresh.call('office.join', {
      share: office.share,
      code,
      passphrase: PASSPHRASE,
      deviceName: 'PC-BARU',
    });
    await writer.call('office.admit', { invitations: 'all' });
    await rest(writer, fresh, one, two);
    expect(new Set([one, two, fresh].map(dumpOf)).size).toBe(1);
    expect(await findingsOf(fresh)).toEqual([]);
    // Whatever came first, and in whatever pieces: the same entries are the same office.
    expect(others).toHaveLength(2);
    for (const [seed, other] of others.entries()) {
      takeInAnyOrder(other, one, random(seed + 1));
      expect(dumpOf(other)).toBe(dumpOf(one));
    }
  });

  it('may be here before what it continues took effect', { timeout: TIMEOUT }, async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const [old, other] = await reopened(office, tu, [
      { name: 'tu', machineId: 'tu' },
      { name: 'lain', machineId: 'tu' },
    ]);
    if (old === undefined || other === undefined) throw new Error('no copies');
    const { letterId } = await register(old, headPosition);
    await settle(old, head);
    await head.call('letters.dispose', disposeInput(letterId, null, tuPosition));
    await settle(head, old);
    // It waits for what the other person wrote.
    await register(old, headPosition);
    const [one, two] = await reopened(office, old, [
      { name: 'tu', machineId: 'tu' },
      { name: 'image', machineId: 'tu' },
    ]);
    if (one === undefined || two === undefined) throw new Error('no copies');
    await register(one, headPosition);
    await register(two, headPosition);
    await rest(one, two, head);
    takeInAnyOrder(other, one, random(1), logOf(head));
    expect(dumpOf(other)).toBe(dumpOf(one));
  });

  it('asks for the passphrase first where the screen was locked', { timeout: TIMEOUT }, async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const [one, two] = await reopened(office, tu, [
      { name: 'tu', machineId: 'tu' },
      { name: 'image', machineId: 'tu' },
    ]);
    if (one === undefined || two === undefined) throw new Error('no copies');
    await register(one, headPosition);
    await register(two, headPosition);
    await one.sync();
    await two.call('session.lock', undefined);
    await two.sync();
    await two.sync();
    expect(await alertsOf(two)).toHaveLength(1);
    await expect(register(two, headPosition)).rejects.toThrow('log-continued-twice');
    await two.call('session.unlock', { user: await userOf(two), passphrase: PASSPHRASE });
    await register(two, headPosition);
    await rest(head, one, two);
    expect(new Set([head, one, two].map(dumpOf)).size).toBe(1);
  });
});

describe('a backup that was put back', () => {
  it(
    'takes in what this PC had written since, and goes on behind it in the same log',
    { timeout: TIMEOUT },
    async () => {
      const office = testOffice();
      const { tu, head, headPosition } = await twoPcs(office);
      await register(tu, headPosition, { subject: 'Sebelum cadangan' });
      await settle(tu, head);
      const log = logOf(tu);
      const user = await userOf(tu);
      await tu.engine.close();
      cpSync(tu.dir, join(office.root, 'cadangan'), { recursive: true });
      const later = await office.open('tu');
      await later.call('session.unlock', { user, passphrase: PASSPHRASE });
      const lost = await register(later, headPosition, { subject: 'Sesudah cadangan' });
      await settle(later, head);
      await later.engine.close();
      rmSync(later.dir, { recursive: true });
      cpSync(join(office.root, 'cadangan'), later.dir, { recursive: true });
      const restored = await office.open('tu');
      await restored.call('session.unlock', { user, passphrase: PASSPHRASE });
      await restored.sync();
      expect((await restored.call('letters.show', { letter: lost.letterId })).subject).toBe(
        'Sesudah cadangan',
      );
      const next = await register(restored, headPosition, { subject: 'Setelah pulih' });
      expect(next.agendaNumber).toBe((lost.agendaNumber ?? 0) + 1);
      await settle(restored, head);
      expect(logOf(restored)).toBe(log);
      expect(await isWriter(restored)).toBe(true);
      expect(allLogs(head.engine.state.db).filter((row) => row.branch > 0)).toEqual([]);
      for (const pc of [restored, head]) {
        expect(await alertsOf(pc)).toEqual([]);
        expect(await findingsOf(pc)).toEqual([]);
        expect((await pc.call('letters.show', { letter: next.letterId })).subject).toBe('Setelah pulih');
      }
      expect(dumpOf(restored)).toBe(dumpOf(head));
    },
  );
});

describe('a data folder that was copied to another machine', () => {
  it(
    'gets a log of its own with the passphrase, and both keep their work',
    { timeout: TIMEOUT },
    async () => {
      const office = testOffice();
      const { tu, head, headPosition } = await twoPcs(office);
      await register(tu, headPosition, { subject: 'Belum terkirim' });
      const [one, clone] = await reopened(office, tu, [
        { name: 'tu', machineId: 'tu' },
        { name: 'klon', machineId: 'klon' },
      ]);
      if (one === undefined || clone === undefined) throw new Error('no copies');
      expect(logOf(one)).not.toBe(logOf(clone));
      expect(await deviceIdOf(one)).not.toBe(await deviceIdOf(clone));
      const mine = await register(one, headPosition, { subject: 'Di mesin asli' });
      const theirs = await register(clone, headPosition, { subject: 'Di klon' });
      await clone.sync();
      await one.sync();
      await rest(head, one, clone);
      for (const pc of [head, one, clone]) {
        expect(await alertsOf(pc)).toEqual([]);
        expect((await pc.call('letters.show', { letter: mine.letterId })).subject).toBe('Di mesin asli');
        expect((await pc.call('letters.show', { letter: theirs.letterId })).subject).toBe('Di klon');
        expect(await findingsOf(pc)).toEqual([]);
      }
      expect([await isWriter(one), await isWriter(clone)]).toEqual([true, false]);
      expect(new Set([head, one, clone].map(dumpOf)).size).toBe(1);
    },
  );
});
