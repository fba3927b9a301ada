import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { disposeInput, enrol, officeInput, refusal, register, testOffice } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

/** So many PCs of one office that have each other's logs. */
async function quietOffice(office: TestOffice, count: number) {
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const pcs: Pc[] = [tu];
  const positions: string[] = [];
  while (pcs.length < count) {
    const pc = await office.open(`pc${pcs.length}`);
    const who = { name: `Pegawai ${pcs.length}`, title: `Jabatan ${pcs.length}`, role: 'pimpinan' as const };
    positions.push(await enrol(office, tu, pc, who));
    pcs.push(pc);
  }
  for (let round = 0; round < 2; round += 1) for (const pc of pcs) await pc.sync();
  return { tu, pcs, positions };
}

/** The office's folder on the share. */
function folderOf(office: TestOffice): string {
  const [name = ''] = readdirSync(office.share).filter((entry) => entry.startsWith('nirkertas-'));
  return join(office.share, name);
}

const heads = (office: TestOffice) => readdirSync(join(folderOf(office), 'heads'));

/** The first 16 digits of the log that got a new head from what is done. */
async function logOf(office: TestOffice, act: () => Promise<unknown>): Promise<string> {
  const before = new Set(heads(office));
  await act();
  const [name = ''] = heads(office).filter((head) => !before.has(head));
  return name.slice(0, 16);
}

function removeLog(office: TestOffice, log16: string): void {
  for (const name of heads(office)) {
    if (name.startsWith(log16)) rmSync(join(folderOf(office), 'heads', name));
  }
  rmSync(join(folderOf(office), 'logs', log16), { recursive: true });
}

const alerts = async (pc: Pc) => (await pc.call('sync.status', undefined)).alerts;

it('an entry that others build on and the share withholds is told with log and entry, and comes from a peer', async () => {
  const office = testOffice();
  const { tu, pcs, positions } = await quietOffice(office, 3);
  const [, head, other] = pcs as [Pc, Pc, Pc];
  const { letterId } = await register(tu, positions[0] ?? '');
  for (const pc of [tu, head, other]) await pc.sync();
  await head.call('letters.dispose', disposeInput(letterId, null, positions[1] ?? ''));
  const log16 = await logOf(office, () => head.sync());
  // The other one has it and acts upon it; then it is taken away before TU looks, and its own PC is off.
  await other.sync();
  await other.call('letters.read', { letter: letterId });
  await other.sync();
  removeLog(office, log16);
  for (let pass = 0; pass < 3; pass += 1) await tu.sync();
  const told = await alerts(tu);
  expect(told.find((alert) => alert.code === 'share-withholds')?.params).toMatchObject({ log: log16 });
  expect((await tu.call('letters.show', { letter: letterId })).dispositions).toEqual([]);

  for (let pass = 0; pass < 12; pass += 1) await other.sync();
  expect(heads(office).some((name) => name.startsWith(log16))).toBe(true);
  for (let pass = 0; pass < 2; pass += 1) await tu.sync();
  expect((await tu.call('letters.show', { letter: letterId })).dispositions).toHaveLength(1);
  expect(await alerts(tu)).toEqual([]);
  expect(await alerts(other)).toEqual([]);
});

it('stops writing when most is gone at once, and goes on when a person says so', async () => {
  const office = testOffice();
  const { tu, pcs, positions } = await quietOffice(office, 5);
  expect(await refusal(tu.engine.call('sync.resume', undefined))).toBe('act-already-done');
  const folder = join(folderOf(office), 'heads');
  for (const name of heads(office)) renameSync(join(folder, name), join(folder, `${name}.terkunci`));
  for (let pass = 0; pass < 3; pass += 1) await tu.sync();
  expect(await tu.call('sync.status', undefined)).toMatchObject({
    share: 'stopped',
    problem: { code: 'share-stopped' },
  });
  const { letterId } = await register(tu, positions[0] ?? '');
  for (let pass = 0; pass < 5; pass += 1) await tu.sync();
  expect(heads(office).every((name) => name.endsWith('.terkunci'))).toBe(true);
  expect((await tu.call('letters.show', { letter: letterId })).delivery).toBe('local');

  await tu.call('sync.resume', undefined);
  for (let pass = 0; pass < 25; pass += 1) await tu.sync();
  expect(heads(office).filter((name) => !name.endsWith('.terkunci'))).toHaveLength(5);
  expect(await tu.call('sync.status', undefined)).toMatchObject({ share: 'online', problem: null });
  for (const pc of pcs.slice(1)) await pc.sync();
  expect((await pcs[1]?.call('letters.show', { letter: letterId }))?.id).toBe(letterId);
});
