import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { verifyShareFrames } from '#main/engine/audit/verify-frames.ts';
import { verifyShareWithKeys } from '#main/engine/audit/verify-share.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { transact } from '#main/engine/store/database.ts';

import {
  disposeInput,
  enrol,
  PASSPHRASE,
  refusal,
  register,
  testOffice,
  twoPcs,
  value,
} from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

function runtimeOf(pc: Pc) {
  const runtime = pc.engine.state.office;
  if (runtime === null) throw new Error('no office');
  return runtime;
}

async function passes(pcs: readonly Pc[], times: number): Promise<void> {
  for (let pass = 0; pass < times; pass += 1) for (const pc of pcs) await pc.sync();
}

async function unlock(pc: Pc): Promise<void> {
  const [user] = (await pc.call('session.state', undefined)).users;
  await pc.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE });
}

it('a log that its owner ended leaves heads/, proves itself from sealed/, and a fresh one follows', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const { letterId } = await register(tu, headPosition);
  await passes([tu, head], 2);
  await head.call('letters.dispose', disposeInput(letterId, null, tuPosition));
  expect(await refusal(tu.engine.call('session.retire', undefined)), 'it writes the roster').toBe(
    'log-has-duties',
  );
  const old = runtimeOf(head).session?.log ?? '';
  expect(await head.call('session.retire', undefined)).toMatchObject({ state: 'locked' });
  await passes([head, tu], 8);
  const folder = join(office.share, readdirSync(office.share)[0] ?? '');
  const isHeadOf = (log: string) =>
    readdirSync(join(folder, 'heads')).some((name) => name.startsWith(log.slice(0, 16)));
  expect([isHeadOf(old), readdirSync(join(folder, 'sealed')).length]).toEqual([false, 1]);

  // Whoever comes back on the same PC writes a log of its own.
  await unlock(head);
  const fresh = runtimeOf(head).session?.log ?? '';
  expect(fresh).not.toBe(old);
  const { people } = await head.call('office.status', undefined);
  const mine = people.find(({ user }) => user === runtimeOf(head).session?.user)?.logs ?? [];
  expect(new Map(mine.map(({ log, state, isThisPc }) => [log, [state, isThisPc]]))).toEqual(
    new Map([
      [fresh, ['open', true]],
      [old, ['retired', true]],
    ]),
  );
  await head.call('letters.recall', {
    letter: letterId,
    disposition: (await head.call('letters.show', { letter: letterId })).dispositions[0]?.id ?? '',
  });
  const late = await office.open('late');
  await enrol(office, tu, late, { name: 'Rina Marlina', title: 'Pengadministrasi', role: 'tu' });
  await passes([head, tu, late], 3);
  for (const pc of [tu, head, late]) {
    const shown = await pc.call('letters.show', { letter: letterId });
    expect(shown.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['letter.disposed', 'letter.recalled']),
    );
    expect((await pc.call('sync.status', undefined)).alerts).toEqual([]);
    expect((await value(await verifyStore(runtimeOf(pc)))).findings).toEqual([]);
  }
  const shared = await value(await verifyShareWithKeys(runtimeOf(tu), new NodeShareFs(office.share), ''));
  expect({ logs: shared.logs, findings: shared.findings }).toEqual({ logs: 4, findings: [] });
  expect((await value(await verifyShareFrames(new NodeShareFs(office.share), ''))).findings).toEqual([]);

  // What entries say of each other can be made again from them.
  const before = runtimeOf(tu).db.prepare('SELECT * FROM witness ORDER BY by_log, log_id').all();
  transact(runtimeOf(tu).db, (db) => db.exec('DELETE FROM witness'));
  expect((await value(await verifyStore(runtimeOf(tu)))).findings.map(({ code }) => code)).toContain(
    'witness-wrong',
  );
  rebuildProjections(runtimeOf(tu));
  expect(runtimeOf(tu).db.prepare('SELECT * FROM witness ORDER BY by_log, log_id').all()).toEqual(before);

  // A file that is none of ours there is told, and hinders nobody.
  mkdirSync(join(folder, 'sealed', '2.0123456789ab'));
  writeFileSync(join(folder, 'sealed', 'halo.txt'), 'x');
  const strange = await value(await verifyShareWithKeys(runtimeOf(tu), new NodeShareFs(office.share), ''));
  expect(strange.findings.map(({ code }) => code).toSorted()).toEqual(['file-damaged', 'stranger-file']);
});
