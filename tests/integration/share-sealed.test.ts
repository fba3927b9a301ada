import { readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { encodeIndex, indexName } from '#main/engine/log/sealed-index.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { parseHeadName } from '#main/engine/log/file-names.ts';
import { readHead } from '#main/engine/share/read-log.ts';

import { filesUnder, flipByte, makeOffice, makeShare, removeShare } from './share-test-office.ts';
import type { TestOffice } from './share-test-office.ts';
import { TestPc } from './share-test-pc.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let share: string;
let office: TestOffice;
let now: number;
beforeEach(async () => {
  share = await makeShare();
  office = await makeOffice(share);
  now = Date.now();
});
afterEach(() => removeShare(share));

function pcWith(key = generateSigningKey()): TestPc {
  return new TestPc(office, key, { now: () => now, random: () => 0 });
}

const heads = () => readdir(join(office.folder, 'heads'));
const sealed = () => readdir(join(office.folder, 'sealed'));
const headsOf = async (pc: TestPc) => (await heads()).filter((name) => name.startsWith(pc.log.slice(0, 16)));

async function passes(pcs: readonly TestPc[], times: number): Promise<void> {
  for (let pass = 0; pass < times; pass += 1) for (const pc of pcs) await pc.sync.sync();
}

/** The writer of the roster, a colleague, and one whose log has ended for everybody. */
async function endedLog(): Promise<{ writer: TestPc; colleague: TestPc; gone: TestPc }> {
  const writer = pcWith(office.founderKey);
  const [colleague, gone] = [pcWith(), pcWith()];
  for (const pc of [writer, colleague, gone]) pc.write(`dari ${pc.log.slice(0, 4)}`);
  await passes([writer, colleague, gone], 2);
  gone.write('yang terakhir');
  await passes([gone, writer, colleague], 1);
  for (const pc of [writer, colleague, gone]) pc.store.ended.add(gone.log);
  return { writer, colleague, gone };
}

describe('a log that ended', () => {
  it('leaves heads/ for sealed/, and whoever joins later reads it there', async () => {
    const { writer, colleague, gone } = await endedLog();
    await passes([colleague, gone], 6);
    expect(await headsOf(gone), 'only the writer of the roster seals').toHaveLength(1);
    await passes([writer, colleague, gone], 6);
    expect([await headsOf(gone), (await sealed()).length]).toEqual([[], 1]);
    const late = pcWith();
    await passes([late], 1);
    expect(late.notes(gone.log)).toEqual([`dari ${gone.log.slice(0, 4)}`, 'yang terakhir']);
    await passes([writer, colleague, gone, late], 12);
    for (const pc of [writer, colleague, gone, late]) expect(pc.alertCodes()).toEqual([]);
    expect([await headsOf(gone), (await sealed()).length]).toEqual([[], 1]);
  });

  it('costs an idle poll nothing: one listing, no reads', async () => {
    const { writer, colleague } = await endedLog();
    await passes([writer, colleague], 8);
    for (const pc of [writer, colleague])
      expect(await pc.cost()).toMatchObject({ list: 1, read: 0, write: 0 });
    // After a restart sealed/ is looked at once.
    const again = pcWith();
    for (const { log, version } of colleague.store.knownHeads()) {
      for (const entry of colleague.store.entries.get(log) ?? []) again.store.append(entry);
      again.store.versions.set(log, version);
    }
    for (const [hash, name] of colleague.store.files) again.store.files.set(hash, name);
    const end = colleague.store.entries.get(colleague.log)?.at(-1)?.hash ?? '';
    again.store.files.set(end, (await headsOf(colleague))[0] ?? '');
    expect(await again.cost()).toMatchObject({ list: 2, write: 0 });
    // The first pass looked round as well, after which indices are read again once.
    await again.sync.sync();
    expect(await again.cost()).toMatchObject({ list: 1, read: 0 });
  });

  it('that somebody missed between two polls is found, although its head is gone', async () => {
    const { writer, colleague, gone } = await endedLog();
    gone.write('sesudah ditutup');
    await passes([gone], 1);
    await passes([writer], 8);
    expect(await headsOf(gone)).toEqual([]);
    await passes([colleague], 1);
    expect(colleague.notes(gone.log)).toContain('sesudah ditutup');
  });

  it('that goes on after all is read from heads/ again and sealed anew', async () => {
    const { writer, colleague, gone } = await endedLog();
    await passes([writer, colleague], 8);
    gone.write('dari komputer yang lama mati');
    await passes([gone, colleague], 1);
    expect(colleague.notes(gone.log)).toContain('dari komputer yang lama mati');
    await passes([writer, colleague, gone], 8);
    expect([await headsOf(gone), (await sealed()).length]).toEqual([[], 2]);
    const late = pcWith();
    await passes([late], 2);
    expect(late.notes(gone.log)).toContain('dari komputer yang lama mati');
    for (const pc of [writer, colleague, gone, late]) expect(pc.alertCodes()).toEqual([]);
  });

  it('whose index is damaged or gone comes back by those who have it, and is sealed again', async () => {
    for (const harm of ['flip', 'unlink'] as const) {
      const { writer, colleague, gone } = await endedLog();
      await passes([writer, colleague], 8);
      const [index = ''] = await sealed();
      const path = join(office.folder, 'sealed', index);
      if (harm === 'flip') await flipByte(path, 100);
      else await unlink(path);
      // Indices are read again in rounds, so the harm is seen with the next one.
      now += 30 * MINUTE;
      await passes([writer, colleague], 14);
      await unlink(path).catch(() => undefined);
      await passes([writer, colleague], 4);
      const late = pcWith();
      await passes([late], 2);
      expect(late.notes(gone.log), harm).toContain('yang terakhir');
      await removeShare(share);
      share = await makeShare();
      office = await makeOffice(share);
    }
  });

  it('whose segment is damaged is healed, and the index tells of the healed files', async () => {
    const { writer, colleague, gone } = await endedLog();
    await passes([writer, colleague], 8);
    const folder = join(office.folder, 'logs', gone.log.slice(0, 16));
    for (const name of await readdir(folder)) await rm(join(folder, name));
    for (let round = 0; round < 4; round += 1) {
      now += 30 * MINUTE;
      await passes([writer, colleague], 8);
    }
    const late = pcWith();
    await passes([late], 2);
    expect(late.notes(gone.log)).toContain('yang terakhir');
    expect([await headsOf(gone), (await sealed()).length], 'sealed again, once').toEqual([[], 2]);
  });
});

describe('an index by a hostile colleague', () => {
  it('that tells wrong files of a log hinders nobody from reading it', async () => {
    const { writer, gone } = await endedLog();
    const [name = ''] = await headsOf(gone);
    await passes([writer], 8);
    const sealing = { officeId: office.genesis.officeId, keys: office.keys };
    const head = gone.store.headOf(gone.log);
    if (head === null) throw new Error('no head');
    const forged = encodeIndex(sealing, 9, [{ name, head, segments: ['0-7.0123456789abcdef'] }]);
    await writeFile(join(office.folder, 'sealed', indexName(9, forged)), forged);
    const late = pcWith();
    await passes([late], 2);
    expect(late.notes(gone.log)).toContain('yang terakhir');
  });

  it('that names a living log takes nothing away from it', async () => {
    const { writer, colleague } = await endedLog();
    const [name = ''] = await headsOf(colleague);
    const head = colleague.store.headOf(colleague.log);
    if (head === null) throw new Error('no head');
    const sealing = { officeId: office.genesis.officeId, keys: office.keys };
    const forged = encodeIndex(sealing, 1, [{ name, head, segments: [] }]);
    await writeFile(join(office.folder, 'sealed', indexName(1, forged)), forged);
    const again = pcWith(writer.key);
    for (const entries of writer.store.entries.values())
      for (const entry of entries) again.store.append(entry);
    await passes([again], 8);
    expect(await headsOf(colleague)).toEqual([name]);
  });

  it('with a head that nobody signed is rejected and told', async () => {
    const { gone } = await endedLog();
    const head = gone.store.headOf(gone.log);
    const [name = ''] = await headsOf(gone);
    if (head === null) throw new Error('no head');
    const sealing = { officeId: office.genesis.officeId, keys: office.keys };
    const forged = encodeIndex(sealing, 1, [{ name, head: { ...head, hash: 'a'.repeat(64) }, segments: [] }]);
    await writeFile(join(office.folder, 'sealed', indexName(1, forged)), forged);
    const late = pcWith();
    await passes([late], 3);
    expect(late.alertCodes()).toEqual(['head-signature-wrong']);
    expect(late.notes(gone.log)).toContain('yang terakhir');
  });
});

describe('the files on the share', () => {
  it('are as many as logs, packs and documents, never as the entries', { timeout: 120_000 }, async () => {
    const writer = pcWith(office.founderKey);
    const others = Array.from({ length: 6 }, () => pcWith());
    const all = [writer, ...others];
    const publishes = 40;
    for (let turn = 0; turn < publishes; turn += 1) {
      for (const pc of all) pc.write(`surat ${turn}`);
      now += DAY;
      for (const pc of all) pc.store.now = now;
      // A pass that publishes, and one that packs.
      await passes(all, 2);
    }
    for (const pc of all) for (const other of others) pc.store.ended.add(other.log);
    for (const pc of [writer]) pc.write('terakhir');
    await passes([writer], 20);
    const files = await filesUnder(office.folder);
    const of = (place: string) => files.filter((file) => file.startsWith(`${place}/`)).length;
    const entries = all.length * (publishes + 1);
    // 16 KB and less in a tier: eight small files at most, those that packs replaced within 14 days, and the packs.
    expect({ heads: of('heads'), sealed: of('sealed'), entries }).toEqual({
      heads: 1,
      sealed: 1,
      entries: 287,
    });
    expect(of('logs') / all.length).toBeLessThanOrEqual(8 + 14 + 5);
    expect(of('tmp')).toBe(0);
    const late = pcWith();
    await passes([late], 2);
    for (const pc of others) expect(late.notes(pc.log)).toHaveLength(publishes);
    const paths = officePaths(office.genesis.officeId);
    for (const name of await heads()) {
      const parsed = parseHeadName(name);
      if (parsed === null) throw new Error(name);
      const context = {
        fs: new NodeShareFs(share),
        paths,
        officeId: office.genesis.officeId,
        keys: office.keys,
      };
      const read = await readHead(context, parsed);
      expect(read.ok && read.value.segments.length).toBeLessThan(16);
    }
  });
});
