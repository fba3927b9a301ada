import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { verifyStore } from '#main/engine/audit/verify-store.ts';

import { enrol, PASSPHRASE, testOffice, twoPcs, value } from './office-pcs.ts';

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const full = process.env['NIRKERTAS_FULL'] !== undefined;

/** A power cut while small files become one: the pack half-written, in place, and before it is noted. */
const points = full
  ? ['pack:before-write', 'pack:temp-written', 'pack:renamed', 'pack:verified', 'pack:recorded']
  : ['pack:temp-written', 'pack:renamed', 'pack:recorded'];
const TIMES = full ? 10 : 3;

async function killedAt(args: readonly string[]): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return printed.split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ')[0] ?? '']));
}

it(
  `loses nothing when killed ${TIMES} times at each of ${points.length} points of packing`,
  { timeout: 30 * 60_000 },
  async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    await tu.engine.close();
    const acknowledged = new Set<string>();
    let kills = 0;
    for (const point of points) {
      for (let turn = 1; turn <= TIMES; turn += 1) {
        const args = [tu.dir, PASSPHRASE, headPosition, point, '1', `${point} ${turn}`, 'packs'];
        for (const id of await killedAt(args)) acknowledged.add(id);
        kills += 1;
        // A reader in between sees whatever the cut left.
        await head.sync();
      }
    }
    const again = await office.open('tu');
    const [user] = (await again.call('session.state', undefined)).users;
    await again.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE });
    for (let pass = 0; pass < 6; pass += 1) await again.sync();
    const late = await office.open('late');
    await enrol(office, again, late, { name: 'Rina Marlina', title: 'Pengadministrasi', role: 'tu' });
    for (let pass = 0; pass < 12; pass += 1) for (const pc of [again, head, late]) await pc.sync();
    for (const pc of [again, head, late]) {
      const { rows } = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 500 });
      const known = new Set(rows.map((row) => row.id));
      expect([...acknowledged].filter((id) => !known.has(id))).toEqual([]);
      expect((await pc.call('sync.status', undefined)).alerts).toEqual([]);
      const runtime = pc.engine.state.office;
      if (runtime === null) throw new Error('no office');
      expect((await value(await verifyStore(runtime))).findings).toEqual([]);
    }
    process.stdout.write(
      `kills while packing: ${kills}; ${acknowledged.size} acknowledged letters, none lost\n`,
    );
  },
);
