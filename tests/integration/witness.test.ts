import { expect, it } from 'vitest';

import { disposeInput, enrol, officeInput, register, testOffice } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

const HOUR = 60 * 60 * 1000;

/** Three PCs of an office whose clocks move together, when the test says so. */
async function threePcs() {
  const office = testOffice();
  let ahead = 0;
  const internals = { clock: () => Date.now() + ahead };
  const tu = await office.open('tu', internals);
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const head = await office.open('head', internals);
  const headPosition = await enrol(office, tu, head, {
    name: 'Bambang Hariyanto',
    title: 'Kepala Dinas',
    role: 'pimpinan',
  });
  const staff = await office.open('staff', internals);
  const staffPosition = await enrol(office, tu, staff, { name: 'Dewi', title: 'Staf', role: 'staf' });
  for (let round = 0; round < 3; round += 1) for (const pc of [tu, head, staff]) await pc.sync();
  return { tu, head, staff, headPosition, staffPosition, later: (ms: number) => (ahead += ms) };
}

const received = async (pc: Pc, letter: string) => {
  const { delivery, receivedBy } = await pc.call('letters.show', { letter });
  return [delivery, receivedBy];
};

it('tells for each letter whether it was sent and how many PCs said that they have it', async () => {
  const { tu, head, staff, headPosition, staffPosition, later } = await threePcs();
  const { letterId } = await register(tu, headPosition);
  expect(await received(tu, letterId)).toEqual(['local', 0]);
  await tu.sync();
  expect(await received(tu, letterId)).toEqual(['onShare', 0]);
  expect((await tu.call('sync.status', undefined)).notReceived).toBeGreaterThan(0);
  for (const pc of [head, staff, tu]) await pc.sync();
  // They have it, and nobody has said so.
  expect(await received(tu, letterId)).toEqual(['onShare', 0]);

  later(HOUR + 1);
  for (const pc of [head, staff, head, staff, tu]) await pc.sync();
  expect(await received(tu, letterId)).toEqual(['onShare', 2]);
  expect((await tu.call('sync.status', undefined)).notReceived).toBe(0);

  // An act is a word about what came before it; its own writer has it.
  await head.call('letters.dispose', disposeInput(letterId, null, staffPosition));
  for (const pc of [head, tu]) await pc.sync();
  expect(await received(tu, letterId)).toEqual(['onShare', 1]);
  expect(await received(head, letterId)).toEqual(['onShare', 0]);
});

it('writes that it has seen something at most hourly, and never in answer to others who did', async () => {
  const { tu, head, staff, headPosition, later } = await threePcs();
  const entries = async (pc: Pc) => (await pc.sync()).published;
  await register(tu, headPosition);
  for (const pc of [tu, head, staff]) await pc.sync();
  expect(await entries(head)).toBe(0);
  later(HOUR + 1);
  // The note is written after one pass and goes with the next.
  for (const pc of [head, staff, tu]) await pc.sync();
  expect([await entries(head), await entries(staff)]).toEqual([1, 1]);
  let further = 0;
  for (let hour = 0; hour < 6; hour += 1) {
    for (const pc of [tu, head, staff, tu, head, staff]) further += await entries(pc);
    later(HOUR + 1);
  }
  // TU still says once that it has what came from the others before; then all is quiet.
  expect(further).toBeLessThanOrEqual(1);
});
