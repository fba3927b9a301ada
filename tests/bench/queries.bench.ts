/** Queue pages, letters and searches of the engine at 100,000 letters. */
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { MethodInput, MethodName } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';
import { openEngine } from '#main/engine/engine.ts';
import { matchExpression } from '#main/engine/store/search.ts';

import { milliseconds, percentile, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { SEEDED_LETTERS, SEEDED_PASSPHRASE, seededOffice } from './seeded-office.ts';

const ROUNDS = 200;
const QUEUE_GOAL_MS = 10;
const SEARCH_GOAL_MS = 50;
const PAGE = 60;
const HITS = 20;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const dir = seededOffice(SEEDED_LETTERS);
const engine = valueOf(
  await openEngine({ dir, share: null, demo: false, appVersion: '0' }, { background: false }),
);
const { users } = valueOf(await engine.call('session.state', undefined));

async function signInAs(title: string): Promise<void> {
  const user = users.find((one) => one.title === title)?.user ?? '';
  valueOf(await engine.call('session.unlock', { user, passphrase: SEEDED_PASSPHRASE }));
}

async function times(work: (round: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work(Math.max(round, 0));
    // The first few fill the caches, as opening the app does.
    if (round >= 0) samples.push(performance.now() - start);
  }
  return samples;
}

async function row<M extends MethodName>(
  work: string,
  goal: number | null,
  method: M,
  input: (round: number) => MethodInput<M>,
): Promise<BenchRow> {
  const samples = await times(async (round) => valueOf(await engine.call(method, input(round))));
  const p95 = percentile(samples, 0.95);
  return {
    work,
    ours: `p50 ${milliseconds(percentile(samples, 0.5))}, p95 ${milliseconds(p95)}`,
    peer: '',
    ratio: '',
    goal: goal === null ? '' : `p95 under ${goal} ms`,
    isMet: goal === null ? null : p95 < goal,
  };
}

const page = (box: MethodInput<'letters.queue'>['box'], offset = 0) => ({ box, offset, limit: PAGE });

async function queueRows(who: string): Promise<BenchRow[]> {
  await signInAs(who);
  const { total } = valueOf(await engine.call('letters.queue', page('todo')));
  const rows = [
    await row(`Tugas saya, first page of ${total} (${who})`, QUEUE_GOAL_MS, 'letters.queue', () =>
      page('todo'),
    ),
    await row('Tugas saya, a page in the middle', QUEUE_GOAL_MS, 'letters.queue', () =>
      page('todo', Math.floor(total / 2)),
    ),
  ];
  for (const box of ['incoming', 'memos', 'dispositions', 'sent', 'all'] as const) {
    rows.push(await row(`box ${box}, first page`, QUEUE_GOAL_MS, 'letters.queue', () => page(box)));
  }
  rows.push(
    await row('box incoming, a page in the middle', QUEUE_GOAL_MS, 'letters.queue', () =>
      page('incoming', SEEDED_LETTERS / 2),
    ),
    await row('Beranda', null, 'home.summary', () => undefined),
  );
  return rows;
}

async function letterRow(): Promise<BenchRow> {
  const ids: string[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const offset = Math.floor((at * SEEDED_LETTERS) / ROUNDS);
    const { rows } = valueOf(await engine.call('letters.queue', { box: 'incoming', offset, limit: 1 }));
    ids.push(rows[0]?.id ?? '');
  }
  return row('letter with its Jejak, all over the store', QUEUE_GOAL_MS, 'letters.show', (round) => ({
    letter: ids[round % ids.length] ?? '',
  }));
}

const bare = new Database(join(dir, 'office.sqlite'), { readonly: true });
const newest = bare.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?');
const counted = bare.prepare<[string], { n: number }>(
  'SELECT count(*) AS n FROM search WHERE search MATCH ?',
);

/** The word of the store's vocabulary that is nearest to being in so many letters. */
function wordIn(letters: number): string {
  bare.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)');
  const found = bare
    .prepare<[number], { term: string }>(
      `SELECT term FROM temp.vocabulary WHERE length(term) > 4 AND term GLOB '[a-z0-9]*'
       ORDER BY abs(doc - ?) LIMIT 1`,
    )
    .get(letters);
  return found?.term ?? 'rapat';
}

async function searchRows(who: string): Promise<BenchRow[]> {
  await signInAs(who);
  const rows: BenchRow[] = [];
  const words: readonly (readonly [string, string])[] = [
    ['rare word', wordIn(10)],
    ['middling word', wordIn(SEEDED_LETTERS / 50)],
    ['common word', wordIn(SEEDED_LETTERS)],
    ['two common words', `${wordIn(SEEDED_LETTERS)} ${wordIn(SEEDED_LETTERS * 0.6)}`],
    ['a few letters, as one types', 'un'],
  ];
  for (const [name, query] of words) {
    const match = matchExpression(query) ?? '';
    const hits = counted.get(match)?.n ?? 0;
    const peer = percentile(await times(() => newest.all(match, HITS)), 0.95);
    const samples = await times(async () =>
      valueOf(await engine.call('letters.search', { query, limit: HITS })),
    );
    const own = percentile(samples, 0.95);
    rows.push({
      work: `search, ${name}: ${query} (${hits} letters)`,
      ours: `p50 ${milliseconds(percentile(samples, 0.5))}, p95 ${milliseconds(own)}`,
      peer: `the same FTS5 query, bare: p95 ${milliseconds(peer)}`,
      ratio: (own / peer).toFixed(1),
      goal: `p95 under ${SEARCH_GOAL_MS} ms`,
      isMet: own < SEARCH_GOAL_MS,
    });
  }
  return rows;
}

const asHead = await queueRows('Kepala Dinas');
const asClerk = await queueRows('Arsiparis');
const letter = await letterRow();
printTable(`Lists and letters from the engine, ${SEEDED_LETTERS} letters`, [...asHead, ...asClerk, letter]);
printTable(
  `Search, ${SEEDED_LETTERS} letters of 400 words, newest ${HITS} with their rows`,
  await searchRows('Arsiparis'),
);
// Whoever reads few letters makes the search look at many that it may not show.
const analyst = users.find(({ title }) => title.startsWith('Analis'))?.title ?? '';
printTable(`The same by ${analyst}, who reads little`, await searchRows(analyst));
bare.close();
await engine.close();
