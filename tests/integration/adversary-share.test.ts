import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, it } from 'vitest';

import { parseHeadName } from '#main/engine/log/file-names.ts';

import { fileAttacks, FORGED_VERSION } from './adversary-files.ts';
import type { FileAttack, Loot, Publish } from './adversary-files.ts';
import { folderOn } from './office-folder.ts';
import { PASSPHRASE, enrol, officeInput, register, testOffice } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { dumpOf, findingsOf, settle } from './roster-pcs.ts';
import { filesUnder } from './share-test-office.ts';
import { whatIsTold } from './what-is-told.ts';
import type { WhatIsTold } from './what-is-told.ts';

const ROUND = 25 * 60_000;
/** Passes of the healer after which a file must stand there whole again: some turns, and a round through all files. */
const HEALED_WITHIN = 60;

interface Scene {
  readonly office: TestOffice;
  readonly folder: string;
  /** Keeps the roster, has everything, and heals. */
  readonly healer: Pc;
  /** Writes, and is off while it is attacked. */
  readonly victim: Pc;
  /** Has not seen what the victim wrote last. */
  readonly reader: Pc;
  readonly forwardTo: string;
  readonly later: (ms: number) => void;
}

async function scene(): Promise<Scene> {
  const office = testOffice();
  let ahead = 0;
  const internals = { clock: () => Date.now() + ahead, random: () => 0 };
  const healer = await office.open('tu', internals);
  await healer.call('office.create', officeInput(office));
  await healer.sync();
  const reader = await office.open('kepala', internals);
  const forwardTo = await enrol(office, healer, reader, {
    name: 'Bambang Hariyanto',
    title: 'Kepala Dinas',
    role: 'pimpinan',
  });
  const victim = await office.open('loket', internals);
  await enrol(office, healer, victim, { name: 'Dewi', title: 'Loket', role: 'tu' });
  await settle(healer, reader, victim);
  const folder = folderOn(office.share);
  return { office, folder, healer, victim, reader, forwardTo, later: (ms) => (ahead += ms) };
}

/** The victim registers a letter and publishes it: what that left on the share. */
async function publish({ folder, victim, forwardTo }: Scene, subject: string) {
  const heads = join(folder, 'heads');
  const before = new Map(readdirSync(heads).map((name) => [name, readFileSync(join(heads, name))]));
  const known = new Set(await filesUnder(folder));
  const { letterId } = await register(victim, forwardTo, { subject });
  const pass = await victim.sync();
  expect(pass, subject).toMatchObject({ share: 'online', pending: 0 });
  expect(pass.published, subject).toBeGreaterThan(0);
  const made = (await filesUnder(folder))
    .filter((file) => !known.has(file))
    .map((file) => join(folder, file));
  const of = (kind: string) => {
    const found = made.find((file) => file.includes(`/${kind}/`));
    if (found === undefined) throw new Error(`the publish left nothing in ${kind}`);
    return found;
  };
  const head = of('heads');
  const log16 = basename(head).slice(0, 16);
  const [name, bytes] = [...before].find(([old]) => old.startsWith(log16)) ?? [];
  if (name === undefined || bytes === undefined) throw new Error('the victim had no head before');
  const seq = Number(basename(of('logs')).split('-')[0]);
  const left: Publish = {
    log16,
    seq,
    head,
    segment: of('logs'),
    blob: of('blobs'),
    oldHead: { name, bytes },
  };
  return { letterId, left };
}

async function unlocked(pc: Pc): Promise<void> {
  const user = (await pc.call('session.state', undefined)).users[0]?.user ?? '';
  await pc.call('session.unlock', { user, passphrase: PASSPHRASE });
}

/** So many attacks may make a PC stop writing and ask: a person who looked at the folder says that it goes on. */
async function resumed(pc: Pc): Promise<void> {
  const { share } = await pc.call('sync.status', undefined);
  if (share === 'stopped') await pc.call('sync.resume', undefined);
}

/** Whether a head is one of the log’s own; a forged one stays under a number that no log reaches, and is passed over. */
function isOf(log16: string, name: string): boolean {
  const head = parseHeadName(name);
  return head?.log16 === log16 && head.version < FORGED_VERSION;
}

/** Some file of the office beside this one, in the same place. */
async function another(folder: string, file: string, place: string): Promise<string> {
  const others = (await filesUnder(folder)).map((one) => join(folder, one));
  const found = others.find((one) => one.includes(place) && one !== file);
  if (found === undefined) throw new Error(`nothing else in ${place}`);
  return found;
}

