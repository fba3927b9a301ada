import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { officeKeys } from '#main/engine/store/identities.ts';

import { disposeInput, enrol, refusal, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { NEW_PASSPHRASE, rekey } from './rekeying.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';

const rekeyedOf = async (pc: Pc, user: string) =>
  (await pc.call('office.status', undefined)).people.find((person) => person.user === user)?.rekeyed;

describe('a forgotten passphrase', () => {
  it('gives a new key with a badge until a second official confirms it; old acts stay valid', async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const deputy = await office.open('sekretaris');
    await enrol(office, tu, deputy, { name: 'Dewi', title: 'Sekretaris', role: 'pejabat' });
    const { letterId } = await register(tu, headPosition);
    await settle(tu, head, deputy);
    const before = await head.call('letters.dispose', disposeInput(letterId, null, tuPosition));
    await settle(head, tu, deputy);
    const user = await userOf(head);
    await rekey(office, tu, head, user);
    await settle(tu, head, deputy);
    expect((await head.call('session.state', undefined)).state).toBe('open');
    const letter = await tu.call('letters.show', { letter: letterId });
    expect(letter.timeline.find(({ entry }) => entry === before.entry)?.ineffective).toBe(null);
    // The new key acts at once.
    const next = await register(tu, headPosition, { subject: 'Kedua' });
    await settle(tu, head);
    const after = await head.call('letters.dispose', disposeInput(next.letterId, null, tuPosition));
    await settle(head, tu, deputy);
    const shown = await tu.call('letters.show', { letter: next.letterId });
    expect(shown.timeline.find(({ entry }) => entry === after.entry)?.ineffective).toBe(null);

    expect(await rekeyedOf(deputy, user)).toMatchObject({ confirmedBy: null });
    expect(await refusal(tu.engine.call('office.confirm-key', { user }))).toBe('not-allowed');
    expect(await refusal(head.engine.call('office.confirm-key', { user }))).toBe('not-allowed');
    await deputy.call('office.confirm-key', { user });
    expect(await refusal(deputy.engine.call('office.confirm-key', { user }))).toBe('act-already-done');
    await settle(deputy, tu, head);
    const confirmedBy = await userOf(deputy);
    for (const pc of [tu, head, deputy]) {
      expect(await rekeyedOf(pc, user)).toMatchObject({ confirmedBy });
      expect(await findingsOf(pc)).toEqual([]);
    }
    expect(new Set([tu, head, deputy].map(dumpOf)).size).toBe(1);
    // The old passphrase opens nothing any more, the new one opens the same PC.
    expect(
      await refusal(head.engine.call('session.unlock', { user, passphrase: 'kantor tanpa kertas 42' })),
    ).toBe('passphrase-wrong');
    await head.call('session.unlock', { user, passphrase: NEW_PASSPHRASE });
  });

  it('of the roster’s writer is a matter of the recovery kit', async () => {
    const office = testOffice();
    const { tu } = await twoPcs(office);
    const asked = tu.engine.call('office.invite', {
      person: { name: 'x', title: 'x', nip: '' },
      unit: null,
      role: 'staf',
      superior: null,
      user: await userOf(tu),
    });
    expect(await refusal(asked)).toBe('revoke-self');
  });
});

