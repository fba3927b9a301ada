import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { generateRootKey } from '#main/engine/keys/root-key.ts';
import { makeRecoveryKit } from '#main/engine/keys/recovery-kit.ts';

import { enrol, refusal, register, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { dumpOf, findingsOf, isWriter, settle, userOf } from './roster-pcs.ts';

const QUEUE = { box: 'all', query: '', offset: 0, limit: 50 } as const;
const NEW_PASSPHRASE = 'kunci baru untuk kantor 77';

/** Makes the head of the office an admin besides. */
async function secondAdmin(tu: Pc, head: Pc): Promise<void> {
  const { position } = await tu.call('office.add-position', {
    title: 'Admin cadangan',
    unit: null,
    superior: null,
    role: 'admin',
  });
  await tu.call('office.set-holder', {
    position,
    user: await userOf(head),
    standing: 'definitive',
    from: '2026-01-01',
    until: null,
    decision: '',
  });
  await settle(tu, head);
}

function kitOf(office: TestOffice): string {
  return readFileSync(office.kit, 'utf8');
}

const recoverInput = (office: TestOffice, share: string | null, kit = kitOf(office)) => ({
  kit,
  share,
  person: null,
  passphrase: NEW_PASSPHRASE,
  deviceName: 'TU-BARU',
});

const setUnit = (pc: Pc, name: string) => pc.engine.call('office.set-unit', { unit: null, name, code: '' });

describe('handing over the roster', () => {
  it('lets another admin write and admit from then on, and the former one no more', async () => {
    const office = testOffice();
    const { tu, head } = await twoPcs(office);
    const user = await userOf(head);
    expect(await refusal(tu.engine.call('office.hand-over', { user, log: null }))).toBe(
      'successor-not-admin',
    );
    await secondAdmin(tu, head);
    expect(await refusal(setUnit(head, 'Bidang Baru'))).toBe('not-roster-writer');
    await tu.call('office.hand-over', { user, log: null });
    expect(await isWriter(tu)).toBe(false);
    expect(await refusal(setUnit(tu, 'Bidang Lama'))).toBe('not-roster-writer');
    await settle(tu, head);
    expect(await isWriter(head)).toBe(true);
    await value(setUnit(head, 'Bidang Baru'));
    const staff = await office.open('staff');
    await enrol(office, head, staff, { name: 'Citra', title: 'Staf', role: 'staf' });
    await settle(tu, head, staff);
    expect((await staff.call('session.state', undefined)).state).toBe('open');
    expect(new Set([tu, head, staff].map(dumpOf)).size).toBe(1);
    for (const pc of [tu, head, staff]) expect(await findingsOf(pc)).toEqual([]);
  });
});

describe('taking the roster over with the recovery kit', () => {
  it('goes on from kit and share alone after the admin PC is gone, with the same person under a new key', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await register(tu, headPosition, { subject: 'Sebelum rusak' });
    const user = await userOf(tu);
    await settle(tu, head);
    await tu.engine.close();
    rmSync(join(office.root, 'tu'), { recursive: true });

    const fresh = await office.open('tu-baru');
    const recovered = await fresh.call('office.recover', recoverInput(office, office.share));
    expect(recovered).toMatchObject({ userId: user, term: 1 });
    expect(await isWriter(fresh)).toBe(true);
    await settle(head, fresh);
    await value(setUnit(fresh, 'Setelah pulih'));
    const { agendaNumber } = await register(fresh, headPosition, { subject: 'Sesudah pulih' });
    expect(agendaNumber).toBeGreaterThan(1284);
    const staff = await office.open('staff');
    await enrol(office, fresh, staff, { name: 'Citra', title: 'Staf', role: 'staf' });
    await settle(fresh, head, staff);
    expect(new Set([fresh, head, staff].map(dumpOf)).size).toBe(1);
    for (const pc of [fresh, head, staff]) expect(await findingsOf(pc)).toEqual([]);
    expect((await head.call('sync.status', undefined)).alerts.map(({ code }) => code)).toContain(
      'roster-taken-over',
    );
    const letters = await fresh.call('letters.queue', QUEUE);
    expect(letters.rows.map(({ subject }) => subject).toSorted()).toEqual(['Sebelum rusak', 'Sesudah pulih']);
    // The passphrase opens the new PC again, and nothing of the root key is on its disk.
    await fresh.engine.close();
    const store = readFileSync(join(office.root, 'tu-baru', 'office.sqlite'));
    const secret = kitOf(office).match(/^ {4}([0-9A-Z-]+)$/m)?.[1] ?? 'none';
    expect(store.includes(secret.slice(0, 11))).toBe(false);
    const again = await office.open('tu-baru');
    const open = await again.call('session.unlock', { user, passphrase: NEW_PASSPHRASE });
    expect(open.me?.isRosterWriter).toBe(true);
  });

  it('outranks what the old writer had not sent, on every PC alike, and leaves it without effect', async () => {
    const office = testOffice();
    const { tu, head } = await twoPcs(office);
    await settle(tu, head);
    // The old writer goes on alone, and nobody sees it before the take-over.
    await value(setUnit(tu, 'Tidak terkirim'));
    const taken = await head.call('office.recover', {
      ...recoverInput(office, null),
      passphrase: null,
    });
    expect(taken.term).toBe(1);
    await value(setUnit(head, 'Yang berlaku'));
    await settle(tu, head, tu);
    const units = (pc: Pc) => pc.call('office.status', undefined).then((v) => v.units.map((u) => u.name));
    expect(await units(tu)).toEqual(await units(head));
    expect(await units(tu)).toContain('Yang berlaku');
    expect(await units(tu)).not.toContain('Tidak terkirim');
    expect(await refusal(setUnit(tu, 'Lagi'))).toBe('not-roster-writer');
    expect(dumpOf(tu)).toBe(dumpOf(head));
    for (const pc of [tu, head]) expect(await findingsOf(pc)).toEqual([]);
    // And the old writer's PC still writes letters under the new term.
    const { positions } = await tu.call('office.status', undefined);
    const to = positions.find(({ title }) => title === 'Kepala Dinas')?.id ?? '';
    await register(tu, to);
    await settle(tu, head);
    expect(dumpOf(tu)).toBe(dumpOf(head));
  });

  it('refuses the kit of another office, a mistyped one, and no kit, and changes nothing', async () => {
    const office = testOffice();
    const { tu, head } = await twoPcs(office);
    const before = dumpOf(head);
    const officeId = tu.engine.state.office?.officeId ?? '';
    const forged = makeRecoveryKit({ officeName: 'X', officeId, day: '2026-01-01', root: generateRootKey() });
    const kit = kitOf(office);
    const line = kit.match(/^ {4}([0-9A-Z-]+)$/m)?.[1] ?? '';
    const typo = kit.replace(
      line,
      line.replace(/^./, (c) => (c === '7' ? '8' : '7')),
    );
    for (const [text, code] of [
      [forged, 'kit-other-office'],
      [typo, 'kit-mistyped'],
      ['bukan kit', 'kit-unreadable'],
    ] as const) {
      const asked = head.engine.call('office.recover', recoverInput(office, null, text));
      expect(await refusal(asked)).toBe(code);
    }
    const fresh = await office.open('asing');
    const forgedThere = fresh.engine.call('office.recover', recoverInput(office, office.share, forged));
    expect(await refusal(forgedThere)).toBe('kit-other-office');
    expect((await fresh.call('session.state', undefined)).state).toBe('none');
    expect(dumpOf(head)).toBe(before);
  });

  it('settles two take-overs from two copies of the kit alike everywhere', async () => {
    const office = testOffice();
    const { tu, head } = await twoPcs(office);
    const staff = await office.open('staff');
    await enrol(office, tu, staff, { name: 'Citra', title: 'Staf', role: 'staf' });
    await settle(tu, head, staff);
    const input = { ...recoverInput(office, null), passphrase: null };
    // Neither sees the other: each PC reads the share before it writes, so the second one is held back from it.
    const hidden = join(office.root, 'apart');
    await head.call('office.recover', input);
    const folder = join(
      office.share,
      `nirkertas-${tu.engine.state.office?.officeId.slice(0, 8) ?? ''}`,
      'heads',
    );
    renameSync(folder, hidden);
    mkdirSync(folder);
    await staff.call('office.recover', input);
    for (const name of readdirSync(hidden)) copyFileSync(join(hidden, name), join(folder, name));
    await settle(tu, head, staff);
    const writers = [await isWriter(tu), await isWriter(head), await isWriter(staff)];
    expect(writers.filter(Boolean)).toHaveLength(1);
    expect(new Set([tu, head, staff].map(dumpOf)).size).toBe(1);
    for (const pc of [tu, head, staff]) expect(await findingsOf(pc)).toEqual([]);
  });
});
