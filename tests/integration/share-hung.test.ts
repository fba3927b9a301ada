import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { EngineInternals } from '#main/engine/engine.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { closeDatabase, openDatabase, transact } from '#main/engine/store/database.ts';
import { writeMeta } from '#main/engine/store/meta.ts';

import { hangingMount, noMountsHere } from './hanging-mount.ts';
import { PASSPHRASE, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { isRunning, threadStates, until, watchedHost } from './share-processes.ts';

/** A call to the engine beside a share that hangs has this long, in milliseconds; the share is given up after more. */
const AT_ONCE_MS = 2000;
const QUIET_MS = 3000;

/** Opens a PC of the office again, with other internals, and signs its person in. */
async function reopened(office: TestOffice, pc: Pc, name: string, internals: EngineInternals): Promise<Pc> {
  const user = (await pc.call('session.state', undefined)).users[0]?.user ?? '';
  await pc.engine.close();
  const again = await office.open(name, internals);
  await again.call('session.unlock', { user, passphrase: PASSPHRASE });
  return again;
}

/** How long the slowest of some ordinary calls takes, while `busy` goes on. */
async function slowestCall(pc: Pc, headPosition: string, subject: string): Promise<number> {
  let slowest = 0;
  const timed = async (work: () => Promise<unknown>) => {
    const before = performance.now();
    await work();
    slowest = Math.max(slowest, performance.now() - before);
  };
  await timed(() => pc.call('letters.queue', { box: 'all', offset: 0, limit: 50 }));
  await timed(() => pc.call('sync.status', undefined));
  await timed(() => pc.call('home.summary', undefined));
  await register(pc, headPosition, { subject });
  return slowest;
}

async function subjectsOf(pc: Pc): Promise<readonly string[]> {
  const { rows } = await pc.call('letters.queue', { box: 'all', offset: 0, limit: 50 });
  return rows.map(({ subject }) => subject).toSorted();
}

/** What stands in one of the office's folders. */
function namesIn(office: TestOffice, folder: string): readonly string[] {
  const [root = ''] = readdirSync(office.share);
  return readdirSync(join(office.share, root, folder));
}

async function expectHung(pc: Pc): Promise<void> {
  const { share, problem, waiting } = await pc.call('sync.status', undefined);
  expect({ share, code: problem?.code }).toEqual({ share: 'offline', code: 'share-hung' });
  expect(waiting).toBeGreaterThan(0);
  if (problem === null) return;
  expect(errorSentences('id', problem).what).toBe('Folder bersama tersambung, tetapi tidak menjawab.');
}

/** Everything waiting went out, arrived once, and left nothing behind that a reader could stumble over. */
async function expectAllSent(
  office: TestOffice,
  tu: Pc,
  head: Pc,
  subjects: readonly string[],
): Promise<void> {
  // A busy machine may need more than one pass until the new process answers in time.
  let sent = await tu.sync();
  for (let tries = 0; sent.share !== 'online' && tries < 5; tries += 1) sent = await tu.sync();
  expect(sent).toMatchObject({ share: 'online', pending: 0 });
  expect(await tu.call('sync.status', undefined)).toMatchObject({ waiting: 0, problem: null, alerts: [] });
  expect(await head.sync()).toMatchObject({ share: 'online', pending: 0, quarantined: 0 });
  expect(await subjectsOf(head)).toEqual([...subjects].toSorted());
  expect(await subjectsOf(tu)).toEqual(await subjectsOf(head));
  const numbers = (await head.call('letters.queue', { box: 'all', offset: 0, limit: 50 })).rows.map(
    ({ agenda }) => agenda,
  );
  expect(new Set(numbers).size).toBe(subjects.length);
  expect((await head.call('sync.status', undefined)).alerts).toEqual([]);
  expect(namesIn(office, 'heads')).toHaveLength(2);
}

describe('a share whose process stands still', () => {
  it('leaves the engine free, is told in words, is replaced, and all that waited goes out once', async () => {
    const office = testOffice();
    const { tu: first, head, headPosition } = await twoPcs(office);
    const { host, pids } = watchedHost();
    let stopAt: string | null = null;
    const tu = await reopened(office, first, 'tu', {
      shareHost: host,
      sharePace: { quietMs: QUIET_MS },
      at: (point) => {
        if (point === stopAt) process.kill(pids.at(-1) ?? 0, 'SIGSTOP');
      },
    });
    await register(tu, headPosition, { subject: 'Sebelum' });
    await tu.sync();
    const subjects = ['Sebelum'];
    // Before anything, between a temp and its rename, and after what is to be read back was renamed.
    for (const point of ['blob:before-write', 'segment:temp-written', 'head:renamed']) {
      subjects.push(`Tertahan ${point}`, `Sementara ${point}`);
      await register(tu, headPosition, { subject: `Tertahan ${point}` });
      stopAt = point;
      const pass = tu.sync();
      await until(() => pids.length > 0 && threadStates(pids.at(-1) ?? 0).includes('T'));
      stopAt = null;
      const stopped = pids.at(-1) ?? 0;
      expect(await slowestCall(tu, headPosition, `Sementara ${point}`)).toBeLessThan(AT_ONCE_MS);
      expect(await pass).toMatchObject({ share: 'offline' });
      await expectHung(tu);
      await until(() => !isRunning(stopped));
      await expectAllSent(office, tu, head, subjects);
      expect(pids.at(-1)).not.toBe(stopped);
    }
  });
});

const reason = noMountsHere();
if (reason !== '') process.stdout.write(`skipped: a mount that hangs in the kernel: ${reason}\n`);

/** Killed, and held by a call that the kernel does not give up. */
function isBeyondKilling(pid = 0): boolean {
  const states = threadStates(pid);
  return states.includes('D') && states.every((state) => state === 'D' || state === 'Z');
}

/** The office's folder is reached another way from this PC, whose engine is closed. */
function moveShare(dir: string, path: string): void {
  const opened = openDatabase(dir);
  if (!opened.ok) throw new Error(opened.error.code);
  transact(opened.value, (db) => writeMeta(db, 'share.path', path));
  closeDatabase(opened.value);
}

describe.skipIf(reason !== '')('a mount that hangs in the kernel', () => {
  it('costs two processes that cannot be killed and no more, and what it was asked may happen late', async () => {
    const office = testOffice();
    const { tu: first, head, headPosition } = await twoPcs(office);
    const user = (await first.call('session.state', undefined)).users[0]?.user ?? '';
    await first.engine.close();
    // The same folder, but this PC reaches it through a server that can go silent.
    const behind = join(office.root, 'server');
    const mount = await hangingMount(office.share, behind);
    const { host, pids } = watchedHost();
    moveShare(join(office.root, 'tu'), behind);
    const tu = await office.open('tu', { shareHost: host, sharePace: { quietMs: QUIET_MS } });
    onTestFinished(() => mount.goOn());
    await tu.call('session.unlock', { user, passphrase: PASSPHRASE });
    await register(tu, headPosition, { subject: 'Sebelum' });
    expect(await tu.sync()).toMatchObject({ share: 'online', pending: 0 });

    await register(tu, headPosition, { subject: 'Tertahan' });
    const held = mount.holds();
    mount.hangAt('rename');
    const pass = tu.sync();
    await held;
    expect(await slowestCall(tu, headPosition, 'Sementara')).toBeLessThan(AT_ONCE_MS);
    expect(await pass).toMatchObject({ share: 'offline' });
    await expectHung(tu);
    await until(() => isBeyondKilling(pids[0]));
    // The second look meets the same silence; the third one is answered without a third process.
    expect(await tu.sync()).toMatchObject({ share: 'offline' });
    await until(() => isBeyondKilling(pids[1]));
    const before = performance.now();
    expect(await tu.sync()).toMatchObject({ share: 'offline' });
    expect(performance.now() - before).toBeLessThan(AT_ONCE_MS);
    await expectHung(tu);
    expect(pids).toHaveLength(2);

    // The server comes back and does what it was asked long ago: the rename of a process that is dead.
    mount.goOn();
    await until(() => pids.every((pid) => !isRunning(pid)));
    await expectAllSent(office, tu, head, ['Sebelum', 'Tertahan', 'Sementara']);
    // One for the passes that went through, and one for each that a busy machine cut short.
    expect(pids.length).toBeGreaterThanOrEqual(3);
  });

  it('does not hold up the closing of the engine, and goes on in the next run', async () => {
    const office = testOffice();
    const { tu: first, head, headPosition } = await twoPcs(office);
    const user = (await first.call('session.state', undefined)).users[0]?.user ?? '';
    await first.engine.close();
    const behind = join(office.root, 'server');
    const mount = await hangingMount(office.share, behind);
    moveShare(join(office.root, 'tu'), behind);
    const { host, pids } = watchedHost();
    const tu = await office.open('tu', { shareHost: host });
    onTestFinished(() => mount.goOn());
    await tu.call('session.unlock', { user, passphrase: PASSPHRASE });
    await register(tu, headPosition, { subject: 'Tertahan' });
    const held = mount.holds();
    mount.hangAt('write');
    const pass = tu.engine.call('sync.now', undefined);
    await held;
    const before = performance.now();
    await tu.engine.close();
    // Three seconds for what is under way, one for the process to be gone.
    expect(performance.now() - before).toBeLessThan(6000);
    expect(await pass).toMatchObject({ value: { share: 'offline' } });
    mount.goOn();
    await until(() => pids.every((pid) => !isRunning(pid)));

    const again = await office.open('tu', {});
    await again.call('session.unlock', { user, passphrase: PASSPHRASE });
    await expectAllSent(office, again, head, ['Tertahan']);
  });
});
