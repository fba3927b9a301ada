/** Appending one act against a bare transaction of the same bytes in the same synchronous mode. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { seedLetters } from '#main/engine/audit/seed/seed-letters.ts';
import { openEngine } from '#main/engine/engine.ts';
import type { Engine } from '#main/engine/engine.ts';
import { actorOf } from '#main/engine/office/acting.ts';
import { append } from '#main/engine/office/append.ts';
import { heldPositions } from '#main/engine/office/runtime.ts';
import type { Result } from '#core/contract/result.ts';
import { entryByHash } from '#main/engine/store/entries.ts';

import { milliseconds, percentile, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';

const ROUNDS = 400;
/** Ours may take twice as long: at least half the rate. */
const GOAL = 0.5;
const PASSPHRASE = 'kantor tanpa kertas 42';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function officeIn(folder: string): Promise<Engine> {
  const share = join(folder, 'share');
  mkdirSync(share);
  const options = { dir: join(folder, 'pc'), share: null, demo: false, appVersion: '0' };
  const engine = valueOf(await openEngine(options, { background: false }));
  valueOf(
    await engine.call('office.create', {
      share,
      name: 'Dinas Komunikasi dan Informatika',
      letterhead: [],
      admin: { name: 'Endang Susilowati', title: 'Arsiparis', nip: '' },
      units: [],
      kit: join(folder, 'kit.txt'),
      passphrase: PASSPHRASE,
      deviceName: 'TU-01',
      agendaStart: 1,
    }),
  );
  return engine;
}

/** The peer: one table, one insert, one transaction, as durable as ours. */
function bareStore(folder: string): (bytes: Uint8Array) => void {
  const db = new Database(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE entries (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
  const insert = db.prepare('INSERT INTO entries (bytes) VALUES (?)');
  return (bytes) => db.transaction(() => insert.run(bytes)).immediate();
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const folder = mkdtempSync(join(tmpdir(), 'nirkertas-bench-'));
try {
  const engine = await officeIn(folder);
  const runtime = engine.state.office;
  const session = runtime?.session ?? null;
  if (runtime === null || session === null) throw new Error('no office');
  const onProgress = () => undefined;
  valueOf(
    await seedLetters(runtime, { letters: 200, words: 400, seed: '1', passphrase: PASSPHRASE, onProgress }),
  );
  const { rows: letters } = valueOf(
    await engine.call('letters.queue', { box: 'incoming', offset: 0, limit: 200 }),
  );
  const [held] = heldPositions(runtime);
  if (held === undefined) throw new Error('nobody holds a position');
  const actor = actorOf(session.user, held);
  const bare = bareStore(folder);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const letter = letters[round % letters.length]?.id ?? '';
    let hash = '';
    // One after the other, so that both meet the same disk.
    const took = timed(() => {
      const written = append(runtime, session, [
        { type: 'letter.corrected', subject: letter, actor, body: { enclosure: `${round + 1} berkas` } },
      ]);
      hash = valueOf(written)[0]?.hash ?? '';
    });
    const bytes = entryByHash(runtime.db, hash)?.bytes;
    if (bytes === undefined) throw new Error('an entry was not kept');
    ours.push(took);
    theirs.push(timed(() => bare(bytes)));
  }
  const rows = [0.5, 0.95].map((share): BenchRow => {
    const [own, peer] = [percentile(ours, share), percentile(theirs, share)];
    return {
      work: `append one act, p${share * 100}`,
      ours: milliseconds(own),
      peer: `bare better-sqlite3, synchronous=FULL: ${milliseconds(peer)}`,
      ratio: (peer / own).toFixed(2),
      goal: share === 0.5 ? `at least ${GOAL} of its rate` : '',
      isMet: share === 0.5 ? peer / own >= GOAL : null,
    };
  });
  printTable('Appending: entry, signed head, projections and outbox in one transaction', rows);
  await engine.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
