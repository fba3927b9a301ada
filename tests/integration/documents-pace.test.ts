import { expect, it, onTestFinished, vi } from 'vitest';

import { seedLetters } from '#main/engine/audit/seed/seed-letters.ts';
import { FETCH_BATCH } from '#main/engine/office/share-documents.ts';
import { countBlobs } from '#main/engine/store/blobs.ts';

import { enrol, officeInput, PASSPHRASE, testOffice, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { until } from './share-processes.ts';

/** Milliseconds between two looks of the app at an unchanged share, with the jitter in the middle. */
const POLL_MS = 3000;
const BATCHES = 5;

function documentsOf({ engine }: Pc) {
  if (engine.state.office === null) throw new Error('no office');
  return countBlobs(engine.state.office.db);
}

it('many documents come one batch after the other, without a poll to wait for between them', async () => {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  // As in the app: it looks by itself.
  const head = await office.open('head', { background: true, random: () => 0.5 });
  await enrol(office, tu, head, { name: 'Bambang Hariyanto', title: 'Kepala Dinas', role: 'pimpinan' });
  const runtime = tu.engine.state.office;
  if (runtime === null) throw new Error('no office');
  const letters = BATCHES * FETCH_BATCH;
  await value(
    seedLetters(runtime, {
      letters,
      words: 20,
      seed: '1',
      passphrase: PASSPHRASE,
      onProgress: () => undefined,
    }),
  );
  await tu.sync();
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  await until(() => documentsOf(head).here > 0, 60_000);
  timers.mockClear();
  await until(() => documentsOf(head).here === letters, 60_000);
  const waits = timers.mock.calls.filter(([, ms]) => ms === POLL_MS);
  expect(documentsOf(head).elsewhere).toBe(0);
  // The one after the last batch may be among them; with a wait between two batches it would be four.
  expect(waits.length).toBeLessThanOrEqual(1);
});
