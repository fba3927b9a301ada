import fc from 'fast-check';
import { expect, it } from 'vitest';

import { entryHash, parseEntry } from '#main/engine/log/entry-codec.ts';
import type { WritableDb } from '#main/engine/store/database.ts';

import { bookLife, letterAct, letterActTypes, logActs, rosterActs } from '../fuzz/fold-samples.ts';
import { busyOffice, dumpOf, SECRET, storeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import { enrol } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

it('is the same text on every PC, in whatever order the entries came, also for one that joins late', async () => {
  const { office, tu, head } = await busyOffice();
  const late = await office.open('late');
  await enrol(office, tu, late, {
    name: 'Arif',
    title: 'Kepala Bidang',
    role: 'pejabat',
    unit: 'Bidang TIK',
  });
  await head.sync();
  const dump = dumpOf(tu);
  expect(dumpOf(head)).toBe(dump);
  expect(dumpOf(late)).toBe(dump);
  expect(JSON.parse(dump)).toMatchObject({ format: 'nirkertas-dump' });
});

it('shows a Rahasia letter as an envelope, its sealed entries only when asked, and its content never', async () => {
  const { tu, secret } = await busyOffice();
  const envelope = dumpOf(tu, false);
  expect(envelope).not.toContain(SECRET);
  const letters: { id: string; securityClass?: string; entries: object[] }[] = JSON.parse(envelope).letters;
  const shown = letters.find(({ id }) => id === secret);
  expect(shown).toMatchObject({ securityClass: 'rahasia', agenda: { number: 1285 } });
  expect(shown?.entries.flatMap(Object.keys)).not.toContain('body');
  const asked = dumpOf(tu, true);
  expect(asked).not.toContain(SECRET);
  expect(asked).toMatch(/"sealed":"[\w-]{600,}"/);
});

type Path = readonly (string | number)[];
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every place in a value that holds no further places, and every list and record itself. */
function placesIn(value: Json, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [at];
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...at, index]))
    : Object.entries(value).flatMap(([name, member]) => placesIn(member, [...at, name]));
  return at.length === 0 ? inside : [at, ...inside];
}

function changedAt(value: Json, [step, ...rest]: Path, change: (there: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? changedAt(item, rest, change) : item));
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, member]) => [name, name === step ? changedAt(member, rest, change) : member]),
  );
}

