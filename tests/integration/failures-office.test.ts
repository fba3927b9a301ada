import { expect, describe, it } from 'vitest';

import { letterActSchemas } from '#core/office/letter-acts.ts';
import { transact } from '#main/engine/store/database.ts';
import { readLetter } from '#main/engine/store/letters.ts';
import { writeMeta } from '#main/engine/store/meta.ts';

import { storeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import { enrol, officeInput, PASSPHRASE, register, testOffice, twoPcs } from './office-pcs.ts';
import { told } from './refusals.ts';
import { dumpOf, settle, userOf } from './roster-pcs.ts';
import { whatIsTold } from './what-is-told.ts';

const HOUR = 60 * 60 * 1000;
const YEAR = 365 * 24 * HOUR;

describe('a clock that is off by years', () => {
  it.each([-9 * YEAR, 40 * YEAR, -2 * HOUR])(
    'changes no order, and is told until it is right: %d ms',
    async (error) => {
      const office = testOffice();
      let wrong = 0;
      const tu = await office.open('tu', { clock: () => Date.now() + wrong });
      await tu.call('office.create', officeInput(office));
      await tu.sync();
      const head = await office.open('head');
      const who = { name: 'Bambang', title: 'Kepala Dinas', role: 'pimpinan' as const };
      const headPosition = await enrol(office, tu, head, who);
      // Standing is judged by the day that an act claims: who holds a post since yesterday did not act in it years ago.
      const { positions } = await tu.call('office.status', undefined);
      const position = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
      const held = { from: '2001-01-01', until: null, decision: '', standing: 'definitive' as const };
      await tu.call('office.set-holder', { position, user: await userOf(tu), ...held });
      await settle(tu, head);
      wrong = error;
      const { letterId } = await register(tu, headPosition, { receivedAt: Date.now() });
      await tu.sync();
      expect(await whatIsTold(tu)).toMatchObject({
        share: 'online',
        alerts: [{ code: 'clock-differs', says: 'Jam komputer ini berbeda jauh dari jam folder bersama' }],
      });
      await head.sync();
      await head.call('letters.read', { letter: letterId });
      await settle(head, tu);
      await tu.call('letters.correct', { letter: letterId, subject: 'Sesudah dibaca' });
      await settle(tu, head);
      const order = async (pc: typeof tu) =>
        (await pc.call('letters.show', { letter: letterId })).timeline.map(({ type }) => type);
      const acts = (await order(head)).filter((type) => type.startsWith('letter.'));
      expect(acts).toEqual(['letter.registered', 'letter.read', 'letter.corrected']);
      expect(await order(tu)).toEqual(await order(head));
      expect(dumpOf(tu)).toBe(dumpOf(head));
      // The other PC's clock is right, and nobody tells its user anything.
      expect((await whatIsTold(head)).alerts).toEqual([]);

      wrong = 0;
      await tu.call('letters.correct', { letter: letterId, subject: 'Jam sudah benar' });
      await tu.sync();
      expect((await whatIsTold(tu)).alerts).toEqual([]);
    },
  );
});

describe('an act by a newer program', () => {
  it('is kept, and the letter can be read and not acted on until the update, which folds it anew', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const { letterId } = await register(tu, headPosition, { subject: 'Dari versi lain' });
    const other = await register(tu, headPosition, { subject: 'Yang lain' });
    await settle(tu, head);
    const me = memberOn(head);
    const act = {
      type: 'letter.translated',
      subject: letterId,
      body: { language: 'jv', text: 'Ulem-ulem' },
      actor: me.actor(headPosition),
      signer: me.keys.sign,
    };
    putLog(office, head, me, { acts: [act] });
    await settle(tu, head);
    for (const pc of [tu, head]) {
      const shown = await pc.call('letters.show', { letter: letterId });
      expect(shown).toMatchObject({ subject: 'Dari versi lain', needsUpdate: true, actions: [] });
      expect(shown.timeline.at(-1)).toMatchObject({ type: 'letter.translated', ineffective: 'needs-update' });
      expect((await whatIsTold(pc)).alerts).toEqual([]);
    }
    const correct = (letter: string) => tu.engine.call('letters.correct', { letter, subject: 'Lain' });
    expect((await told(correct(letterId))).code).toBe('letter-newer');
    expect((await correct(other.letterId)).ok).toBe(true);
    expect(dumpOf(tu)).toContain('Ulem-ulem');
    // Opening it is no act on what it says.
    await head.call('letters.read', { letter: letterId });
    await settle(head, tu);
    expect(dumpOf(tu)).toBe(dumpOf(head));
  });

  it('locks no letter when its author does not stand where it says', async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const { letterId } = await register(tu, headPosition);
    await settle(tu, head);
    const me = memberOn(head);
    const made = { subject: letterId, body: {}, signer: me.keys.sign };
    putLog(office, head, me, {
      acts: [
        { ...made, type: 'letter.zzz', actor: me.actor(tuPosition) },
        { ...made, type: 'log.zzz', actor: me.actor(headPosition) },
        { ...made, type: 'letter.registered', actor: me.actor(headPosition) },
      ],
    });
    await settle(tu, head);
    const shown = await tu.call('letters.show', { letter: letterId });
    expect(shown.needsUpdate).toBe(false);
    const reasons = shown.timeline.flatMap(({ ineffective }) => ineffective ?? []);
    expect(reasons.toSorted()).toEqual(['malformed', 'malformed', 'not-entitled']);
    expect((await tu.engine.call('letters.correct', { letter: letterId, subject: 'Bisa' })).ok).toBe(true);
  });

  it('takes effect with the update', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const { letterId } = await register(tu, headPosition, { subject: 'Semula' });
    await tu.call('letters.correct', { letter: letterId, subject: 'Diperbaiki' });
    await settle(tu, head);
    const user = (await head.call('session.state', undefined)).users[0]?.user ?? '';
    // The store as a program left it that did not know what a correction is.
    const db = storeOf(head);
    const without = Object.keys(letterActSchemas).filter((type) => type !== 'letter.corrected');
    const kept = readLetter(db, letterId);
    transact(db, (writable) => {
      writable
        .prepare(
          'UPDATE letter_states SET state = ? WHERE letter_row = (SELECT row FROM letters WHERE id = ?)',
        )
        .run(JSON.stringify({ ...kept, subject: 'Semula' }), letterId);
      writeMeta(writable, 'acts.known', without.toSorted().join(' '));
    });
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Semula');
    await head.engine.close();
    const updated = await office.open('head');
    await updated.call('session.unlock', { user, passphrase: PASSPHRASE });
    expect((await updated.call('letters.show', { letter: letterId })).subject).toBe('Diperbaiki');
    expect(dumpOf(updated)).toBe(dumpOf(tu));
  });
});

describe('a shared folder of many PCs', () => {
  it('is told from the fifteenth PC on, once', async () => {
    const office = testOffice();
    const { tu, head } = await twoPcs(office);
    const me = memberOn(head);
    for (let pcs = 2; pcs < 14; pcs += 1) putLog(office, head, me, { acts: [] });
    await settle(tu, head);
    expect((await tu.call('sync.status', undefined)).devices).toHaveLength(14);
    expect((await whatIsTold(tu)).alerts).toEqual([]);
    putLog(office, head, me, { acts: [] });
    await settle(tu, head);
    const view = await whatIsTold(tu);
    expect(view.alerts).toMatchObject([
      { code: 'share-crowded', says: 'Kantor ini memakai lima belas PC atau lebih' },
    ]);
    const [alert] = (await tu.call('sync.status', undefined)).alerts;
    await tu.call('sync.dismiss-alert', { id: alert?.id ?? 0 });
    await settle(tu, head);
    expect((await whatIsTold(tu)).alerts).toEqual([]);
  });
});
