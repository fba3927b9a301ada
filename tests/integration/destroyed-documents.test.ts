import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { dumpOffice } from '#main/engine/audit/dump.ts';
import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { documentPath } from '#main/engine/store/document-files.ts';

import { enrol, refusal, register, samplePdf, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { filesUnder } from './share-test-office.ts';

const DECISION = '045.5/12/2026';

let office: TestOffice;
let now: number;
beforeEach(() => {
  office = testOffice();
  now = Date.now();
});

const clock = () => now;

async function threePcs(): Promise<{ tu: Pc; head: Pc; clerk: Pc; headPosition: string }> {
  const clocked: TestOffice = { ...office, open: (name) => office.open(name, { clock }) };
  const { tu, head, headPosition } = await twoPcs(clocked);
  const clerk = await office.open('clerk', { clock });
  await enrol(office, tu, clerk, { name: 'Rina Marlina', title: 'Pengadministrasi', role: 'tu' });
  return { tu, head, clerk, headPosition };
}

async function passes(pcs: readonly Pc[], times = 4): Promise<void> {
  for (let pass = 0; pass < times; pass += 1) for (const pc of pcs) await pc.sync();
}

const view = (pc: Pc, letter: string) => pc.call('letters.show', { letter });
const blobsOnShare = async () => (await filesUnder(office.share)).filter((file) => file.includes('/blobs/'));

async function proposeAndDestroy(tu: Pc, head: Pc, letter: string): Promise<void> {
  const { entry } = await tu.call('letters.propose-destruction', { letter, decision: DECISION, note: '' });
  await passes([tu, head], 2);
  await head.call('letters.destroy', { letter, proposal: entry, note: 'Sesuai JRA' });
}

function dump({ engine }: Pc): string {
  const runtime = engine.state.office;
  if (runtime === null) throw new Error('no office');
  return [...dumpOffice(runtime, { confidential: true })].join('');
}

describe('documents that a retention decision destroys', () => {
  it('go from every PC and from the share, and the letter tells by whose decision', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const canary = 'dokumen yang dimusnahkan';
    const { letterId } = await register(tu, headPosition, { pdf: samplePdf(canary) });
    await passes([tu, head, clerk]);
    const { sha256 } = (await view(tu, letterId)).document;
    for (const pc of [tu, head, clerk]) expect(existsSync(documentPath(pc.dir, sha256))).toBe(true);
    expect(await blobsOnShare()).toHaveLength(1);
    expect(await tu.call('letters.search', { query: 'dimusnahkan', limit: 10 })).toHaveLength(1);

    const offered = async (pc: Pc) =>
      (await view(pc, letterId)).actions.filter((a) => a === 'proposeDestruction' || a === 'destroy');
    expect(await Promise.all([tu, head, clerk].map(offered))).toEqual([
      ['proposeDestruction'],
      [],
      ['proposeDestruction'],
    ]);
    const { entry } = await tu.call('letters.propose-destruction', {
      letter: letterId,
      decision: DECISION,
      note: '',
    });
    await passes([tu, head], 2);
    expect(await offered(head)).toEqual(['destroy']);
    expect((await view(head, letterId)).destructions).toMatchObject([{ proposal: entry, mayDestroy: true }]);
    expect((await view(tu, letterId)).destructions).toMatchObject([{ proposal: entry, mayDestroy: false }]);
    await head.call('letters.destroy', { letter: letterId, proposal: entry, note: 'Sesuai JRA' });
    await passes([head, tu, clerk]);
    expect(await Promise.all([tu, head, clerk].map(offered))).toEqual([[], [], []]);
    for (const pc of [tu, head, clerk]) {
      expect(existsSync(documentPath(pc.dir, sha256))).toBe(false);
      expect(await refusal(pc.engine.call('letters.document', { letter: letterId, sha256 }))).toBe(
        'document-destroyed',
      );
      const shown = await view(pc, letterId);
      expect(shown.destructions).toMatchObject([
        {
          documents: [sha256],
          decision: DECISION,
          proposed: { title: 'Arsiparis' },
          destroyed: { title: 'Kepala Dinas' },
        },
      ]);
      expect(shown.timeline.map(({ type }) => type)).toContain('blob.destroyed');
      expect(await pc.call('letters.search', { query: 'dimusnahkan', limit: 10 })).toEqual([]);
      expect(await pc.call('sync.archive', undefined)).toMatchObject({
        documents: 0,
        destroyed: 1,
        awaited: 0,
      });
      expect((await pc.call('sync.status', undefined)).alerts).toEqual([]);
    }
    expect(await blobsOnShare()).toEqual([]);
    expect(new Set([tu, head, clerk].map(dump)).size).toBe(1);
    // Nobody heals it, whatever time passes.
    for (let round = 0; round < 3; round += 1) {
      now += 60 * 60_000;
      await passes([tu, head, clerk]);
    }
    expect(await blobsOnShare()).toEqual([]);
    const runtime = head.engine.state.office;
    if (runtime === null) throw new Error('no office');
    expect((await value(await verifyStore(runtime))).findings).toEqual([]);
    const before = dump(head);
    rebuildProjections(runtime);
    expect(dump(head)).toBe(before);
    expect((await value(await verifyStore(runtime))).findings).toEqual([]);
  });

  it('take two people: one who keeps the books and the head of the office', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const { letterId: letter } = await register(tu, headPosition);
    await passes([tu, head, clerk]);
    const propose = { letter, decision: DECISION, note: '' };
    expect(await refusal(head.engine.call('letters.propose-destruction', propose))).toBe('not-allowed');
    const { entry: proposal } = await tu.call('letters.propose-destruction', propose);
    expect(await refusal(tu.engine.call('letters.destroy', { letter, proposal, note: '' }))).toBe(
      'not-allowed',
    );
    const unknown = { letter, proposal: 'a'.repeat(64), note: '' };
    await passes([tu, head]);
    expect(await refusal(head.engine.call('letters.destroy', unknown))).toBe('not-found');
    await head.call('session.lock', undefined);
    expect(await refusal(head.engine.call('letters.destroy', { letter, proposal, note: '' }))).toBe('locked');
    expect((await view(tu, letter)).destructions).toMatchObject([{ destroyed: null }]);
    expect((await view(tu, letter)).documentHere).toBe(true);
  });

  it('stay where another letter still needs the same scan, until that one gives it up too', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const pdf = samplePdf('satu pindaian, dua surat');
    const first = await register(tu, headPosition, { pdf });
    const second = await register(tu, headPosition, { pdf, duplicateSeen: true });
    await passes([tu, head, clerk]);
    const { sha256 } = (await view(tu, first.letterId)).document;
    await proposeAndDestroy(tu, head, first.letterId);
    await passes([head, tu, clerk]);
    const read = (pc: Pc, letter: string) => pc.engine.call('letters.document', { letter, sha256 });
    expect(await refusal(read(clerk, first.letterId))).toBe('document-destroyed');
    expect((await read(clerk, second.letterId)).ok).toBe(true);
    expect(await blobsOnShare()).toHaveLength(1);
    await proposeAndDestroy(tu, head, second.letterId);
    await passes([head, tu, clerk]);
    expect(await refusal(read(clerk, second.letterId))).toBe('document-destroyed');
    expect(await blobsOnShare()).toEqual([]);
    for (const pc of [tu, head, clerk]) expect(existsSync(documentPath(pc.dir, sha256))).toBe(false);
    // Registered again from paper it is a document like any other.
    const third = await register(tu, headPosition, { pdf, duplicateSeen: true });
    await passes([tu, head, clerk]);
    expect((await read(clerk, third.letterId)).ok).toBe(true);
    expect(await blobsOnShare()).toHaveLength(1);
  });

  it('are taken away again when a PC that did not know of it sent them anew', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head, clerk]);
    const [blob = ''] = await blobsOnShare();
    const bytes = await readFile(join(office.share, blob));
    await proposeAndDestroy(tu, head, letterId);
    await passes([head, tu]);
    expect(await blobsOnShare()).toEqual([]);
    // What the clerk's PC, away all the time, would do: it healed what it found missing.
    await writeFile(join(office.share, blob), bytes);
    await writeFile(`${join(office.share, blob)}.r1`, bytes);
    await passes([clerk]);
    expect(await blobsOnShare()).toEqual([]);
    expect(
      (await readdir(join(clerk.dir, 'documents'), { recursive: true })).filter((n) => n.endsWith('.pdf')),
    ).toEqual([]);
  });
});
