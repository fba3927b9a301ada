import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { SyncReport } from '#core/contract/answers.ts';
import { noShareTraffic, noShareWork } from '#core/contract/share-traffic.ts';

import { memberOn, putLog } from './hostile-member.ts';
import { disposeInput, enrol, officeInput, register, testOffice } from './office-pcs.ts';
import type { TestOffice } from './office-pcs.ts';
import { settle } from './roster-pcs.ts';

/** The office that the cost targets speak of (3-office-log, Cost targets). */
const LIVE_LOGS = 200;
const PUBLISH_LIMIT = 20;
const IDLE_BYTES = 50 * 1024;

/**
 * Bytes of one name in an SMB listing (MS-FSCC 2.4.17, FileIdBothDirectoryInformation: 104 bytes and the name in UTF-16,
 * to a multiple of eight).
 */
const listedBytes = (name: string) => Math.ceil((104 + 2 * name.length) / 8) * 8;

const operationsOf = ({ operations }: SyncReport) =>
  Object.values(operations).reduce((sum, count) => sum + count, 0);

/** The names in the folder of heads. */
function heads(office: TestOffice): readonly string[] {
  const [folder = ''] = readdirSync(office.share);
  return readdirSync(join(office.share, folder, 'heads'));
}

/**
 * Two real PCs in an office of 200 live logs: the others are the head's, on so many further PCs, each with a key of its
 * own that the head's key certified, as they would stand on the share.
 */
async function crowdedOffice() {
  const office = testOffice();
  // The rounds that look at old files come ten minutes from now and are none of an idle poll's cost.
  const internals = { random: () => 0.5 };
  const tu = await office.open('tu', internals);
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const head = await office.open('head', internals);
  const who = { name: 'Bambang Hariyanto', title: 'Kepala Dinas', role: 'pimpinan' as const };
  const headPosition = await enrol(office, tu, head, who);
  await settle(tu, head);
  const member = memberOn(head);
  const actor = member.actor(null);
  const witnessed = { type: 'log.witnessed', subject: null, body: {}, actor, signer: null };
  for (let n = 2; n < LIVE_LOGS; n += 1) putLog(office, head, member, { acts: [witnessed] });
  expect((await tu.sync()).ingested).toBe(2 * (LIVE_LOGS - 2));
  await settle(tu, head);
  const { positions } = await tu.call('office.status', undefined);
  const tuPosition = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
  return { office, tu, head, headPosition, tuPosition };
}

describe(`an office of ${LIVE_LOGS} live logs`, () => {
  it(
    'costs one listing of under 50 KB when idle, 20 operations to publish, two reads and the documents to follow',
    { timeout: 300_000 },
    async () => {
      const { office, tu, head, headPosition, tuPosition } = await crowdedOffice();
      expect(heads(office)).toHaveLength(LIVE_LOGS);
      const idle = { ...noShareTraffic, head: { ...noShareWork, list: 1 } };
      for (const pc of [tu, head, tu, head]) expect((await pc.sync()).traffic).toEqual(idle);
      expect(heads(office).reduce((sum, name) => sum + listedBytes(name), 0)).toBeLessThan(IDLE_BYTES);

      const costs: string[] = [];
      /** What one act costs its writer, and then its reader. */
      const act = async (
        what: string,
        documents: number,
        writer: typeof tu,
        write: () => Promise<unknown>,
      ) => {
        await write();
        const sent = await writer.sync();
        expect(sent.published, what).toBeGreaterThan(0);
        expect(operationsOf(sent), what).toBeLessThanOrEqual(PUBLISH_LIMIT);
        const { operations, traffic } = await (writer === tu ? head : tu).sync();
        // The head and the segment; a document is one read more, and nothing is written to have read.
        expect(operations, what).toMatchObject({ list: 1, write: 0, mkdir: 0, rename: 0, remove: 0 });
        expect([traffic.head.read, traffic.segment.read, traffic.blob.read], what).toEqual([1, 1, documents]);
        costs.push(`${what} ${operationsOf(sent)}`);
      };
      let letter = '';
      await act('register', 1, tu, async () => (letter = (await register(tu, headPosition)).letterId));
      await act('read', 0, head, () => head.call('letters.read', { letter }));
      await act('dispose', 0, head, () =>
        head.call('letters.dispose', disposeInput(letter, null, tuPosition)),
      );
      await act('finish', 0, tu, async () => {
        const { dispositions } = await tu.call('letters.show', { letter });
        await tu.call('letters.finish', { letter, disposition: dispositions[0]?.id ?? null, note: '' });
      });

      // Ten publishes of one PC before another looks: the head lists all, so it is one read, and each segment one.
      for (let n = 0; n < 10; n += 1) {
        await tu.call('letters.correct', { letter, subject: `Perihal ${n}` });
        await tu.sync();
      }
      const { traffic } = await head.sync();
      expect([traffic.head.list, traffic.head.read, traffic.segment.read]).toEqual([1, 1, 10]);
      // One pass merges the small files into a pack, which costs nobody else anything; then nothing is left to do.
      for (let pass = 0; pass < 2; pass += 1) await tu.sync();
      expect((await tu.sync()).traffic).toEqual(idle);
      process.stdout.write(`operations to publish at ${LIVE_LOGS} live logs: ${costs.join(', ')}\n`);
    },
  );
});
