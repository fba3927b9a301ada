import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { noShareTraffic, noShareWork } from '#core/contract/share-traffic.ts';

import { folderOn } from '../integration/office-folder.ts';
import {
  disposeInput,
  enrol,
  officeInput,
  register,
  samplePdf,
  testOffice,
} from '../integration/office-pcs.ts';
import type { Pc } from '../integration/office-pcs.ts';
import { dumpOf, findingsOf, settle } from '../integration/roster-pcs.ts';
import { filesUnder } from '../integration/share-test-office.ts';
import { whatIsTold } from '../integration/what-is-told.ts';
import { noSambaHere, sambaServer } from './samba-server.ts';
import type { SambaServer } from './samba-server.ts';

const reason = await noSambaHere();
if (reason !== '') process.stdout.write(`skipped: an office over a real SMB server: ${reason}\n`);

/** Passes after which a PC must have found its way back to a server that is there again. */
const BACK_WITHIN = 30;

/** Two PCs, each with its own way to the one server. */
async function overSamba() {
  const server = await sambaServer(24);
  const office = { ...testOffice() };
  const points: { stop: ((point: string) => void) | null } = { stop: null };
  const internals = { random: () => 0.5 };
  const tu = await office.open('tu', { ...internals, at: (point) => points.stop?.(point) });
  await tu.call('office.create', officeInput(office, { share: await server.mount('tu') }));
  await tu.sync();
  const head = await office.open('head', internals);
  const headShare = await server.mount('head');
  const who = { name: 'Bambang Hariyanto', title: 'Kepala Dinas', role: 'pimpinan' as const };
  const headPosition = await enrol({ ...office, share: headShare }, tu, head, who);
  await settle(tu, head);
  const { positions } = await tu.call('office.status', undefined);
  const tuPosition = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
  return { server, tu, head, headPosition, tuPosition, points };
}

const delivery = async (pc: Pc, letter: string) => (await pc.call('letters.show', { letter })).delivery;

/** Passes until the share is there again and all is sent. */
async function back(pc: Pc): Promise<void> {
  for (let pass = 0; pass < BACK_WITHIN; pass += 1) {
    const { share } = await pc.sync();
    if (share === 'online' && (await pc.call('sync.status', undefined)).waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('not back');
}

/** What the server's disk holds is in order: two heads, no pile of temps, nothing half. */
function expectTidy(server: SambaServer): void {
  const folder = folderOn(server.backing);
  expect(readdirSync(join(folder, 'heads'))).toHaveLength(2);
  expect(readdirSync(join(folder, 'tmp')).length).toBeLessThanOrEqual(2);
}

describe.skipIf(reason !== '')('a real SMB server', () => {
  it(
    'carries an office of two PCs through its death, a disk that takes no writes, and one that is full',
    { timeout: 300_000 },
    async () => {
      const { server, tu, head, headPosition, tuPosition, points } = await overSamba();
      const pdf = samplePdf('undangan '.repeat(2000));
      const first = await register(tu, headPosition, { subject: 'Lewat SMB', pdf });
      await settle(tu, head);
      const shown = await head.call('letters.show', { letter: first.letterId });
      const { sha256 } = shown.document;
      expect(await head.call('letters.document', { letter: first.letterId, sha256 })).toHaveLength(
        pdf.length,
      );
      await head.call('letters.dispose', disposeInput(first.letterId, null, tuPosition));
      await settle(head, tu);
      expect((await tu.call('letters.show', { letter: first.letterId })).dispositions).toHaveLength(1);
      // Through a server, too, an idle look is one listing.
      const idle = { ...noShareTraffic, head: { ...noShareWork, list: 1 } };
      expect((await tu.sync()).traffic).toEqual(idle);

      const told: string[] = [];
      const troubles = [
        {
          what: 'killed',
          at: 'segment:temp-written',
          begin: () => server.kill(),
          end: () => server.start(),
          shown: { share: 'offline', problem: 'share-offline', heading: 'Folder bersama tidak terjangkau' },
        },
        {
          what: 'read-only',
          at: 'head:before-write',
          begin: () => server.readOnly(true),
          end: () => server.readOnly(false),
          shown: {
            share: 'read-only',
            problem: 'share-read-only',
            heading: 'Folder bersama tidak dapat ditulisi',
          },
        },
        {
          what: 'full',
          at: 'blob:before-write',
          begin: () => server.full(true),
          end: () => server.full(false),
          shown: { share: 'full', problem: 'share-full', heading: 'Folder bersama penuh' },
        },
      ];
      for (const { what, at, begin, end, shown: expected } of troubles) {
        const subject = `Server ${what}`;
        const { letterId } = await register(tu, headPosition, { subject });
        points.stop = (point) => {
          if (point !== at) return;
          points.stop = null;
          begin();
        };
        for (let pass = 0; pass < 2; pass += 1) await tu.sync();
        expect(points.stop, `${what}: in the middle`).toBeNull();
        const now = await whatIsTold(tu);
        expect(now, what).toMatchObject({ ...expected, alerts: [] });
        told.push(`${what}: "${now.heading}" (${now.problem})`);
        // Work goes on meanwhile.
        const second = await register(tu, headPosition, { subject: `${subject}, sesudahnya` });
        expect(await delivery(tu, letterId), what).toBe('local');
        await end();
        await back(tu);
        await back(head);
        await settle(tu, head);
        for (const letter of [letterId, second.letterId]) {
          expect(await delivery(tu, letter), what).toBe('onShare');
          const there = await head.call('letters.show', { letter });
          const bytes = await head.call('letters.document', { letter, sha256: there.document.sha256 });
          expect(bytes.length).toBe(there.document.size);
        }
        for (const pc of [tu, head]) {
          expect(await whatIsTold(pc), what).toMatchObject({ share: 'online', problem: null, alerts: [] });
        }
        expectTidy(server);
      }
      expect(dumpOf(tu)).toBe(dumpOf(head));
      for (const pc of [tu, head]) expect(await findingsOf(pc)).toEqual([]);
      const files = await filesUnder(server.backing);
      process.stdout.write(`over SMB, told: ${told.join('; ')}; ${files.length} files on the server\n`);
    },
  );
});
