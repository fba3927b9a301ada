import { renameSync } from 'node:fs';

import { expect, it } from 'vitest';

import { officeAgenda } from '#core/office/number-series.ts';

import {
  AGENDA,
  NOON,
  addTwin,
  bookOf,
  deskOffice,
  expectOneOffice,
  logOf,
  rowOf,
  together,
} from './number-desks.ts';
import { refusal, register, testOffice } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

/** What a PC tells, but for the clock: the day of the test is not the day on which the files are written. */
async function alertsOf(pc: Pc): Promise<readonly string[]> {
  const { alerts } = await pc.call('sync.status', undefined);
  return alerts.map(({ code }) => code).filter((code) => code !== 'clock-differs');
}

it('replaces a registry that died, above its ceiling, and takes its late letters in when it comes back', async () => {
  const office = testOffice();
  const { tu, desks, forwardTo } = await deskOffice(office, 2);
  const [one, two] = desks;
  if (one === undefined || two === undefined) throw new Error('no desks');
  await tu.call('numbers.set-registry', { book: officeAgenda, log: logOf(one), start: null, gone: false });
  await together([tu, one, two]);
  const first = await bookOf(one);
  expect(first.registry).toMatchObject({ name: 'Petugas 1', mine: true });
  // What the founder announced and never used is given up by the new registry, with the reason.
  expect(first.counts.skipped).toBe(0);
  expect(first.rows.find(({ fate }) => fate === 'voided')?.voided?.reason).toBe('registryReplaced');
  const offline = [
    await register(one, forwardTo, { receivedAt: NOON }),
    await register(one, forwardTo, { receivedAt: NOON }),
  ];
  const numbers = offline.map(({ agendaNumber }) => agendaNumber ?? 0);
  expect(Math.min(...numbers)).toBeGreaterThan(0);

  // It dies before it could publish them.
  await tu.call('numbers.set-registry', { book: officeAgenda, log: logOf(two), start: null, gone: true });
  await together([tu, two]);
  const second = await register(two, forwardTo, { receivedAt: NOON });
  const ceilingOfDead = first.ceiling;
  expect(second.agendaNumber).toBe(ceilingOfDead + 1);
  await together([two, tu]);
  expect(rowOf(await bookOf(tu), numbers[0] ?? 0)).toMatchObject({ fate: 'voided' });
  expect(await refusal(tu.engine.call('numbers.void', { series: AGENDA, from: 1, to: 1, note: 'x' }))).toBe(
    'not-registry',
  );

  // It comes back: its letters keep their numbers, and it gives none as a registry any more.
  await together([one, tu, two, one]);
  const book = await bookOf(tu);
  for (const number of numbers) {
    expect(rowOf(book, number)).toMatchObject({ fate: 'used', voided: { reason: 'registryReplaced' } });
  }
  expect(book.counts.duplicate).toBe(0);
  const later = await register(one, forwardTo, { receivedAt: NOON });
  await together([one, two, tu, one]);
  // The lease that it held as a desk, before it kept the book, is still its own.
  expect(await one.call('letters.show', { letter: later.letterId })).toMatchObject({ agenda: '1284/2026' });
  expect((await bookOf(one)).counts).toMatchObject({ duplicate: 0, used: 4 });
  await expectOneOffice([tu, one, two]);
}, 180_000);

it('uses no number above a ceiling that was not read back, whatever crashes in between', async () => {
  const office = testOffice();
  const { tu, forwardTo, internals } = await deskOffice(office, 0);
  const { ceiling } = await bookOf(tu);
  // The book is used up to the last number below the ceiling.
  await tu.call('numbers.void', { series: AGENDA, from: 1284, to: ceiling - 1, note: 'uji' });
  expect((await register(tu, forwardTo, { receivedAt: NOON })).agendaNumber).toBe(ceiling);
  renameSync(office.share, `${office.share}-away`);
  const waiting = await register(tu, forwardTo, { receivedAt: NOON });
  expect(waiting.agendaNumber).toBeNull();
  // The next ceiling is announced here and cannot be read back.
  await tu.engine.call('sync.now', undefined);
  expect(await tu.call('numbers.waiting', undefined)).toMatchObject([{ reason: 'ceiling' }]);
  expect((await bookOf(tu)).ceiling).toBeGreaterThan(ceiling);
  await tu.engine.close();
  const again = await office.open('tu', internals);
  const [user] = (await again.call('session.state', undefined)).users;
  await again.call('session.unlock', { user: user?.user ?? '', passphrase: 'kantor tanpa kertas 42' });
  expect((await again.call('letters.show', { letter: waiting.letterId })).agenda).toBeNull();
  expect((await register(again, forwardTo, { receivedAt: NOON + 1 })).agendaNumber).toBeNull();
  renameSync(`${office.share}-away`, office.share);
  await again.sync();
  expect((await again.call('letters.show', { letter: waiting.letterId })).agenda).toBe(`${ceiling + 1}/2026`);
  expect(await again.call('numbers.waiting', undefined)).toEqual([]);
  await expectOneOffice([again]);
}, 120_000);

it('shows two letters with one number on both, and a person settles it', async () => {
  const office = testOffice();
  const { tu, desks, forwardTo } = await deskOffice(office, 1);
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk');
  const mine = await register(tu, forwardTo, { receivedAt: NOON });
  const twin = await addTwin(tu, mine, 'Surat kembar', forwardTo);
  await together([tu, desk]);
  for (const pc of [tu, desk]) {
    const shown = await pc.call('letters.show', { letter: mine.letterId });
    expect(shown.sameNumber).toEqual([
      {
        letter: twin,
        number: `${mine.agendaNumber}/2026`,
        subject: 'Surat kembar',
        from: 'Sekretariat Daerah',
        receivedAt: NOON,
        securityClass: 'biasa',
      },
    ]);
    const { rows } = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 10 });
    expect(rows.map(({ numberShared }) => numberShared)).toEqual([true, true]);
    expect(await alertsOf(pc)).toEqual(['number-duplicate']);
    const book = await bookOf(pc);
    expect(rowOf(book, mine.agendaNumber ?? 0)).toMatchObject({ fate: 'duplicate', letters: [{}, {}] });
  }
  await desk.call('numbers.correct', { letter: twin, suffix: 'a' });
  expect(await refusal(desk.engine.call('numbers.correct', { letter: twin, suffix: 'b' }))).toBe(
    'number-not-shared',
  );
  await together([desk, tu]);
  for (const pc of [tu, desk]) {
    expect((await pc.call('letters.show', { letter: twin })).agenda).toBe(`${mine.agendaNumber}.a/2026`);
    expect((await pc.call('letters.show', { letter: mine.letterId })).sameNumber).toEqual([]);
    expect(await alertsOf(pc)).toEqual([]);
  }
  await expectOneOffice([tu, desk]);
}, 120_000);
