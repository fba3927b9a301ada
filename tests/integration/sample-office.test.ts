import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { HomeView } from '#core/contract/answers.ts';
import type { LetterRow, LetterView } from '#core/contract/views.ts';
import { SAMPLE_PASSPHRASE } from '#core/office/sample-passphrase.ts';
import { dumpOffice } from '#main/engine/audit/dump.ts';
import { openEngine } from '#main/engine/engine.ts';
import type { Engine } from '#main/engine/engine.ts';
import { people } from '#main/engine/sample/scenario/people.ts';
import { value } from './office-pcs.ts';

/**
 * Processor seconds that filling may take, all threads together: some 4 on two cores at rest. Where others use the
 * memory as well, stretching eight passphrases alone takes four times as long, so the limit only finds what grew much.
 */
const BUDGET_SECONDS = 20;
const LETTERS = 68;
const AGENDA_START = 1280;

const at = (time: string) => () => Date.parse(`${time}+07:00`);
/** A Friday in office hours, as in the pictures. */
const workingDay = at('2026-10-09T10:42:00');

async function openSample(dir: string, clock: () => number): Promise<Engine> {
  const options = { dir, share: null, demo: true, appVersion: '0.0.0' };
  return value(openEngine(options, { background: false, machineId: 'sample', clock }));
}

async function allRows(engine: Engine): Promise<readonly LetterRow[]> {
  return (await value(engine.call('letters.queue', { box: 'all', offset: 0, limit: 500 }))).rows;
}

async function allViews(engine: Engine): Promise<readonly LetterView[]> {
  const views: LetterView[] = [];
  for (const { id } of await allRows(engine)) {
    views.push(await value(engine.call('letters.show', { letter: id })));
  }
  return views;
}

async function enter(engine: Engine, name: string): Promise<void> {
  const { users } = await value(engine.call('session.state', undefined));
  const user = users.find((u) => u.name === name)?.user ?? '';
  await value(engine.call('session.unlock', { user, passphrase: SAMPLE_PASSPHRASE }));
}