const flipped = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === '3' ? '4' : '3'}${text.slice(at + 1)}`;

/** Other values for a place, one of which an entry may hold there. */
function others(there: Json): Json[] {
  if (there === null) return ['a'.repeat(64), 'pos_3333333333333333', 'x', 3, true];
  if (typeof there === 'number') return [there + 1, there - 1];
  if (typeof there === 'boolean') return [!there];
  if (typeof there === 'string') {
    return [
      `${there}x`,
      flipped(there, there.length - 1),
      flipped(there, 5),
      'letter.read',
      'acting',
      'tu',
      'ubah',
    ];
  }
  if (Array.isArray(there)) {
    const one = there[0] ?? 'a'.repeat(64);
    const dep = { log: 'a'.repeat(64), seq: 3, hash: 'b'.repeat(64) };
    return [[...there, one], [...there, dep], there.slice(1), ['lain']];
  }
  return [
    { ...there, tambahan: 1 },
    { ...there, decision: 'SK 1' },
    {},
    { index: 3, hash: 'c'.repeat(64) },
    { log: 'c'.repeat(64), seq: 3, hash: 'd'.repeat(64) },
  ];
}

interface StoredEntry {
  readonly id: number;
  readonly bytes: Buffer;
}

/** Entries that were tampered with, as a program that writes entries would spell them; none for what it would not. */
function tampered(entry: Json, place: Path, value: Json): Buffer | null {
  const bytes = Buffer.from(JSON.stringify(changedAt(entry, place, () => value)));
  return parseEntry(bytes).ok ? bytes : null;
}

/** The dump with one entry's bytes changed, under its old or its own new hash; the store is as before afterwards. */
function dumpWith(
  pc: Pc,
  db: WritableDb,
  row: StoredEntry,
  bytes: Buffer,
  newHash: boolean,
  whole: boolean,
): string {
  db.exec('SAVEPOINT tampering');
  try {
    db.prepare('UPDATE entries SET bytes = ? WHERE id = ?').run(bytes, row.id);
    if (newHash) db.prepare('UPDATE entries SET hash = ? WHERE id = ?').run(entryHash(bytes), row.id);
    return dumpOf(pc, whole);
  } finally {
    db.exec('ROLLBACK TO tampering; RELEASE tampering');
  }
}

it('changes with any change of any field of any entry', async () => {
  const { tu } = await busyOffice();
  const db = storeOf(tu);
  const rows = db.prepare<[], StoredEntry>('SELECT id, bytes FROM entries ORDER BY id').all();
  const whole = dumpOf(tu);
  const envelopes = dumpOf(tu, false);
  const types = new Set<string>();
  const untouchable = new Set<string>();
  let changes = 0;
  for (const row of rows) {
    const entry: Json & { readonly type: string } = JSON.parse(row.bytes.toString());
    types.add(entry.type);
    for (const place of placesIn(entry)) {
      let there: Json = entry;
      for (const step of place) there = (there as Record<string, Json>)[step] ?? null;
      const bytes = others(there)
        .map((value) => tampered(entry, place, value))
        .find((made) => made !== null && !made.equals(row.bytes));
      if (bytes === undefined || bytes === null) {
        untouchable.add(place.join('.'));
        continue;
      }
      changes += 1;
      // Its content is in the dump itself, not only its hash; and the hash alone tells as well.
      expect(dumpWith(tu, db, row, bytes, false, true), place.join('.')).not.toBe(whole);
      expect(dumpWith(tu, db, row, bytes, true, false), place.join('.')).not.toBe(envelopes);
    }
  }
  // Version 0 has one version.
  expect([...untouchable]).toEqual(['v']);
  expect(types.size).toBeGreaterThan(18);
  expect(changes).toBeGreaterThan(500);
  expect(dumpOf(tu)).toBe(whole);
});

it('has every type of entry that there is, and changes with any field of any of them', async () => {
  const { office, tu, head, letter } = await busyOffice();
  const me = memberOn(head);
  const samples: readonly (readonly [type: string, body: Record<string, unknown>])[] = [
    ...letterActTypes.map((type) => [type, letterAct(type, 1).body] as const),
    ...bookLife.map(({ type, body }) => [type, body] as const),
    ...Object.entries(rosterActs),
    ...Object.entries(logActs).filter(([type]) => type !== 'log.retired'),
    // After it the log takes nothing more.
    ['log.retired', logActs['log.retired']],
  ];
  // Whoever writes what is not theirs to write is in the dump like everybody else: what has no effect is shared, too.
  const forged = putLog(office, head, me, {
    acts: samples.map(([type, body]) => ({
      type,
      subject: type.startsWith('roster.') || type.startsWith('log.') ? null : letter,
      body,
      actor: me.actor(null),
      signer: me.keys.sign,
    })),
  });
  await tu.sync();
  const whole = dumpOf(tu);
  const db = storeOf(tu);
  const rows = db
    .prepare<[string], StoredEntry>(
      'SELECT e.id, e.bytes FROM entries e JOIN logs l ON l.id = e.log_id WHERE l.log = ? ORDER BY e.seq',
    )
    .all(forged.log);
  expect(rows).toHaveLength(samples.length + 1);
  const missing = rows.filter(({ bytes }) => !whole.includes(entryHash(bytes)));
  expect(missing.map(({ bytes }) => (JSON.parse(bytes.toString()) as { type: string }).type)).toEqual([]);
  let changes = 0;
  for (const row of rows) {
    const entry: { readonly [name: string]: Json; readonly body: Json } = JSON.parse(row.bytes.toString());
    for (const place of placesIn(entry.body, ['body'])) {
      let there: Json = entry;
      for (const step of place) there = (there as Record<string, Json>)[step] ?? null;
      const [bytes] = others(there).flatMap((value) => tampered(entry, place, value) ?? []);
      if (bytes === undefined || bytes.equals(row.bytes)) continue;
      changes += 1;
      expect(dumpWith(tu, db, row, bytes, false, true), `${entry['type']} ${place.join('.')}`).not.toBe(
        whole,
      );
    }
  }
  expect(changes).toBeGreaterThan(300);
});

it('changes with any text in any place that holds a text', async () => {
  const { tu } = await busyOffice();
  const db = storeOf(tu);
  const rows = db.prepare<[], StoredEntry>('SELECT id, bytes FROM entries ORDER BY id').all();
  const whole = dumpOf(tu);
  const anyRow = fc.constantFrom(...rows);
  fc.assert(
    fc.property(anyRow, fc.nat(), fc.string({ unit: 'grapheme' }), (row, nth, text) => {
      const entry: { readonly [name: string]: Json; readonly body: Json } = JSON.parse(row.bytes.toString());
      const places = placesIn(entry.body, ['body']);
      const bytes = tampered(entry, places[nth % places.length] ?? ['body'], text);
      fc.pre(bytes !== null && !bytes.equals(row.bytes));
      if (bytes !== null) expect(dumpWith(tu, db, row, bytes, false, true)).not.toBe(whole);
    }),
    { numRuns: 200 },
  );
  expect(dumpOf(tu)).toBe(whole);
});
