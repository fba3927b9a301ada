import { expect, it } from 'vitest';

import { readLetter } from '#main/engine/store/letters.ts';

import {
  AGENDA,
  NOON,
  bookOf,
  deskOffice,
  expectOneOffice,
  logOf,
  rowOf,
  runtimeOf,
  together,
} from './number-desks.ts';
import { refusal, register, samplePdf, testOffice } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

it('lets two desks and the registry number offline at once, and the book says who held what', async () => {
  const office = testOffice();
  const { tu, desks, forwardTo } = await deskOffice(office, 2);
  const numbers: (number | null)[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const pc of [tu, ...desks]) {
      const { agendaNumber } = await register(pc, forwardTo, { receivedAt: NOON });
      numbers.push(agendaNumber);
    }
  }
  expect(numbers).not.toContain(null);
  expect(new Set(numbers).size).toBe(9);
  await together([tu, ...desks]);
  await expectOneOffice([tu, ...desks]);
  const book = await bookOf(tu);
  expect(book.counts).toMatchObject({ used: 9, duplicate: 0, skipped: 0, leased: 94 });
  expect(book.leases.map(({ holder, left }) => [holder.name, left])).toEqual([
    ['Petugas 1', 47],
    ['Petugas 2', 47],
  ]);
  const byDesk = book.rows.filter(({ desk, fate }) => desk !== null && fate === 'used');
  expect(byDesk.map(({ desk }) => desk?.name).toSorted()).toEqual([
    ...Array<string>(3).fill('Petugas 1'),
    ...Array<string>(3).fill('Petugas 2'),
  ]);
}, 120_000);

it('lets a letter wait visibly when the lease is used up, and renews the lease', async () => {
  const office = testOffice();
  const { tu, desks, forwardTo } = await deskOffice(office, 1);
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk');
  const lease = (await bookOf(desk)).leases[0];
  if (lease === undefined) throw new Error('no lease');
  // All but one are spoiled, e.g. stamped on the wrong paper.
  const spoiled = { series: AGENDA, from: lease.from + 1, to: lease.to, note: 'salah cap' };
  await desk.call('numbers.void', spoiled);
  expect((await register(desk, forwardTo, { receivedAt: NOON })).agendaNumber).toBe(lease.from);
  const waiting = await register(desk, forwardTo, { receivedAt: NOON });
  expect(waiting.agendaNumber).toBeNull();
  expect(await desk.call('numbers.waiting', undefined)).toMatchObject([
    { letter: waiting.letterId, reason: 'noLease' },
  ]);
  await desk.sync();
  expect(await desk.call('numbers.waiting', undefined)).toMatchObject([{ reason: 'leaseAsked' }]);
  await together([desk, tu, desk, tu]);
  const { agenda } = await desk.call('letters.show', { letter: waiting.letterId });
  expect(agenda).toMatch(/^\d+\/2026$/);
  const book = await bookOf(desk);
  expect(book.leases).toHaveLength(2);
  expect(rowOf(book, lease.to)).toMatchObject({
    fate: 'voided',
    desk: { name: 'Petugas 1' },
    voided: { reason: 'spoiled', note: 'salah cap', name: 'Petugas 1' },
  });
  expect((await register(desk, forwardTo, { receivedAt: NOON })).agendaNumber).not.toBeNull();
  await together([desk, tu]);
  await expectOneOffice([tu, desk]);
  // A desk gives up what it holds and nothing else.
  expect(
    await refusal(desk.engine.call('numbers.void', { ...spoiled, from: lease.to + 1, to: lease.to + 1 })),
  ).toBe('not-registry');
}, 120_000);

