import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { retrying } from '#main/engine/share/retrying-share-fs.ts';
import { shareFailure } from '#main/engine/share/share-failure.ts';
import type { ShareAnswer, ShareFailure, ShareFs } from '#main/engine/share/share-fs.ts';
import { ShareTally } from '#main/engine/share/share-tally.ts';

/** 60 s and 5 s, by the failure table and by what a later pass asks again anyway. */
const CHANGES_MS = 60_000;
const READS_MS = 5000;

type Operation = Exclude<keyof ShareFs, 'counters'>;

/** A share whose operations fail as told until told otherwise, and that notes when each was asked. */
function failingShare() {
  const failures = new Map<Operation, ShareFailure>();
  const asked: { readonly operation: Operation; readonly at: number }[] = [];
  const did = <T>(operation: Operation, value: T) => {
    return async (): Promise<ShareAnswer<T>> => {
      asked.push({ operation, at: Date.now() });
      const failure = failures.get(operation);
      return failure === undefined ? { ok: true, value } : shareFailure(failure, 'EACCES');
    };
  };
  const fs: ShareFs = {
    list: did('list', { names: [], truncated: false }),
    read: did('read', new Uint8Array()),
    stat: did('stat', { size: 0, modified: 0 }),
    writeNew: did('writeNew', null),
    makeFolder: did('makeFolder', null),
    rename: did('rename', null),
    remove: did('remove', null),
    counters: async () => new ShareTally().counters(),
  };
  return { fs, failures, asked };
}

/** The answer, and how many milliseconds were waited for it. */
async function waited<T>(operation: Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const before = Date.now();
  let ended = 0;
  const done = operation.then((answer) => {
    ended = Date.now();
    return answer;
  });
  await vi.advanceTimersByTimeAsync(10 * CHANGES_MS);
  return { answer: await done, ms: ended - before };
}

function patient(fs: ShareFs, random: () => number = () => 0.5, closing?: AbortSignal): ShareFs {
  return retrying(fs, { limitMs: CHANGES_MS, random, ...(closing === undefined ? {} : { closing }) });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a change of a file that somebody holds', () => {
  it('is tried again with pauses that double up to five seconds, for a minute', async () => {
    const { fs, failures, asked } = failingShare();
    failures.set('rename', 'busy');
    const { answer, ms } = await waited(patient(fs).rename('a', 'b'));
    expect(answer).toMatchObject({ failure: 'busy' });
    const pauses = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(pauses.slice(0, 8)).toEqual([50, 100, 200, 400, 800, 1600, 3200, 5000]);
    expect(ms).toBeGreaterThan(CHANGES_MS - 5000);
    expect(ms).toBeLessThanOrEqual(CHANGES_MS);
  });

  it('waits by chance half to one and a half times as long, so that PCs do not ask in step', async () => {
    const firstPause = async (random: number) => {
      const { fs, failures, asked } = failingShare();
      failures.set('rename', 'denied');
      const renamed = patient(fs, () => random).rename('a', 'b');
      await vi.advanceTimersByTimeAsync(200);
      failures.clear();
      await waited(renamed);
      return (asked[1]?.at ?? 0) - (asked[0]?.at ?? 0);
    };
    expect([await firstPause(0), await firstPause(0.999)]).toEqual([25, 74]);
  });

  it('costs the wait once: then one try each, until one of its kind succeeds', async () => {
    const { fs, failures, asked } = failingShare();
    const share = patient(fs);
    failures.set('rename', 'denied');
    await waited(share.rename('a', 'b'));
    // That temps can be written and removed says nothing of renames.
    await waited(share.writeNew('t', new Uint8Array()));
    await waited(share.remove('t'));
    asked.length = 0;
    expect((await waited(share.rename('a', 'c'))).ms).toBeLessThan(5000);
    expect(asked.length).toBeLessThan(8);
    asked.length = 0;
    expect((await waited(share.rename('a', 'd'))).ms).toBeLessThan(5000);
    failures.clear();
    await waited(share.rename('a', 'e'));
    failures.set('rename', 'denied');
    expect((await waited(share.rename('a', 'f'))).ms).toBeGreaterThan(CHANGES_MS - 5000);
  });

  it.each(['missing', 'exists', 'full', 'read-only', 'timeout', 'io'] as const)(
    'that ended in %s is answered at once',
    async (failure) => {
      const { fs, failures, asked } = failingShare();
      failures.set('writeNew', failure);
      expect(await waited(patient(fs).writeNew('a', new Uint8Array()))).toMatchObject({
        ms: 0,
        answer: { failure },
      });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('files that cannot be read', () => {
  it('hold up a round for five seconds in all, however many a stranger leaves there', async () => {
    const { fs, failures } = failingShare();
    const share = patient(fs);
    failures.set('read', 'denied');
    const round = async () => {
      await share.list('heads');
      for (let file = 0; file < 500; file += 1) await share.read(`heads/f${file}`, 10);
    };
    for (let pass = 0; pass < 3; pass += 1) {
      const { ms } = await waited(round());
      expect(ms).toBeGreaterThan(READS_MS / 2);
      expect(ms).toBeLessThanOrEqual(READS_MS);
    }
  });

  it('and were just written here are worth the patience of writing them', async () => {
    const { fs, failures } = failingShare();
    const share = patient(fs);
    await waited(share.rename('tmp/t', 'blobs/ab/x'));
    failures.set('read', 'busy');
    expect((await waited(share.read('blobs/ab/x', 10))).ms).toBeGreaterThan(CHANGES_MS - 5000);
    expect((await waited(share.read('blobs/ab/y', 10))).ms).toBeLessThanOrEqual(READS_MS);
  });
});

describe('closing', () => {
  it('ends the waiting', async () => {
    const { fs, failures, asked } = failingShare();
    const closing = new AbortController();
    failures.set('rename', 'busy');
    const renamed = patient(fs, () => 0.5, closing.signal).rename('a', 'b');
    await vi.advanceTimersByTimeAsync(3000);
    const before = asked.length;
    closing.abort();
    expect(await waited(renamed)).toMatchObject({ ms: 0, answer: { failure: 'busy' } });
    expect(asked).toHaveLength(before + 1);
  });
});
