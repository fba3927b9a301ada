import { readFile, readdir, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { readGenesis } from '#main/engine/share/public-files.ts';

import { makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { TestPc } from './share-test-pc.ts';

const DAY = 24 * 60 * 60 * 1000;

let share: string;
let office: TestOffice;
let now: number;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
  now = Date.now();
});
afterEach(() => removeShare(share));

/** Two PCs of the office, quiet. */
async function quietOffice(): Promise<readonly [TestPc, TestPc]> {
  const options = { now: () => now, random: () => 0 };
  const a = new TestPc(office, office.founderKey, options);
  const b = new TestPc(office, generateSigningKey(), options);
  for (const pc of [a, b]) pc.write('ada');
  for (let pass = 0; pass < 2; pass += 1) for (const pc of [a, b]) await pc.sync.sync();
  return [a, b];
}

async function rounds(pcs: readonly TestPc[], times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    now += 30 * 60_000;
    for (let pass = 0; pass < 8; pass += 1) for (const pc of pcs) await pc.sync.sync();
  }
}

const file = (name: string) => join(office.folder, name);
const names = async () => (await readdir(office.folder)).filter((name) => name.includes('.json')).toSorted();

describe('a public file', () => {
  for (const name of ['format.json', 'genesis.json']) {
    it(`${name} that is damaged or gone is written beside its place by one PC`, async () => {
      const pcs = await quietOffice();
      const whole = await readFile(file(name));
      await writeFile(file(name), 'rusak');
      await rounds(pcs, 2);
      expect(await readFile(file(`${name}.r1`))).toEqual(whole);
      expect(await names()).toEqual(['format.json', 'genesis.json', `${name}.r1`].toSorted());
      expect(pcs.map((pc) => pc.alertCodes())).toEqual([[], []]);
      // The copy may be hit as well: the next one has the next number.
      await writeFile(file(`${name}.r1`), 'rusak juga');
      await unlink(file(name));
      await rounds(pcs, 2);
      expect(await readFile(file(`${name}.r2`))).toEqual(whole);
      pcs[0].write('terus bekerja');
      expect(await pcs[0].sync.sync()).toMatchObject({ share: 'online', published: 1 });
    });
  }

  it('genesis.json that a stranger swapped is rejected, told and healed; work goes on', async () => {
    const [a, b] = await quietOffice();
    const elsewhere = await makeShare();
    const other = await makeOffice(elsewhere);
    await writeFile(file('genesis.json'), other.genesis.bytes);
    a.write('sesudah ditukar');
    expect(await a.sync.sync()).toMatchObject({ share: 'online', published: 1 });
    expect(a.alertCodes()).toContain('genesis-swapped');
    await rounds([a, b], 2);
    expect(await readFile(file('genesis.json.r1'))).toEqual(Buffer.from(office.genesis.bytes));
    expect(b.notes(a.log)).toEqual(['ada', 'sesudah ditukar']);
    // The security event stays until somebody puts it away; nothing else is left of it.
    expect([a, b].map((pc) => pc.alertCodes())).toEqual([['genesis-swapped'], ['genesis-swapped']]);
    // Whoever joins by a code reads the genesis that the code names.
    const found = await readGenesis(new NodeShareFs(share), office.genesis.officeId);
    expect(found.ok && found.value.hash).toBe(office.genesis.hash);
    await removeShare(elsewhere);
  });

  it('costs two reads to look at while all is well', async () => {
    const [a] = await quietOffice();
    await a.cost();
    a.write('satu tindakan');
    // Format and genesis, segment and head read back, and the head whose time tells the share's clock, once a run.
    const cost = await a.cost();
    expect(cost.read).toBeLessThanOrEqual(5);
    a.write('lagi');
    expect((await a.cost()).read).toBe(4);
  });
});

describe('what enrolments left in join/', () => {
  it('goes when they are over or nobody of the office knows them, and the keys of rotations stay', async () => {
    const [a] = await quietOffice();
    const join16 = (digit: string) => digit.repeat(16);
    const ages: Record<string, number> = {
      [`${join16('1')}.request`]: 8,
      [`${join16('1')}.answer`]: 6,
      [`${join16('2')}.request`]: 60,
      [`${join16('3')}.invite`]: 31,
      [`${join16('4')}.request`]: 29,
      [`${join16('5')}.key`]: 400,
    };
    for (const [name, days] of Object.entries(ages)) {
      await writeFile(file(`join/${name}`), 'x');
      const then = new Date(now - days * DAY);
      await utimes(file(`join/${name}`), then, then);
    }
    const again = new TestPc(office, office.founderKey, { now: () => now });
    for (const entry of a.store.entries.get(a.log) ?? []) again.store.append(entry);
    again.store.invitations.set(join16('1'), 'over');
    again.store.invitations.set(join16('2'), 'open');
    again.write('menyapu');
    await again.sync.sync();
    expect((await readdir(file('join'))).toSorted()).toEqual(
      [
        `${join16('1')}.answer`,
        `${join16('2')}.request`,
        `${join16('4')}.request`,
        `${join16('5')}.key`,
      ].toSorted(),
    );
  });
});
