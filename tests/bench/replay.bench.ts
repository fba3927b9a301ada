/** Reading a whole office from its share into an empty store, against bare inserts and hashes of the same entries. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import Database from 'better-sqlite3';

import { officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { generateSigningKey, sign, verifySignature } from '#main/engine/keys/signing-key.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { pinnedGenesis, runtimeFor } from '#main/engine/office/open-office.ts';
import { ReplayWatch } from '#main/engine/office/replay-watch.ts';
import { shareStore } from '#main/engine/office/share-store.ts';
import { createOfficeFolder } from '#main/engine/share/office-folder.ts';
import { publish } from '#main/engine/share/publish.ts';
import { readContinuation, readHead } from '#main/engine/share/read-log.ts';
import { parseHeadName } from '#main/engine/log/file-names.ts';
import { closeDatabase, openDatabase } from '#main/engine/store/database.ts';
import { countWithoutEffect } from '#main/engine/store/entries.ts';
import type { EntryRow } from '#main/engine/store/entries.ts';
import { officeKeys } from '#main/engine/store/identities.ts';

import { coreTime, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { firstJoin, readingPc } from './reading-pc.ts';
import type { Pinned, ReadingPc } from './reading-pc.ts';
import { seededOffice } from './seeded-office.ts';

const LETTERS = 20_000;
/** Entries a second on one core (3-office-log, Cost targets). */
const GOAL = 50_000;

/** The entries of the seeded office, as its store holds them. */
function rowsOf(dir: string): readonly EntryRow[] {
  const db = new Database(join(dir, 'office.sqlite'), { readonly: true });
  try {
    return db.prepare<[], EntryRow>('SELECT * FROM entries ORDER BY log_id, seq').all();
  } finally {
    db.close();
  }
}

/** Puts the logs of the seeded office on a share, without its documents: a first join does not wait for them. */
async function publishSeeded(dir: string, share: string): Promise<Pinned> {
  const copy = `${share}.pc`;
  cpSync(dir, copy, { recursive: true, filter: (file) => !file.includes('documents') });
  const opened = openDatabase(copy);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  try {
    db.exec('UPDATE blobs SET uploaded = 1');
    const genesis = pinnedGenesis(db);
    if (genesis === null) throw new Error('no office');
    const keys = officeKeys(db).map((row) => officeKeyFrom(row.key));
    mkdirSync(share, { recursive: true });
    const runtime = runtimeFor(db, genesis, {
      folder: copy,
      clock: Date.now,
      holidays: new Set(),
      notify: () => undefined,
      wakePublisher: () => undefined,
    });
    const { context } = readingPc(`${share}.context`, share, { genesis, keys });
    const made = await createOfficeFolder({ ...context, genesis });
    if (!made.ok) throw new Error(made.failure);
    const replay = new ReplayWatch(Date.now, () => undefined);
    const sent = await publish(
      context,
      shareStore(runtime, () => undefined, replay),
    );
    if (sent.failure !== null) throw new Error(sent.failure);
    return { genesis, keys };
  } finally {
    closeDatabase(db);
  }
}

/** Reads, opens and checks every file, and takes nothing in. */
async function readAlone({ context }: ReadingPc): Promise<number> {
  const start = coreTime();
  const listing = await context.fs.list(context.paths.heads);
  for (const name of listing.ok ? listing.value.names : []) {
    const parsed = parseHeadName(name);
    const head = parsed === null ? null : await readHead(context, parsed);
    if (head === null || !head.ok) throw new Error(`head ${name}`);
    for await (const batch of readContinuation(context, head.value, null)) {
      if (batch.entries.length === 0) throw new Error('an empty stretch');
    }
  }
  return coreTime() - start;
}