describe('one PC of two people', () => {
  it('has a log each, and each acts as themselves', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const first = await userOf(head);
    const { code } = await tu.call('office.invite', {
      person: { name: 'Citra', title: 'Staf', nip: '' },
      unit: null,
      role: 'staf',
      superior: null,
    });
    const join = { share: office.share, code, passphrase: NEW_PASSPHRASE, deviceName: 'lain' };
    const asked = await head.call('office.join', join);
    expect(await refusal(head.engine.call('office.join', { ...join, code }))).toBe('join-waiting');
    // The other one works on while the request waits.
    await head.call('session.unlock', { user: first, passphrase: 'kantor tanpa kertas 42' });
    expect((await head.call('session.state', undefined)).state).toBe('open');
    await settle(head, tu);
    await tu.call('office.admit', { invitations: 'all' });
    await settle(tu, head);
    await head.call('session.unlock', { user: asked.userId, passphrase: NEW_PASSPHRASE });
    expect((await head.call('session.state', undefined)).state).toBe('pending');
    await settle(head, tu);
    const state = await head.call('session.state', undefined);
    expect(state.state).toBe('open');
    expect(state.me?.user).toBe(asked.userId);
    expect(state.users.map(({ user }) => user).toSorted()).toEqual([first, asked.userId].toSorted());
    const { letterId } = await register(tu, headPosition);
    await settle(tu, head);
    expect(await refusal(head.engine.call('letters.read', { letter: letterId }))).not.toBe('done');
    await head.call('session.unlock', { user: first, passphrase: 'kantor tanpa kertas 42' });
    await head.call('letters.read', { letter: letterId });
    await settle(head, tu);
    expect(dumpOf(head)).toBe(dumpOf(tu));
    for (const pc of [tu, head]) expect(await findingsOf(pc)).toEqual([]);
  });
});

describe('a new office key', () => {
  const keysOf = ({ engine }: Pc) => officeKeys(engine.state.db);

  it('seals what is written after it, reaches everyone at their next unlock, and not whom it was made against', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const staff = await office.open('staff');
    await enrol(office, tu, staff, { name: 'Citra', title: 'Staf', role: 'staf' });
    await settle(tu, head, staff);
    const [old] = keysOf(tu);
    const locked = await userOf(staff);
    await staff.call('session.lock', undefined);
    const revoked = await tu.call('office.revoke', {
      user: await userOf(head),
      logs: null,
      reason: 'revoked',
      rotateKey: true,
    });
    expect(revoked.newKey).not.toBe(null);
    expect(keysOf(tu)[0]?.id).toBe(old?.id);
    await settle(tu, head);
    expect(keysOf(tu)[0]?.id).toBe(revoked.newKey);
    expect(keysOf(head).map(({ id }) => id)).toEqual([old?.id]);
    expect(keysOf(staff).map(({ id }) => id)).toEqual([old?.id]);

    // Written under the new key: a locked PC waits for it, the revoked one never reads it.
    const { letterId } = await register(tu, headPosition, { subject: 'Di bawah kunci baru' });
    await settle(tu, head);
    await staff.sync();
    expect(dumpOf(staff)).not.toContain(letterId);
    await staff.call('session.unlock', { user: locked, passphrase: 'kantor tanpa kertas 42' });
    // It was away when the key came: the entry that brings it can no longer be read, its succession can.
    for (let pass = 0; pass < 12; pass += 1) await staff.sync();
    await settle(tu, staff);
    expect(keysOf(staff)[0]?.id).toBe(revoked.newKey);
    expect(dumpOf(staff)).toBe(dumpOf(tu));
    expect(dumpOf(staff)).toContain(letterId);
    await settle(head);
    expect(dumpOf(head)).not.toContain(letterId);
    expect(await findingsOf(staff)).toEqual([]);

    // A newcomer gets all keys, and the recovery kit opens them all.
    const late = await office.open('baru');
    await enrol(office, tu, late, { name: 'Eka', title: 'Staf', role: 'staf' });
    await settle(tu, staff, late);
    expect(dumpOf(late)).toBe(dumpOf(tu));
    const spare = await office.open('cadangan');
    await spare.call('office.recover', {
      kit: readFileSync(office.kit, 'utf8'),
      share: office.share,
      person: { name: 'Fajar', title: 'Admin cadangan', nip: '' },
      passphrase: NEW_PASSPHRASE,
      deviceName: 'CADANGAN',
    });
    await settle(tu, staff, late, spare);
    expect(dumpOf(spare)).toBe(dumpOf(tu));
    expect(dumpOf(spare)).toContain(letterId);
  });
});
