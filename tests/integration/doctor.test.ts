import { randomBytes } from 'node:crypto';

import { expect, it } from 'vitest';

import type { Check } from '#main/engine/audit/check.ts';
import { examine } from '#main/engine/audit/doctor.ts';
import { writeStop } from '#main/engine/office/share-losses.ts';

import { officeOf, storeOf } from './cli-audit-samples.ts';
import { documentOf, runCli } from './cli-runner.ts';
import { PASSPHRASE, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

async function checksOf({ engine: { state } }: Pc): Promise<Record<string, Check>> {
  const checks = await examine(state, state.shareFs);
  return Object.fromEntries(checks.map((check) => [check.check, check]));
}

it('knows the runtime, the clock against what colleagues wrote, and how many PCs use the share', async () => {
  const office = testOffice();
  const { tu, head } = await twoPcs(office);
  const fine = await checksOf(tu);
  expect(fine).toMatchObject({
    runtime: { state: 'ok', params: { node: process.versions.node, sqlite: expect.stringMatching(/^3\./) } },
    clock: { state: 'ok' },
    'share-clients': { state: 'ok', params: { count: 2 } },
    'share-stop': { state: 'ok' },
  });

  const { dir } = head;
  await head.engine.close();
  const late = await office.open('head', { clock: () => Date.now() - 3 * 60 * 60 * 1000 });
  expect(late.dir).toBe(dir);
  const { clock } = await checksOf(late);
  expect(clock?.state).toBe('warn');
  expect(clock?.params['minutes']).toBeGreaterThanOrEqual(179);

  const add = storeOf(tu).prepare('INSERT INTO logs (log, device, last_time) VALUES (?, ?, ?)');
  for (let pc = 3; pc <= 14; pc += 1) add.run(randomBytes(32).toString('hex'), `dev_${pc}`, Date.now());
  // One that has not been seen for months is not reckoned with.
  add.run(randomBytes(32).toString('hex'), 'dev_old', Date.now() - 90 * 24 * 60 * 60 * 1000);
  expect((await checksOf(tu))['share-clients']).toMatchObject({ state: 'ok', params: { count: 14 } });
  add.run(randomBytes(32).toString('hex'), 'dev_15', Date.now());
  expect((await checksOf(tu))['share-clients']).toMatchObject({ state: 'warn', params: { count: 15 } });
});

it('finds that writing stopped, and `sync resume` goes on with it', async () => {
  const office = testOffice();
  const { tu } = await twoPcs(office);
  writeStop(officeOf(tu.engine)).stopWrites(12, 40);
  await tu.engine.close();
  const cli = (...args: readonly string[]) =>
    runCli(['--dir', tu.dir, ...args], { NIRKERTAS_PASSPHRASE: PASSPHRASE });
  const sick = await cli('doctor');
  expect(sick.code).toBe(1);
  expect(sick.out).toContain('✗ Penulisan dihentikan: 12 dari 40 berkas');
  expect(documentOf(await cli('--json', 'sync'))).toMatchObject({ share: 'stopped' });
  const resumed = await cli('sync', 'resume');
  expect(resumed).toMatchObject({ code: 0 });
  expect(resumed.out).toContain('Penulisan ke folder bersama dilanjutkan');
  expect(documentOf(await cli('--json', 'sync'))).toMatchObject({ share: 'online' });
  const twice = await cli('--json', 'sync', 'resume');
  expect(twice.code).toBe(1);
  expect(documentOf(twice)).toMatchObject({ error: { code: 'act-already-done' } });
});
