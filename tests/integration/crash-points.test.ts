import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { PASSPHRASE, testOffice, twoPcs } from './office-pcs.ts';

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const full = process.env['NIRKERTAS_FULL'] !== undefined;

/** Where a power cut is interesting: before and after the commit, and during each upload. */
const commonPoints = [
  'append:before-commit',
  'append:after-commit',
  'blob:temp-written',
  'segment:temp-written',
  'head:temp-written',
] as const;
const furtherPoints = [
  'blob:renamed',
  'segment:renamed',
  'segment:recorded',
  'head:renamed',
  'head:recorded',
] as const;
const points = full ? [...commonPoints, ...furtherPoints] : commonPoints;
const TIMES = 10;

interface Killed {
  readonly acknowledged: readonly { readonly id: string; readonly number: number }[];
  readonly signal: string | null;
}

async function runUntilKilled(args: readonly string[]): Promise<Killed> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  const acknowledged = printed
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', number = ''] = line.split(' ');
      return { id, number: Number(number) };
    });
  return { acknowledged, signal };
}

it(
  `loses no acknowledged letter and shows no half one when killed ${TIMES} times at each of ${points.length} points`,
  { timeout: 30 * 60_000 },
  async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await tu.engine.close();
    const acknowledged = new Map<string, number>();
    const kills: Record<string, number> = {};
    for (const point of points) {
      for (let turn = 1; turn <= TIMES; turn += 1) {
        // The act that is hit varies: the first after a start is another situation than a later one.
        const nth = String(1 + (turn % 3));
        const run = await runUntilKilled([tu.dir, PASSPHRASE, headPosition, point, nth, `${point} ${turn}`]);
        expect(run.signal, point).toBe('SIGKILL');
        kills[point] = (kills[point] ?? 0) + 1;
        for (const { id, number } of run.acknowledged) acknowledged.set(id, number);
      }
    }
    const again = await office.open('tu');
    const [user] = (await again.call('session.state', undefined)).users;
    await again.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE });
    await again.sync();
    // Documents come in batches.
    for (let pass = 0; pass < 12; pass += 1) await head.sync();
    const limit = 500;
    for (const pc of [again, head]) {
      const { rows, total } = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit });
      expect(total).toBeLessThan(limit);
      const numbers = new Map(rows.map((row) => [row.id, row.agenda]));
      for (const [id, number] of acknowledged)
        expect(numbers.get(id)).toBe(`${number}/${new Date().getFullYear()}`);
      expect(new Set(numbers.values()).size, 'agenda numbers are unique').toBe(rows.length);
      for (const row of rows) {
        expect(row.agenda).not.toBeNull();
        const letter = await pc.call('letters.show', { letter: row.id });
        const { sha256 } = letter.document;
        expect((await pc.call('letters.document', { letter: row.id, sha256 })).length).toBe(
          letter.document.size,
        );
      }
    }
    const counts = Object.entries(kills).map(([point, n]) => `${point} ${n}`);
    process.stdout.write(
      `kills: ${counts.join(', ')}; ${acknowledged.size} acknowledged letters, none lost\n`,
    );
  },
);
