import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { rebuild } from '#main/engine/audit/rebuild.ts';
import { transact } from '#main/engine/store/database.ts';
import { documentFileState, documentPath } from '#main/engine/store/document-files.ts';

import { enrol, register, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

const HOUR = 60 * 60 * 1000;

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

async function passes(pcs: readonly Pc[], times = 3): Promise<void> {
  for (let pass = 0; pass < times; pass += 1) for (const pc of pcs) await pc.sync();
}

const health = (pc: Pc) => pc.call('sync.archive', undefined);
const documentOf = async (pc: Pc, letter: string) =>
  (await pc.call('letters.show', { letter })).document.sha256;

/** As if the office had more documents than every PC holds by itself. */
function makeLarge(...pcs: readonly Pc[]): void {
  for (const { engine } of pcs) {
    transact(engine.state.db, (db) => db.exec('UPDATE blob_totals SET bytes = 5000000000'));
  }
}

describe('penjaga arsip', () => {
  it('are announced, say what they hold, and everybody counts the documents with too few copies', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head, clerk]);
    expect(await health(clerk)).toMatchObject({
      documents: 1,
      fewerCopies: 1,
      keepers: [],
      keepsHere: false,
    });
    expect(await tu.call('sync.keep-archive', { keeps: true })).toMatchObject({ keepsHere: true });
    await clerk.call('sync.keep-archive', { keeps: true });
    await passes([tu, clerk, head]);
    for (const pc of [tu, head, clerk]) {
      const seen = await health(pc);
      expect(seen).toMatchObject({ documents: 1, fewerCopies: 0 });
      expect(seen.keepers.map(({ state }) => state)).toEqual(['whole', 'whole']);
    }
    // A new document counts once both have said that they have it, which they do hourly, not document by document.
    await register(tu, headPosition);
    await passes([tu, clerk, head]);
    expect(await health(head)).toMatchObject({ documents: 2, fewerCopies: 1 });
    now += HOUR;
    await passes([tu, clerk, head]);
    expect(await health(head)).toMatchObject({ documents: 2, fewerCopies: 0 });
    // Nothing new: nothing more is said.
    const entries = () => tu.engine.state.db.prepare('SELECT count(*) AS n FROM entries').get();
    now += 2 * HOUR;
    await passes([tu, clerk, head]);
    const before = entries();
    now += 2 * HOUR;
    await passes([tu, clerk, head]);
    expect(entries()).toEqual(before);
    await clerk.call('sync.keep-archive', { keeps: false });
    await passes([clerk, head]);
    expect(await health(head)).toMatchObject({ fewerCopies: 2 });
    expect((await documentOf(tu, letterId)).length).toBe(64);
  });

  it('that lost a document says so at once, and again when it is whole', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    for (const pc of [tu, clerk]) await pc.call('sync.keep-archive', { keeps: true });
    await passes([tu, clerk, head]);
    expect(await health(head)).toMatchObject({ fewerCopies: 0 });
    const sha256 = await documentOf(clerk, letterId);
    // Gone on the keeper's disk and on the share; the PC that has it is off.
    await rm(documentPath(clerk.dir, sha256));
    const blobs = join(office.share, (await readdir(office.share))[0] ?? '', 'blobs');
    const [part = ''] = await readdir(blobs);
    const kept = await readdir(join(blobs, part));
    await rm(join(blobs, part, kept[0] ?? ''));
    const read = await clerk.engine.call('letters.document', { letter: letterId, sha256 });
    expect(read).toMatchObject({ ok: false, error: { code: 'document-not-arrived' } });
    // The pass that finds it gone says so; the next one sends that.
    await passes([clerk, head], 2);
    expect(await health(head)).toMatchObject({ fewerCopies: 1 });
    expect((await health(head)).keepers.map(({ state }) => state).toSorted()).toEqual(['filling', 'whole']);
    await tu.call('sync.now', undefined);
    transact(tu.engine.state.db, (db) => db.exec('UPDATE blobs SET uploaded = 0'));
    await passes([tu, clerk, head]);
    expect(await health(head)).toMatchObject({ fewerCopies: 0 });
    expect((await clerk.call('letters.document', { letter: letterId, sha256 })).length).toBeGreaterThan(100);
  });

  it('that was not heard of for a month, or whose log is closed, counts as no copy', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    await register(tu, headPosition);
    for (const pc of [tu, clerk]) await pc.call('sync.keep-archive', { keeps: true });
    await passes([tu, clerk, head]);
    now += 31 * 24 * HOUR;
    await register(tu, headPosition);
    await passes([tu, head]);
    const later = await health(head);
    expect(later.keepers.map(({ state }) => state).toSorted()).toEqual(['silent', 'whole']);
    expect(later.fewerCopies).toBe(2);
    const clerkUser = (await clerk.call('session.state', undefined)).me?.user ?? '';
    await tu.call('office.revoke', { user: clerkUser, logs: null, reason: 'left', rotateKey: false });
    await passes([tu, head]);
    expect((await health(head)).keepers.map(({ state }) => state).toSorted()).toEqual(['closed', 'whole']);
  });
});