/** The alerts of one attack, over the healer and the reader, that were told as they should be. */
function toldOf(views: readonly WhatIsTold[], attack: FileAttack, { log16, seq }: Publish) {
  return views
    .flatMap(({ alerts }) => alerts)
    .filter(({ code }) => attack.told.includes(code))
    .filter((alert) => !attack.withEntry || (alert.log === log16 && (alert.seq ?? -1) >= seq));
}

it(
  'rejects, tells and heals whatever a stranger does to the files of a PC that is off',
  { timeout: 600_000 },
  async () => {
    const at = await scene();
    const { healer, reader, victim, folder } = at;
    const other = testOffice();
    const stranger = await other.open('tu');
    await stranger.call('office.create', officeInput(other));
    const { positions } = await stranger.call('office.status', undefined);
    await register(stranger, positions[0]?.id ?? '');
    await stranger.sync();

    await publish(at, 'Yang pertama');
    await settle(healer, reader, victim);
    const counts = { mounted: 0, told: 0, healed: 0, passes: 0 };
    for (const attack of fileAttacks) {
      // Days go by in the story, and the idle lock with them.
      for (const pc of [healer, victim]) await unlocked(pc);
      for (const pc of [healer, reader, victim]) await resumed(pc);
      const { letterId, left } = await publish(at, attack.name);
      for (let pass = 0; pass < 3; pass += 1) await healer.sync();
      const [headOfAnother = ''] = readdirSync(join(folder, 'heads')).filter(
        (name) => !name.startsWith(left.log16),
      );
      const loot: Loot = {
        otherSegment: await another(folder, left.segment, `/logs/${left.log16}/`),
        otherBlob: await another(folder, left.blob, '/blobs/'),
        otherHead: join(folder, 'heads', headOfAnother),
        otherOffice: folderOn(other.share),
      };
      attack.mount(left, loot);
      counts.mounted += 1;

      // Nothing of it is taken for true: the letter is not there, or its document is not.
      await reader.sync();
      const shown = await reader.engine.call('letters.show', { letter: letterId });
      expect(shown.ok && shown.value.documentHere, attack.name).toBe(false);

      let told = toldOf([await whatIsTold(reader)], attack, left);
      let passes = 0;
      for (; passes < HEALED_WITHIN; passes += 1) {
        at.later(ROUND);
        await resumed(healer);
        await healer.sync();
        await reader.sync();
        if (told.length === 0) {
          told = toldOf([await whatIsTold(healer), await whatIsTold(reader)], attack, left);
        }
        const now = await reader.engine.call('letters.show', { letter: letterId });
        if (now.ok && now.value.documentHere) break;
      }
      expect(told.length > 0 || attack.told.length === 0, `${attack.name} is told`).toBe(true);
      counts.told += told.length > 0 ? 1 : 0;
      expect(passes, `${attack.name} is healed`).toBeLessThan(HEALED_WITHIN);
      counts.healed += 1;
      counts.passes += passes;
      // The victim comes back to a share that a colleague has mended, and all are quiet and agree.
      for (let round = 0; round < 6; round += 1) {
        for (const pc of [victim, healer, reader]) {
          await resumed(pc);
          await pc.sync();
        }
      }
      const heads = readdirSync(join(folder, 'heads')).filter((name) => isOf(left.log16, name));
      expect(heads, `${attack.name} leaves one head`).toHaveLength(1);
      expect(dumpOf(victim), attack.name).toBe(dumpOf(reader));
      expect(dumpOf(healer), attack.name).toBe(dumpOf(reader));
      await resumed(healer);
      await healer.sync();
      expect((await whatIsTold(healer)).share).toBe('online');
    }
    for (const pc of [healer, reader, victim]) expect(await findingsOf(pc)).toEqual([]);
    await unlocked(healer);
    // Who joins after all that has everything, from the share alone.
    const late = await at.office.open('baru');
    await enrol(at.office, healer, late, { name: 'Rizky', title: 'Staf', role: 'staf' });
    await settle(healer, late);
    for (let pass = 0; pass < 3; pass += 1) await late.sync();
    expect(dumpOf(late)).toBe(dumpOf(healer));
    process.stdout.write(
      `attacks on files: ${counts.mounted} mounted, ${counts.told} told, ${counts.healed} healed by a colleague’s PC after ${counts.passes} passes in all\n`,
    );
  },
);
