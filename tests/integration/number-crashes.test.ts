import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import type { NumberBookView } from '#core/contract/numbers.ts';
import { officeAgenda, officeYear } from '#core/office/number-series.ts';

import { bookOf, expectOneOffice, logOf, together } from './number-desks.ts';
import { PASSPHRASE, enrol, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

const child = fileURLToPath(new URL('./number-crash-child.ts', import.meta.url));

/** Where a power cut finds a ceiling: written and not published, read back and not used, and a number half given. */
const points = ['number:ceiling-announced', 'number:ceiling-read-back', 'append:before-commit'] as const;
const TIMES = process.env['NIRKERTAS_FULL'] === undefined ? 3 : 10;

/** Letters acknowledged before the kill, with the number that was said, null where it was to follow. */
async function runUntilKilled(args: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  const acknowledged = new Map<string, number | null>();
  for (const line of printed.split('\n')) {
    const [id = '', number = ''] = line.split(' ');
    if (id !== '') acknowledged.set(id, number === '-' ? null : Number(number));
  }
  return acknowledged;
}

async function wholeBook(pc: Pc, year: number): Promise<NumberBookView> {
  const first = await bookOf(pc, year);
  const rows = [...first.rows];
  for (let next = first.next; next !== null;) {
    const page = await pc.call('numbers.book', {
      series: first.series,
      from: next,
      limit: 500,
      gapsOnly: false,
    });
    rows.push(...page.rows);
    next = page.next;
  }
  return { ...first, rows };
}

it(
  'loses no number silently and gives none twice when the registry is killed between a ceiling and its use',
  { timeout: 10 * 60_000 },
  async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const desk = await office.open('desk');
    await enrol(office, tu, desk, { name: 'Petugas', title: 'Petugas TU', role: 'tu' });
    const year = officeYear(Date.now(), 'Asia/Jakarta');
    await tu.engine.close();
    const acknowledged = new Map<string, number | null>();
    for (const point of points) {
      for (let turn = 1; turn <= TIMES; turn += 1) {
        const args = [tu.dir, PASSPHRASE, headPosition, point, String(turn), `${point} ${turn}`];
        for (const [id, number] of await runUntilKilled(args)) acknowledged.set(id, number);
      }
    }
    const again = await office.open('tu');
    const [user] = (await again.call('session.state', undefined)).users;
    await again.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE });
    await together([again, desk, head], 6);

    const book = await wholeBook(again, year);
    const numberOf = new Map(
      book.rows.flatMap(({ number, letters }) => letters.map(({ letter }) => [letter, number] as const)),
    );
    for (const [id, number] of acknowledged) {
      expect(numberOf.has(id), 'a letter that waited has its number now').toBe(true);
      if (number !== null) expect(numberOf.get(id), 'the number that was said').toBe(number);
    }
    expect(book.counts).toMatchObject({ duplicate: 0, skipped: 0, withoutEffect: 0 });
    expect(new Set(numberOf.values()).size).toBe(numberOf.size);
    for (const row of book.rows) {
      const why = row.fate === 'voided' ? (row.voided?.note ?? '') : row.fate;
      expect(['uji', 'used', 'leased'], `number ${row.number}`).toContain(why);
    }
    expect((await wholeBook(desk, year)).rows.map(({ number, fate }) => [number, fate])).toEqual(
      book.rows.map(({ number, fate }) => [number, fate]),
    );

    // The PC is thrown away: what it had announced is given up with the reason, and the next number lies above.
    await again.call('numbers.set-registry', {
      book: officeAgenda,
      log: logOf(desk),
      start: null,
      gone: true,
    });
    await together([again, desk, head], 4);
    const next = await register(desk, headPosition);
    expect(next.agendaNumber).toBeGreaterThan(book.ceiling);
    const after = await wholeBook(desk, year);
    expect(after.counts).toMatchObject({ duplicate: 0, skipped: 0 });
    const between = after.rows.filter(({ number }) => number > book.given && number <= book.ceiling);
    expect(between.length).toBe(book.ceiling - book.given);
    const reasons = new Set(between.map(({ voided }) => voided?.reason));
    // What the clerk had given up before keeps its own reason.
    reasons.delete('spoiled');
    expect([...reasons]).toEqual(['registryReplaced']);
    await together([desk, again, head], 4);
    await expectOneOffice([again, desk]);
    process.stdout.write(
      `kills: ${points.map((point) => `${point} ${TIMES}`).join(', ')}; ${acknowledged.size} letters, ` +
        `${after.counts.used} numbers used, ${after.counts.voided} given up, none lost or twice\n`,
    );
  },
);