describe('a PC that is no keeper in a large office', () => {
  it('fetches the documents of its own tasks and those that somebody opens', async () => {
    const { tu, head, clerk, headPosition } = await threePcs();
    await passes([tu, head, clerk]);
    makeLarge(tu, head, clerk);
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head, clerk]);
    const sha256 = await documentOf(tu, letterId);
    expect(existsSync(documentPath(head.dir, sha256)), 'the head has a task with it').toBe(true);
    expect(existsSync(documentPath(clerk.dir, sha256)), 'the clerk has none').toBe(false);
    expect(await health(clerk)).toMatchObject({ fetchesAll: false, awaited: 0 });
    // Opening it fetches it, at once where its bytes are asked for, and with the next pass where it is only shown.
    expect((await clerk.call('letters.document', { letter: letterId, sha256 })).length).toBeGreaterThan(100);
    const other = await register(tu, headPosition);
    await passes([tu, clerk]);
    const shown = await clerk.call('letters.show', { letter: other.letterId });
    expect(shown.documentHere).toBe(false);
    await clerk.sync();
    expect(await clerk.call('letters.show', { letter: other.letterId })).toMatchObject({
      documentHere: true,
    });
    // A keeper has all of them.
    await clerk.call('sync.keep-archive', { keeps: true });
    await register(tu, headPosition);
    await passes([tu, clerk]);
    expect(await health(clerk)).toMatchObject({ fetchesAll: true, here: 3, awaited: 0 });
  });
});

describe('a document of which an entry claimed another size before it came', () => {
  it('is sent and fetched all the same: its hash tells what it is', async () => {
    const { tu, head, headPosition } = await threePcs();
    await passes([tu, head]);
    const { letterId } = await register(tu, headPosition);
    const sha256 = await documentOf(tu, letterId);
    transact(tu.engine.state.db, (db) => db.exec('UPDATE blobs SET size = 7'));
    await passes([tu], 1);
    await head.sync();
    transact(head.engine.state.db, (db) => db.exec('UPDATE blobs SET size = 7'));
    await rm(documentPath(head.dir, sha256), { force: true });
    expect((await head.call('letters.document', { letter: letterId, sha256 })).length).toBeGreaterThan(100);
    for (const pc of [tu, head]) expect((await pc.call('sync.status', undefined)).alerts).toEqual([]);
  });
});

describe('a document that is damaged on this PC', () => {
  it('is fetched again when somebody opens it', async () => {
    const { tu, head, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head]);
    const sha256 = await documentOf(head, letterId);
    const whole = await head.call('letters.document', { letter: letterId, sha256 });
    await writeFile(documentPath(head.dir, sha256), 'rusak');
    expect(await head.call('letters.document', { letter: letterId, sha256 })).toEqual(whole);
    const { alerts } = await head.call('sync.status', undefined);
    expect(alerts).toEqual([]);
  });

  it('is fetched again by `log rebuild`', async () => {
    const { tu, head, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head]);
    const sha256 = await documentOf(head, letterId);
    await writeFile(documentPath(head.dir, sha256), 'rusak');
    const { state } = head.engine;
    await value(rebuild(state, state.shareFs));
    expect(await documentFileState(head.dir, sha256)).toBe('whole');
    expect((await head.call('sync.status', undefined)).alerts).toEqual([]);
  });

  it('on the PC that registered it too, although nobody opens it: rounds look at it', async () => {
    const { tu, head, headPosition } = await threePcs();
    const { letterId } = await register(tu, headPosition);
    await passes([tu, head]);
    const sha256 = await documentOf(tu, letterId);
    await rm(documentPath(tu.dir, sha256));
    now += HOUR;
    await passes([tu], 3);
    expect(existsSync(documentPath(tu.dir, sha256))).toBe(true);
  });
});
