import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { rebuild } from '#main/engine/audit/rebuild.ts';
import { verifyShareFrames } from '#main/engine/audit/verify-frames.ts';
import { verifyShareWithKeys } from '#main/engine/audit/verify-share.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import { busyOffice, dumpOf, officeOf, storeOf } from './cli-audit-samples.ts';
import type { BusyOffice } from './cli-audit-samples.ts';
import { register, testOffice, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

async function findingsOf(pc: Pc): Promise<string[]> {
  const { findings } = await value(verifyStore(officeOf(pc.engine)));
  return [...new Set(findings.map(({ code }) => code))].toSorted();
}

/** What the audit of a store finds after a change that no program makes; the store is as before afterwards. */
async function afterChange(pc: Pc, sql: string): Promise<string[]> {
  const db = storeOf(pc);
  // The audit opens transactions of its own, so the change is undone by a copy of what it touched.
  const tables = [
    'entries',
    'logs',
    'roster_tree',
    'letters',
    'letter_states',
    'tasks',
    'access',
    'senders',
    // After the letters, which count themselves.
    'letter_counts',
    'blobs',
    'letter_documents',
    'witness',
    'archive_keepers',
    'outbox',
  ];
  for (const table of tables) db.exec(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM main.${table}`);
  db.pragma('foreign_keys = OFF');
  try {
    db.exec(sql);
    return await findingsOf(pc);
  } finally {
    for (const table of tables) {
      db.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM kept_${table}`);
      db.exec(`DROP TABLE kept_${table}`);
    }
    db.pragma('foreign_keys = ON');
  }
}

