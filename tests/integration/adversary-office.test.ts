import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Forgery } from '../simulation/forged-log.ts';
import { officeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import { folderOn } from './office-folder.ts';
import {
  PASSPHRASE,
  disposeInput,
  officeInput,
  refusal,
  register,
  testOffice,
  twoPcs,
} from './office-pcs.ts';
import { findingsOf, settle, userOf } from './roster-pcs.ts';
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
  it('stops all writing there, is told, and the office goes on once it is put right', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const { code } = await tu.call('office.invite', {
      person: { name: 'Rizky', title: 'Staf', nip: '' },
      unit: null,
      role: 'staf',
      superior: null,
    });
    await settle(tu, head);
    const other = testOffice();
    const stranger = await other.open('tu');
    await stranger.call('office.create', officeInput(other));
    await stranger.sync();
    const genesis = join(folderOn(office.share), 'genesis.json');
    renameSync(genesis, `${office.root}/genesis`);
    copyFileSync(join(folderOn(other.share), 'genesis.json'), genesis);
    const before = await filesUnder(office.share);
    const { letterId } = await register(tu, headPosition, { subject: 'Di kantor sendiri' });
    for (let pass = 0; pass < 3; pass += 1) await tu.sync();
    expect(await whatIsTold(tu)).toMatchObject({ share: 'foreign', problem: 'share-foreign' });
    expect(await filesUnder(office.share)).toEqual(before);
    // A PC that looks at the same folder for the first time joins nothing there.
    const joiner = await office.open('baru');
    const asked = { share: office.share, code, passphrase: PASSPHRASE, deviceName: 'PC' };
    expect(await refusal(joiner.engine.call('office.join', asked))).toBe('share-foreign');
    rmSync(genesis);
    renameSync(`${office.root}/genesis`, genesis);
    await settle(tu, head);
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Di kantor sendiri');
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
