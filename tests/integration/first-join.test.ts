import { expect, it } from 'vitest';

import type { ReplayView } from '#core/contract/answers.ts';
import { seedLetters } from '#main/engine/audit/seed/seed-letters.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { countUnfolded, unfoldedSubjects } from '#main/engine/store/unfolded.ts';

import { dumpOf, officeOf, storeOf } from './cli-audit-samples.ts';
import { enrol, officeInput, PASSPHRASE, testOffice, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';
import { settle } from './roster-pcs.ts';

/** Enough letters for more entries than are folded one batch after the other. */
const LETTERS = 700;
const TIMEOUT = 180_000;

/** An office whose first PC holds a few thousand entries of several people, all on the share. */
async function largeOffice(): Promise<{ office: TestOffice; tu: Pc; entries: number }> {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const onProgress = () => undefined;
  const seeded = await value(
    seedLetters(officeOf(tu.engine), {
      letters: LETTERS,
      words: 30,
      seed: '1',
      passphrase: PASSPHRASE,
      onProgress,
    }),
  );
  while ((await tu.sync()).published > 0);
  return { office, tu, entries: seeded.entries };
}

const head = { name: 'Bambang Hariyanto', title: 'Sekretaris Dinas', role: 'pejabat' } as const;

/** Every different progress that the PC tells while it synchronises, in order. */
async function watching(pc: Pc, work: () => Promise<unknown>): Promise<ReplayView[]> {
  const seen: ReplayView[] = [];
  const stop = pc.engine.listen(() => {
    const replay = pc.engine.state.share?.state().replay ?? null;
    if (replay !== null) seen.push(replay);
  });
  await work();
  stop();
  return seen;
}

it(
  'takes a large office in with progress, folds it once at the end, and agrees with the others',
  { timeout: TIMEOUT },
  async () => {
    const { office, tu, entries } = await largeOffice();
    const newcomer = await office.open('newcomer');
    const seen = await watching(newcomer, () => enrol(office, tu, newcomer, head));
    expect(entries).toBeGreaterThan(2000);
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['entries', 'letters']));
    for (const { done, known } of seen) expect(done).toBeLessThanOrEqual(known);
    expect(countUnfolded(storeOf(newcomer))).toBe(0);
    // Each says once what it saw of the other's log.
    await settle(tu, newcomer);
    expect(dumpOf(newcomer)).toBe(dumpOf(tu));
    expect(await value(verifyStore(officeOf(newcomer.engine)))).toMatchObject({ findings: [] });
    expect(newcomer.engine.state.share?.state().replay).toBeNull();
  },
);

it(
  'pauses after the stretch under way, shows what is here, and goes on where it stopped, also after a restart',
  { timeout: TIMEOUT },
  async () => {
    const { office, tu } = await largeOffice();
    const newcomer = await office.open('newcomer');
    await enrol(office, tu, newcomer, head);
    // The newcomer's PC was off while the office wrote as much again.
    const onProgress = () => undefined;
    await value(
      seedLetters(officeOf(tu.engine), {
        letters: LETTERS,
        words: 30,
        seed: '2',
        passphrase: PASSPHRASE,
        onProgress,
      }),
    );
    while ((await tu.sync()).published > 0);
    const count = () =>
      storeOf(newcomer).prepare<[], { n: number }>('SELECT count(*) AS n FROM entries').get()?.n ?? 0;
    const before = count();
    let paused: Promise<unknown> | null = null;
    const stop = newcomer.engine.listen(() => {
      if (newcomer.engine.state.share?.state().replay?.phase !== 'entries') return;
      paused ??= newcomer.call('sync.pause-reading', undefined);
    });
    await newcomer.sync();
    stop();
    await paused;
    const status = await newcomer.call('sync.status', undefined);
    const here = count();
    expect(status).toMatchObject({ readingPaused: true, replay: null });
    expect(here).toBeGreaterThan(before);
    expect(countUnfolded(storeOf(newcomer))).toBe(0);
    expect(await value(verifyStore(officeOf(newcomer.engine)))).toMatchObject({ findings: [] });
    await newcomer.sync();
    expect(count()).toBe(here);

    await newcomer.engine.close();
    const again = await office.open('newcomer');
    expect(await again.call('sync.status', undefined)).toMatchObject({ readingPaused: true });
    await again.call('sync.continue-reading', undefined);
    expect(await again.engine.call('sync.continue-reading', undefined)).toMatchObject({
      error: { code: 'act-already-done' },
    });
    await again.sync();
    expect(dumpOf(again)).toBe(dumpOf(tu));
  },
);

it(
  'folds at the next start what came in before the program was stopped, and at once a letter that is looked at',
  { timeout: TIMEOUT },
  async () => {
    const { office, tu } = await largeOffice();
    const newcomer = await office.open('newcomer');
    await enrol(office, tu, newcomer, { ...head, role: 'tu' });
    // As a kill between taking in and folding leaves it: every entry is here, no letter is folded.
    const db = storeOf(newcomer);
    db.exec(
      `INSERT INTO unfolded (subject, rank) SELECT subject, min(rank) FROM entries
         WHERE subject GLOB 'let_*' AND rank IS NOT NULL GROUP BY subject;
       DELETE FROM tasks; DELETE FROM access; DELETE FROM search; DELETE FROM senders; DELETE FROM numbers;
       DELETE FROM letter_documents; DELETE FROM letter_states; DELETE FROM letters`,
    );
    const letter = unfoldedSubjects(db, LETTERS).at(-1) ?? '';
    expect((await value(verifyStore(officeOf(newcomer.engine)))).findings).toEqual([]);
    expect(await newcomer.call('letters.show', { letter })).toMatchObject({ id: letter });
    expect(countUnfolded(db)).toBe(LETTERS - 1);
    // Nobody gives a number while it is not known which ones are taken.
    expect(await newcomer.call('letters.next-agenda', undefined)).toBeNull();
    await newcomer.engine.close();

    const again = await office.open('newcomer');
    for (const pc of [again, tu, again]) await pc.sync();
    expect(countUnfolded(storeOf(again))).toBe(0);
    expect(await value(verifyStore(officeOf(again.engine)))).toMatchObject({ findings: [] });
    expect(dumpOf(again)).toBe(dumpOf(tu));
  },
);