it('begins a book of its own at the turn of the year, wherever the clock jumps', async () => {
  const office = testOffice();
  const clock = { now: Date.UTC(2026, 11, 28, 3) };
  const { tu, desks, forwardTo } = await deskOffice(office, 1, clock);
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk');
  const jumpTo = async (now: number) => {
    clock.now = now;
    // Else days without a touch would lock the session.
    for (const pc of [tu, desk]) await pc.call('session.touch', undefined);
  };
  const add = async (pc: Pc, receivedAt = clock.now) => {
    const { letterId } = await register(pc, forwardTo, { receivedAt });
    return readLetter(runtimeOf(pc).db, letterId)?.agenda;
  };
  expect(await add(tu)).toMatchObject({ year: 2026, number: 1334 });
  // Cut off before the turn, both go on after it: the new book was made ready.
  await jumpTo(Date.UTC(2026, 11, 31, 17));
  const [atRegistry, atDesk] = [await add(tu), await add(desk)];
  expect([atRegistry?.year, atDesk?.year]).toEqual([2027, 2027]);
  expect(atRegistry?.number).not.toBe(atDesk?.number);
  expect(Math.min(atRegistry?.number ?? 0, atDesk?.number ?? 0)).toBe(1);
  // Received before the turn, registered after it: the old book, which goes on where it was.
  expect(await add(tu, clock.now - 1)).toMatchObject({ year: 2026, number: 1335 });
  await jumpTo(Date.UTC(2026, 11, 31, 16, 59));
  expect(await add(tu)).toMatchObject({ year: 2026, number: 1336 });
  await jumpTo(Date.UTC(2027, 2, 1, 3));
  await together([tu, desk]);
  await expectOneOffice([tu, desk]);
  // What the desk did not use of the year that is over is given up by itself.
  const old = await bookOf(tu, 2026);
  expect(rowOf(old, 1300)).toMatchObject({ fate: 'voided', voided: { reason: 'yearEnded' } });
  expect((await bookOf(tu, 2027)).counts).toMatchObject({ used: 2, skipped: 0 });
}, 120_000);

it('gives a memo its letter number from a book of letters, once, before it is signed', async () => {
  const office = testOffice();
  const { tu, desks, forwardTo } = await deskOffice(office, 1);
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk');
  const book = { kind: 'letter' as const, unit: null, code: 'ND' };
  expect(
    await refusal(
      tu.engine.call('numbers.book', {
        series: { ...book, year: 2026 },
        from: null,
        limit: 1,
        gapsOnly: false,
      }),
    ),
  ).toBe('not-found');
  await tu.call('numbers.set-registry', { book, log: logOf(tu), start: 77, gone: false });
  await tu.sync();
  const incoming = await register(tu, forwardTo, { receivedAt: NOON });
  expect(await refusal(tu.engine.call('numbers.issue', { letter: incoming.letterId, book }))).toBe(
    'act-not-allowed',
  );
  await together([tu, desk]);
  expect(await refusal(desk.engine.call('numbers.issue', { letter: incoming.letterId, book }))).toBe(
    'not-registry',
  );
  const staged = await tu.call('intake.stage', { files: [{ name: 'nota.pdf', bytes: samplePdf('Nota') }] });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan anggaran',
    number: '',
    date: '2026-10-08',
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [forwardTo],
    copies: [],
    chain: [{ role: 'signature', position: forwardTo, placement: null }],
    note: '',
    lossSeen: false,
  });
  // The book has no ceiling on the share before the pass after its appointment.
  await tu.sync();
  expect((await tu.call('numbers.issue', { letter: letterId, book })).number).toBe(77);
  expect(await refusal(tu.engine.call('numbers.issue', { letter: letterId, book }))).toBe('act-already-done');
  await together([tu, desk]);
  expect(await desk.call('letters.show', { letter: letterId })).toMatchObject({
    letterNumber: '77/2026',
    memo: { stage: 'inChain' },
  });
  const series = { ...book, year: 2026 };
  const view = await desk.call('numbers.book', { series, from: null, limit: 10, gapsOnly: false });
  expect(view).toMatchObject({ start: 77, given: 77, counts: { used: 1, skipped: 0 } });
  expect(view.rows).toMatchObject([{ number: 77, fate: 'used', letters: [{ letter: letterId }] }]);
  await expectOneOffice([tu, desk]);
}, 120_000);