describe('the audit of a store', () => {
  it('finds nothing in an honest office, and every kind of meddling', async () => {
    const { tu, head, letter } = await busyOffice();
    expect(await findingsOf(tu)).toEqual([]);
    expect(await findingsOf(head)).toEqual([]);
    const finished = `(SELECT id FROM entries WHERE type = 'letter.finished')`;
    const expectations: readonly (readonly [string, readonly string[]])[] = [
      [`UPDATE entries SET bytes = x'7b7d' WHERE id = ${finished}`, ['entry-unreadable']],
      [
        `UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"selesai"', '"selesa1"') AS BLOB) WHERE id = ${finished}`,
        ['chain-broken', 'entry-hash-wrong', 'projection-wrong'],
      ],
      [`UPDATE entries SET time = time + 1 WHERE id = ${finished}`, ['entry-row-wrong']],
      [`UPDATE entries SET rank = rank + 1 WHERE id = ${finished}`, ['projection-wrong', 'rank-wrong']],
      [
        `UPDATE entries SET user_signed = 0 WHERE type = 'memo.signed'`,
        ['projection-wrong', 'user-signature-wrong'],
      ],
      [`UPDATE entries SET user_signed = 1 WHERE id = ${finished}`, ['user-signature-wrong']],
      [`DELETE FROM entries WHERE id = ${finished}`, ['chain-broken', 'projection-wrong', 'rank-wrong']],
      [`UPDATE logs SET head_signature = zeroblob(64) WHERE own = 1`, ['head-signature-wrong']],
      [`UPDATE logs SET seq = seq - 1 WHERE own = 1`, ['log-end-wrong']],
      [`UPDATE logs SET public_key = zeroblob(32) WHERE own = 1`, ['head-signature-wrong', 'log-key-wrong']],
      [`UPDATE logs SET refused = 'roster-went-back' WHERE own = 0`, ['log-refused']],
      [`UPDATE logs SET user = 'usr_0000000000000000' WHERE own = 0`, ['log-other-person']],
      [
        `DELETE FROM roster_tree WHERE position = 2`,
        ['roster-chain-broken', 'roster-position-wrong', 'user-signature-wrong'],
      ],
      [`UPDATE letter_states SET state = replace(state, 'selesai', 'belum')`, ['projection-wrong']],
      [`UPDATE letters SET status = 'returned' WHERE id = '${letter}'`, ['projection-wrong']],
      [`UPDATE tasks SET due = '2020-01-01'`, ['projection-wrong']],
      [
        `INSERT INTO access SELECT 'pos_0000000000000000', kind, received_at, row FROM letters`,
        ['projection-wrong'],
      ],
      [
        `DELETE FROM tasks; DELETE FROM access; DELETE FROM letter_states; DELETE FROM letters`,
        ['projection-missing', 'senders-wrong'],
      ],
      [`UPDATE senders SET letters = letters + 1`, ['senders-wrong']],
      [`UPDATE letter_counts SET letters = letters + 1`, ['counts-wrong']],
      [`DELETE FROM blobs`, ['document-unlisted']],
      [`UPDATE blobs SET destroyed = 1`, ['document-fate-wrong']],
      [`DELETE FROM letter_documents`, ['projection-wrong']],
      [`UPDATE witness SET seq = seq + 1`, ['witness-wrong']],
      [`INSERT INTO archive_keepers (device, keeps) VALUES ('dev_0000000000000000', 1)`, ['keepers-wrong']],
      [`UPDATE logs SET retired_seq = 0 WHERE own = 0`, ['log-end-wrong']],
    ];
    for (const [sql, codes] of expectations) expect.soft(await afterChange(tu, sql), sql).toEqual(codes);
    expect(await findingsOf(tu)).toEqual([]);
  });

  it('finds documents that are gone or changed', async () => {
    const { tu, letter, memo } = await busyOffice();
    const file = async (id: string) => {
      const { sha256 } = (await tu.call('letters.show', { letter: id })).document;
      return join(tu.dir, 'documents', sha256.slice(0, 2), `${sha256}.pdf`);
    };
    rmSync(await file(letter));
    writeFileSync(await file(memo), 'something else');
    expect(await findingsOf(tu)).toEqual(['document-damaged', 'document-missing']);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function officeFolder({ office }: BusyOffice): string {
  return join(office.share, readdirSync(office.share)[0] ?? '');
}

const codesOf = (findings: readonly { code: string }[]) =>
  [...new Set(findings.map(({ code }) => code))].toSorted();

describe('the audit of a share', () => {
  it('by the keys of a store finds every file that was flipped, taken away or added', async () => {
    const busy = await busyOffice();
    const audit = async () =>
      codesOf(
        (await value(verifyShareWithKeys(officeOf(busy.head.engine), new NodeShareFs(busy.office.share), '')))
          .findings,
      );
    expect(await audit()).toEqual([]);
    const folder = officeFolder(busy);
    const found: Record<string, Set<string>> = {};
    for (const file of filesUnder(folder)) {
      const kind = file.slice(folder.length + 1).split('/')[0] ?? '';
      if (kind === 'join' || kind === 'tmp') continue;
      const bytes = readFileSync(file);
      const flipped = Buffer.from(bytes);
      const middle = Math.floor(bytes.length / 2);
      flipped[middle] = (flipped[middle] ?? 0) ^ 1;
      writeFileSync(file, flipped);
      (found[kind] ??= new Set()).add((await audit()).join(' '));
      rmSync(file);
      (found[`${kind} gone`] ??= new Set()).add((await audit()).join(' '));
      writeFileSync(file, bytes);
    }
    const sorted = Object.fromEntries(
      Object.entries(found).map(([kind, codes]) => [kind, [...codes].toSorted()]),
    );
    expect(sorted).toEqual({
      'format.json': ['public-file-damaged'],
      'format.json gone': ['public-file-damaged'],
      'genesis.json': ['public-file-damaged'],
      'genesis.json gone': ['public-file-damaged'],
      heads: ['file-damaged', 'file-damaged share-differs'],
      'heads gone': ['', 'share-differs'],
      logs: ['file-damaged', 'file-damaged share-differs'],
      'logs gone': ['file-missing', 'file-missing share-differs'],
      blobs: ['document-damaged'],
      'blobs gone': ['document-missing'],
    });
    writeFileSync(join(folder, 'heads', 'halo.txt'), 'x');
    expect(await audit()).toEqual(['stranger-file']);
  });

  it('without keys goes as far as names, sizes and hashes', async () => {
    const busy = await busyOffice();
    const audit = async () => value(verifyShareFrames(new NodeShareFs(busy.office.share), busy.office.share));
    const whole = await audit();
    const { entries } = await value(verifyStore(officeOf(busy.tu.engine)));
    expect(whole).toMatchObject({ scope: 'frames', logs: 2, entries, findings: [] });
    const folder = officeFolder(busy);
    const [head = ''] = filesUnder(join(folder, 'heads'));
    writeFileSync(head, 'x');
    const segments = filesUnder(join(folder, 'logs')).toSorted();
    rmSync(segments.find((file) => /\/0-\d+\./.test(file)) ?? '');
    const [blob = ''] = filesUnder(join(folder, 'blobs'));
    writeFileSync(blob, '');
    writeFileSync(join(folder, 'blobs', 'Catatan Rapat.TXT'), 'x');
    mkdirSync(join(folder, 'blobs', 'zz'));
    writeFileSync(join(folder, 'blobs', 'zz', 'catatan.txt'), 'x');
    expect(codesOf((await audit()).findings)).toEqual(['file-damaged', 'segment-gap', 'stranger-file']);
  });

  it('that is no share, or another office’s, is refused', async () => {
    const busy = await busyOffice();
    const empty = testOffice();
    expect(await verifyShareFrames(new NodeShareFs(empty.share), '')).toMatchObject({
      error: { code: 'share-offline' },
    });
    const other = await busyOffice();
    const mixed = await verifyShareWithKeys(
      officeOf(busy.tu.engine),
      new NodeShareFs(other.office.share),
      '',
    );
    expect(mixed).toMatchObject({ error: { code: 'share-foreign' } });
  });
});

describe('rebuilding', () => {
  it('makes the projections from the entries alone', async () => {
    const { tu } = await busyOffice();
    const before = dumpOf(tu);
    storeOf(tu).exec(
      `DELETE FROM tasks; DELETE FROM access; UPDATE letter_states SET state = '{}'; UPDATE letters SET subject = 'x'; DELETE FROM senders; DELETE FROM search`,
    );
    expect(await findingsOf(tu)).toContain('projection-wrong');
    expect(await value(rebuild(tu.engine.state, (path) => new NodeShareFs(path)))).toMatchObject({
      letters: 3,
    });
    expect(await findingsOf(tu)).toEqual([]);
    expect(dumpOf(tu)).toBe(before);
  });

  it('gives a share back what it lost of this PC’s own, and touches no other share', async () => {
    const busy = await busyOffice();
    const { tu, head, office } = busy;
    const own = (pc: Pc) => rebuild(pc.engine.state, (path) => new NodeShareFs(path));
    const complete = (path: string) => verifyShareWithKeys(officeOf(tu.engine), new NodeShareFs(path), path);
    const folder = officeFolder(busy);
    rmSync(folder, { recursive: true });
    const first = await value(own(tu));
    expect(first).toMatchObject({ share: 'online', publicFiles: 2, heads: 1, documents: 5 });
    expect(first.segments).toBeGreaterThan(2);
    expect(await value(own(head))).toMatchObject({ publicFiles: 0, heads: 1, documents: 0 });
    expect(codesOf((await value(complete(office.share))).findings)).toEqual([]);
    await register(tu, (await tu.call('office.status', undefined)).positions[0]?.id ?? '');
    await tu.sync();
    await head.sync();
    expect(dumpOf(head)).toBe(dumpOf(tu));
    expect(await value(own(tu))).toMatchObject({ publicFiles: 0, segments: 0, heads: 0, documents: 0 });

    renameSync(folder, join(office.share, 'nirkertas-00000000'));
    expect(await value(own(tu))).toMatchObject({ share: 'foreign', publicFiles: 0 });
    expect(readdirSync(office.share)).toEqual(['nirkertas-00000000']);
    renameSync(office.share, `${office.share}-away`);
    expect(await value(own(tu))).toMatchObject({ share: 'offline', publicFiles: 0 });
  });
});
