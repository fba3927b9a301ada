import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Forgery } from '../simulation/forged-log.ts';
import { officeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import { folderOn } from './office-folder.ts';
import { disposeInput, enrol, officeInput, register, testOffice, twoPcs } from './office-pcs.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';
import { filesUnder } from './share-test-office.ts';
import { whatIsTold } from './what-is-told.ts';

describe('somebody whose key was revoked', () => {
  it('counts for nothing with a backdated log of their own, whatever roster and time it claims', async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const { letterId } = await register(tu, headPosition);
    await settle(tu, head);
    const me = memberOn(head);
    const longAgo = officeOf(head.engine).roster.current().at;
    await tu.call('office.revoke', { user: await userOf(head), logs: null, reason: 'revoked' });
    await tu.sync();
    const dispose: Forgery = {
      type: 'letter.disposed',
      subject: letterId,
      body: {
        disposition: 'dsp_0123456789abcdef',
        ...disposeBody(tuPosition),
      },
      actor: me.actor(headPosition),
      signer: null,
    };
    const forged = putLog(office, head, me, {
      acts: [dispose],
      roster: longAgo,
      time: Date.now() - 30 * 24 * 60 * 60 * 1000,
    });
    await settle(tu);
    const shown = await tu.call('letters.show', { letter: letterId });
    expect(shown.dispositions).toEqual([]);
    expect(shown.timeline.at(-1)).toMatchObject({ type: 'letter.disposed', ineffective: 'quarantined' });
    const held = await tu.call('office.quarantine', undefined);
    expect(held.find(({ log }) => log === forged.log)).toMatchObject({
      user: me.user,
      entries: expect.arrayContaining([
        expect.objectContaining({ seq: 1, type: 'letter.disposed', letter: letterId }),
      ]),
    });
    expect(await findingsOf(tu)).toEqual([]);
  });
});

/** A disposition to one position, as a body. */
function disposeBody(position: string) {
  const { instructions, note, due, recipients } = disposeInput('', null, position);
  return { parent: null, instructions, note, due, recipients };
}

describe('a genesis of another office in the place of ours', () => {
  it('is rejected and told, ours is written beside it, and who joins then joins our office', async () => {
    const office = testOffice();
    let ahead = 0;
    const internals = { clock: () => Date.now() + ahead, random: () => 0 };
    const tu = await office.open('tu', internals);
    await tu.call('office.create', officeInput(office));
    await tu.sync();
    const head = await office.open('head', internals);
    const who = { name: 'Bambang Hariyanto', title: 'Kepala Dinas', role: 'pimpinan' as const };
    const headPosition = await enrol(office, tu, head, who);
    await settle(tu, head);
    const other = testOffice();
    const stranger = await other.open('tu');
    await stranger.call('office.create', officeInput(other));
    await stranger.sync();
    const genesis = join(folderOn(office.share), 'genesis.json');
    const theirs = readFileSync(join(folderOn(other.share), 'genesis.json'));
    const ours = readFileSync(genesis);
    writeFileSync(genesis, theirs);
    const { letterId } = await register(tu, headPosition, { subject: 'Di kantor sendiri' });
    await tu.sync();
    const swapped = expect.objectContaining({
      code: 'genesis-swapped',
      says: 'Berkas identitas kantor di folder bersama diganti dengan milik kantor lain',
    });
    expect((await whatIsTold(tu)).alerts).toContainEqual(swapped);
    for (let pass = 0; pass < 6; pass += 1) {
      ahead += 60_000;
      await tu.sync();
    }
    // Mended, and still told: somebody did this on purpose.
    const after = await whatIsTold(tu);
    expect(after.share).toBe('online');
    expect(after.alerts).toContainEqual(swapped);
    expect(readFileSync(`${genesis}.r1`).equals(ours)).toBe(true);
    expect(readFileSync(genesis).equals(theirs)).toBe(true);
    await settle(tu, head);
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Di kantor sendiri');
    const joiner = await office.open('baru', internals);
    await enrol(office, tu, joiner, { name: 'Rizky', title: 'Staf', role: 'staf' });
    await settle(tu, joiner);
    expect(dumpOf(joiner)).toBe(dumpOf(tu));
  });
});

describe('another office’s folder, file by file, among ours', () => {
  it('is rubbish that is told and costs nothing in the end', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await settle(tu, head);
    const other = testOffice();
    const theirs = await twoPcs(other);
    await register(theirs.tu, theirs.headPosition);
    await settle(theirs.tu, theirs.head);
    let replayed = 0;
    for (const file of await filesUnder(folderOn(other.share))) {
      if (!file.includes('/')) continue;
      const to = join(folderOn(office.share), file);
      mkdirSync(join(to, '..'), { recursive: true });
      writeFileSync(to, readFileSync(join(folderOn(other.share), file)));
      replayed += 1;
    }
    const heads = readdirSync(join(folderOn(other.share), 'heads'));
    for (const pc of [tu, head]) {
      await pc.sync();
      const told = (await whatIsTold(pc)).alerts.filter(({ code }) => code === 'key-unknown');
      expect(told.map(({ log }) => log).toSorted()).toEqual(
        heads.map((name) => name.slice(0, 16)).toSorted(),
      );
    }
    const { letterId } = await register(tu, headPosition, { subject: 'Milik kita' });
    await settle(tu, head);
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Milik kita');
    for (const pc of [tu, head]) {
      expect((await pc.call('letters.queue', { box: 'all', offset: 0, limit: 9 })).total).toBe(1);
    }
    process.stdout.write(`files of another office: ${replayed} replayed, none taken\n`);
  });
});
