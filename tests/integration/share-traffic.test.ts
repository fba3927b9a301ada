import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { SyncReport } from '#core/contract/answers.ts';
import { addTraffic, noShareTraffic, noShareWork, totalWork } from '#core/contract/share-traffic.ts';

import { cliOffice } from './cli-runner.ts';
import { register, testOffice, twoPcs } from './office-pcs.ts';
import { watchedHost } from './share-processes.ts';
import { filesUnder } from './share-test-office.ts';

it('is counted by kind of file, agrees with the totals, and goes on when the process is replaced', async () => {
  const office = testOffice();
  const { tu: closing, head, headPosition } = await twoPcs(office);
  const user = (await closing.call('session.state', undefined)).users[0]?.user ?? '';
  await closing.engine.close();
  const { host, pids } = watchedHost();
  const tu = await office.open('tu', { shareHost: host });
  await tu.call('session.unlock', { user, passphrase: 'kantor tanpa kertas 42' });

  // The first pass of a run looks whose share it is.
  const first = await tu.sync();
  expect(first.traffic.other).toMatchObject({ read: 2, write: 0 });
  const idle = await tu.sync();
  expect(idle.traffic).toEqual({ ...noShareTraffic, head: { ...noShareWork, list: 1 } });

  await register(tu, headPosition);
  const before = new Set(await filesUnder(office.share));
  const sent = await tu.sync();
  const written = (await filesUnder(office.share)).filter((file) => !before.has(file));
  const bytesOf = (folder: string) =>
    written
      .filter((file) => file.includes(`/${folder}/`))
      .reduce((sum, file) => sum + statSync(join(office.share, file)).size, 0);
  // Each file is written once as what it becomes, moved into place, and read back.
  expect(sent.traffic.segment).toMatchObject({ write: 1, rename: 1, read: 1, bytesWritten: bytesOf('logs') });
  expect(sent.traffic.head).toMatchObject({ write: 1, rename: 1, remove: 1, bytesWritten: bytesOf('heads') });
  expect(sent.traffic.blob).toMatchObject({ write: 1, bytesWritten: bytesOf('blobs') });
  const { stat, read, bytesRead, bytesWritten, ...operations } = totalWork(sent.traffic);
  expect(sent.operations).toEqual({ ...operations, read: read + stat });
  expect(sent.bytes).toEqual({ read: bytesRead, written: bytesWritten });

  process.kill(pids[0] ?? 0, 'SIGKILL');
  // What was under way is lost with the process at worst; the pass after it has a new one.
  const passes: SyncReport[] = [first, idle, sent, await tu.sync(), await tu.sync()];
  expect(pids).toHaveLength(2);
  const { traffic } = await tu.call('sync.status', undefined);
  expect(traffic).toEqual(passes.map((pass) => pass.traffic).reduce(addTraffic, noShareTraffic));
  expect(await head.sync()).toMatchObject({ traffic: { segment: { read: 1 }, head: { list: 1, read: 1 } } });
});

it('is told by the command line', async () => {
  const office = cliOffice();
  const pc = office.pc('tu', 'kantor tanpa kertas 42');
  const kit = `${office.root}/kit.txt`;
  await pc.do(
    'office',
    'create',
    '--share',
    office.share,
    '--name',
    'Dinas',
    '--admin',
    'Endang|Arsiparis|',
    '--kit',
    kit,
  );
  rmSync(kit);
  const { traffic } = await pc.do<SyncReport>('sync', '--once');
  // The log's folder is made when the first move finds it missing.
  expect(traffic.segment).toMatchObject({ write: 1, mkdir: 1, rename: 2, read: 1 });
  const again = await pc.do<SyncReport>('sync', '--once');
  // Each run looks once at `sealed/`, and later passes do not.
  expect(totalWork(again.traffic)).toMatchObject({ write: 0, list: 2 });
  expect(again.traffic.sealed).toMatchObject({ list: 1, read: 0 });
});
