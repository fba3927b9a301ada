import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { disposeInput, enrol, officeInput, PASSPHRASE, refusal, register, testOffice } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';

/** Noon in Jakarta on a day of October 2026. */
const noonOf = (day: number) => Date.UTC(2026, 9, day, 5);

/** TU, the head and the secretary, on PCs whose clock the test sets. */
async function officeOnDay(office: TestOffice, day: number) {
  const time = { now: noonOf(day) };
  const clock = () => time.now;
  const tu = await office.open('tu', { clock });
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const head = await office.open('head', { clock });
  const headPosition = await enrol(office, tu, head, {
    name: 'Bambang Hariyanto',
    title: 'Kepala Dinas',
    role: 'pimpinan',
  });
  const sek = await office.open('sek', { clock });
  const sekPosition = await enrol(office, tu, sek, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  await settle(tu, head, sek);
  const { positions } = await tu.call('office.status', undefined);
  const tuPosition = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
  return { time, tu, head, sek, headPosition, sekPosition, tuPosition };
}

const received = (day: number) => ({ receivedAt: noonOf(day), date: '2026-10-01' });

async function why(pc: Pc, letter: string, entry: string): Promise<string | null | undefined> {
  const { timeline } = await pc.call('letters.show', { letter });
  return timeline.find((item) => item.entry === entry)?.ineffective;
}

it(
  'lets a former holder not act by naming the roster from before, and keeps what came before',
  { timeout: 180_000 },
  async () => {
    const office = testOffice();
    const { tu, head, sek, headPosition, tuPosition } = await officeOnDay(office, 5);
    const first = await register(tu, headPosition, { subject: 'Sebelum mutasi', ...received(5) });
    const second = await register(tu, headPosition, { subject: 'Sesudah mutasi', ...received(5) });
    await settle(tu, head, sek);
    const kept = await head.call('letters.dispose', disposeInput(first.letterId, null, tuPosition));
    await settle(head, tu, sek);
    await tu.call('office.set-holder', {
      position: headPosition,
      user: await userOf(sek),
      standing: 'definitive',
      from: '2026-10-05',
      until: null,
      decision: 'SK 821/10/2026',
    });
    // The former head's PC has not heard of it, and what it writes names the roster in which they still held the post.
    const late = await head.call('letters.dispose', disposeInput(second.letterId, null, tuPosition));
    await settle(tu, sek, head, tu);
    for (const pc of [tu, sek]) {
      expect(await why(pc, first.letterId, kept.entry)).toBe(null);
      expect(await why(pc, second.letterId, late.entry)).toBe('not-entitled');
    }
    // Who left the post does not read its letters any more.
    expect(await refusal(head.engine.call('letters.show', { letter: second.letterId }))).toBe(
      'letter-not-found',
    );
    for (const pc of [tu, head, sek]) expect(await findingsOf(pc)).toEqual([]);
    // The queue stayed with the position: the new holder has the letter and acts on it.
    const now = await sek.call('letters.dispose', disposeInput(second.letterId, null, tuPosition));
    await settle(sek, tu, head);
    expect(await why(tu, second.letterId, now.entry)).toBe(null);
    expect(new Set([tu, head, sek].map(dumpOf)).size).toBe(1);
  },
);

it(
  'lets a former holder not act by the roster from before in a log that nobody had seen',
  { timeout: 180_000 },
  async () => {
    const office = testOffice();
    const { time, tu, head, sek, headPosition, tuPosition } = await officeOnDay(office, 5);
    const letter = await register(tu, headPosition, { subject: 'Di komputer lain', ...received(5) });
    await settle(tu, head, sek);
    const user = await userOf(head);
    // A copy of the data folder on another machine: there the person writes in a log of its own.
    await head.engine.close();
    cpSync(head.dir, join(office.root, 'salinan'), { recursive: true });
    const copy = await office.open('salinan', { clock: () => time.now, machineId: 'salinan' });
    await copy.call('session.unlock', { user, passphrase: PASSPHRASE });
    await tu.call('office.set-holder', {
      position: headPosition,
      user: await userOf(sek),
      standing: 'definitive',
      from: '2026-10-05',
      until: null,
      decision: 'SK 821/10/2026',
    });
    const late = await copy.call('letters.dispose', disposeInput(letter.letterId, null, tuPosition));
    await settle(tu, copy, sek, tu);
    for (const pc of [tu, sek]) {
      expect(await why(pc, letter.letterId, late.entry)).toBe('not-entitled');
      expect(await findingsOf(pc)).toEqual([]);
    }
    expect(new Set([tu, copy, sek].map(dumpOf)).size).toBe(1);
  },
);

it(
  'lets one person with several positions act in each, and lose one without the other',
  { timeout: 180_000 },
  async () => {
    const office = testOffice();
    const { tu, head, sek, headPosition, sekPosition, tuPosition } = await officeOnDay(office, 5);
    const user = await userOf(sek);
    const { position } = await tu.call('office.add-position', {
      title: 'Kasubag Umum',
      unit: null,
      superior: sekPosition,
      role: 'pejabat',
    });
    const holds = { user, from: '2026-10-05', until: null };
    await tu.call('office.set-holder', { position, ...holds, standing: 'definitive', decision: '' });
    await tu.call('office.set-holder', {
      position: headPosition,
      ...holds,
      standing: 'acting',
      decision: 'SPT 800/3/2026',
    });
    const letters: string[] = [];
    for (const forwardTo of [sekPosition, position, headPosition]) {
      letters.push((await register(tu, forwardTo, received(5))).letterId);
    }
    await settle(tu, sek, head);
    for (const [index, expected] of ['Sekretaris', 'Kasubag Umum', 'Plt. Kepala Dinas'].entries()) {
      const letter = letters[index] ?? '';
      await sek.call('letters.dispose', disposeInput(letter, null, tuPosition));
      const { timeline } = await sek.call('letters.show', { letter });
      expect(timeline.find(({ type }) => type === 'letter.disposed')?.by.title).toBe(expected);
    }
    // The post of Kasubag goes to somebody else; the two others stay.
    await tu.call('office.set-holder', {
      position,
      user: await userOf(head),
      standing: 'definitive',
      from: '2026-10-05',
      until: null,
      decision: '',
    });
    await settle(tu, sek, head);
    const held = (await sek.call('session.state', undefined)).me?.positions.map(({ title }) => title);
    expect(held?.toSorted()).toEqual(['Plt. Kepala Dinas', 'Sekretaris']);
    expect(new Set([tu, head, sek].map(dumpOf)).size).toBe(1);
  },
);

it(
  'lets a Plh. act until the last day, whenever it arrives, and not a day longer',
  { timeout: 180_000 },
  async () => {
    const office = testOffice();
    const { time, tu, head, sek, headPosition, tuPosition } = await officeOnDay(office, 5);
    await tu.call('office.set-holder', {
      position: headPosition,
      user: await userOf(sek),
      standing: 'dailyActing',
      from: '2026-10-06',
      until: '2026-10-07',
      decision: 'SPT 800/9/2026',
    });
    const first = await register(tu, headPosition, received(5));
    const second = await register(tu, headPosition, received(5));
    await settle(tu, sek, head);
    const dispose = (letter: string) =>
      sek.engine.call('letters.dispose', disposeInput(letter, null, tuPosition));
    expect(await refusal(dispose(first.letterId))).not.toBe('done');
    time.now = noonOf(7);
    const acted = await sek.call('letters.dispose', disposeInput(first.letterId, null, tuPosition));
    time.now = noonOf(8);
    expect(await refusal(dispose(second.letterId))).not.toBe('done');
    // What was done on the last day counts, although it reaches the others a day later.
    await settle(sek, tu, head);
    for (const pc of [tu, head]) expect(await why(pc, first.letterId, acted.entry)).toBe(null);
    for (const pc of [tu, head, sek]) expect(await findingsOf(pc)).toEqual([]);
    const { timeline } = await tu.call('letters.show', { letter: first.letterId });
    expect(timeline.find(({ entry }) => entry === acted.entry)?.by.title).toBe('Plh. Kepala Dinas');
    expect(new Set([tu, head, sek].map(dumpOf)).size).toBe(1);
  },
);