/** The limit: the same rows into a table without any index but its key, and a hash of the same bytes. */
function bareInserts(folder: string, rows: readonly EntryRow[]): { insert: number; hash: number } {
  const db = new Database(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE entries (id INTEGER PRIMARY KEY, log_id INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL,
       rank INTEGER, roster_index INTEGER NOT NULL, type TEXT NOT NULL, subject TEXT, time INTEGER NOT NULL,
       user_signed INTEGER NOT NULL, bytes BLOB NOT NULL)`,
  );
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const started = coreTime();
  for (let at = 0; at < rows.length; at += 2000) {
    db.transaction(() => {
      for (const row of rows.slice(at, at + 2000)) {
        insert.run(
          ...[row.id, row.log_id, row.seq, row.hash, row.rank, row.roster_index],
          ...[row.type, row.subject, row.time, row.user_signed, row.bytes],
        );
      }
    })();
  }
  const inserted = coreTime();
  for (const { bytes } of rows) sha256Hex(bytes);
  const hashed = coreTime();
  db.close();
  return { insert: inserted - started, hash: hashed - inserted };
}

/** Parsing and hashing alone. */
function parsingAlone(rows: readonly EntryRow[]): number {
  const start = coreTime();
  for (const { bytes } of rows) if (!parseEntry(bytes).ok) throw new Error('an entry does not read');
  return coreTime() - start;
}

/** One Ed25519 signature is checked for each entry that binds: with OpenSSL this alone bounds the whole. */
function signaturesAlone(rows: readonly EntryRow[]): { signed: number; took: number } {
  const key = generateSigningKey();
  const entries = rows.filter(({ user_signed: signed }) => signed === 1).map(({ bytes }) => bytes);
  const signature = sign(key, entries[0] ?? Buffer.alloc(1));
  const start = coreTime();
  for (const bytes of entries) verifySignature(key.public, bytes, signature);
  return { signed: entries.length, took: coreTime() - start };
}

const rate = (entries: number, milliseconds: number) => Math.round((entries * 1000) / milliseconds);
const told = (entries: number, milliseconds: number) =>
  `${rate(entries, milliseconds)} a second of one core (${(milliseconds / 1000).toFixed(2)} s)`;

const seeded = seededOffice(LETTERS);
const share = join(dirname(seeded), 'share-of-logs');
const work = mkdtempSync(join(tmpdir(), 'nirkertas-bench-'));
try {
  if (existsSync(share)) rmSync(share, { recursive: true });
  const pinned = await publishSeeded(seeded, share);
  const rows = rowsOf(seeded);
  const { insert, hash } = bareInserts(work, rows);
  const limit = insert + hash;
  const parsing = parsingAlone(rows);
  const signatures = signaturesAlone(rows);
  const reading = await readAlone(readingPc(join(work, 'alone'), share, pinned));
  const pc = readingPc(join(work, 'pc'), share, pinned);
  const { entries, total, ingest, fold, longest } = await firstJoin(pc);
  const peer = `bare inserts and SHA-256 of the same rows: ${told(entries, limit)}`;
  const row = (what: string, took: number, goal = ''): BenchRow => ({
    work: what,
    ours: told(entries, took),
    peer,
    ratio: (limit / took).toFixed(2),
    goal,
    isMet: goal === '' ? null : rate(entries, took) >= GOAL,
  });
  printTable(`Replay of ${entries} entries about ${LETTERS} letters, one core, from the share to the lists`, [
    row('parse and hash each entry', parsing),
    row('read, open and check the files', reading),
    row(`check ${signatures.signed} user signatures`, signatures.took),
    row('take in: order, rights, user signatures', ingest),
    row('entries into the store, all of it', total - fold, `at least ${GOAL} a second`),
    row('fold the letters and write the lists', fold),
    row('from the share to the lists', total),
  ]);
  process.stdout.write(`longest time the store was held: ${longest.toFixed(0)} ms\n`);
  const { waiting, refused } = countWithoutEffect(pc.runtime.db);
  if (waiting + refused > 0) throw new Error(`${waiting} entries wait and ${refused} were refused`);
  closeDatabase(pc.runtime.db);
} finally {
  rmSync(work, { recursive: true, force: true });
  rmSync(`${share}.pc`, { recursive: true, force: true });
  rmSync(`${share}.context`, { recursive: true, force: true });
}