describe('the sample office on a working day', () => {
  const root = mkdtempSync(join(tmpdir(), 'nirkertas-sample-'));
  let engine: Engine;
  let seconds: number;
  let views: readonly LetterView[];

  beforeAll(async () => {
    const before = process.cpuUsage();
    engine = await openSample(join(root, 'demo'), workingDay);
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
    views = await allViews(engine);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(root, { recursive: true, force: true });
  });

  const some = (wanted: (view: LetterView) => boolean) => views.filter(wanted).length;

  test('is filled within its budget', () => {
    expect(seconds).toBeLessThan(BUDGET_SECONDS);
    expect(views.length).toBe(LETTERS);
  });

  test('opens at the desk of the Plh. Kepala Dinas, with an unlocked key', async () => {
    const session = await value(engine.call('session.state', undefined));
    expect(session.state).toBe('open');
    expect(session.demo).toBe(true);
    expect(session.me?.name).toBe(people.bambang.name);
    expect(session.me?.unlocked).toBe(true);
    expect(session.me?.certificate?.category).toBe('office');
    expect(session.me?.positions.map((p) => [p.title, p.until])).toEqual([
      ['Plh. Kepala Dinas', '2026-10-16'],
      ['Sekretaris', null],
    ]);
    expect(session.users.length).toBe(8);
  });

  test('has letters at every stage', () => {
    const parts = views.flatMap((v) => v.dispositions.flatMap((d) => d.recipients));
    const desks = views.flatMap((v) => v.desks.map((d) => d.status));
    for (const status of [
      'waitingNumber',
      'waitingDisposition',
      'inProgress',
      'done',
      'returned',
      'inChain',
      'withdrawn',
    ] as const) {
      expect(
        some((v) => v.status === status),
        status,
      ).toBeGreaterThan(0);
    }
    for (const status of ['open', 'disposed', 'finished', 'noDisposition', 'returned']) {
      expect(desks, status).toContain(status);
    }
    for (const stage of ['inChain', 'returned', 'withdrawn', 'issued'] as const) {
      expect(
        some((v) => v.memo?.stage === stage),
        stage,
      ).toBeGreaterThan(0);
    }
    for (const role of ['initials', 'signature'] as const) {
      expect(
        some((v) => v.memo?.chain.some((s) => s.current && s.role === role) === true),
        role,
      ).toBeGreaterThan(1);
    }
    const signatories = (v: LetterView) => v.memo?.chain.filter((s) => s.role === 'signature').length;
    expect(some((v) => signatories(v) === 2 && v.memo?.stage === 'issued')).toBeGreaterThan(0);
    expect(some((v) => signatories(v) === 2 && v.memo?.stage === 'inChain')).toBeGreaterThan(0);
    expect(some((v) => v.dispositions.some((d) => d.parent !== null))).toBeGreaterThan(4);
    expect(parts.filter((p) => p.read === null).length).toBeGreaterThan(4);
    expect(parts.filter((p) => p.custom).length).toBeGreaterThan(4);
    expect(parts.filter((p) => p.acknowledged !== null && p.finished === null).length).toBeGreaterThan(4);
    expect(parts.filter((p) => p.returned !== null).length).toBeGreaterThan(0);
    expect(parts.flatMap((p) => p.followUps.flatMap((f) => f.attachments)).length).toBeGreaterThan(6);
    expect(some((v) => v.securityClass === 'terbatas')).toBeGreaterThan(2);
    expect(some((v) => v.urgency === 'segera')).toBeGreaterThan(5);
    expect(some((v) => v.urgency === 'sangatSegera')).toBeGreaterThan(1);
    expect(new Set(views.map((v) => v.subject)).size).toBe(LETTERS);
  });

  test('counts the agenda without a gap, all but the two that wait for the registry', () => {
    const numbers = views
      .flatMap((v) => (v.agenda === null ? [] : [Number(v.agenda.split('/')[0])]))
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => AGENDA_START + index));
    expect(some((v) => v.kind === 'incomingLetter' && v.agenda === null)).toBe(2);
  });

  test('tells nothing that had no effect, and nothing from the future', () => {
    const items = views.flatMap((v) => v.timeline);
    expect(items.length).toBeGreaterThan(250);
    expect(items.filter((item) => item.ineffective !== null)).toEqual([]);
    expect(items.filter((item) => item.by.time > workingDay())).toEqual([]);
    expect(
      views.filter((v) => v.timeline.some((t, i) => t.by.time < (v.timeline[i - 1]?.by.time ?? 0))),
    ).toEqual([]);
  });

  test('has documents that verify as what they are', async () => {
    for (const view of views) {
      const signed = view.memo?.chain.filter((s) => s.role === 'signature' && s.done !== null).length ?? 0;
      const { sha256 } = view.document;
      const verified = await value(engine.call('letters.signatures', { letter: view.id, sha256 }));
      expect(verified.verdict, view.subject).toBe(signed === 0 ? 'unsigned' : 'valid');
      expect(verified.signatures.length, view.subject).toBe(signed);
      expect(verified.signatures.filter((s) => s.category !== 'office' || s.trust !== 'trusted')).toEqual([]);
      const bytes = await value(engine.call('letters.document', { letter: view.id, sha256 }));
      expect(bytes.length).toBeLessThan(200_000);
    }
    expect(some((v) => v.memo?.chain.some((s) => s.role === 'signature' && s.done !== null) === true)).toBe(
      5,
    );
  });

  test('finds letters by the words of their pages', async () => {
    const hits = await value(engine.call('letters.search', { query: 'Ruang Rapat Praja', limit: 10 }));
    expect(hits.map((h) => h.row.subject)).toEqual(['Undangan Rapat Koordinasi Bukti Dukung SPBE']);
  });

  test('fills the home screen', async () => {
    const home = await value(engine.call('home.summary', undefined));
    expect(home.lateMine).toBe(2);
    expect(home.todayMine).toBe(6);
    expect(home.counters.toSign.count).toBe(4);
    expect(home.counters.toInitial).toEqual({ count: 2, late: 1 });
    expect(home.counters.waitingNumber.count).toBe(2);
    expect(home.counters.lettersUnread.count).toBeGreaterThan(4);
    expect(home.counters.dispositionsUnread.count).toBe(1);
    expect(home.counters.dispositionsOpen.count).toBe(3);
    expect(home.pressing.length).toBe(12);
    expect(home.perDay.length).toBe(10);
    expect(Math.min(...home.perDay.map((d) => d.count))).toBeGreaterThan(1);
    expect(home.medianToDispose.length).toBe(12);
    expect(new Set(home.medianToDispose.map((w) => w.days)).size).toBeGreaterThan(2);
    expect(home.units.length).toBe(3);
    expect(Math.min(...home.units.map((u) => u.open))).toBeGreaterThan(3);
    expect(Math.min(...home.units.map((u) => u.late))).toBeGreaterThan(0);
  });

  test('signs as soon as it is open', async () => {
    const before = views.find((v) => v.subject === 'Permohonan Data Pengguna Layanan');
    const letter = before?.id ?? '';
    const revision = before?.memo?.revision ?? '';
    const { sha256 } = await value(engine.call('memos.sign', { letter, revision, placement: null }));
    const verified = await value(engine.call('letters.signatures', { letter, sha256 }));
    expect(verified.verdict).toBe('valid');
    expect(verified.signatures[0]?.signer).toBe(people.bambang.name);
  });

  test('gives each of the eight people something to do, under one passphrase', async () => {
    const waiting: Record<string, number> = {};
    for (const { name } of Object.values(people)) {
      await enter(engine, name);
      waiting[name] = (await value(engine.call('letters.queue', { box: 'todo', offset: 0, limit: 1 }))).total;
    }
    expect(Object.keys(waiting).length).toBe(8);
    expect(Object.entries(waiting).filter(([, total]) => total < 2)).toEqual([]);
  });

  test('is an office like any other: a second PC joins and has the same', async () => {
    await enter(engine, people.endang.name);
    await value(engine.call('sync.now', undefined));
    const person = { name: 'Dedi Kurniawan, S.E., M.Ak.', title: 'Bendahara', nip: '' };
    const invited = { person, unit: null, role: 'staf' as const, superior: null };
    const { code } = await value(engine.call('office.invite', invited));
    const dir = join(root, 'second');
    mkdirSync(dir);
    const second = await value(
      openEngine(
        { dir, share: null, demo: false, appVersion: '0.0.0' },
        { background: false, machineId: 'second', clock: workingDay },
      ),
    );
    onTestFinished(() => second.close());
    const share = join(root, 'demo', 'share');
    const request = { share, code, passphrase: 'bendahara contoh 77', deviceName: 'KEU-01' };
    await value(second.call('office.join', request));
    await value(engine.call('office.admit', { invitations: 'all' }));
    await value(engine.call('sync.now', undefined));
    // Documents come fifty at a time.
    for (let pass = 0; pass < 4; pass += 1) await value(second.call('sync.now', undefined));
    await value(engine.call('sync.now', undefined));
    const { alerts } = await value(second.call('sync.status', undefined));
    // The day of the story is not the day on which the files are written.
    expect(alerts.filter((alert) => alert.code !== 'clock-differs')).toEqual([]);
    const dumpOf = ({ state }: Engine) =>
      state.office === null ? '' : [...dumpOffice(state.office, { confidential: true })].join('');
    expect(dumpOf(second).length).toBeGreaterThan(100_000);
    expect(dumpOf(second)).toBe(dumpOf(engine));
  });

  test('is filled from the beginning when its engine was killed in the middle', async () => {
    const dir = join(root, 'killed');
    const child = fileURLToPath(new URL('./sample-kill-child.ts', import.meta.url));
    const killed = spawnSync(process.execPath, [child, dir, String(workingDay())], { stdio: 'ignore' });
    expect(killed.signal).toBe('SIGKILL');
    expect(readdirSync(dir)).toContain('kunci-pemulihan-contoh.txt');
    const again = await openSample(dir, workingDay);
    onTestFinished(() => again.close());
    expect(await allRows(again)).toHaveLength(LETTERS);
  });

  test('comes back as it was when its engine is started again', async () => {
    const letters = (await allRows(engine)).length;
    await engine.close();
    engine = await openSample(join(root, 'demo'), workingDay);
    const session = await value(engine.call('session.state', undefined));
    expect([session.state, session.me?.name, session.me?.unlocked]).toEqual([
      'open',
      people.bambang.name,
      true,
    ]);
    expect((await allRows(engine)).length).toBe(letters);
  });
});

// The story's days at any time at all are tested in sample-days.test.ts; these two are filled whole.
describe('the sample office at odd times', () => {
  const times = [
    ['on a Saturday', '2026-10-10T11:00:00'],
    ['on a Monday before the doors open', '2026-10-12T06:20:00'],
  ] as const;
  test.each(times)('%s: two are late, at least four due today', async (_name, time) => {
    const dir = mkdtempSync(join(tmpdir(), 'nirkertas-sample-'));
    const engine = await openSample(dir, at(time));
    onTestFinished(async () => {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    });
    const home: HomeView = await value(engine.call('home.summary', undefined));
    expect(home.lateMine).toBe(2);
    expect(home.todayMine).toBeGreaterThanOrEqual(4);
    const items = (await allViews(engine)).flatMap((v) => v.timeline);
    expect(items.filter((item) => item.by.time > at(time)() || item.ineffective !== null)).toEqual([]);
  });
});
